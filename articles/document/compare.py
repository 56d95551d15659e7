"""What differs between two documents of one article, as an editor reads it."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, Final

from articles.document.schema import Document, PhotoFacts, SlideDocument
from articles.text.languages import LANGUAGES
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
    "lead_alt",
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
    """Every difference between the two, the article's own fields first, then slide by slide.

    There is one exactly when their digests differ. "order" is the order of the slides, and
    "languages" of a slide the languages that it stands in.
    """
    return tuple(_differences(before, after))


def _differences(before: Document | None, after: Document) -> Iterator[Difference]:
    for name in ARTICLE_FIELDS:
        old, new = _both(getattr(before, name) if before else None, getattr(after, name))
        if old != new and not (before is None and new in ("", "none")):
            yield Difference("", name, old, new)
    olds = {slide.key: slide for slide in before.slides} if before else {}
    news = {slide.key: slide for slide in after.slides}
    order = [key for key in olds if key in news]
    if order != [key for key in news if key in olds]:
        yield Difference("", "order", _headings(olds, order), _headings(news, news))
    for key in (*news, *(key for key in olds if key not in news)):
        yield from _slide_differences(key, olds.get(key), news.get(key), after.language)


def _slide_differences(
    key: str, old: SlideDocument | None, new: SlideDocument | None, language: str
) -> Iterator[Difference]:
    if not (old and new):  # added or taken out: told by its heading, should it have no more
        yield Difference(key, "heading", _title(old), _title(new))
    for name in SLIDE_FIELDS[0 if old and new else 1 :]:
        before, after = _both(getattr(old, name, None), getattr(new, name, None))
        if before != after:
            yield Difference(key, name, before, after)
    if old and new and old.shared != new.shared:
        yield Difference(key, "languages", _languages(old, language), _languages(new, language))


def _title(slide: SlideDocument | None) -> str:
    return (slide.heading or slide.key) if slide else ""


def _languages(slide: SlideDocument, language: str) -> str:
    return " ".join(LANGUAGES) if slide.shared else language


def _headings(slides: dict[str, SlideDocument], keys: list[str] | dict[str, SlideDocument]) -> str:
    return " / ".join(_title(slides[key]) for key in keys if key in slides)


def _both(old: object, new: object) -> tuple[str, str]:
    """The two as an editor reads them: shortly, or in full where that would look the same."""
    old, new = _decided(old), _decided(new)
    shown = _shown(old), _shown(new)
    if old != new and shown[0] == shown[1]:
        return _full(old), _full(new)
    return shown


def _decided(value: object) -> object:
    """`value` without what is computed, as in the digest."""
    return value.decided() if isinstance(value, PhotoFacts) else value


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


def _full(value: Any) -> str:
    if isinstance(value, tuple):
        return "; ".join(_full(item) for item in value)
    if isinstance(value, str) or value is None:
        return value or ""
    told = ((name, each) for name, each in asdict(value).items() if each not in ("", None, ()))
    return ", ".join(f"{name} {each}" for name, each in told)
