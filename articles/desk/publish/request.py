"""From what the editor chose at the panel to what the verb is asked."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace

from articles.desk.publish_form import PublishForm
from articles.document.merge import Parts, merge
from articles.document.parts import chosen, parts_of
from articles.document.schema import Document
from articles.document.serialise import digest, load
from articles.models.article import Article
from articles.models.edition import Edition
from articles.publishing.errors import Overtaken
from articles.publishing.snapshot import notices
from articles.publishing.state import Standing
from articles.publishing.waiting import Request


def request_of(
    article: Article, form: PublishForm, standing: Mapping[str, Standing], *, now: dt.datetime
) -> Request:
    """What to publish, and the digests of what the editor saw. Raises Overtaken."""
    data = form.cleaned_data
    as_of = data["at"] or now
    documents = _shown(article, form, as_of)
    only = {
        language: parts
        for language, document in documents.items()
        if (parts := _parts(form, document, standing[language])) is not None
    }
    return Request(
        languages=tuple(data["languages"]),
        at=data["at"],
        kind=data.get("kind") or Edition.Kind.UPDATE,
        notes=form.notes(),
        only=only,
        expect={
            language: digest(_in_part(article, document, only.get(language), as_of))
            for language, document in documents.items()
        },
        ahead=data.get("ahead") or "rebuild",
        photos=tuple(sorted(_photos(documents.values()))),
        overrule=form.overrules(),
        settles=form.settles(),
    )


def _shown(article: Article, form: PublishForm, as_of: dt.datetime) -> dict[str, Document]:
    # What the editor read over is the article; a notice that is due by then is no change to it.
    return {
        language: replace(document, notices=notices(article.pk, language=language, as_of=as_of))
        for language, document in form.shown().items()
        if document and language in form.cleaned_data["languages"]
    }


def _parts(form: PublishForm, document: Document, standing: Standing) -> Parts | None:
    ticked = form.ticked(document.language)
    if ticked is None:
        return None
    live = standing.live
    if live is None or str(live.pk) != form.data.get(f"base_{document.language}"):
        raise Overtaken
    return chosen(parts_of(load(live.document), document), ticked)


def _in_part(
    article: Article, document: Document, parts: Parts | None, as_of: dt.datetime
) -> Document:
    """As `publish` will lay it into what is live by then."""
    if parts is None:
        return document
    live = Edition.objects.live(as_of).filter(article=article, language=document.language).first()
    return merge(load(live.document), document, parts) if live else document


def _photos(documents: Iterable[Document]) -> set[int]:
    shown = [
        photo
        for document in documents
        for photo in (document.lead, *(slide.photo for slide in document.slides))
    ]
    return {photo.id for photo in shown if photo}
