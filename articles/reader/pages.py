"""The article page: a document and its neighbours -> plain data for the template. Pure.

The desk's preview calls `article_page` with a document that was never published.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final
from urllib.parse import quote

from django.utils import translation
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from articles.document.schema import (
    Commercial,
    Document,
    LinkDocument,
    NoticeDocument,
    PhotoFacts,
    SlideDocument,
)
from articles.reader import addresses, parts
from articles.reader.bylines import Byline, bylines
from articles.reader.frames import Frame, frame, twin_address
from articles.reader.parts import LONG_HEADLINE, Link, Picture, Teaser, When
from articles.reader.rights import Rights, shown
from articles.reader.rows import Dates, Neighbours, Section, Sections, Twin
from articles.text.credits import credit_line

_NOTICES: Final = {
    "correction": _("Correction"),
    "reply": _("Reply"),
    "ruling": _("Press Council ruling"),
    "editor": _("Editor’s note"),
}
# As sanitising writes every link to another site.
_OUTWARD: Final = re.compile(r'(<a [^>]*rel=")(?=noopener")')


@dataclass(frozen=True, slots=True)
class Notice:
    kind: str
    label: str | Promise
    date: When
    text: str


@dataclass(frozen=True, slots=True)
class Slide:
    """`nearest` is the key of the last slide up to here that the other language has too, or ""."""

    key: str
    number: int
    heading: str
    body: SafeString
    caption: str
    credit: str
    picture: Picture | None
    previous: str
    next: str
    is_shared: bool
    nearest: str = ""
    notices: tuple[Notice, ...] = ()
    also_read: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticlePage:
    template: ClassVar[str] = "reader/article.html"

    frame: Frame
    topic: Link | None
    kicker: str
    headline: str
    title: str
    description: str
    standfirst: str
    commercial: str
    sponsor: str
    bylines: tuple[Byline, ...]
    published: When | None
    updated: When | None
    slides: tuple[Slide, ...]
    sources: tuple[Link, ...]
    notices: tuple[Notice, ...]
    also_read: tuple[Link, ...]
    others: tuple[Teaser, ...]
    share: tuple[Link, ...]
    share_title: str
    picture: Picture | None
    is_long: bool
    is_translation: bool
    reads: str
    report: str = ""


def article_page(
    document: Document,
    *,
    rights: Rights,
    sections: Sections,
    neighbours: Neighbours,
    dates: Dates,
    twin: Twin | None = None,
    people: Mapping[int, str] | None = None,
    reads: str = "",
    number: int = 0,
    is_indexed: bool = True,
) -> ArticlePage:
    """The page of `document` as readers may see it, in the document's own language.

    `reads` is where it tells how far it was read; a preview tells nobody.
    `people` are the slugs of the contributors' pages, by the bylines' places in the document.
    `number` is that of the Edition it comes from; 0 for what nobody can report an error in.
    Search engines are asked to leave it alone unless it `is_indexed`.
    """
    language = document.language
    here = addresses.article(language, sections.slug(document.topic), document.slug)
    section = sections.get(document.topic)
    share_title = _told(document.headline, language, document.commercial)
    with translation.override(language):
        share = _share(share_title, addresses.absolute(here))
    keys = {slide.key for slide in document.slides}
    return ArticlePage(
        frame=frame(
            sections,
            here=here,
            there=twin_address(twin, sections),
            topic=document.topic,
            is_hidden=not is_indexed,
            is_paired=twin is None or twin.is_indexed,
        ),
        topic=_topic(section, language),
        kicker=document.kicker,
        headline=document.headline,
        title=document.seo_title or document.headline,
        description=document.seo_description or document.standfirst,
        standfirst=document.standfirst,
        commercial=document.commercial,
        sponsor=document.sponsor,
        bylines=bylines(document, people or {}),
        published=parts.when(dates.published, language) if dates.published else None,
        updated=_updated(dates, language),
        slides=_slides(document, rights, sections, neighbours),
        sources=tuple(Link(s.name, s.url, _rel(document)) for s in document.sources),
        notices=_notices([n for n in document.notices if n.slide not in keys], document.language),
        also_read=_also_read(document, "", sections, neighbours),
        others=tuple(parts.teaser(row, sections, rights) for row in neighbours.others),
        share=share,
        share_title=share_title,
        picture=parts.picture(shown(document.lead, alt=document.lead_alt, rights=rights)),
        is_long=len(document.headline) > LONG_HEADLINE,
        is_translation=_is_translation(language, dates, twin),
        reads=reads,
        report=addresses.report(language, document.article, number) if number else "",
    )


def _topic(section: Section | None, language: str) -> Link | None:
    """Named even where its page lists nothing yet, or nothing any more, and then not linked."""
    if section is None or not section.name:
        return None
    return Link(section.name, addresses.topic(language, section.slug) if section.is_live else "")


def _is_translation(language: str, dates: Dates, twin: Twin | None) -> bool:
    """Whether readers had it in the other language first; of both at once, in English.

    Which was written first nobody says at the desk, and often neither was.
    """
    if twin is None or twin.published is None or dates.published is None:
        return False
    if twin.published == dates.published:
        return language != "en"
    return twin.published < dates.published


def _slides(
    document: Document, rights: Rights, sections: Sections, neighbours: Neighbours
) -> tuple[Slide, ...]:
    keys = ["", *(slide.key for slide in document.slides), ""]
    seen = [
        shown(slide.photo, alt=slide.alt, caption=slide.caption, rights=rights)
        for slide in document.slides
    ]
    return tuple(
        Slide(
            key=slide.key,
            number=number,
            heading=slide.heading,
            body=_body(slide, document),
            picture=(picture := parts.picture(photo)),
            caption=photo.caption if photo and picture else "",
            credit=_credit(photo.photo, document.language) if photo and picture else "",
            previous=keys[number - 1],
            next=keys[number + 1],
            is_shared=slide.shared,
            nearest=nearest,
            notices=_notices(
                [n for n in document.notices if n.slide == slide.key], document.language
            ),
            also_read=_also_read(document, slide.key, sections, neighbours),
        )
        for number, (slide, photo, nearest) in enumerate(
            zip(document.slides, seen, _nearest(document), strict=True), 1
        )
    )


def _nearest(document: Document) -> Iterator[str]:
    key = ""
    for slide in document.slides:
        key = slide.key if slide.shared else key
        yield key


def _body(slide: SlideDocument, document: Document) -> SafeString:
    """The slide's text, which was sanitised when the document was built."""
    body = slide.body
    if document.commercial != "none":
        body = _OUTWARD.sub(r"\1sponsored ", body)
    return mark_safe(body)  # noqa: S308 - see articles.text.sanitise


def _credit(photo: PhotoFacts, language: str) -> str:
    return credit_line(creator=photo.creator, credit=photo.credit, language=language)


def _also_read(
    document: Document, after: str, sections: Sections, neighbours: Neighbours
) -> tuple[Link, ...]:
    """The links after one slide; those to articles only where readers find them."""
    links = (_link(link, document, sections, neighbours) for link in _once(document, after))
    return tuple(link for link in links if link)


def _once(document: Document, after: str) -> list[LinkDocument]:
    first: dict[tuple[int | None, str], LinkDocument] = {}
    for link in document.links:
        first.setdefault((link.article, link.url), link)
    return [link for link in first.values() if link.after == after]


def _link(
    link: LinkDocument, document: Document, sections: Sections, neighbours: Neighbours
) -> Link | None:
    if link.article is None:
        return Link(link.label or link.url, link.url, _rel(document))
    target = neighbours.linked.get(link.article)
    if target is None or link.article == document.article:
        return None
    headline = link.label or target.card.headline
    told = _told(headline, document.language, target.card.commercial)
    return Link(told, target.address(sections))


def _rel(document: Document) -> str:
    """For links to other sites: a paid article must not lend them its weight."""
    return "noopener" if document.commercial == "none" else "sponsored noopener"


def _notices(notices: Sequence[NoticeDocument], language: str) -> tuple[Notice, ...]:
    return tuple(
        Notice(
            notice.kind,
            _NOTICES[notice.kind],
            parts.on(dt.datetime.fromisoformat(notice.date), language),
            notice.text,
        )
        for notice in notices
    )


def _updated(dates: Dates, language: str) -> When | None:
    if dates.published is None or dates.modified is None or dates.modified <= dates.published:
        return None
    return parts.when(dates.modified, language)


def _told(headline: str, language: str, commercial: Commercial) -> str:
    """`headline` where it stands alone; of advertising with the label that it is."""
    if commercial == "none":
        return headline
    with translation.override(language):
        label = (
            pgettext("before a headline", "Paid content: %(headline)s")
            if commercial == "sponsored"
            else pgettext("before a headline", "Advertising links: %(headline)s")
        )
        return label % {"headline": headline}


def _share(title: str, url: str) -> tuple[Link, ...]:
    """Plain links: nothing of those sites is loaded before a reader follows one."""
    text, address = quote(title, safe=""), quote(url, safe="")
    return (
        Link(gettext("Email"), f"mailto:?subject={text}&body={address}"),
        Link("Bluesky", f"https://bsky.app/intent/compose?text={text}%20{address}", "noopener"),
        Link("Facebook", f"https://www.facebook.com/sharer/sharer.php?u={address}", "noopener"),
        Link(
            "LinkedIn", f"https://www.linkedin.com/sharing/share-offsite/?url={address}", "noopener"
        ),
    )
