"""What lies in a working copy and no reader sees: the audit of working copies finds it all the same."""

from dataclasses import replace

from articles.document.build import build
from articles.document.working_copy import ArticleTexts, WorkingCopy
from articles.gate.registry import Level, run
from articles.gate.untidied import untidied_texts
from tests.documents import a_slide, a_working_copy, a_world


def with_texts(**fields: str) -> WorkingCopy:
    working = a_working_copy()
    texts = {"en": replace(working.texts["en"], **fields), "da": ArticleTexts()}
    slide = a_slide("aaa", 1)
    body = {"en": replace(slide.texts["en"], body="<p>Bag\x0bpipes, and  two spaces.</p>")}
    slides = (replace(slide, texts={**slide.texts, **body}), *working.slides[1:])
    return replace(working, texts=texts, slides=slides)


def test_texts_are_told_as_they_are_stored() -> None:
    working = with_texts(headline=" The last\u200b  rung ", standfirst="As it should be.")
    document = build(working, "en")
    assert [(each.field, each.stored) for each in untidied_texts(working, document)] == [
        ("headline", " The last\u200b  rung "),
        ("body", "<p>Bag\x0bpipes, and  two spaces.</p>"),
    ]


def test_what_is_tidied_only_warns_and_is_told_once_at_each_place() -> None:
    working = with_texts(headline="The last\u200b  rung")
    document = build(working, "en")
    world = a_world(untidied=untidied_texts(working, document))
    codes = ("leftover.invisible", "typo.space.doubled")
    found = [each for each in run(document, world) if each.code in codes]
    assert {(each.code, each.place.slide, each.place.field) for each in found} == {
        ("leftover.invisible", "", "headline"),
        ("leftover.invisible", "aaa", "body"),
        ("typo.space.doubled", "", "headline"),
        ("typo.space.doubled", "aaa", "body"),
    }
    assert len(found) == 4
    assert {each.level for each in found} == {Level.WARNS}
