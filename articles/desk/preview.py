"""The readers' page of a working copy: what readers would get if it were published now.

It goes through the readers' own page and template. Only what an address of one's own brings is
left out: canonical, alternates, data for search engines; and its language switch leads to the
preview in the other language.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from django.db.models import Q
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

from articles.desk.thumbnails import thumbnail_url
from articles.document.build import build
from articles.document.schema import Document, SlideDocument
from articles.document.working_copy import WorkingCopy
from articles.models.edition import Edition
from articles.models.photo import Photo
from articles.reader import find, find_lists
from articles.reader.pages import ArticlePage, Slide, article_page
from articles.reader.parts import File, Picture
from articles.reader.rights import Rights, shown
from articles.reader.rows import Dates
from articles.text.credits import credit_line

Bar = Mapping[str, Any]
TEMPLATE: Final = "admin/articles/preview.html"


def preview_page(
    working: WorkingCopy,
    language: str,
    *,
    as_of: dt.datetime,
    there: Callable[[str], str],
    at_desk: bool = True,
) -> ArticlePage:
    """`there` gives the preview's address in a language.

    At the desk a photo whose public files are still being made is shown by its thumbnail.
    """
    document = build(working, language)
    rights = rights_now(document, as_of)
    page = reader_page(document, rights=rights, dates=_dates(document, as_of))
    links = tuple(
        replace(link, href=there(link.code), is_elsewhere=False) for link in page.frame.languages
    )
    page = replace(page, frame=replace(page.frame, languages=links))
    return _with_pictures_in_work(page, document, rights) if at_desk else page


def reader_page(document: Document, *, rights: Rights, dates: Dates) -> ArticlePage:
    """The page of a document that has no address of its own."""
    as_of = rights.as_of
    page = article_page(
        document,
        rights=rights,
        sections=find.sections(document.language, as_of),
        neighbours=find_lists.neighbours(
            document.language,
            as_of,
            article=document.article,
            topic=document.topic,
            linked=[link.article for link in document.links if link.article],
        ),
        dates=dates,
        people={place: each.slug for place, each in enumerate(document.bylines) if each.slug},
    )
    # Nothing to share, nothing for search engines.
    return replace(page, frame=replace(page.frame, canonical="", alternates=()))


def rights_now(document: Document, now: dt.datetime) -> Rights:
    """Today's: the files of a photo that is over have no address any more."""
    over = Q(expires_at__lte=now) | Q(taken_down_at__lte=now)
    photos = Photo.objects.filter(over, pk__in=[photo.id for photo in document.photos()])
    return Rights(now, frozenset(photos.values_list("pk", flat=True)))


def respond(page: ArticlePage, *, bar: Bar | None = None) -> HttpResponse:
    """The page in its own language, below `bar` if there is one; for no cache, no search engine."""
    with translation.override(page.frame.language):
        html = render_to_string(TEMPLATE, {"page": page, "frame": page.frame, "bar": bar})
    response = HttpResponse(html)
    response["Content-Language"] = page.frame.language
    response["X-Robots-Tag"] = "noindex, nofollow"
    response.is_readers_page = True  # type: ignore[attr-defined]  # see cms.security
    return response


def _dates(document: Document, as_of: dt.datetime) -> Dates:
    """The day that readers know already, where the article is live."""
    live = Edition.objects.live(as_of).filter(article=document.article, language=document.language)
    return Dates(live.values_list("first_live_from", flat=True).first())


def pictures_in_work(document: Document, rights: Rights) -> set[int]:
    """The photos on its slides whose public files are still being made."""
    return {
        slide.photo.id
        for slide in document.slides
        if slide.photo and not slide.photo.renditions and rights.allow(slide.photo)
    }


def _with_pictures_in_work(page: ArticlePage, document: Document, rights: Rights) -> ArticlePage:
    seen = {slide.key: slide for slide in document.slides}
    missing = pictures_in_work(document, rights)
    if not missing:
        return page
    thumbnails = {photo.pk: thumbnail_url(photo) for photo in Photo.objects.filter(pk__in=missing)}
    slides = tuple(
        _pictured(slide, seen[slide.key], rights, thumbnails, document.language)
        for slide in page.slides
    )
    return replace(page, slides=slides)


def _pictured(
    slide: Slide, of: SlideDocument, rights: Rights, thumbnails: Mapping[int, str], language: str
) -> Slide:
    seen = shown(of.photo, alt=of.alt, caption=of.caption, rights=rights)
    address = thumbnails.get(seen.photo.id) if seen else None
    if slide.picture or seen is None or address is None:
        return slide
    photo = seen.photo
    file = File(address, photo.width, photo.height)
    picture = Picture(
        src=address,
        avif="",
        jpeg=f"{address} 480w",
        width=photo.width or 3,
        height=photo.height or 2,
        alt=seen.alt,
        look="",
        shared=file,
        file=file,
        largest=address,
    )
    credit = credit_line(creator=photo.creator, credit=photo.credit, language=language)
    return replace(slide, picture=picture, caption=seen.caption, credit=credit)
