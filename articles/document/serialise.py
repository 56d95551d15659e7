"""Documents and cards as JSON, back again, and the digest that tells two apart."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any, Final

from articles.document.schema import (
    SCHEMA,
    BylineDocument,
    Card,
    Document,
    LinkDocument,
    NoticeDocument,
    PhotoFacts,
    SlideDocument,
    SourceDocument,
)
from articles.photos.files import Rendition

Json = dict[str, Any]

# Not part of a digest, so that one made before there were such fields still counts.
_UNDECIDED: Final = (
    "editorial_only",
    "byline_required",
    "colour",
    "alt",
    "caption",
    "renditions",
)


def _photos_know_their_words(data: Json) -> Json:
    """1 -> 2: photos gained their own words; a substitute is a photo, and not only its number.

    What the number meant then can not be known now, so such a slide goes without. Nor can which
    of a slide's words were the library's: they all count as its own.
    """
    return {
        **data,
        "schema": 2,
        "lead": _without_substitute(data["lead"]),
        "slides": [
            {**slide, "photo": _without_substitute(slide["photo"])} for slide in data["slides"]
        ],
    }


def _without_substitute(photo: Json | None) -> Json | None:
    return {**photo, "substitute": None} if photo else None


# {n: the function that turns a document of schema n into one of schema n + 1}
UPGRADES: Final[dict[int, Callable[[Json], Json]]] = {1: _photos_know_their_words}


class UnknownSchema(Exception):
    """A document was written by a newer version of this program."""


def dump(value: Document | Card) -> Json:
    """As plain JSON data."""
    return json.loads(json.dumps(asdict(value)))


def load(data: Mapping[str, Any]) -> Document:
    """A document from its JSON data, whatever schema it was written in."""
    data = upgrade(dict(data))
    return Document(
        **{
            **data,
            "lead": _photo(data["lead"]),
            "bylines": tuple(BylineDocument(**item) for item in data["bylines"]),
            "sources": tuple(SourceDocument(**item) for item in data["sources"]),
            "slides": tuple(_slide(item) for item in data["slides"]),
            "links": tuple(LinkDocument(**item) for item in data["links"]),
            "notices": tuple(NoticeDocument(**item) for item in data["notices"]),
        }
    )


def load_card(data: Mapping[str, Any]) -> Card:
    """A card from its JSON data, of any schema."""
    photo = data["photo"]
    if photo and isinstance(photo.get("substitute"), int):  # of schema 1
        photo = _without_substitute(photo)
    return Card(**{**data, "photo": _photo(photo)})


def upgrade(data: Json) -> Json:
    """JSON data of any earlier schema as that of today's."""
    while data["schema"] < SCHEMA:
        data = UPGRADES[data["schema"]](data)
    if data["schema"] > SCHEMA:
        raise UnknownSchema(f"schema {data['schema']}, but this program knows {SCHEMA}")
    return data


def digest(document: Document) -> str:
    """SHA-256 of what an editor decided: two documents with the same digest read the same.

    Left out is what is computed, and what readers do not see: see PhotoFacts.decided.
    """
    data = asdict(document)
    del data["schema"]
    shown = [(data, "lead", document.lead)]
    pairs = zip(data["slides"], document.slides, strict=True)
    shown += [(slide, "photo", each.photo) for slide, each in pairs]
    for holder, name, photo in shown:
        holder[name] = _decided(photo)
    canonical = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _decided(photo: PhotoFacts | None) -> Json | None:
    if photo is None:
        return None
    data = asdict(photo.decided())
    for name in _UNDECIDED:
        del data[name]
    return {**data, "substitute": _decided(photo.substitute)}


def _slide(data: Mapping[str, Any]) -> SlideDocument:
    return SlideDocument(**{**data, "photo": _photo(data["photo"])})


def _photo(data: Mapping[str, Any] | None) -> PhotoFacts | None:
    if data is None:
        return None
    return PhotoFacts(
        **{
            **data,
            "substitute": _photo(data.get("substitute")),
            "renditions": tuple(Rendition(**item) for item in data["renditions"]),
        }
    )
