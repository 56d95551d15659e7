"""The rules about links, in “Also read”, in slides and of sources."""

from dataclasses import replace
from importlib import import_module

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from articles.document.build import build
from articles.document.schema import Document, LinkDocument, SourceDocument
from articles.document.working_copy import WorkingCopy, WorkingLink
from articles.gate import registry
from articles.gate.registry import Finding, Level, Place, World, rules
from articles.text.languages import LANGUAGES
from tests.document.strategies import WORKING_COPIES
from tests.documents import ARTICLE, OTHER, a_document, a_working_copy, a_world

import_module("articles.gate.link_rules")

CODES = (
    "link.itself",
    "link.twice",
    "link.withdrawn",
    "link.idle",
    "link.target.missing",
    "link.label.missing",
    "link.address",
    "link.text.missing",
    "link.doubtful",
    "ad.link",
)
B, W = Level.BLOCKS, Level.WARNS
GOOD = "https://harbour.example/tall"


def judged(document: Document, world: World | None = None) -> list[Finding]:
    return [
        finding
        for each in rules()
        if each.code in CODES
        for finding in each.findings(document, world or a_world())
    ]


def linking(*urls: str, label: str = "The harbour", language: str = "en") -> Document:
    links = tuple(LinkDocument("bbb", None, url, label) for url in urls)
    return a_document(language, links=links)


def within(*links: str, language: str = "en") -> Document:
    document = a_document(language)
    first, second, third = document.slides
    body = f"<p>See {' and '.join(links)}.</p>"
    return replace(document, slides=(first, replace(second, body=body), third))


def a(url: str, text: str = "the harbour") -> str:
    return f'<a href="{url}" rel="noopener">{text}</a>'


def to(*articles: int) -> Document:
    return a_document("da", links=tuple(LinkDocument("bbb", each) for each in articles))


OWN = "https://diptych.example/en/health/slug-en/"
FAILING: list[tuple[str, Document, World, str, Level]] = [
    ("link.itself", to(ARTICLE), a_world(), "links", B),
    ("link.itself", linking(OWN), a_world(), "links", B),
    ("link.itself", within(a("/da/health/slug-da"), language="da"), a_world(), "body", B),
    ("link.twice", to(OTHER, OTHER), a_world(), "links", W),
    ("link.twice", linking(GOOD, f"{GOOD}/"), a_world(), "links", W),
    ("link.twice", within(a(GOOD), a(f"{GOOD}#x")), a_world(), "body", W),
    ("link.withdrawn", to(OTHER), a_world(withdrawn=frozenset({OTHER})), "links", W),
    ("link.address", linking("https//harbour.example"), a_world(), "links", B),
    ("link.address", within(a("mailto:desk")), a_world(), "body", B),
    ("link.address", within('<a rel="noopener">here</a>', language="da"), a_world(), "body", B),
    ("link.address", within(a("http://localhost:8000/x")), a_world(), "body", B),
    ("link.text.missing", within(a(GOOD, ".")), a_world(), "body", B),
    ("link.text.missing", linking(GOOD, label="–"), a_world(), "links", B),
    ("link.doubtful", linking("http://harbour.example/"), a_world(), "links", W),
    ("link.doubtful", within(a("https://bit.ly/3abc"), language="da"), a_world(), "body", W),
    ("link.doubtful", linking("https://avis.example/a?utm_source=x"), a_world(), "links", W),
    ("link.doubtful", linking("https://staging.avis.example/a"), a_world(), "links", W),
    ("ad.link", linking("https://www.awin1.com/cread.php?awinmid=1"), a_world(), "links", B),
    ("ad.link", within(a("https://amzn.to/3abc"), language="da"), a_world(), "body", B),
]
PASSING: dict[str, Document] = {
    "nothing wrong": a_document("en"),
    "two articles": to(OTHER, OTHER + 1),
    "two addresses": linking(GOOD, "https://harbour.example/short"),
    "the same from two slides": replace(
        a_document(),
        slides=tuple(replace(each, body=f"<p>{a(GOOD)}</p>") for each in a_document().slides),
    ),
    "its topic": within(a("https://diptych.example/en/health/")),
    "a mail": within(a("mailto:desk@avis.example", "the desk")),
    "advertising links, marked": replace(linking("https://amzn.to/3abc"), commercial="affiliate"),
    "sponsored": replace(
        linking("https://amzn.to/3abc"), commercial="sponsored", sponsor="Rug A/S"
    ),
    "a shop that pays nobody": linking("https://shop.example/shoe"),
}


@pytest.mark.parametrize("case", FAILING, ids=lambda case: case[0])
def test_a_document_that_fails_one_rule(case: tuple[str, Document, World, str, Level]) -> None:
    code, document, world, field, level = case
    [finding] = judged(document, world)
    assert (finding.code, finding.level, finding.place) == (
        code,
        level,
        Place(field, document.language, "bbb"),
    )
    with translation.override("en"):
        assert str(finding.message).endswith(".")


@pytest.mark.parametrize("name", PASSING)
def test_a_document_that_passes(name: str) -> None:
    assert judged(PASSING[name]) == []


# --- At the desk, where each link has its row ----------------------------------------------------

BOTH = {"en": "The harbour", "da": "Havnen"}
OWN_PAGE = WorkingLink("bbb", ARTICLE, key="own")
OTHER_PAGE = WorkingLink("bbb", OTHER, key="other")
ADDRESS = WorkingLink("bbb", None, GOOD, BOTH, key="address")
ROWS: dict[str, tuple[tuple[WorkingLink, ...], str, str, str]] = {
    "this article": ((OWN_PAGE,), "link.idle", "own", "target"),
    "an article again": (
        (OTHER_PAGE, replace(OTHER_PAGE, key="again")),
        "link.idle",
        "again",
        "target",
    ),
    "an address again": ((ADDRESS, replace(ADDRESS, key="again")), "link.idle", "again", "url"),
    "nothing": ((WorkingLink("", key="empty"),), "link.target.missing", "empty", "target"),
    "no words": (
        (replace(ADDRESS, labels={"en": "", "da": "Havnen"}),),
        "link.label.missing",
        "address",
        "label",
    ),
    "withdrawn": ((OTHER_PAGE,), "link.withdrawn", "other", "target"),
    "its own address": ((replace(ADDRESS, url=OWN),), "link.itself", "address", "url"),
    "no address": ((replace(ADDRESS, url="http://intranet/x"),), "link.address", "address", "url"),
    "a dash": ((replace(ADDRESS, labels=dict.fromkeys(BOTH, "–")),), "link.text.missing", "address", "label"),
    "insecure": ((replace(ADDRESS, url="http://a.example/"),), "link.doubtful", "address", "url"),
    "an ad": ((replace(ADDRESS, url="https://amzn.to/3abc"),), "ad.link", "address", "url"),
}  # fmt: skip


def at_desk(*rows: WorkingLink, language: str = "en") -> list[Finding]:
    document = build(a_working_copy(links=rows), language)
    world = a_world(rows=rows, at_desk=True, withdrawn=frozenset({OTHER} if len(rows) == 1 else ()))
    return judged(document, world)


@pytest.mark.parametrize("name", ROWS)
def test_a_finding_stands_at_the_row_of_its_link(name: str) -> None:
    rows, code, key, field = ROWS[name]
    [finding] = at_desk(*rows)
    assert (finding.code, finding.place) == (code, Place(field, "en", key))


def test_rows_that_readers_get_have_none() -> None:
    twice = replace(ADDRESS, key="two", url="https://harbour.example/short")
    assert at_desk(OTHER_PAGE, ADDRESS, twice) == []


def test_of_two_rows_with_one_address_the_one_with_words_counts() -> None:
    only_danish = replace(ADDRESS, key="da", labels={"en": "", "da": "Havnen"})
    [finding] = at_desk(only_danish, ADDRESS)
    assert (finding.code, finding.place.slide) == ("link.label.missing", "da")


def test_what_readers_do_not_get_is_no_matter_on_the_site() -> None:
    rows = (OWN_PAGE, WorkingLink("", key="empty"), replace(ADDRESS, labels={}))
    document = build(a_working_copy(links=rows), "en")
    assert judged(document, a_world(rows=rows)) == []


def test_the_words_of_a_link_are_judged_like_any_other() -> None:
    spaced = replace(ADDRESS, labels={"en": "Harbour,at noon"})
    world = a_world(rows=(spaced,), at_desk=True)
    found = registry.run(build(a_working_copy(links=(spaced,)), "en"), world)
    [finding] = [each for each in found if each.place.slide == "address"]
    assert (finding.code, finding.place.field) == ("typo.space.missing", "label")
    assert finding.fix == "Harbour, at noon"


def test_an_edition_keeps_no_row_of_what_was_overruled() -> None:
    [at_row] = at_desk(replace(ADDRESS, url="http://intranet/x"))
    [on_site] = judged(linking("http://intranet/x"))
    assert at_row.overruled_as == on_site.overruled_as == ("link.address", "", "links")


def test_an_article_that_is_not_linked_may_be_withdrawn() -> None:
    assert judged(to(OTHER), a_world(withdrawn=frozenset({OTHER + 1}))) == []


def test_the_address_of_a_source_is_looked_at_as_well() -> None:
    source = SourceDocument("Harbour Watch", "http://10.0.0.4/")
    [finding] = judged(a_document(sources=(source,)))
    assert (finding.code, finding.place) == ("link.address", Place("sources", "en"))


def test_every_rule_fails_somewhere_and_says_what_it_is_after() -> None:
    assert {case[0] for case in FAILING} | {row[1] for row in ROWS.values()} == set(CODES)
    for each in rules():
        if each.code in CODES:
            assert each.example and str(each.about).endswith(".")


def test_the_link_is_told_by_its_words_and_its_address() -> None:
    with translation.override("en"):
        [finding] = judged(linking("https//harbour.example"))
        assert finding.message == (
            "The link “The harbour” does not work: “https//harbour.example” is no web address. "
            "Copy it again."
        )


@given(WORKING_COPIES, st.sampled_from(LANGUAGES))
def test_no_working_copy_upsets_the_rules(working: WorkingCopy, language: str) -> None:
    for finding in judged(build(working, language)):
        assert str(finding.message)
