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

# {n: the function that turns a document of schema n into one of schema n + 1}
UPGRADES: Final[dict[int, Callable[[Json], Json]]] = {}


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
    """A card from its JSON data."""
    return Card(**{**data, "photo": _photo(data["photo"])})


def upgrade(data: Json) -> Json:
    """JSON data of any earlier schema as that of today's."""
    while data["schema"] < SCHEMA:
        data = UPGRADES[data["schema"]](data)
    if data["schema"] > SCHEMA:
        raise UnknownSchema(f"schema {data['schema']}, but this program knows {SCHEMA}")
    return data


def digest(document: Document) -> str:
    """SHA-256 of what an editor decided: two documents with the same digest read the same.

    Left out is what is computed: the schema and the photos' renditions.
    """
    data = asdict(document)
    del data["schema"]
    for photo in (data["lead"], *(slide["photo"] for slide in data["slides"])):
        if photo:
            del photo["renditions"]
    canonical = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _slide(data: Mapping[str, Any]) -> SlideDocument:
    return SlideDocument(**{**data, "photo": _photo(data["photo"])})


def _photo(data: Mapping[str, Any] | None) -> PhotoFacts | None:
    if data is None:
        return None
    return PhotoFacts(
        **{**data, "renditions": tuple(Rendition(**item) for item in data["renditions"])}
    )
