"""What an article's documents and findings are made from, as one number per article.

Two equal numbers mean that nothing of it was changed, whoever changed it and wherever: the words
and rows (their version), its photos and credits, bylines, sources, links, notices, its topic's and
its own address; and whether an embargo or a photo's rights have ended meanwhile. Reading that costs
a fraction of building the documents themselves.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final

from django.db.models import QuerySet

from articles.desk.columns import pair
from articles.models.article import Article, ArticleSource, Byline, CrossLink, Slide
from articles.models.edition import Edition, Notice
from articles.models.newsroom import Topic
from articles.models.permalink import Permalink
from articles.models.photo import ImageCredit, Photo
from articles.text.languages import LANGUAGES
from articles.text.sanitise import clean_line
from articles.text.slugs import slugify

Chains = Mapping[int, list[Edition]]

_OF_ARTICLE: Final = ("version", "changed_at", "topic", "lead_photo", *pair("stage"))
_OF_PHOTO: Final = (
    *("sha256", "work", "phash", "byline", "credit", "copyright_notice", "usage_terms"),
    *("license_url", "acquire_url", "editorial_only", "expires_at", "taken_down_at"),
    *("substitute", "focal_x", "focal_y", *pair("alt"), *pair("caption")),
)
_MANY: Final = 900  # photos that one query names; for more it reads them all


def fingerprints(
    articles: QuerySet[Article], chains: Chains, *, as_of: dt.datetime
) -> dict[int, int]:
    """{article: number} of each of `articles`, in their order: twelve queries.

    `chains` are the standing Editions of each.
    """
    columns = ("pk", "embargo_until", *pair("slug"), *pair("headline"), *_OF_ARTICLE)
    rows = list(articles.values_list(*columns, named=True))
    within = {row.pk for row in rows}
    parts = _parts(articles.order_by().values("pk"), within)
    photos = _photos({row.lead_photo for row in rows} | parts.photos(), as_of)
    topics = {row[0]: row for row in Topic.objects.values_list("pk", *pair("slug"))}
    owners = _owners(rows)
    return {
        row.pk: hash(
            (
                tuple(getattr(row, name) for name in _OF_ARTICLE),
                bool(row.embargo_until and as_of < row.embargo_until),
                row.embargo_until,
                topics.get(row.topic),
                tuple(owners.get(address) for address in _addresses(row)),
                parts.of(row.pk, photos, _upto(chains.get(row.pk, ()), as_of)),
                photos.get(row.lead_photo),
            )
        )
        for row in rows
    }


class _Parts:
    """The rows that hang on articles: {article: [row, …]} of each kind."""

    def __init__(self) -> None:
        self.slides: dict[int, list[Any]] = defaultdict(list)
        self.others: dict[int, list[Any]] = defaultdict(list)
        self.notices: dict[int, list[Any]] = defaultdict(list)

    def photos(self) -> set[int | None]:
        return {photo for rows in self.slides.values() for _pk, photo in rows}

    def of(self, pk: int, photos: Mapping[int | None, Any], upto: dt.datetime) -> tuple[Any, ...]:
        return (
            tuple((slide, photos.get(photo)) for slide, photo in self.slides[pk]),
            tuple(self.others[pk]),
            tuple(row for row in self.notices[pk] if row[1] <= upto),
        )


def _parts(articles: Any, within: Collection[int]) -> _Parts:
    found = _Parts()
    slides = Slide.objects.filter(article__in=articles).order_by("pk")
    for article, *row in slides.values_list("article", "pk", "photo"):
        found.slides[article].append(tuple(row))
    notices = Notice.objects.filter(article__in=articles).order_by("pk")
    for article, pk, date, text in notices.values_list("article", "pk", "date", "text"):
        found.notices[article].append((pk, date, text))
    for article, *row in _others(articles):
        found.others[article].append(tuple(row))
    return found


def _others(articles: Any) -> Iterator[tuple[Any, ...]]:
    bylines = Byline.objects.filter(article__in=articles).order_by("pk")
    yield from bylines.values_list(
        "article", "role", "position", "contributor__name", "contributor__slug"
    )
    sources = ArticleSource.objects.filter(article__in=articles).order_by("pk")
    yield from sources.values_list(
        "article", "position", *(f"source__{name}" for name in pair("name")), "source__url"
    )
    links = CrossLink.objects.filter(article__in=articles).order_by("pk")
    yield from links.values_list("article", "pk", "target")


def _photos(ids: Iterable[int | None], as_of: dt.datetime) -> dict[int | None, int]:
    """A number for each of the photos `ids`, with its credit and its substitute."""
    wanted = {pk for pk in ids if pk}
    credits = {
        row[0]: row
        for row in ImageCredit.objects.values_list(
            "pk", "name", "url", "license_url", "acquire_url", "byline_required"
        )
    }
    rows = _rows(wanted)
    rows.update(_rows({row.substitute for row in rows.values() if row.substitute} - rows.keys()))
    alone = {
        pk: hash((row, credits.get(row.credit), bool(row.expires_at and row.expires_at <= as_of)))
        for pk, row in rows.items()
    }
    return {pk: hash((alone[pk], alone.get(row.substitute))) for pk, row in rows.items()}


def _rows(ids: set[int]) -> dict[int, Any]:
    if not ids:
        return {}
    photos = Photo.objects.all() if len(ids) > _MANY else Photo.objects.filter(pk__in=ids)
    return {row.pk: row for row in photos.values_list("pk", *_OF_PHOTO, named=True)}


def _addresses(row: Any) -> list[tuple[str, str]]:
    """(language, slug) of each page, as document.build makes it."""
    return [
        (
            language,
            slugify(getattr(row, f"slug_{language}") or "")
            or slugify(clean_line(getattr(row, f"headline_{language}") or "")),
        )
        for language in LANGUAGES
    ]


def _owners(rows: Collection[Any]) -> dict[tuple[str, str], int]:
    """{(language, slug): the article that has it}."""
    permalinks = Permalink.objects.all()
    if len(rows) <= _MANY // 2:
        permalinks = permalinks.filter(
            slug__in=[slug for row in rows for _l, slug in _addresses(row)]
        )
    found = permalinks.values_list("language", "slug", "article")
    return {(language, slug): article for language, slug, article in found}


def _upto(chain: Iterable[Edition], as_of: dt.datetime) -> dt.datetime:
    """Until when notices count, as publishing.state has it."""
    return max([as_of, *(edition.live_from for edition in chain)])
