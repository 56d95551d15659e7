"""Faults, and how one is planted in a clean article.

A place is written as `da.headline`, on slide 3 as `da.3.body`, at a link's row as `da.link1.url`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from articles.document.working_copy import SlideTexts, WorkingCopy, WorkingSlide
from articles.gate.registry import Level
from tests.gate.clean import key

Change = Callable[[str], str]
Plant = Callable[[WorkingCopy], WorkingCopy]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, in words; in which article; how it gets there; what finds it, and where.

    One of `codes` has to be found at `where`, on `level`; what else may be found there is no
    matter, but nothing new may stop the article anywhere else, save what `besides` names.
    """

    words: str
    article: str
    where: str
    plant: Plant
    codes: frozenset[str]
    level: Level = Level.BLOCKS
    world: Mapping[str, Any] = field(default_factory=dict)
    besides: frozenset[str] = frozenset()

    @property
    def place(self) -> tuple[str, str, str]:
        """The key of its slide or row, its field, its language."""
        language, *row, name = self.where.split(".")
        at = "".join(row)
        return key(int(at)) if at.isdigit() else at, name, language


def put(text: str) -> Change:
    """`text` instead of what stands there."""
    return lambda _: text


def add(text: str) -> Change:
    """`text` after what stands there, in the same paragraph."""

    def change(old: str) -> str:
        end = "</p>" if old.endswith("</p>") else ""
        return f"{old.removesuffix(end)} {text}{end}"

    return change


def below(text: str) -> Change:
    """`text` as a paragraph of its own below."""
    return lambda old: f"{old}<p>{text}</p>"


def swap(old: str, new: str) -> Change:
    def change(text: str) -> str:
        assert old in text, (old, text)
        return text.replace(old, new, 1)

    return change


def in_text(where: str, change: Change) -> Plant:
    """Change the text at `where`."""
    language, *slide, name = where.split(".")

    def plant(working: WorkingCopy) -> WorkingCopy:
        if slide:
            return with_slide(int(slide[0]), lambda each: with_text(each, language, name, change))(
                working
            )
        texts = working.texts[language]
        changed = replace(texts, **{name: change(getattr(texts, name))})
        return replace(working, texts={**working.texts, language: changed})

    return plant


def with_text(slide: WorkingSlide, language: str, name: str, change: Change) -> WorkingSlide:
    texts = slide.texts[language]
    old = getattr(texts, name)
    new = change(old)
    if name == "body" and new and not new.startswith("<"):
        new = f"<p>{new}</p>"
    return replace(slide, texts={**slide.texts, language: replace(texts, **{name: new})})


def with_slide(number: int, change: Callable[[WorkingSlide], WorkingSlide]) -> Plant:
    """Change slide `number`."""

    def plant(working: WorkingCopy) -> WorkingCopy:
        slides = list(working.slides)
        slides[number - 1] = change(slides[number - 1])
        return replace(working, slides=tuple(slides))

    return plant


def with_photo(number: int, **facts: Any) -> Plant:
    """Change what is known of the photo on slide `number`."""

    def change(slide: WorkingSlide) -> WorkingSlide:
        assert slide.photo
        return replace(slide, photo=replace(slide.photo, facts=replace(slide.photo.facts, **facts)))

    return with_slide(number, change)


def without(number: int, language: str) -> Plant:
    """Slide `number` has no word in `language`."""
    return with_slide(
        number, lambda each: replace(each, texts={**each.texts, language: SlideTexts()})
    )


def article_with(**fields: Any) -> Plant:
    return lambda working: replace(working, **fields)


def fault(
    words: str, article: str, where: str, change: Change, codes: str, level: str = "blocks"
) -> Fault:
    """A fault in a text."""
    return Fault(
        words, article, where, in_text(where, change), frozenset(codes.split()), Level(level)
    )
