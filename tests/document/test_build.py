"""Working copy -> document: complete, in one language, never in the other."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.document.build import build, card
from articles.document.schema import (
    BylineDocument,
    Card,
    Document,
    LinkDocument,
    NoticeDocument,
    SlideDocument,
    SourceDocument,
)
from articles.document.serialise import dump
from articles.document.working_copy import (
    ArticleTexts,
    SlideTexts,
    WorkingCopy,
    WorkingLink,
    WorkingSource,
)
from articles.text.languages import LANGUAGES, other
from tests.document.strategies import WORKING_COPIES
from tests.documents import ARTICLE, OTHER, a_photo, a_slide, a_working_copy, frozen_facts

NOTED = "2026-11-22T12:00:00+00:00"


def test_a_whole_document_in_danish() -> None:
    assert build(a_working_copy(), "da") == Document(
        article=ARTICLE,
        language="da",
        topic=3,
        slug="slug-da",
        kicker="Kicker [da]",
        headline="Headline [da]",
        standfirst="Standfirst [da]",
        seo_title="Title [da]",
        seo_description="Description [da]",
        commercial="none",
        sponsor="",
        lead=frozen_facts(1, "da"),
        lead_alt="Alt 1 [da]",
        bylines=(BylineDocument("Maja Holt", "maja-holt", "text"),),
        sources=(SourceDocument("Institute [da]", "https://institute.example/"),),
        slides=tuple(
            SlideDocument(
                key=key,
                heading=f"Heading {key} [da]",
                body=f"<p>Body {key} [da]</p>",
                caption=f"Caption {number} [da]",
                alt=f"Alt {number} [da]",
                photo=frozen_facts(number, "da"),
                shared=True,
            )
            for number, key in enumerate(("aaa", "bbb", "ccc"), 1)
        ),
        links=(LinkDocument("bbb", OTHER),),
        notices=(NoticeDocument("correction", "Note [da]", NOTED),),
        schema=2,
    )


def test_an_empty_working_copy_is_an_empty_document() -> None:
    assert build(WorkingCopy(article=ARTICLE, texts={}), "en") == Document(
        article=ARTICLE,
        language="en",
        topic=None,
        slug="",
        kicker="",
        headline="",
        standfirst="",
        seo_title="",
        seo_description="",
    )


@given(WORKING_COPIES, st.sampled_from(LANGUAGES))
def test_no_word_of_the_other_language_gets_in(working: WorkingCopy, language: str) -> None:
    document = build(working, language)
    assert f"[{other(language)}]" not in json.dumps([dump(document), dump(card(document))])


@given(WORKING_COPIES, st.sampled_from(LANGUAGES))
def test_the_other_languages_words_change_nothing(working: WorkingCopy, language: str) -> None:
    bare = replace(
        working,
        texts={key: value for key, value in working.texts.items() if key == language},
        slides=tuple(
            replace(slide, texts={language: slide.texts.get(language, SlideTexts())})
            for slide in working.slides
        ),
        notices={language: working.notices.get(language, ())},
    )
    assert build(bare, language) == build(working, language)


@given(WORKING_COPIES, st.sampled_from(LANGUAGES))
def test_links_stand_at_slides_that_are_there_once_each(
    working: WorkingCopy, language: str
) -> None:
    document = build(working, language)
    assert {link.after for link in document.links} <= {"", *(s.key for s in document.slides)}
    targets = [(link.article, link.url) for link in document.links]
    assert len(targets) == len(set(targets))
    assert ARTICLE not in {link.article for link in document.links}
    assert all(link.article or link.label for link in document.links)


def test_each_language_has_its_own_slides_and_says_which_are_shared() -> None:
    working = a_working_copy(
        slides=(a_slide("aaa"), a_slide("bbb", languages="da"), a_slide("ccc", languages="en"))
    )
    found = {
        language: [(slide.key, slide.shared) for slide in build(working, language).slides]
        for language in LANGUAGES
    }
    assert found == {
        "en": [("aaa", True), ("ccc", False)],
        "da": [("aaa", True), ("bbb", False)],
    }


@pytest.mark.parametrize(
    ("after", "english", "danish"),
    [("", "", ""), ("aaa", "", "aaa"), ("bbb", "bbb", "aaa"), ("ccc", "bbb", "aaa")],
)
def test_a_link_after_an_absent_slide_follows_the_previous_one(
    after: str, english: str, danish: str
) -> None:
    working = a_working_copy(
        slides=(
            a_slide("aaa", languages="da"),
            a_slide("bbb", languages="en"),
            a_slide("ccc", languages="neither"),
        ),
        links=(WorkingLink(after, article=OTHER),),
    )
    assert build(working, "en").links == (LinkDocument(english, OTHER),)
    assert build(working, "da").links == (LinkDocument(danish, OTHER),)


def test_a_link_to_an_address_needs_a_label_in_the_language() -> None:
    link = WorkingLink("", url="https://x.example/", labels={"en": "Read on"})
    working = a_working_copy(links=(link,))
    assert build(working, "en").links == (LinkDocument("", None, "https://x.example/", "Read on"),)
    assert build(working, "da").links == ()


def test_a_link_to_itself_or_a_second_time_is_left_out() -> None:
    working = a_working_copy(
        links=(
            WorkingLink("aaa", article=ARTICLE),
            WorkingLink("bbb", article=OTHER),
            WorkingLink("ccc", article=OTHER),
        )
    )
    assert build(working, "en").links == (LinkDocument("bbb", OTHER),)


@pytest.mark.parametrize(
    ("own", "shown"), [("Own", "Own"), ("", "Alt 1 [da]"), (" \u200b", "Alt 1 [da]")]
)
def test_a_slides_alt_text_and_caption_come_before_the_photos(own: str, shown: str) -> None:
    slide = a_slide("aaa", texts={"da": SlideTexts(alt=own, caption=own)})
    [built] = build(a_working_copy(slides=(slide,)), "da").slides
    assert (built.alt, built.caption) == (shown, shown.replace("Alt", "Caption"))


def test_a_photo_without_words_in_the_language_has_none() -> None:
    photo = replace(a_photo(), alt={"en": "A jetty"}, caption={"en": "A jetty at dawn"})
    built = build(a_working_copy(slides=(a_slide("aaa", photo=photo),)), "da")
    assert (built.slides[0].alt, built.slides[0].caption, built.lead_alt) == ("", "", "")


def test_a_chosen_lead_photo_leads_with_its_own_alt_text() -> None:
    document = build(a_working_copy(lead=a_photo(9)), "da")
    assert (document.lead, document.lead_alt) == (frozen_facts(9, "da"), "Alt 9 [da]")


def test_without_one_the_first_slides_photo_in_the_language_leads() -> None:
    texts = {"da": SlideTexts(alt="Set herfra")}
    working = a_working_copy(
        slides=(
            a_slide("aaa", 1, languages="en"),
            a_slide("bbb", photo=None),
            a_slide("ccc", 3, texts=texts),
        )
    )
    assert (build(working, "en").lead, build(working, "en").lead_alt) == (
        frozen_facts(1, "en"),
        "Alt 1 [en]",
    )
    assert (build(working, "da").lead, build(working, "da").lead_alt) == (
        frozen_facts(3, "da"),
        "Set herfra",
    )


@pytest.mark.parametrize(
    ("slug", "headline", "expected"),
    [
        ("given", "Headline", "given"),
        ("Given Ærø", "Headline", "given-aeroe"),
        ("", "Det nederste trin på Ærø", "det-nederste-trin-paa-aeroe"),
        ("!", "Headline", "headline"),
        ("", "北京", ""),
    ],
)
def test_the_address_is_the_given_one_or_made_from_the_headline(
    slug: str, headline: str, expected: str
) -> None:
    working = a_working_copy(texts={"da": ArticleTexts(slug=slug, headline=headline)})
    assert build(working, "da").slug == expected


@pytest.mark.parametrize(
    ("commercial", "sponsor"), [("none", ""), ("affiliate", ""), ("sponsored", "Rug A/S")]
)
def test_only_sponsored_content_names_a_sponsor(commercial: str, sponsor: str) -> None:
    document = build(a_working_copy(commercial=commercial, sponsor=" Rug  A/S "), "en")
    assert (document.commercial, document.sponsor) == (commercial, sponsor)


def test_a_source_without_a_name_in_the_language_is_left_out() -> None:
    working = a_working_copy(sources=(WorkingSource({"en": "The Institute"}),))
    assert build(working, "en").sources == (SourceDocument("The Institute", ""),)
    assert build(working, "da").sources == ()


def test_lines_are_cleaned_and_bodies_sanitised() -> None:
    texts = {"en": SlideTexts(heading=" One\u00ad \n two ", body="x<script>y</script>")}
    [slide] = build(a_working_copy(slides=(a_slide("aaa", texts=texts),)), "en").slides
    assert (slide.heading, slide.body) == ("One two", "<p>x</p>")


def test_a_card_says_what_lists_show() -> None:
    document = build(a_working_copy(commercial="sponsored", sponsor="Rug A/S"), "da")
    assert card(document) == Card(
        headline="Headline [da]",
        kicker="Kicker [da]",
        standfirst="Standfirst [da]",
        slides=3,
        commercial="sponsored",
        sponsor="Rug A/S",
        photo=frozen_facts(1, "da"),
        alt="Alt 1 [da]",
    )


def test_a_substitute_is_frozen_whole_in_the_documents_language_and_without_its_own() -> None:
    third = a_photo(3)
    photo = replace(a_photo(1), substitute=replace(a_photo(2), substitute=third))
    [slide] = build(a_working_copy(slides=(a_slide("aaa", photo=photo),)), "da").slides
    two = replace(frozen_facts(2, "da"), substitute=frozen_facts(3, "da"))
    assert slide.photo == replace(frozen_facts(1, "da"), substitute=two)


def test_a_document_knows_its_photos_once_each_the_lead_first() -> None:
    working = a_working_copy(
        lead=a_photo(3), slides=(a_slide("aaa", 1), a_slide("bbb", 3), a_slide("ccc", 1))
    )
    assert [photo.id for photo in build(working, "en").photos()] == [3, 1]


def test_substitutes_are_photos_of_the_document_too() -> None:
    photo = replace(a_photo(1), substitute=a_photo(2))
    slides = (a_slide("aaa", photo=photo), a_slide("bbb", 3), a_slide("ccc", 2))
    document = build(a_working_copy(slides=slides), "en")
    assert [each.id for each in document.photos()] == [1, 3, 2]
    document = build(a_working_copy(slides=slides[:2]), "en")
    assert [each.id for each in document.photos()] == [1, 3, 2]
