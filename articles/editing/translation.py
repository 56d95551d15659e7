"""What each language of an article still lacks: blank halves, and translations that are behind."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import prefetch_related_objects

from articles.editing import basis
from articles.models.article import Article, Slide
from articles.models.translated import read
from articles.text.languages import LANGUAGES

# Captions and alt texts may come from the photo; a kicker may be left out.
_ASKED: Final = {"article": ("headline", "standfirst"), "slide": ("heading", "body")}


@dataclass(frozen=True, slots=True)
class Count:
    """`missing` are places (the article's head, slides) with a blank half; `stale` fields that
    were translated from a text that has changed; `slides` the slides shared by both languages."""

    missing: int = 0
    stale: int = 0
    slides: int = 0

    @property
    def is_settled(self) -> bool:
        return not (self.missing or self.stale)


@dataclass(frozen=True, slots=True)
class Stale:
    """A field in `language` whose original read `of` when it was translated and now reads `now`."""

    row: str
    field: str
    language: str
    of: str
    now: str


def counts(articles: Sequence[Article]) -> dict[int, dict[str, Count]]:
    """By article and language; one query for all, none where the slides were prefetched.

    A language that is not planned lacks nothing.
    """
    prefetch_related_objects(list(articles), "slides")
    return {article.pk: _counts(article) for article in articles}


def _counts(article: Article) -> dict[str, Count]:
    shared = [slide for slide in article.slides.all() if slide.languages == "both"]
    found = {}
    behind = list(stale(article))
    for language in LANGUAGES:
        if read(article, "stage", language) == Article.Stage.NOT_PLANNED:
            found[str(language)] = Count(slides=len(shared))
            continue
        places = [_lacks("article", article, language)]
        places += [_lacks("slide", slide, language) for slide in shared]
        found[str(language)] = Count(
            missing=sum(places),
            stale=sum(each.language == language for each in behind),
            slides=len(shared),
        )
    return found


def _lacks(kind: str, row: Article | Slide, language: str) -> bool:
    """Whether a half of `row` is blank that the other language has."""
    texts: dict[str, dict[str, str]] = {
        code: {name: read(row, name, code) for name in _ASKED[kind]} for code in LANGUAGES
    }
    return bool(basis.missing(texts)[language])


def stale(article: Article) -> Iterable[Stale]:
    """Every translation that is behind its original, the article's own fields first."""
    rows: list[tuple[str, Any]] = [("", article)]
    rows += [(slide.key, slide) for slide in article.slides.all()]
    for key, row in rows:
        if isinstance(row, Slide) and row.languages != Slide.Languages.BOTH:
            continue
        texts: dict[str, dict[str, str]] = {
            code: {name: read(row, name, code) for name in row.basis if name in basis.FIELDS}
            for code in LANGUAGES
        }
        for name, (to, of) in basis.stale(row.basis, texts).items():
            if read(article, "stage", to) != Article.Stage.NOT_PLANNED:
                now = texts["en" if to == "da" else "da"][name]
                yield Stale(key, name, to, of, now)
