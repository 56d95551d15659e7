"""The parts that pages are made of: plain data, ready for a template."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from articles.document.schema import Commercial, PhotoFacts
from articles.photos.files import Rendition
from articles.reader import addresses
from articles.reader.rights import Rights, Shown, shown
from articles.reader.rows import Listed, Section, Sections, Twin
from articles.reader.site import NEW, Site
from articles.text import dates
from articles.text.credits import credited
from articles.text.languages import AUTONYMS, LANGUAGES, other

# The file in `img src`, by which search engines know a photo: they want 1200 pixels for a large
# preview, and browsers take theirs from srcset. So also the one that other sites show.
_WIDTH: Final = 1200
# The icon that stands for the site elsewhere: its side in pixels.
_ICON: Final = 512
# A headline of more characters is set in the smaller size.
LONG_HEADLINE: Final = 70


@dataclass(frozen=True, slots=True)
class When:
    """A time: for machines with its offset, for readers in words."""

    iso: str
    text: str


@dataclass(frozen=True, slots=True)
class File:
    """One rendition, by absolute address; sizes in pixels."""

    url: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a photo is and on which terms; what is not known is empty.

    `credit` is what the credit line says after its label: `Jane Doe/Shutterstock.com`.
    """

    creator: str = ""
    credit: str = ""
    copyright_notice: str = ""
    license_url: str = ""
    acquire_url: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo as an `<img>`; `avif` and `jpeg` are srcsets, sizes are the original's; `look` classes.

    `shared` and `file` are JPEGs for other machines: cropped for a link, and the one in `src`.
    `largest` is the address of the widest that every browser shows.
    """

    src: str
    avif: str
    jpeg: str
    width: int
    height: int
    alt: str
    look: str
    shared: File
    file: File
    owner: Owner = Owner()
    largest: str = ""

    @property
    def is_tall(self) -> bool:
        return self.height > self.width


@dataclass(frozen=True, slots=True)
class Link:
    text: str
    href: str
    rel: str = ""
    is_current: bool = False


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
    icon: File = File("", 0, 0)


@dataclass(frozen=True, slots=True)
class Teaser:
    """An article as lists show it."""

    href: str
    kicker: str
    headline: str
    standfirst: str
    commercial: Commercial
    sponsor: str
    picture: Picture | None
    published: When
    slides: int
    topic: int

    @property
    def is_long(self) -> bool:
        return len(self.headline) > LONG_HEADLINE


def when(instant: dt.datetime, language: str) -> When:
    """Date and time, for the article itself."""
    return When(dates.iso(instant), dates.moment(instant, language))


def on(instant: dt.datetime, language: str) -> When:
    """The date alone, for lists and notices."""
    return When(dates.iso(instant), dates.day(instant, language))


def picture(shown: Shown | None) -> Picture | None:
    """What readers see of a photo that they may see; None without one, or while it has no files."""
    if shown is None:
        return None
    photo = shown.photo
    files = {
        kind: sorted((r for r in photo.renditions if r.format == kind), key=lambda r: r.width)
        for kind in ("avif", "jpeg", "share")
    }
    jpegs = files["jpeg"]
    if not jpegs:
        return None
    plain = _nearest(jpegs, _WIDTH)
    # Rendered before there were cropped ones, it is shared as it is.
    shared = files["share"][0] if files["share"] else plain
    return Picture(
        src=addresses.rendition(plain.name),
        avif=_srcset(files["avif"]),
        jpeg=_srcset(jpegs),
        width=photo.width,
        height=photo.height,
        alt=shown.alt,
        look=" ".join(filter(None, (_tone(photo.colour), _crop(photo)))),
        shared=_file(shared),
        file=_file(plain),
        owner=Owner(
            creator=photo.creator,
            credit=credited(creator=photo.creator, credit=photo.credit),
            copyright_notice=photo.copyright_notice,
            license_url=photo.license_url,
            acquire_url=photo.acquire_url,
        ),
        largest=addresses.rendition(jpegs[-1].name),
    )


def plain_file(photo: PhotoFacts) -> File | None:
    """The file in `img src`, by which other machines know `photo`; None while it has none."""
    jpegs = [file for file in photo.renditions if file.format == "jpeg"]
    return _file(_nearest(jpegs, _WIDTH)) if jpegs else None


def _file(rendition: Rendition) -> File:
    address = addresses.absolute(addresses.rendition(rendition.name))
    return File(address, rendition.width, rendition.height)


def _nearest(files: Sequence[Rendition], width: int) -> Rendition:
    return min(files, key=lambda file: abs(file.width - width))


def _srcset(files: Sequence[Rendition]) -> str:
    return ", ".join(f"{addresses.rendition(file.name)} {file.width}w" for file in files)


def _tone(colour: str) -> str:
    """The classes of site.css that paint `colour` ("#rrggbb"), or nearly, while a picture loads.

    Four steps each of red, green and blue, none for black: no page may style itself inline.
    White is a mat, for what is transparent.
    """
    if not colour:
        return ""
    steps = (round(int(colour[place : place + 2], 16) / 85) for place in (1, 3, 5))
    mixed = [f"{name}{step}" for name, step in zip("rgb", steps, strict=True) if step]
    return " ".join(["tone", *mixed, *(["mat"] if colour.lower() == "#ffffff" else [])])


def _crop(photo: PhotoFacts) -> str:
    """The classes of site.css for what may not be cut off; none where that is in the middle."""
    aims = (("x", round(photo.focal_x * 4)), ("y", round(photo.focal_y * 4)))
    off = [f"{axis}{quarter}" for axis, quarter in aims if quarter != 2]
    return " ".join(["aim", *off]) if off else ""


def teaser(row: Listed, sections: Sections, rights: Rights, *, under_topic: bool = False) -> Teaser:
    """`row` for a list. Without a kicker its topic's name stands in, unless the list has that."""
    section = None if under_topic else sections.get(row.topic)
    return Teaser(
        href=row.address(sections),
        kicker=row.card.kicker or (section.name if section else ""),
        headline=row.card.headline,
        standfirst=row.card.standfirst,
        commercial=row.card.commercial,
        sponsor=row.card.sponsor,
        picture=picture(shown(row.card.photo, alt=row.card.alt, rights=rights)),
        published=on(row.published, sections.language),
        slides=row.card.slides,
        topic=row.topic,
    )


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
