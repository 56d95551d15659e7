"""The nine faults of a page that went live by mistake, in one article, through the audit's JSON."""

import io
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any, Final

import pytest
from django.core.management import call_command

from articles.document.working_copy import WorkingCopy, WorkingLink, WorkingSource
from tests import newsroom
from tests.gate.clean import clean_articles, key
from tests.gate.clean.stored import store
from tests.gate.planted import Plant, add, article_with, below, in_text, put

pytestmark = pytest.mark.django_db
CLEAN = clean_articles()
LIST = "<ul><li>Nine signs that you lack iron</li><li>Flu jabs from October</li></ul>"
OTHER = 11  # as the clean article calls the one that it links to


def linked_adrift(working: WorkingCopy) -> WorkingCopy:
    """To a page, to that again, and to the article itself after the last slide: the database lets
    no link to an article be either, but an address may."""
    own = f"https://diptych.example/en/health/{working.texts['en'].slug}/"
    page, labels = "https://harbour.example/cough", {"en": "All about coughs", "da": "Alt om hoste"}
    links = (
        WorkingLink(key(2), url=page, labels=labels, key="link1"),
        WorkingLink(key(3), url=page, labels=labels, key="link2"),
        WorkingLink(key(5), url=own, labels=labels, key="link3"),
    )
    return replace(working, links=links)


# (fault, how it got there, code, field) – on the English page, all of them
NINE: Final[list[tuple[str, Plant, str, str]]] = [
    ("a theme's box", in_text("en.1.body", below("Html code here! Replace this with any non empty raw html code and that's it.")), "leftover.placeholder", "slide1.body"),
    ("an empty label", in_text("en.2.body", below("Date:")), "leftover.empty.label", "slide2.body"),
    ("a Danish button", in_text("en.standfirst", add("Del denne artikel:")), "language.interface", "standfirst"),
    ("a Danish credit", in_text("en.3.caption", add("Foto: Shutterstock.com")), "language.interface", "slide3.caption"),
    ("a Danish source line", article_with(sources=(WorkingSource({"en": "Artiklen er baseret på informationer fra Nordic Medical News", "da": "Nordic Medical News"}),)), "language.wrong", "sources"),
    ("an agency's file name", in_text("en.2.caption", put("Cancer,,Nurse,And,Help,With,Old,Woman,In,Hospital,For")), "photo.caption.filename", "slide2.caption"),
    ("a teaser without a space", in_text("en.4.body", add("You’re not alone.The dietitian explains.")), "typo.space.missing", "slide4.body"),
    ("the same list twice", in_text("en.5.body", lambda body: body + LIST + "<p>More to read</p>" + LIST), "text.repeated", "slide5.body"),
    ("links adrift", linked_adrift, "link.idle", "link2.url"),
]  # fmt: skip


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("LC_ALL", "C")
    with newsroom.at(newsroom.MONDAY):
        yield


def audit(article: int) -> list[dict[str, Any]]:
    out = io.StringIO()
    with suppress(SystemExit):  # something would be stopped
        call_command("audit", "--json", "--working-copy", "--article", str(article), stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def planted(*plants: Callable[[WorkingCopy], WorkingCopy]) -> list[dict[str, Any]]:
    """What the audit finds of the clean article with all of `plants` in it."""
    working = CLEAN["viruses-and-relapse"]
    for plant in plants:
        working = plant(working)
    linked = {OTHER: newsroom.article()}
    return audit(store(working, linked).pk)


def test_the_clean_article_passes_from_the_database_too() -> None:
    assert planted() == []


def test_nine_faults_in_one_article_are_all_found_at_their_fields() -> None:
    found = planted(*(plant for _words, plant, _code, _field in NINE))
    english = {(each["code"], each["field"]) for each in found if each["language"] == "en"}
    assert english >= {(code, field) for _words, _plant, code, field in NINE}
    assert ("link.itself", "link3.url") in english
    # The Danish page has the links in common, and nothing else that stops it.
    assert {each["level"] for each in found if each["language"] == "da"} == {"warns"}


@pytest.mark.parametrize("fault", NINE, ids=lambda each: each[0])
def test_each_of_them_alone(fault: tuple[str, Plant, str, str]) -> None:
    _words, plant, code, field = fault
    [first, *_] = [each for each in planted(plant) if each["code"] == code]
    assert (first["language"], first["field"]) in {("en", field), ("da", field)}
    assert set(first) >= {"article", "language", "code", "level", "field", "message"}


@pytest.mark.parametrize("name", ["iron", "bistro-review", "film-festival", "divided-village"])
def test_clean_articles_pass_from_the_database(name: str) -> None:
    assert audit(store(CLEAN[name]).pk) == []
