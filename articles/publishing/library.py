"""What the library knows of a document's photos, for the gate."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable
from itertools import combinations
from typing import Any, Final

from django.db.models import Q

from articles.document.schema import Document
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.photo import Photo
from articles.photos.duplicates import ALIKE
from articles.photos.phash import distance

Row = tuple[int, str, dt.datetime | None, str]
RECENTLY: Final = dt.timedelta(days=30)


def photos_in(article: Article, document: Document, as_of: dt.datetime) -> dict[str, Any]:
    """The part of a World that is about photos: two queries."""
    ids = [photo.id for photo in document.photos()]
    shown = {slide.photo.id for slide in document.slides if slide.photo}
    rows = list(
        Photo.objects.filter(pk__in=ids).values_list("pk", "work", "taken_down_at", "phash")
    )
    return {**known(rows, shown), "often": _often(article, ids, as_of)}


def withdrawn_in(document: Document, as_of: dt.datetime) -> frozenset[int]:
    """The articles that links of `document` lead to and that are off the site in its language:
    one query, none without such links."""
    targets = {link.article for link in document.links if link.article}
    if not targets:
        return frozenset()
    chain = Edition.objects.standing().filter(article__in=targets, language=document.language)
    gone: set[int] = set()
    there: set[int] = set()
    columns = ("article", "live_from", "live_until", "withdrawn_at")
    for article, start, end, withdrawn in chain.values_list(*columns):
        if withdrawn:
            gone.add(article)
        elif start > as_of or end is None or end > as_of:
            there.add(article)  # live, or on its way back
    return frozenset(gone - there)


def known(rows: Iterable[Row], shown: Collection[int]) -> dict[str, Any]:
    """The same from what is read already: `rows` are (id, work, taken_down_at, phash) of the
    document's photos, `shown` those of its slides. How often they were shown is left out."""
    rows = list(rows)
    taken_down = {pk for pk, _work, taken, _hash in rows if taken}
    in_state = {
        work: frozenset(pk for pk, state, _taken, _hash in rows if state == work) - taken_down
        for work in Photo.Work.values
    }
    return {
        "in_work": in_state[Photo.Work.WAITING] | in_state[Photo.Work.WORKING],
        "failed": in_state[Photo.Work.FAILED],
        "taken_down": frozenset(taken_down),
        "similar": _alike((pk, phash) for pk, _w, _t, phash in rows if pk in shown),
    }


def _alike(prints: Iterable[tuple[int, str]]) -> frozenset[frozenset[int]]:
    """The pairs among them whose pictures look almost the same."""
    known = [(pk, phash) for pk, phash in prints if phash]
    return frozenset(
        frozenset((one, two))
        for (one, first), (two, second) in combinations(known, 2)
        if distance(first, second) <= ALIKE
    )


def _often(article: Article, ids: Iterable[int], as_of: dt.datetime) -> Counter[int]:
    """On how many other articles each of `ids` was live at some time of the 30 days before."""
    recent = Q(live_until__isnull=True) | Q(live_until__gt=as_of - RECENTLY)
    editions = Edition.objects.standing().exclude(article=article)
    pairs = editions.filter(recent, live_from__lte=as_of, photos__in=list(ids)).values_list(
        "photos", "article_id"
    )
    return Counter(photo for photo, _article in pairs.distinct().order_by())
