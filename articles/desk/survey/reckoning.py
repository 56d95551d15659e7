"""What it takes to build both documents of an article: digests, findings, what is not translated."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import prefetch_related_objects

from articles.desk.survey.translating import Gaps, gaps
from articles.document.build import build
from articles.document.schema import Document
from articles.document.serialise import digest
from articles.gate import waving
from articles.gate.registry import World
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.newsroom import Topic
from articles.models.permalink import Permalink
from articles.models.photo import Photo
from articles.models.translated import read
from articles.publishing.library import known
from articles.publishing.snapshot import PARTS, if_planned, link_rows, working_copy
from articles.publishing.waved import waved_in
from articles.text.languages import LANGUAGES, other


@dataclass(frozen=True, slots=True)
class Leaf:
    """One language of a working copy. `blocks` and `warns` count the gate's findings; those on
    photos shown too often, which other articles' pages decide, are left out, and those on the
    texts of what has gone out as it stands."""

    digest: str = ""
    blocks: int = 0
    warns: int = 0
    slides: int = 0
    gaps: Gaps = field(default_factory=Gaps)


Reckoned = Mapping[str, Leaf]


def reckon(
    articles: Sequence[Article], chains: Mapping[int, list[Edition]], *, as_of: dt.datetime
) -> dict[int, Reckoned]:
    """Both languages of each of `articles`, by id: eleven queries, whatever their number."""
    prefetch_related_objects(articles, "lead_photo__credit", "lead_photo__substitute__credit")
    prefetch_related_objects(articles, *PARTS)
    documents = {
        article.pk: _documents(article, chains.get(article.pk, ()), as_of) for article in articles
    }
    lacking = {article.pk: gaps(article) for article in articles}
    topics = Topic.objects.in_bulk({article.topic_id for article in articles if article.topic_id})
    every = [document for pair in documents.values() for document in pair.values()]
    waved = waved_in([article.pk for article in articles])
    owners = {
        (permalink.language, permalink.slug): permalink.article_id
        for permalink in Permalink.objects.filter(slug__in={each.slug for each in every})
    }
    return {
        article.pk: {
            language: _leaf(
                document,
                World(
                    as_of=as_of,
                    topic_slug=_topic_slug(topics.get(article.topic_id or 0), language),
                    slug_owner=owners.get((language, document.slug)),
                    embargo_until=article.embargo_until,
                    other=if_planned(article, documents[article.pk][other(language)]),
                    waved=waved[article.pk, language],
                    rows=tuple(link_rows(article)),
                    at_desk=True,
                    **_of_photos(article, document),
                ),
                lacking[article.pk][language],
                is_out=_is_out(document, chains.get(article.pk, ())),
            )
            for language, document in documents[article.pk].items()
        }
        for article in articles
    }


def _documents(
    article: Article, chain: Collection[Edition], as_of: dt.datetime
) -> dict[str, Document]:
    """As publishing.state compares them: notices still to come count from their day."""
    upto = max([as_of, *(edition.live_from for edition in chain)])
    working = working_copy(article, as_of=upto)
    return {language: build(working, language) for language in LANGUAGES}


def _topic_slug(topic: Topic | None, language: str) -> str:
    return read(topic, "slug", language) if topic else ""


def _of_photos(article: Article, document: Document) -> dict[str, Any]:
    """What the library says of a document's photos, from the rows that are loaded anyway."""
    photos: list[Photo] = [slide.photo for slide in article.slides.all() if slide.photo]
    if article.lead_photo:
        photos.append(article.lead_photo)
    own = {photo.id for photo in document.photos()}
    rows = {p.pk: (p.pk, p.work, p.taken_down_at, p.phash) for p in photos if p.pk in own}
    return known(rows.values(), {slide.photo.id for slide in document.slides if slide.photo})


def _is_out(document: Document, chain: Collection[Edition]) -> bool:
    """Whether readers have it, or will have it, as it stands."""
    made = digest(document)
    return any(each.digest == made for each in chain if each.language == document.language)


def _leaf(document: Document, world: World, lacking: Gaps, *, is_out: bool) -> Leaf:
    # The texts of what went out were judged when it did, and are by the audit: of a newsroom with
    # thousands of articles the lists look at those alone that somebody works on.
    findings = waving.judge(document, world, texts=not is_out)
    blocks = sum(finding.blocks for finding in findings)
    return Leaf(
        digest=digest(document),
        blocks=blocks,
        warns=len(findings) - blocks,
        slides=len(document.slides),
        gaps=lacking,
    )
