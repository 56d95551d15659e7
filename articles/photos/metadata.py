"""What a picture file says of itself: file -> dataclass. Pure, and decodes no pixel.

Exif, IIM and XMP often say the same thing, and not always alike. Which one is believed follows
the Metadata Working Group's Guidelines for Handling Image Metadata 2.0 (chapters 3 and 5): for
creator, copyright, caption and hour Exif goes first; between IIM and XMP it is XMP, except that
somebody changed the IIM alone: then Photoshop's digest of the IIM no longer agrees with it.
"""

import datetime as dt
import hashlib
import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO, Final, TypeVar

from articles.photos.containers.blocks import Blocks
from articles.photos.containers.open import read_blocks
from articles.photos.exif import Exif, read_exif
from articles.photos.iim import Iim, read_iim
from articles.photos.record import Metadata
from articles.photos.words import clean
from articles.photos.xmp import Xmp, read_xmp
from articles.text.dates import COPENHAGEN
from articles.text.stock import stock_id

T = TypeVar("T")

# Octets that an IIM dataset may have (IIM 4.2, chapter 6): a text of that length was cut there.
_CUT: Final = {
    "creator": 32,
    "credit": 32,
    "copyright_notice": 128,
    "caption": 2000,
    "headline": 256,
    "instructions": 256,
    "title": 64,
}


def read_metadata(source: bytes | BinaryIO | Path, *, filename: str = "") -> Metadata:
    """What the picture in `source` says of itself; empty where it says nothing that can be read.

    `filename` may add the stock number. Nothing that stands in a file raises; a path that can not
    be opened raises OSError.
    """
    if isinstance(source, Path):
        with source.open("rb") as opened:
            return read_metadata(opened, filename=filename)
    file = io.BytesIO(source) if isinstance(source, bytes) else source
    blocks = _tried(lambda: read_blocks(file), Blocks())
    exif = _tried(lambda: read_exif(blocks.exif), Exif())
    iim = _tried(lambda: read_iim(blocks.iim), Iim())
    xmp = _tried(lambda: read_xmp(blocks.xmp, blocks.extended), Xmp())
    digest = hashlib.md5(blocks.iim, usedforsecurity=False).digest()
    is_iim_newer = blocks.digest not in (b"", digest)
    return _merged(exif, iim, xmp, blocks.texts, is_iim_newer=is_iim_newer, filename=filename)


def _tried(read: Callable[[], T], nothing: T) -> T:
    """Hostile metadata fails in many ways; the picture and its other blocks may be good."""
    try:
        return read()
    except Exception:
        return nothing


def _merged(
    exif: Exif,
    iim: Iim,
    xmp: Xmp,
    texts: Mapping[str, str],
    *,
    is_iim_newer: bool,
    filename: str,
) -> Metadata:
    def said(name: str) -> str:
        return _between(
            getattr(iim, name), getattr(xmp, name), _CUT.get(name, 0), is_iim_newer=is_iim_newer
        )

    def png(*names: str) -> str:
        return next((text for name in names if (text := clean(texts.get(name, "")))), "")

    title = said("title")
    return Metadata(
        creator=_fuller(exif.creator, said("creator")) or png("Author", "Artist"),
        credit=said("credit") or xmp.licensor,
        copyright_notice=_fuller(exif.copyright_notice, said("copyright_notice"))
        or png("Copyright"),
        usage_terms=xmp.usage_terms or said("instructions"),
        headline=said("headline") or (title if " " in title else ""),
        license_url=xmp.license_url,
        acquire_url=xmp.acquire_url,
        stock_id=_stock_id(xmp.stock_id, title, filename),
        captions=_captions(exif, iim, xmp, is_iim_newer=is_iim_newer)
        or ({"": text} if (text := png("Description")) else {}),
        alts=xmp.alts,
        taken_at=_instant(exif.taken_at, xmp.taken_at, iim.taken_at),
    )


def _between(iim: str, xmp: str, longest: int, *, is_iim_newer: bool) -> str:
    """Choose as the guidelines do; an IIM text that ends where its dataset does was cut there."""
    if not is_iim_newer or not iim:
        return xmp or iim
    is_cut = xmp.startswith(iim) and len(iim.encode()) >= longest - 3
    return xmp if is_cut else _fuller(iim, xmp)


def _fuller(exif: str, other: str) -> str:
    """Exif goes first, unless it is the same but for letters that its encoding could not hold."""
    return other if _is_poorer(exif, other) else exif or other


def _is_poorer(text: str, other: str) -> bool:
    return len(text) == len(other) and all(
        a == b or not b.isascii() for a, b in zip(text, other, strict=True)
    )


def _captions(exif: Exif, iim: Iim, xmp: Xmp, *, is_iim_newer: bool) -> dict[str, str]:
    """The captions by language; one without a language that repeats another's is left out."""
    named = {language: text for language, text in xmp.captions.items() if language}
    default = xmp.captions.get("", "")
    plain = _between(iim.caption, default, _CUT["caption"], is_iim_newer=is_iim_newer)
    same = (text for text in (plain, *named.values()) if _is_poorer(exif.caption, text))
    plain = next(same, exif.caption or plain)
    return named if plain in ("", *named.values()) else {"": plain, **named}


def _stock_id(said: str, title: str, filename: str) -> str:
    """What the file says for certain, else the number in its name, else a title that is one."""
    numbers = (said, stock_id(filename), title if title.isdecimal() else stock_id(title))
    return next((number for number in numbers if number), "")


def _instant(exif: dt.datetime | None, *others: dt.datetime | None) -> dt.datetime | None:
    """The hour in UTC. The camera's clock, if it named no offset, may have one beside it."""
    taken = exif or next((other for other in others if other), None)
    if taken and not taken.tzinfo:
        for other in others:
            if other and other.tzinfo and _is_same(taken, other):
                taken = other
                break
    try:
        if taken and not taken.tzinfo:
            taken = taken.replace(tzinfo=COPENHAGEN)
        return taken.astimezone(dt.UTC) if taken else None
    except OverflowError:  # in the years 1 and 9999
        return None


def _is_same(clock: dt.datetime, aware: dt.datetime) -> bool:
    """Whether some time zone shows `clock` at the instant `aware`."""
    offset = (clock - aware.astimezone(dt.UTC).replace(tzinfo=None)).total_seconds()
    return offset % 900 == 0 and abs(offset) <= 14 * 3600
