"""Which texts the rules read, and where what they say of them stands."""

from dataclasses import replace

import pytest

from articles.document.build import build
from articles.document.schema import Document, SourceDocument
from articles.document.working_copy import WorkingLink
from articles.gate import registry
from articles.gate.registry import Place
from articles.gate.texts import texts
from tests.documents import a_document, a_working_copy, a_world, said, some_facts

ROW = WorkingLink("bbb", None, "https://harbour.example/", said("The harbour"), key="row")


def linked() -> Document:
    return build(a_working_copy(links=(ROW,), slides=a_working_copy().slides[1:2]), "da")


def test_every_text_in_the_order_of_the_page() -> None:
    lead = some_facts(9)
    document = replace(
        linked(), commercial="sponsored", sponsor="Rug A/S", lead=lead, lead_alt="En badebro"
    )
    assert [(each.slide, each.field, each.where) for each in texts(document, (ROW,))] == [
        ("", "kicker", "kicker"),
        ("", "headline", "headline"),
        ("", "standfirst", "standfirst"),
        ("", "seo_title", "seo_title"),
        ("", "seo_description", "seo_description"),
        ("", "sponsor", "sponsor"),
        ("", "lead_alt", "lead_photo"),
        ("bbb", "heading", "heading"),
        ("bbb", "body", "body"),
        ("bbb", "caption", "caption"),
        ("bbb", "alt", "alt"),
        ("row", "label", "label"),
        ("", "source", "sources"),
    ]


def test_a_link_without_a_row_stands_below_its_slide() -> None:
    [label] = [each for each in texts(linked()) if each.field == "label"]
    assert (label.slide, label.where, label.stored) == ("bbb", "links", "The harbour [da]")


def test_the_lead_photo_of_a_slide_is_read_there() -> None:
    assert "lead_alt" not in [each.field for each in texts(a_document("da"))]


@pytest.mark.parametrize(
    ("document", "codes"),
    [
        (replace(a_document("da"), sources=(SourceDocument("TODO: Foreningen"),)), ["leftover.placeholder"]),
        (replace(a_document("da"), sources=(SourceDocument("MÃ¥gevennerne"),)), ["leftover.mojibake"]),
        (replace(a_document("da"), sources=(SourceDocument("ACME - The Gulls"),)), []),
    ],
)  # fmt: skip
def test_a_name_is_in_no_language_and_has_its_own_spelling(
    document: Document, codes: list[str]
) -> None:
    found = [each for each in registry.run(document, a_world()) if each.place.field == "sources"]
    assert [each.code for each in found] == codes
    assert all(each.place == Place("sources", "da") and each.fix is None for each in found)
