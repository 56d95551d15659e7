"""Pages in schema.org's words, for search engines. Pure; what is not known is left out.

Numbers of pixels are QuantitativeValues, since that is what the vocabulary's types ask for.
"""

import json
from collections.abc import Iterator
from typing import Any, Final

from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst

from articles.reader import addresses
from articles.reader.archive import ArchivePage, MonthPage
from articles.reader.corrections import CorrectionsPage
from articles.reader.frames import Frame
from articles.reader.lists import FrontPage, TopicPage
from articles.reader.pages import ArticlePage, Notice, Slide
from articles.reader.parts import File, Link, Owner, Picture
from articles.reader.people import PersonPage
from articles.text.credits import is_agency, is_library
from articles.text.languages import other

Node = dict[str, Any]

# UN/CEFACT's code for pixels.
_PIXELS: Final = "E37"
# What could end the <script> element, or begin another, is written as JSON allows: escaped.
_ESCAPES: Final = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def described(page: object) -> Node | None:
    """All that is said of `page`; None of a page that is none of these, or hidden."""
    match page:
        case ArticlePage() if page.frame.is_hidden:
            return None
        case ArticlePage():
            nodes = [article(page), breadcrumbs(page.frame, page.topic, page.headline)]
        case FrontPage():
            nodes = [website(page.frame), publisher(page.frame)]
        case TopicPage():
            nodes = [breadcrumbs(page.frame, None, page.name)]
        case ArchivePage():
            nodes = [breadcrumbs(page.frame, None, page.name)]
        case MonthPage():
            nodes = [breadcrumbs(page.frame, page.archive, capfirst(page.name))]
        case CorrectionsPage():
            nodes = [breadcrumbs(page.frame, None, page.name)]
        case PersonPage():
            nodes = [*person(page), breadcrumbs(page.frame, None, page.name)]
        case _:
            return None
    return {"@context": "https://schema.org", "@graph": nodes}


def as_script(data: Node) -> SafeString:
    """JSON that can stand inside a <script> element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(_ESCAPES))  # noqa: S308 - escaped just now


def article(page: ArticlePage) -> Node:
    """`page` as a NewsArticle; what somebody paid for is no news and has a type of its own."""
    updated = page.updated or page.published
    return _known(
        {
            "@type": _type(page),
            "@id": _article_id(page.frame.canonical),
            "mainEntityOfPage": page.frame.canonical,
            "headline": page.headline,
            "description": page.description,
            "inLanguage": page.frame.language,
            "articleSection": page.topic.text if page.topic else "",
            "isAccessibleForFree": True,
            "datePublished": page.published.iso if page.published else "",
            "dateModified": updated.iso if updated else "",
            **_people(page),
            "publisher": publisher(page.frame),
            "sponsor": {"@type": "Organization", "name": page.sponsor} if page.sponsor else "",
            "image": list(_images(page)),
            "correction": [_correction(notice) for notice in _corrections(page)],
            **_twin(page),
        }
    )


def _people(page: ArticlePage) -> Node:
    """Who did what. Of an article that only has photographers they are the authors."""
    people: dict[str, list[Link]] = {byline.role: list(byline.people) for byline in page.bylines}
    authors = people.pop("text", None) or people.pop("pictures", None)
    properties = {
        "contributor": people.get("pictures"),
        "translator": people.get("translation"),
        "editor": people.get("editing"),
    }
    return {
        "author": [_person(each) for each in authors] if authors else publisher(page.frame),
        **{name: [_person(each) for each in links or ()] for name, links in properties.items()},
    }


def _person(link: Link) -> Node:
    url = addresses.absolute(link.href) if link.href else ""
    return _known({"@type": "Person", "name": link.text, "url": url})


def person(page: PersonPage) -> list[Node]:
    """A contributor's first page as a ProfilePage of theirs; the others only continue its list."""
    if page.paging.number > 1:
        return []
    here = page.frame.canonical
    known = {
        "@type": "Person",
        "@id": f"{here}#person",
        "name": page.name,
        "url": here,
        "description": " ".join(page.bio),
        "email": page.email,
        "sameAs": page.site.href if page.site else "",
    }
    profile = {"@type": "ProfilePage", "@id": f"{here}#profile", "url": here, "name": page.name}
    return [{**profile, "inLanguage": page.frame.language, "mainEntity": _known(known)}]


def publisher(frame: Frame) -> Node:
    """Who publishes the site."""
    site = frame.site
    return _known(
        {
            "@type": "NewsMediaOrganization",
            "@id": addresses.absolute("/#publisher"),
            "name": site.name,
            "legalName": site.publisher if site.publisher != site.name else "",
            "url": addresses.absolute("/"),
            "logo": {"@type": "ImageObject", "url": frame.icon.url, **_size(frame.icon)},
            "correctionsPolicy": addresses.absolute(frame.own["corrections"]),
        }
    )


def website(frame: Frame) -> Node:
    return {
        "@type": "WebSite",
        "@id": f"{frame.canonical}#website",
        "url": frame.canonical,
        "name": frame.site.name,
        "inLanguage": frame.language,
        "publisher": {"@id": addresses.absolute("/#publisher")},
    }


def breadcrumbs(frame: Frame, above: Link | None, name: str) -> Node:
    """The way from the front page over the page `above` to this one."""
    steps = [
        (frame.site.name, addresses.absolute(frame.front)),
        *([(above.text, addresses.absolute(above.href))] if above and above.href else []),
        (name, frame.canonical),
    ]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": text, "item": address}
            for number, (text, address) in enumerate(steps, 1)
        ],
    }


def _images(page: ArticlePage) -> Iterator[Node]:
    """The picture that stands for all of them, in its crop; then each slide's, whole."""
    if page.picture:
        yield {
            "@type": "ImageObject",
            "contentUrl": page.picture.shared.url,
            **_size(page.picture.shared),
            "representativeOfPage": True,
            **_rights(page.picture.owner),
        }
    for slide in page.slides:
        if slide.picture:
            yield _slide(slide, slide.picture, page.frame.canonical)


def _slide(slide: Slide, picture: Picture, here: str) -> Node:
    return _known(
        {
            "@type": "ImageObject",
            "@id": f"{here}#slide-{slide.key}",
            "contentUrl": picture.file.url,
            **_size(picture.file),
            "caption": slide.caption,
            **_rights(picture.owner),
        }
    )


def _rights(owner: Owner) -> Node:
    return _known(
        {
            "creator": _creator(owner),
            "creditText": owner.credit,
            "copyrightNotice": owner.copyright_notice,
            "license": owner.license_url,
            "acquireLicensePage": owner.acquire_url,
        }
    )


def _creator(owner: Owner) -> Node | None:
    """The photographer; else an agency that we know for one. Any other name may be either."""
    if owner.creator:
        return {"@type": "Person", "name": owner.creator}
    if is_agency(owner.credit) or is_library(owner.credit):
        return {"@type": "Organization", "name": owner.credit}
    return None


def _size(file: File) -> Node:
    return {
        name: {"@type": "QuantitativeValue", "value": value, "unitCode": _PIXELS}
        for name, value in (("width", file.width), ("height", file.height))
    }


def _corrections(page: ArticlePage) -> Iterator[Notice]:
    """On top and at the slides, as they stand on the page."""
    notices = [*page.notices, *(notice for slide in page.slides for notice in slide.notices)]
    return (notice for notice in notices if notice.kind == "correction")


def _correction(notice: Notice) -> Node:
    return {
        "@type": "CorrectionComment",
        "text": notice.text,
        "datePublished": notice.date.iso,
    }


def _twin(page: ArticlePage) -> Node:
    """The same article in the other language: what was first before readers is the original."""
    language = other(page.frame.language)
    there = next((link.href for link in page.frame.alternates if link.hreflang == language), "")
    if not there:
        return {}
    twin = {
        "@type": _type(page),
        "@id": _article_id(there),
        "url": there,
        "inLanguage": language,
    }
    return {"translationOfWork" if page.is_translation else "workTranslation": twin}


def _type(page: ArticlePage) -> str:
    return "AdvertiserContentArticle" if page.commercial == "sponsored" else "NewsArticle"


def _article_id(address: str) -> str:
    return f"{address}#article"


def _known(node: Node) -> Node:
    return {name: value for name, value in node.items() if value}
