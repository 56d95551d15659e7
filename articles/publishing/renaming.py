"""Addresses that hold words which have to go: what they are called from now on.

A page moves to a new address; the old one still leads there, but nobody can read it any more.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.permalink import Permalink
from articles.models.translated import read
from articles.models.veils import is_veiled, veil
from articles.text.languages import LANGUAGES
from articles.text.replacing import Replacing
from articles.text.slugs import MAX_LENGTH

_ROOM: Final = 10  # characters for a number after it


@dataclass(frozen=True, slots=True)
class Renamed:
    """One address; `was_seen` says that readers have found the article there."""

    language: str
    old: str
    new: str
    was_seen: bool


def renamed(article: Article, replacing: Replacing, *, now: dt.datetime) -> tuple[Renamed, ...]:
    """The addresses of `article` that hold the words, with new ones that are free."""
    found = []
    for language in LANGUAGES:
        rows = Edition.objects.filter(article=article, language=language).defer("document", "card")
        seen = {row.slug for row in rows if row.was_seen(now)}
        claims = article.permalinks.filter(language=language).values_list("slug", flat=True)
        slugs = {*claims, *seen, read(article, "slug", language)} - {""}
        taken: set[str] = set()
        for slug in sorted(slug for slug in slugs if not is_veiled(slug)):
            if (bare := replacing.slug(slug)) != slug:
                new = _free(article, language, bare or f"article-{article.pk}", taken)
                taken.add(new)
                found.append(Renamed(language, slug, new, slug in seen))
    return tuple(found)


def as_mapping(addresses: tuple[Renamed, ...]) -> Mapping[str, str]:
    return {each.old: each.new for each in addresses}


def claim(article: Article, addresses: tuple[Renamed, ...]) -> None:
    """Let `article` have its new addresses; the claims of old ones are veiled, of unseen ones gone."""
    for each in addresses:
        if not Permalink.objects.claiming(each.language, each.new).exists():
            Permalink.objects.create(article=article, language=each.language, slug=each.new)
        veil_claim(article, each.language, each.old, was_seen=each.was_seen)


def veil_claim(article: Article, language: str, slug: str, *, was_seen: bool) -> None:
    """Keep the claim of an address that readers knew, so that nobody can read it; drop another."""
    own = Permalink.objects.filter(article=article, language=language, slug=slug)
    if was_seen:
        own.update(slug=veil(language, slug))
    else:
        own.delete()


def _free(article: Article, language: str, slug: str, taken: set[str]) -> str:
    stem = slug[: MAX_LENGTH - _ROOM].strip("-")
    number, wanted = 1, slug
    while wanted in taken or _is_anothers(article, language, wanted):
        number += 1
        wanted = f"{stem}-{number}"
    return wanted


def _is_anothers(article: Article, language: str, slug: str) -> bool:
    claims = Permalink.objects.claiming(language, slug)
    return claims.exclude(article=article).exists()
