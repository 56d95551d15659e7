"""What differs between two documents of one article, as an editor reads it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from articles.document.schema import Document, PhotoFacts, SlideDocument
from articles.text.sanitise import plain

ARTICLE_FIELDS: Final = (
    "kicker",
    "headline",
    "slug",
    "standfirst",
    "seo_title",
    "seo_description",
    "topic",
    "commercial",
    "sponsor",
    "lead",
    "bylines",
    "sources",
    "links",
    "notices",
)
SLIDE_FIELDS: Final = ("heading", "body", "caption", "alt", "photo")


@dataclass(frozen=True, slots=True)
class Difference:
    """`field` of slide `slide` ("": the article's own) reads `before` and then `after`."""

    slide: str
    field: str
    before: str
    after: str


def differences(before: Document | None, after: Document) -> tuple[Difference, ...]:
    """Every difference between the two, the article's own fields first, then slide by slide."""
    return tuple(_differences(before, after))


def _differences(before: Document | None, after: Document) -> Iterator[Difference]:
    for name in ARTICLE_FIELDS:
        old = _shown(getattr(before, name)) if before else ""
        new = _shown(getattr(after, name))
        if old != new and not (before is None and new in ("", "none")):
            yield Difference("", name, old, new)
    olds = {slide.key: slide for slide in before.slides} if before else {}
    news = {slide.key: slide for slide in after.slides}
    order = [key for key in olds if key in news]
    if order != [key for key in news if key in olds]:
        yield Difference("", "order", _headings(olds, order), _headings(news, news))
    for key in (*news, *(key for key in olds if key not in news)):
        yield from _slide_differences(key, olds.get(key), news.get(key))


def _slide_differences(
    key: str, old: SlideDocument | None, new: SlideDocument | None
) -> Iterator[Difference]:
    for name in SLIDE_FIELDS:
        before = _shown(getattr(old, name)) if old else ""
        after = _shown(getattr(new, name)) if new else ""
        if before != after:
            yield Difference(key, name, before, after)


def _headings(slides: dict[str, SlideDocument], keys: list[str] | dict[str, SlideDocument]) -> str:
    return " / ".join(slides[key].heading or key for key in keys if key in slides)


def _shown(value: object) -> str:
    if isinstance(value, str):
        return plain(value) if value.startswith("<") else value
    if isinstance(value, PhotoFacts):
        credit = "/".join(part for part in (value.creator, value.credit) if part)
        return f"{value.id} {credit}".strip()
    if isinstance(value, tuple):
        return "; ".join(_item(item) for item in value)
    return "" if value is None else str(value)


def _item(item: object) -> str:
    for name in ("name", "text", "label", "url", "article"):
        if value := getattr(item, name, None):
            role = getattr(item, "role", "") or getattr(item, "after", "")
            return f"{value} ({role})" if role else str(value)
    return str(item)
