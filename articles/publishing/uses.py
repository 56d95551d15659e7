"""Where a photo is used: in working copies, and on pages that are live or scheduled."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from django.db.models import Q

from articles.document.schema import Document, PhotoFacts
from articles.document.serialise import load
from articles.models.article import Article, Slide
from articles.models.clock import database_now
from articles.models.edition import Edition, EditionQuerySet
from articles.models.photo import Photo
from articles.models.staff import User
from articles.models.translated import read
from articles.text import addresses
from articles.text.languages import LANGUAGES

WorkingKind = Literal["slide", "lead", "substitute"]


@dataclass(frozen=True, slots=True)
class WorkingUse:
    """In a working copy: as a slide's photo, as the lead, or as the substitute of either.

    `slide` is the slide's key and `number` its place among all slides, from 1; "" and 0 for the
    lead. `languages` is "both", "en" or "da".
    """

    kind: WorkingKind
    slide: str = ""
    number: int = 0
    languages: str = "both"


@dataclass(frozen=True, slots=True)
class EditionUse:
    """On a page that is live, or will be. `slides` are the numbers that readers see.

    `is_substitute` says that it is shown only once another photo's rights have ended; `slides`
    and `is_lead` then tell where.
    """

    edition: int
    language: str
    number: int
    state: Literal["live", "scheduled"]
    address: str
    headline: str
    slides: tuple[int, ...]
    is_lead: bool
    is_substitute: bool
    live_from: dt.datetime


@dataclass(frozen=True, slots=True)
class Use:
    """One article that uses the photo; `headlines` is the working copy's, per language."""

    article: int
    headlines: Mapping[str, str]
    owner: User | None = None
    working: tuple[WorkingUse, ...] = ()
    editions: tuple[EditionUse, ...] = field(default=())

    def headline(self, language: str) -> str:
        """In `language`, else in the other: for the desk's own labels."""
        texts = [self.headlines.get(language, ""), *self.headlines.values()]
        return next((text for text in texts if text), f"#{self.article}")


def uses(photo: Photo, *, as_of: dt.datetime | None = None) -> tuple[Use, ...]:
    """Every article that uses `photo` at `as_of` (else now), the newest first: four queries."""
    as_of = as_of or database_now()
    working = _working(photo.pk)
    editions = _editions(photo.pk, as_of)
    rows = Article.objects.select_related("owner").in_bulk({*working, *editions})
    return tuple(
        Use(
            article=pk,
            headlines={language: read(rows[pk], "headline", language) for language in LANGUAGES},
            owner=rows[pk].owner,
            working=tuple(working.get(pk, ())),
            editions=tuple(editions.get(pk, ())),
        )
        for pk in sorted(rows, reverse=True)
    )


def counts(
    photo_ids: Collection[int], *, as_of: dt.datetime | None = None
) -> dict[int, tuple[int, int]]:
    """{photo: (articles that use it, pages on which it is live)} of each: at most four queries.

    Articles count with their working copies and with what is live or scheduled.
    """
    as_of = as_of or database_now()
    articles: dict[int, set[int]] = {pk: set() for pk in photo_ids}
    pages = dict.fromkeys(photo_ids, 0)
    slides = Slide.objects.filter(photo__in=photo_ids).values_list("photo", "article")
    leads = Article.objects.filter(lead_photo__in=photo_ids).values_list("lead_photo", "pk")
    for photo, article in (*slides, *leads):
        if photo is not None:
            articles[photo].add(article)
    shown = unfinished(as_of).filter(photos__in=photo_ids)
    for photo, article, live_from in shown.values_list("photos", "article", "live_from"):
        articles[photo].add(article)
        pages[photo] += live_from <= as_of
    return {pk: (len(articles[pk]), pages[pk]) for pk in articles}


def unfinished(as_of: dt.datetime) -> EditionQuerySet:
    """The Editions that readers see at `as_of` or are going to."""
    ends_later = Q(live_until__isnull=True) | Q(live_until__gt=as_of)
    return Edition.objects.standing().filter(ends_later)


def _working(photo: int) -> dict[int, list[WorkingUse]]:
    found: dict[int, list[WorkingUse]] = defaultdict(list)
    leads = Article.objects.filter(Q(lead_photo=photo) | Q(lead_photo__substitute=photo))
    for article, lead in leads.values_list("pk", "lead_photo"):
        found[article].append(WorkingUse("lead" if lead == photo else "substitute"))
    using = Slide.objects.filter(Q(photo=photo) | Q(photo__substitute=photo)).values("article")
    slides = Slide.objects.filter(article__in=using).order_by("article_id", "order", "id")
    places: dict[int, int] = defaultdict(int)
    columns = ("article", "key", "languages", "photo", "photo__substitute")
    for article, key, languages, shown, spare in slides.values_list(*columns):
        places[article] += 1
        if photo in (shown, spare):
            kind: WorkingKind = "slide" if shown == photo else "substitute"
            found[article].append(WorkingUse(kind, key, places[article], languages))
    return found


def _editions(photo: int, as_of: dt.datetime) -> dict[int, list[EditionUse]]:
    found: dict[int, list[EditionUse]] = defaultdict(list)
    rows = unfinished(as_of).filter(photos=photo).select_related("topic").defer("card")
    for edition in rows.order_by("language", "live_from", "number"):
        document = load(edition.document)
        spare = not _shows(document, photo)
        found[edition.article_id].append(
            EditionUse(
                edition=edition.pk,
                language=edition.language,
                number=edition.number,
                state="live" if edition.live_from <= as_of else "scheduled",
                address=address_of(edition),
                headline=document.headline,
                slides=slide_numbers(document, photo),
                is_lead=photo in _ids(document.lead, spare=spare),
                is_substitute=spare,
                live_from=edition.live_from,
            )
        )
    return found


def address_of(edition: Edition) -> str:
    """Where readers find `edition`: its topic as it is called today."""
    language = edition.language
    return addresses.article(language, read(edition.topic, "slug", language), edition.slug)


def slide_numbers(document: Document, photo: int) -> tuple[int, ...]:
    """At which slides `photo` is shown, counted from 1; if at none, where it is the substitute."""
    spare = not _shows(document, photo)
    return tuple(
        number
        for number, slide in enumerate(document.slides, 1)
        if photo in _ids(slide.photo, spare=spare)
    )


def _shows(document: Document, photo: int) -> bool:
    """Whether `photo` itself is in it, not only as what stands by for another."""
    shown: Iterable[PhotoFacts | None] = (document.lead, *(s.photo for s in document.slides))
    return any(facts and facts.id == photo for facts in shown)


def _ids(facts: PhotoFacts | None, *, spare: bool) -> set[int]:
    if facts is None:
        return set()
    shown = facts.substitute if spare else facts
    return {shown.id} if shown else set()
