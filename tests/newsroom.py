"""A small newsroom for tests: complete articles in both languages, published by the real verbs.

The cast: Maja writes, Signe photographs, Lea translates. Texts are short and all invented.
"""

import datetime as dt
import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import models

from articles.models import generation
from articles.models.article import Article, Byline, CrossLink, Slide
from articles.models.clock import pinned
from articles.models.edition import Edition, Notice
from articles.models.newsroom import Contributor, FrontSlot, Source, Topic
from articles.models.photo import ImageCredit, Original, Photo
from articles.publishing.publish import publish as publish_verb
from articles.publishing.withdraw import withdraw as withdraw_verb
from articles.text.languages import LANGUAGES
from articles.text.ranks import spread
from articles.text.slugs import slugify
from tests.again import again

MONDAY = dt.datetime(2026, 11, 23, 12, 0, tzinfo=dt.UTC)
_numbers = itertools.count(1)


@contextmanager
def at(instant: dt.datetime) -> Iterator[None]:
    """Let the site's clock stand at `instant`."""
    with pinned(instant):
        generation.forget()
        yield
    generation.forget()


def topic(name: str = "Health", danish: str = "Sundhed", **fields: Any) -> Topic:
    """The topic of that name, made when first asked for."""
    existing = Topic.objects.filter(name_en=name).first()
    return existing or Topic.objects.create(
        **{
            "name_en": name,
            "name_da": danish,
            "slug_en": slugify(name),
            "slug_da": slugify(danish),
            "description_en": f"All about {name.lower()}.",
            "description_da": f"Alt om {danish.lower()}.",
            **fields,
        }
    )


def photo(*, width: int = 1600, height: int = 1067, **fields: Any) -> Photo:
    """A photo by Signe for Kystfoto, with renditions that are only named."""
    number = next(_numbers)
    stem = f"ab/{number:024x}"
    widths = [each for each in (400, 800, 1200, 1600) if each <= width]
    credit, _ = ImageCredit.objects.get_or_create(name="Kystfoto")
    made = Photo.objects.create(
        **{
            "file": f"originals/ab/{number:064x}.jpg",
            "sha256": f"{number:064x}",
            "width": width,
            "height": height,
            "renditions": [
                {
                    "format": kind,
                    "width": each,
                    "height": each * height // width,
                    "name": f"{stem}-{each}.{suffix}",
                }
                for each in widths
                for kind, suffix in (("avif", "avif"), ("jpeg", "jpg"))
            ],
            "byline": "Signe Brandt",
            "credit": credit,
            "alt_en": f"A jetty at dawn, number {number}.",
            "alt_da": f"En badebro ved daggry, nummer {number}.",
            "caption_en": f"The jetty on morning {number}.",
            "caption_da": f"Badebroen på morgen {number}.",
            "work": Photo.Work.READY,
            **fields,
        }
    )
    Original.objects.create(
        photo=made,
        sha256=made.sha256,
        stem=stem,
        file=str(made.file),
        filename=made.filename,
        width=made.width,
        height=made.height,
    )
    return made


STAND_IN = "Nina Falk"  # who wrote what nobody in particular wrote


def article(
    headline: str = "The last rung", danish: str = "Det nederste trin", **fields: Any
) -> Article:
    """An article of three slides, ready to be published in both languages.

    `slides` gives another number, `by` its writer's name ("": nobody); all other `fields` are the
    Article's own.
    """
    count, writer = fields.pop("slides", 3), fields.pop("by", STAND_IN)
    made = Article.objects.create(
        **{
            "headline_en": headline,
            "headline_da": danish,
            "slug_en": slugify(headline),
            "slug_da": slugify(danish),
            "kicker_en": "Winter bathing",
            "kicker_da": "Vinterbadning",
            "standfirst_en": f"{headline}, told by those who were there.",
            "standfirst_da": f"{danish}, fortalt af dem, der var der.",
            "topic": fields.pop("topic", None) or topic(),
            **fields,
        }
    )
    for number, order in enumerate(spread(count), 1):
        slide(made, number, order=order)
    if writer:
        byline(made, writer)
    return made


def slide(of: Article, number: int, *, order: str, **fields: Any) -> Slide:
    return Slide.objects.create(
        **{
            "article": of,
            "order": order,
            "photo": fields.pop("photo", None) or photo(),
            "heading_en": f"Step {number}",
            "heading_da": f"Trin {number}",
            "body_en": f"<p>What happened at step {number}.</p>",
            "body_da": f"<p>Det skete på trin {number}.</p>",
            **fields,
        }
    )


def change(thing: models.Model, **fields: Any) -> None:
    """Set fields by name, the translated ones (`slug_en`) too, and save."""
    for name, value in fields.items():
        setattr(thing, name, value)
    thing.save()


def link(of: Article, to: Article | str, *, after: Slide | None = None, **fields: Any) -> CrossLink:
    """An "Also read" link to an article, or to a web address."""
    where = {"url": to} if isinstance(to, str) else {"target": to}
    return CrossLink.objects.create(
        article=of, after=after, order=f"5{next(_numbers)}1", **where, **fields
    )


def byline(of: Article, name: str = "Maja Holt", role: str = "text") -> Byline:
    """Credits somebody, in place of whoever `article` put there for a start."""
    of.bylines.filter(contributor__slug=slugify(STAND_IN)).delete()
    Contributor.objects.filter(slug=slugify(STAND_IN), bylines=None).delete()
    person, _ = Contributor.objects.get_or_create(slug=slugify(name), defaults={"name": name})
    return Byline.objects.create(article=of, contributor=person, role=role)


def source(of: Article, english: str, danish: str, url: str = "") -> Source:
    made = Source.objects.create(name_en=english, name_da=danish, url=url)
    of.sources.add(made)
    return made


def notice(of: Article, text: str, *, language: str = "en", **fields: Any) -> Notice:
    values = {"kind": Notice.Kind.CORRECTION, "date": MONDAY, **fields}
    return Notice.objects.create(article=of, language=language, text=text, **values)


def publish(made: Article, *languages: str, **options: Any) -> list[Edition]:
    """Publish in `languages`, or in both."""
    editions = publish_verb(article=made, languages=languages or LANGUAGES, by=None, **options)
    generation.forget()  # a test's transaction never commits, so nothing else says so
    return editions


def live(
    headline: str = "The last rung",
    danish: str = "Det nederste trin",
    *,
    only: str = "",
    **fields: Any,
) -> Article:
    """The same, published at once in both languages, or in one alone: where that is no matter."""
    return again(_live, headline, danish, only, **fields)


def _live(headline: str, danish: str, only: str, **fields: Any) -> Article:
    made = article(headline, danish, **fields)
    publish(made, *filter(None, [only]))
    return made


def withdraw(made: Article, *languages: str, **options: Any) -> None:
    withdraw_verb(article=made, languages=languages or LANGUAGES, by=None, **options)
    generation.forget()


def pin(made: Article, position: int = 0, *, language: str = "en", **fields: Any) -> FrontSlot:
    values = {"shown_from": MONDAY - dt.timedelta(days=1), **fields}
    return FrontSlot.objects.create(article=made, position=position, language=language, **values)
