"""Today's rules over what is live, or over working copies: what would not pass now.

Rules improve, photos expire, links die: what went out in order may be out of order today.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from articles.document.build import build
from articles.document.schema import Document
from articles.document.serialise import load
from articles.gate.registry import Finding
from articles.models.article import Article
from articles.models.edition import Edition
from articles.publishing.issue import judge
from articles.publishing.snapshot import if_planned, working_copy
from articles.text.languages import LANGUAGES, other


@dataclass(frozen=True, slots=True)
class Audited:
    """One finding. `number` and `edition` (its id) are the Edition's, None for a working copy;
    `slide` counts the slides of that text, 0 for the article's own fields."""

    article: int
    language: str
    number: int | None
    finding: Finding
    edition: int | None = None
    slide: int = 0


def audit_live(*, as_of: dt.datetime, article: int | None = None) -> Iterator[Audited]:
    """What the gate finds today in every Edition that readers see, in the order of articles.

    What an editor has overruled when it was published stays overruled.
    """
    live = Edition.objects.live(as_of).select_related("article")
    if article is not None:
        live = live.filter(article=article)
    shown: dict[str, Document] = {}
    at = None
    for edition in live.order_by("article_id", "language").iterator(chunk_size=100):
        if edition.article_id != at:
            at, shown = edition.article_id, _documents(edition.article_id, as_of)
        document = load(edition.document)
        found = judge(edition.article, document, as_of, other=shown.get(other(edition.language)))
        overruled = {(each["code"], each["slide"], each["field"]) for each in edition.overrules}
        numbers = {slide.key: number for number, slide in enumerate(document.slides, 1)}
        for finding in found:
            if finding.overruled_as not in overruled:
                yield Audited(
                    edition.article_id,
                    edition.language,
                    edition.number,
                    finding,
                    edition.pk,
                    numbers.get(finding.place.slide, 0),
                )


def _documents(article: int, as_of: dt.datetime) -> dict[str, Document]:
    live = Edition.objects.live(as_of).filter(article=article)
    return {edition.language: load(edition.document) for edition in live}


def audit_working_copies(*, as_of: dt.datetime, article: int | None = None) -> Iterator[Audited]:
    """The same for the texts at the desk, in the languages that are planned."""
    articles = Article.objects.filter(erased_at=None).order_by("pk")
    if article is not None:
        articles = articles.filter(pk=article)
    for each in articles.iterator(chunk_size=100):
        working = working_copy(each, as_of=as_of)
        documents = {language: if_planned(each, build(working, language)) for language in LANGUAGES}
        for language, document in documents.items():
            if document is None:
                continue
            beside = documents[other(language)]
            # An embargo ends by itself: nothing that an editor must mend.
            live_from = max(as_of, each.embargo_until or as_of)
            for finding in judge(
                each, document, live_from, other=beside, working=working, as_stored=True
            ):
                yield Audited(each.pk, language, None, finding)
