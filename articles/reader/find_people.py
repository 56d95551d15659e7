"""The queries of contributors' pages; like all of the site's, each takes `as_of`."""

import datetime as dt
from typing import Any

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from articles.document.serialise import load_card
from articles.models import liveness
from articles.models.beside import EditionByline
from articles.models.edition import Deindexed, Edition
from articles.models.joined import Joined
from articles.models.newsroom import Contributor, FormerAddress
from articles.models.translated import read
from articles.reader.find_lists import LISTED, NEWEST
from articles.reader.rows import Credited, Listed, Person
from articles.text.languages import LANGUAGES, other

_Bylines = QuerySet[EditionByline, Any]


def person(language: str, slug: str, as_of: dt.datetime) -> Person | None:
    """Who has or had `slug`, if they stand in any live article of `language`: one query.

    What is hidden from search engines is not counted or listed, and keeps their page alive.
    """
    former = FormerAddress.objects.filter(slug=slug).values("contributor")
    found = (
        Contributor.objects.filter(Q(slug=slug) | Q(pk__in=former))
        .filter(Exists(_credits(OuterRef("pk"), language, as_of)))
        .annotate(**{f"read_{code}": _count(code, as_of) for code in LANGUAGES})
        .first()
    )
    if found is None:
        return None
    return Person(
        id=found.pk,
        name=found.name,
        slug=found.slug,
        bio=read(found, "bio", language),
        email=found.email,
        url=found.url,
        count=getattr(found, f"read_{language}"),
        has_other=bool(getattr(found, f"read_{other(language)}")),
    )


def stories(
    language: str, contributor: int, as_of: dt.datetime, *, start: int, stop: int
) -> tuple[Credited, ...]:
    """What they made, from `start` to before `stop`, newest first, with what they did: one query."""
    roles = EditionByline.objects.filter(contributor=contributor, edition=OuterRef("pk"))
    joined = roles.order_by().values("edition").annotate(roles=Joined("role")).values("roles")
    rows = (
        Edition.objects.filter(pk__in=_listed(contributor, language, as_of).values("edition"))
        .annotate(roles=Subquery(joined))
        .order_by(*NEWEST)
        .values_list(*LISTED, "roles")[start:stop]
    )
    return tuple(
        Credited(Listed(article, topic, slug, published, load_card(card)), tuple(roles.split()))
        for article, topic, slug, published, card, roles in rows
    )


def _credits(contributor: int | OuterRef, language: str, as_of: dt.datetime) -> _Bylines:
    """Their bylines in what is live in `language`."""
    return EditionByline.objects.filter(
        liveness.live(as_of, "edition__"),
        contributor=contributor,
        edition__language=language,
    ).order_by()


def _listed(contributor: int | OuterRef, language: str, as_of: dt.datetime) -> _Bylines:
    """Those that lists may name."""
    credits = _credits(contributor, language, as_of)
    return credits.exclude(Exists(Deindexed.of_outer("edition__")))


def _count(language: str, as_of: dt.datetime) -> Coalesce:
    mine = _listed(OuterRef("pk"), language, as_of).values("contributor")
    counted = mine.annotate(count=Count("edition", distinct=True)).values("count")
    return Coalesce(Subquery(counted), 0, output_field=IntegerField())
