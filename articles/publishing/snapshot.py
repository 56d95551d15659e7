"""Database -> working copy as plain data; and photos -> their facts."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, Final

from django.db.models import Prefetch

from articles.document.schema import BylineDocument, Document, NoticeDocument, PhotoFacts
from articles.document.working_copy import (
    ArticleTexts,
    SlideTexts,
    WorkingCopy,
    WorkingLink,
    WorkingPhoto,
    WorkingSlide,
    WorkingSource,
)
from articles.models.article import Article, ArticleSource, Byline, CrossLink, Slide
from articles.models.edition import Notice
from articles.models.photo import Photo
from articles.models.translated import read
from articles.photos.files import Rendition
from articles.text.languages import LANGUAGES

# What a photo's facts are made from, for select_related on a slide.
PHOTO: Final = ("photo__credit", "photo__substitute__credit")
# All that hangs on an article, for prefetch_related: many are then read in as many queries as one.
PARTS: Final = (
    Prefetch("slides", Slide.objects.select_related(*PHOTO)),
    "links",
    Prefetch("bylines", Byline.objects.select_related("contributor")),
    Prefetch("article_sources", ArticleSource.objects.select_related("source")),
    "notices",
)


def working_copy(article: Article, *, as_of: dt.datetime | None = None) -> WorkingCopy:
    """`article` with everything that hangs on it, as it is in the database: seven queries.

    No query where PARTS were prefetched: then it is as it was at that moment. Notices dated
    after `as_of` are left out: they belong to an Edition that is not yet live.
    """
    slides = _part(article, "slides", *PHOTO)
    places = {slide.pk: place for place, slide in enumerate(slides, 1)}
    keys = {slide.pk: slide.key for slide in slides}
    links = _part(article, "links")
    standing = _part(article, "notices")
    links.sort(key=lambda link: places.get(link.after_id or 0, 0))
    return WorkingCopy(
        article=article.pk,
        texts={
            language: ArticleTexts(
                **{name: read(article, name, language) for name in ArticleTexts.__slots__}
            )
            for language in LANGUAGES
        },
        topic=article.topic_id,
        commercial=article.commercial,  # type: ignore[arg-type]
        sponsor=article.sponsor,
        embargo_until=utc(article.embargo_until),
        lead=working_photo(article.lead_photo),
        bylines=tuple(
            BylineDocument(byline.contributor.name, byline.contributor.slug, byline.role)
            for byline in _part(article, "bylines", "contributor")
        ),
        sources=tuple(
            WorkingSource(
                {language: read(each.source, "name", language) for language in LANGUAGES},
                each.source.url,
            )
            for each in _part(article, "article_sources", "source")
        ),
        slides=tuple(_slide(slide) for slide in slides),
        links=tuple(_link(link, keys.get(link.after_id or 0, "")) for link in links),
        notices={language: _noted(standing, language, as_of) for language in LANGUAGES},
    )


def link_rows(article: Article) -> list[WorkingLink]:
    """Its “Also read” rows alone, wherever they stand: one query."""
    return [_link(link, "") for link in _part(article, "links")]


def _link(link: CrossLink, after: str) -> WorkingLink:
    return WorkingLink(
        after=after,
        article=link.target_id,
        url=link.url,
        labels={language: read(link, "label", language) for language in LANGUAGES},
        key=link.key,
    )


def _part(article: Article, name: str, *related: str) -> list[Any]:
    rows = getattr(article, name)
    if name in getattr(article, "_prefetched_objects_cache", {}):
        return list(rows.all())
    return list(rows.select_related(*related))


def notices(
    article_id: int, *, language: str, as_of: dt.datetime | None = None
) -> tuple[NoticeDocument, ...]:
    """The notices that readers of `language` see on an article, up to `as_of`."""
    return _noted(Notice.objects.filter(article_id=article_id), language, as_of)


def _noted(
    rows: Iterable[Notice], language: str, as_of: dt.datetime | None
) -> tuple[NoticeDocument, ...]:
    return tuple(
        NoticeDocument(row.kind, row.text, utc(row.date), row.slide)
        for row in rows
        if row.language == language and (as_of is None or row.date <= as_of)
    )


def working_photo(photo: Photo | None, *, with_substitute: bool = True) -> WorkingPhoto | None:
    """`photo` as a working copy has it; with what is shown instead once its rights have ended."""
    if photo is None:
        return None
    substitute = photo.substitute if with_substitute else None
    return WorkingPhoto(
        facts=photo_facts(photo),
        alt={language: read(photo, "alt", language) for language in LANGUAGES},
        caption={language: read(photo, "caption", language) for language in LANGUAGES},
        substitute=working_photo(substitute, with_substitute=False),
    )


def photo_facts(photo: Photo) -> PhotoFacts:
    """What a document freezes of `photo`; its credit's pages stand in where it has none."""
    credit = photo.credit
    return PhotoFacts(
        id=photo.pk,
        width=photo.width,
        height=photo.height,
        creator=photo.byline,
        credit=credit.name if credit else "",
        credit_url=credit.url if credit else "",
        copyright_notice=photo.copyright_notice,
        usage_terms=photo.usage_terms,
        license_url=photo.license_url or (credit.license_url if credit else ""),
        acquire_url=photo.acquire_url or (credit.acquire_url if credit else ""),
        expires_at=utc(min(filter(None, (photo.expires_at, photo.taken_down_at)), default=None)),
        focal_x=photo.focal_x,
        focal_y=photo.focal_y,
        editorial_only=photo.editorial_only,
        byline_required=bool(credit and credit.byline_required),
        colour=photo.colour,
        renditions=tuple(Rendition(**item) for item in photo.renditions),
    )


def _slide(slide: Slide) -> WorkingSlide:
    return WorkingSlide(
        key=slide.key,
        texts={
            language: SlideTexts(
                **{name: read(slide, name, language) for name in SlideTexts.__slots__}
            )
            for language in LANGUAGES
        },
        languages=slide.languages,
        photo=working_photo(slide.photo),
    )


def utc(instant: dt.datetime | None) -> str:
    """ISO 8601 in UTC, as documents have it; "" for never."""
    return instant.astimezone(dt.UTC).isoformat() if instant else ""


def if_planned(article: Article, document: Document) -> Document | None:
    """`document` where its language is planned for `article`: only then are the two compared."""
    stage = read(article, "stage", document.language)
    return None if stage == Article.Stage.NOT_PLANNED else document
