"""Working copy -> document, for one language. Pure: the desk's preview takes the same path."""

from collections.abc import Mapping
from dataclasses import replace

from articles.document.schema import (
    Card,
    Document,
    LinkDocument,
    PhotoFacts,
    SlideDocument,
    SourceDocument,
)
from articles.document.working_copy import (
    ArticleTexts,
    SlideTexts,
    WorkingCopy,
    WorkingPhoto,
    WorkingSlide,
)
from articles.text.sanitise import clean_body, clean_line
from articles.text.slugs import slugify


def build(working: WorkingCopy, language: str) -> Document:
    """What readers of `language` would get if `working` were published now."""
    texts = working.texts.get(language, ArticleTexts())
    slides = [slide for slide in working.slides if slide.stands_in(language)]
    lead, lead_alt = _lead(working, slides, language)
    return Document(
        article=working.article,
        language=language,
        topic=working.topic,
        slug=slugify(texts.slug) or slugify(texts.headline),
        kicker=clean_line(texts.kicker),
        headline=clean_line(texts.headline),
        standfirst=clean_line(texts.standfirst),
        seo_title=clean_line(texts.seo_title),
        seo_description=clean_line(texts.seo_description),
        commercial=working.commercial,
        sponsor=clean_line(working.sponsor) if working.commercial == "sponsored" else "",
        lead=lead,
        lead_alt=lead_alt,
        bylines=working.bylines,
        sources=tuple(
            SourceDocument(name=name, url=source.url)
            for source in working.sources
            if (name := clean_line(source.names.get(language, "")))
        ),
        slides=tuple(_slide(slide, language) for slide in slides),
        links=_links(working, language),
        notices=working.notices.get(language, ()),
    )


def card(document: Document) -> Card:
    """What lists show of `document`."""
    return Card(
        headline=document.headline,
        kicker=document.kicker,
        standfirst=document.standfirst,
        slides=len(document.slides),
        commercial=document.commercial,
        sponsor=document.sponsor,
        photo=document.lead,
        alt=document.lead_alt,
    )


def _slide(slide: WorkingSlide, language: str) -> SlideDocument:
    texts = slide.texts.get(language, SlideTexts())
    photo = slide.photo
    return SlideDocument(
        key=slide.key,
        heading=clean_line(texts.heading),
        body=clean_body(texts.body),
        caption=_own_or(texts.caption, photo.caption if photo else {}, language),
        alt=_own_or(texts.alt, photo.alt if photo else {}, language),
        photo=facts_in(photo, language),
        shared=slide.languages == "both",
    )


def _lead(
    working: WorkingCopy, slides: list[WorkingSlide], language: str
) -> tuple[PhotoFacts | None, str]:
    """The lead photo and its alt text; without a chosen one, the first slide's."""
    if working.lead:
        return facts_in(working.lead, language), _own_or("", working.lead.alt, language)
    for slide in slides:
        if slide.photo:
            texts = slide.texts.get(language, SlideTexts())
            return facts_in(slide.photo, language), _own_or(texts.alt, slide.photo.alt, language)
    return None, ""


def facts_in(photo: WorkingPhoto | None, language: str) -> PhotoFacts | None:
    """What a document of `language` freezes of `photo`: with its words, and its substitute's."""
    if photo is None:
        return None
    return replace(
        photo.facts,
        alt=clean_line(photo.alt.get(language, "")),
        caption=clean_line(photo.caption.get(language, "")),
        substitute=facts_in(photo.substitute, language),
    )


def _own_or(own: str, photos: Mapping[str, str], language: str) -> str:
    """The slide's own words, else the photo's in the same language."""
    return clean_line(own) or clean_line(photos.get(language, ""))


def _links(working: WorkingCopy, language: str) -> tuple[LinkDocument, ...]:
    """The links of `language`, each after a slide that stands in it.

    A link after a slide that this language leaves out follows the previous one.
    """
    anchor = ""
    anchors = {"": ""}
    places = {slide.key: place for place, slide in enumerate(working.slides, 1)}
    for slide in working.slides:
        if slide.stands_in(language):
            anchor = slide.key
        anchors[slide.key] = anchor
    links: dict[tuple[int | None, str], LinkDocument] = {}
    for link in sorted(working.links, key=lambda link: places.get(link.after, 0)):
        label = clean_line(link.labels.get(language, ""))
        if link.article == working.article or (link.article is None and not (label and link.url)):
            continue
        document = LinkDocument(anchors.get(link.after, anchor), link.article, link.url, label)
        links.setdefault((link.article, link.url), document)
    return tuple(links.values())
