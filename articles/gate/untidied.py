"""What lies in the texts of a working copy, and `build` tidies away: readers never see it.

The desk stores nothing of the kind, but an import, a restore or another program may.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from articles.document.schema import Document
from articles.document.working_copy import ArticleTexts, SlideTexts, WorkingCopy
from articles.gate.texts import OF_ARTICLE, OF_SLIDE, Text, texts

_STORED: Final = frozenset({*OF_ARTICLE, *OF_SLIDE})


def untidied_texts(working: WorkingCopy, document: Document) -> tuple[Text, ...]:
    """The texts of `document`, built from `working`, that are stored otherwise: as they are there."""
    return tuple(_untidied(working, document))


def _untidied(working: WorkingCopy, document: Document) -> Iterator[Text]:
    language = document.language
    slides = {slide.key: slide.texts.get(language, SlideTexts()) for slide in working.slides}
    article = working.texts.get(language, ArticleTexts())
    for text in texts(document):
        if text.field not in _STORED:
            continue
        stored = getattr(slides[text.slide] if text.slide else article, text.field)
        if stored and stored != text.stored:
            yield replace(text, stored=stored)
