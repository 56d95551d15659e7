"""What one language of a working copy lacks that the other has."""

from dataclasses import dataclass
from typing import Final

from articles.models.article import Article
from articles.models.translated import read
from articles.text.languages import other
from articles.text.sanitise import plain

_OF_ARTICLE: Final = ("kicker", "headline", "standfirst")
_OF_SLIDE: Final = ("heading", "body", "caption", "alt")


@dataclass(frozen=True, slots=True)
class Gaps:
    """`missing` and `stale` count fields, `slides` the slides that have such a field; `begun` is
    False where nothing at all was written in the language, `of` True where there is something to
    translate."""

    missing: int = 0
    stale: int = 0
    slides: int = 0
    begun: bool = True

    def __bool__(self) -> bool:
        return bool(self.missing or self.stale)


def gaps(article: Article, language: str) -> Gaps:
    """Those of `language`; `article` with its slides prefetched: no query."""
    here = [_blank(article, name, language) for name in _OF_ARTICLE]
    missing = sum(_lacks(article, name, language) for name in _OF_ARTICLE)
    slides = 0
    for slide in article.slides.all():
        if slide.languages != "both":
            continue
        lacking = sum(_lacks(slide, name, language) for name in _OF_SLIDE)
        here += [_blank(slide, name, language) for name in _OF_SLIDE]
        missing += lacking
        slides += bool(lacking)
    return Gaps(missing=missing, slides=slides, begun=not all(here))


def _lacks(row: object, name: str, language: str) -> bool:
    return _blank(row, name, language) and not _blank(row, name, other(language))


def _blank(row: object, name: str, language: str) -> bool:
    text = read(row, name, language)  # type: ignore[arg-type]
    return not (plain(text) if name == "body" else text.strip())
