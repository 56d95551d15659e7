"""Load the demo newsroom: every story through the verbs that the desk uses.

The publishing clock is pinned to each story's own hour, so that the front page has a past.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from django.db import transaction

from articles.demo.people import furnish, hire, put_up_the_sign, source
from articles.demo.pictures import take_photos
from articles.demo.reading import readers
from articles.demo.stories import Table, on_day, stories
from articles.models.article import Article, ArticleSource, Byline, CrossLink, Slide
from articles.models.clock import database_now, pinned
from articles.models.edition import Edition
from articles.models.generation import advance
from articles.models.newsroom import Contributor, Topic
from articles.models.photo import Photo
from articles.models.staff import User
from articles.models.translated import write
from articles.publishing.publish import publish
from articles.publishing.withdraw import withdraw
from articles.text.languages import LANGUAGES
from articles.text.ranks import spread

_TEXTS: Final = ("kicker", "headline", "slug", "standfirst", "seo_title", "seo_description")


@dataclass(frozen=True, slots=True)
class Loaded:
    """How much was new."""

    articles: int
    photos: int


def load(*, progress: Callable[[int, int], None]) -> Loaded:
    """Make what is missing of the demo newsroom; what is there stays as it is."""
    now = database_now()
    people = hire()
    topics = furnish()
    put_up_the_sign()
    had = Photo.objects.count()
    photos = take_photos(by=people["photo"], progress=progress)
    with transaction.atomic():  # all or none, so that a load that was cut short can be made again
        made: list[tuple[Table, Article]] = []
        articles: dict[str, Article] = {}
        for story in stories():
            known = Article.objects.filter(import_ref__demo=story["ref"]).first()
            articles[story["ref"]] = known or _write(story, topics, photos, people)
            if known is None:
                made.append((story, articles[story["ref"]]))
        for story, article in made:
            _link(story, article, articles)
        for story, article in made:
            _publish(story, article, now=now, by=people["editor"])
        for story, article in made:
            _afterwards(story, article, now=now, by=people["chief"])
        readers([article.pk for _story, article in made], now=now)
        advance()
    return Loaded(articles=len(made), photos=Photo.objects.count() - had)


def _write(
    story: Table,
    topics: Mapping[str, Topic],
    photos: Mapping[str, Photo],
    people: Mapping[str, User],
) -> Article:
    """The working copy of a story, without its links."""
    lead = photos.get(story.get("lead", ""))
    article = Article(
        topic=topics[story["topic"]],
        commercial=story.get("commercial", "none"),
        sponsor=story.get("sponsor", ""),
        lead_photo=lead,
        owner=people["writer"],
        assignee_en=people["writer"],
        assignee_da=people["translator"],
        import_ref={"demo": story["ref"]},
    )
    for language in LANGUAGES:
        for field in _TEXTS:
            write(article, field, language, story.get(language, {}).get(field, ""))
        write(article, "stage", language, _stage(story, language))
    article.save()
    for rank, about in zip(spread(len(story["slides"])), story["slides"], strict=True):
        _slide(article, rank, about, photos)
    for place, (slug, role) in enumerate(story["bylines"]):
        person = Contributor.objects.get(slug=slug)
        Byline.objects.create(article=article, contributor=person, role=role, position=place)
    for place, key in enumerate(story["sources"]):
        ArticleSource.objects.create(article=article, source=source(key), position=place)
    return article


def _stage(story: Table, language: str) -> str:
    if language in story["languages"]:
        return Article.Stage.READY
    # An article published in the one language only was never meant for the other.
    return Article.Stage.NOT_PLANNED if story["languages"] else Article.Stage.WRITING


def _slide(article: Article, rank: str, about: Table, photos: Mapping[str, Photo]) -> None:
    slide = Slide(
        article=article,
        order=rank,
        languages=about.get("languages", Slide.Languages.BOTH),
        photo=photos.get(about.get("photo", "")),
    )
    for language in LANGUAGES:
        for field in ("heading", "body", "caption", "alt"):
            write(slide, field, language, about.get(language, {}).get(field, ""))
    slide.save()


def _link(story: Table, article: Article, articles: Mapping[str, Article]) -> None:
    slides = list(article.slides.all())
    links = story.get("links", [])
    for rank, about in zip(spread(len(links)), links, strict=True):
        link = CrossLink(
            article=article,
            after=slides[about["after"] - 1] if about["after"] else None,
            order=rank,
            target=articles[about["to"]] if "to" in about else None,
            url=about.get("url", ""),
        )
        for language in LANGUAGES:
            write(link, "label", language, about.get(f"label_{language}", ""))
        link.save()


def _publish(story: Table, article: Article, *, now: dt.datetime, by: User) -> None:
    """Put the story out in its languages, at its own hour; a correction's mistake included."""
    if not story["languages"]:
        return
    if "scheduled" in story:
        at = on_day(now, days=story["scheduled"]["days_ahead"], time=story["time"])
        publish(article=article, languages=story["languages"], by=by, at=at)
        return
    mistake = story.get("correction", {}).get("before")
    if mistake:
        _set_body(article, mistake["slide"], mistake)
    with pinned(on_day(now, days=-story["days_ago"], time=story["time"])):
        publish(article=article, languages=story["languages"], by=by)
    if mistake:
        _set_body(article, mistake["slide"], _bodies(story["slides"][mistake["slide"] - 1]))


def _afterwards(story: Table, article: Article, *, now: dt.datetime, by: User) -> None:
    """What happened to the story later: corrected, withdrawn."""
    if correction := story.get("correction"):
        notes: dict[str, str] = {language: correction[f"note_{language}"] for language in LANGUAGES}
        with pinned(on_day(now, days=-correction["days_ago"], time="13:05")):
            publish(
                article=article,
                languages=story["languages"],
                by=by,
                kind=Edition.Kind.CORRECTION,
                notes=notes,
            )
    if withdrawal := story.get("withdrawn"):
        reasons: dict[str, str] = {
            language: withdrawal[f"reason_{language}"] for language in LANGUAGES
        }
        with pinned(on_day(now, days=-withdrawal["days_ago"], time="14:20")):
            withdraw(article=article, languages=story["languages"], by=by, reasons=reasons)


def _bodies(slide: Table) -> dict[str, str]:
    return {language: slide[language]["body"] for language in LANGUAGES}


def _set_body(article: Article, number: int, bodies: Mapping[str, str]) -> None:
    """Write the text of slide `number` (from 1)."""
    slide = article.slides.all()[number - 1]
    for language in LANGUAGES:
        write(slide, "body", language, bodies[language])
    slide.save()
