"""What surrounds every page: its topics, languages, feeds and addresses. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from articles.reader import addresses
from articles.reader.parts import File, Link
from articles.reader.rows import Section, Sections, Twin
from articles.reader.site import NEW, Site
from articles.text.languages import AUTONYMS, LANGUAGES, other

# The icon that stands for the site elsewhere: its side in pixels.
_ICON: Final = 512
_NONE: Final = File("", 0, 0)


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """One side of the language switch; `is_elsewhere` when it can not lead to this page, but to
    its topic (`is_topic`) or the front page."""

    code: str
    name: str
    href: str
    is_current: bool
    is_elsewhere: bool
    is_topic: bool = False


@dataclass(frozen=True, slots=True)
class Alternate:
    hreflang: str
    href: str


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed for whoever subscribes to the page: `kind` is its media type."""

    title: str
    kind: str
    href: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds every page. Without `canonical` it is no page of its own: not indexed.

    `own` are the addresses of the site's own pages: {"search": "/en/search/"}. `icon` is what
    other sites show of a page without a picture.
    One that is hidden from search engines has an address, and says so of itself.
    """

    language: str
    front: str
    topics: tuple[Link, ...]
    languages: tuple[LanguageLink, ...]
    canonical: str = ""
    alternates: tuple[Alternate, ...] = ()
    is_hidden: bool = False
    site: Site = NEW
    own: dict[str, str] = field(default_factory=dict)
    feeds: tuple[FeedLink, ...] = ()
    icon: File = _NONE


def frame(
    sections: Sections,
    *,
    here: str = "",
    there: str = "",
    topic: int | None = None,
    is_indexed: bool = True,
    is_hidden: bool = False,
    is_paired: bool = True,
) -> Frame:
    """What surrounds the page at address `here`, which is `there` in the other language.

    Without `there` the switch leads to the same topic, or else to the front page, of the other
    language, and the head names no alternates. Nor does it where search engines may not have the
    page (`is_hidden`) or the other one (then it is not `is_paired`); readers find the way between
    the two all the same.
    """
    language = sections.language
    section = sections.get(topic)
    has_topic = bool(section and section.other_is_live)
    elsewhere = (
        addresses.topic(other(language), section.other_slug)
        if section and has_topic
        else addresses.front(other(language))
    )
    hrefs = {language: here or addresses.front(language), other(language): there or elsewhere}
    alternates = [Alternate(code, addresses.absolute(hrefs[code])) for code in LANGUAGES]
    alternates.append(Alternate("x-default", addresses.absolute(hrefs["en"])))
    return Frame(
        language=language,
        front=addresses.front(language),
        topics=tuple(
            Link(
                section.name,
                addresses.topic(language, section.slug),
                is_current=section.id == topic,
            )
            for section in sections.live()
        ),
        languages=tuple(
            LanguageLink(
                code=code,
                name=AUTONYMS[code],
                href=hrefs[code],
                is_current=code == language,
                is_elsewhere=code != language and not there,
                is_topic=has_topic and not there,
            )
            for code in LANGUAGES
        ),
        canonical=addresses.absolute(here) if here and is_indexed else "",
        alternates=(
            tuple(alternates) if there and is_indexed and is_paired and not is_hidden else ()
        ),
        is_hidden=is_hidden,
        site=sections.site,
        own={name: addresses.own(name, language) for name in addresses.WORDS},
        feeds=tuple(_feeds(sections, section)),
        icon=File(addresses.absolute(addresses.icon(sections.site.icon, str(_ICON))), _ICON, _ICON),
    )


def _feeds(sections: Sections, section: Section | None) -> Iterator[FeedLink]:
    """Those of the whole site, and of the page's topic."""
    language = sections.language
    followed = [(feed_title(sections), "")]
    if section and section.is_live:
        followed.append((feed_title(sections, section), section.slug))
    for title, slug in followed:
        for kind, media_type in addresses.FEEDS.items():
            yield FeedLink(title, media_type, addresses.feed(language, kind, slug))


def feed_title(sections: Sections, section: Section | None = None) -> str:
    """`Diptych`, and of one topic `Diptych: Health`."""
    name = sections.site.name
    return f"{name}: {section.name}" if section else name


def twin_address(twin: Twin | None, sections: Sections) -> str:
    """Where the other language has the same article; "" where it has not."""
    if twin is None:
        return ""
    return addresses.article(other(sections.language), sections.other_slug(twin.topic), twin.slug)
