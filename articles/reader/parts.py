"""The parts that pages are made of: plain data, ready for a template."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from articles.document.schema import Commercial, PhotoFacts
from articles.photos.files import Rendition
from articles.reader import addresses
from articles.reader.rights import Rights, Shown, shown
from articles.reader.rows import Listed, Sections
from articles.text import dates
from articles.text.credits import credited

# The file in `img src`, by which search engines know a photo: they want 1200 pixels for a large
# preview, and browsers take theirs from srcset. So also the one that other sites show.
_WIDTH: Final = 1200
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
