"""Where photos are used, as conditions of a query; publishing/uses.py answers the same in full."""

import datetime as dt
from typing import Any, Final, cast

from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import Combinable, RawSQL
from django.db.models.functions import Coalesce

from articles.desk.columns import pair
from articles.desk.rights import visible_to
from articles.desk.searching import holds, words
from articles.models.article import Article, Slide
from articles.models.edition import Edition
from articles.models.photo import Photo
from articles.models.staff import User

OFTEN: Final = 3  # articles, from which a photo counts as one that readers have seen enough of
_SHOWN: Final = cast("Any", Edition.photos.through).objects

_OFTEN: Final = """
SELECT photo_id FROM (
    SELECT photo_id, article_id FROM articles_slide WHERE photo_id IS NOT NULL
    UNION SELECT lead_photo_id, id FROM articles_article WHERE lead_photo_id IS NOT NULL
    UNION SELECT shown.photo_id, edition.article_id
    FROM articles_edition_photos shown JOIN articles_edition edition ON edition.id = shown.edition_id
    WHERE edition.cancelled_at IS NULL AND (edition.live_until IS NULL OR edition.live_until > %s)
) used GROUP BY photo_id HAVING COUNT(*) >= %s
"""


def unused(now: dt.datetime) -> Q:
    """In no working copy, on no page that is live or scheduled, and nobody's substitute."""
    slides = Slide.objects.filter(photo__isnull=False)
    leads = Article.objects.filter(lead_photo__isnull=False)
    spares = Photo.objects.filter(substitute__isnull=False)
    return ~(
        Q(pk__in=slides.values("photo"))
        | Q(pk__in=leads.values("lead_photo"))
        | Q(pk__in=_shown(_unfinished(now)).values("photo"))
        | Q(pk__in=spares.values("substitute"))
    )


def live(now: dt.datetime) -> Q:
    """On a page that readers see at `now`."""
    return Q(pk__in=_shown(_unfinished(now) & Q(edition__live_from__lte=now)).values("photo"))


def in_articles(now: dt.datetime) -> Combinable:
    """The number of articles that use a photo: as working copies, or live or scheduled.

    Each counts once: what the slides hold, then the leads and the pages of other articles.
    """
    on_slide = Slide.objects.filter(article=OuterRef("pk"), photo=OuterRef("lead_photo"))
    slides = Slide.objects.filter(photo=OuterRef("pk"))
    leads = Article.objects.filter(~Exists(on_slide), lead_photo=OuterRef("pk"))
    in_copy = Slide.objects.filter(article=OuterRef("edition__article"), photo=OuterRef("photo"))
    is_lead = Article.objects.filter(pk=OuterRef("edition__article"), lead_photo=OuterRef("photo"))
    pages = _shown(_unfinished(now)).filter(
        ~Exists(in_copy), ~Exists(is_lead), photo=OuterRef("pk")
    )
    return (
        _number(slides, "photo", "article")
        + _number(leads, "lead_photo", "pk")
        + _number(pages, "photo", "edition__article")
    )


def often(now: dt.datetime) -> Q:
    """In three or more articles."""
    moment = connection.ops.adapt_datetimefield_value(now)
    # In words of its own: the ORM groups no union, and asked photo by photo this takes seconds.
    return Q(pk__in=RawSQL(_OFTEN, [moment, OFTEN]))  # noqa: S611 - no word of it comes from outside


def in_article(query: str, user: User | AnonymousUser, now: dt.datetime) -> Q:
    """Used in an article that `user` may see: by number, or with all words in its headline."""
    articles = visible_to(user)
    sought = query.strip().removeprefix("#")
    if sought.isdecimal() and len(sought) < 18:
        articles = articles.filter(pk=int(sought))
    else:
        for word in words(query):
            articles = articles.filter(holds(pair("headline"), word))
    found = articles.order_by().values("pk")
    return (
        Q(pk__in=Slide.objects.filter(article__in=found, photo__isnull=False).values("photo"))
        | Q(
            pk__in=Article.objects.filter(pk__in=found, lead_photo__isnull=False).values(
                "lead_photo"
            )
        )
        | Q(pk__in=_shown(_unfinished(now) & Q(edition__article__in=found)).values("photo"))
    )


def lately(photos: list[int], *, since: dt.datetime, now: dt.datetime) -> dict[int, int]:
    """{photo: articles in which readers first saw it since then}, of those in any: one query."""
    rows = (
        _shown(Q(edition__first_live_from__gte=since, edition__first_live_from__lte=now))
        .filter(photo__in=photos, edition__cancelled_at__isnull=True)
        .values("photo")
        .annotate(n=Count("edition__article", distinct=True))
        .order_by()
    )
    return {row["photo"]: row["n"] for row in rows}


def _unfinished(now: dt.datetime) -> Q:
    """Of a row that says which Edition shows which photo: that readers see it or are going to."""
    ends_later = Q(edition__live_until__isnull=True) | Q(edition__live_until__gt=now)
    return Q(edition__cancelled_at__isnull=True) & ends_later


def _shown(condition: Q) -> QuerySet[Any]:
    return _SHOWN.filter(condition)


def _number(rows: QuerySet[Any], by: str, of: str) -> Combinable:
    counted = rows.order_by().values(by).annotate(n=Count(of, distinct=True)).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
