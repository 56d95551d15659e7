"""Clean articles in both languages, as a good desk writes them; nothing in them is to be found.

Each TOML file holds a few of a kind, as plain data. `en` and `da` of an article are its kicker,
headline, slug, standfirst, title and description for search; of a slide its heading, body, caption
and alt text. A body without markup is one paragraph. `after` of a link counts the slides; its
`article` is the id of another one.
"""

import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from articles.document.build import build
from articles.document.schema import BylineDocument, Document
from articles.document.working_copy import (
    ArticleTexts,
    SlideTexts,
    WorkingCopy,
    WorkingLink,
    WorkingPhoto,
    WorkingSlide,
    WorkingSource,
)
from articles.gate.registry import Finding, World, run
from articles.gate.untidied import untidied_texts
from articles.text.languages import LANGUAGES, other
from articles.text.slugs import slugify
from tests.documents import a_world, some_facts

_AGENCIES: Final = (
    ("Signe Brandt", "Kystfoto"),
    ("Jonas Wiik", "Shutterstock.com"),
    ("Olga Petrova", "Getty Images"),
)


@cache
def clean_articles() -> dict[str, WorkingCopy]:
    """Every clean article by its name, as a working copy."""
    found: dict[str, WorkingCopy] = {}
    for file in sorted(Path(__file__).parent.glob("*.toml")):
        for each in tomllib.loads(file.read_text(encoding="utf-8"))["article"]:
            assert each["name"] not in found, each["name"]
            found[each["name"]] = _working_copy(each, number=100 + len(found))
    return found


def judged(working: WorkingCopy, **world: Any) -> list[Finding]:
    """What the gate finds in both languages of it, as `manage.py audit --working-copy` does."""
    made = {language: build(working, language) for language in LANGUAGES}
    return [
        finding
        for language, document in made.items()
        for finding in run(document, _world(working, document, made[other(language)], **world))
    ]


def _world(working: WorkingCopy, document: Document, beside: Document, **fields: Any) -> World:
    known = a_world(
        other=beside,
        untidied=untidied_texts(working, document),
        rows=working.links,
        at_desk=True,
    )
    return replace(known, **fields)


def key(number: int) -> str:
    """The key of an article's slide `number`."""
    return f"slide{number}"


def _working_copy(raw: dict[str, Any], *, number: int) -> WorkingCopy:
    return WorkingCopy(
        article=number,
        texts={language: ArticleTexts(*raw[language]) for language in LANGUAGES},
        topic=3,
        bylines=tuple(BylineDocument(name, slugify(name), "text") for name in raw["byline"]),
        sources=tuple(
            WorkingSource({"en": english, "da": danish}, url)
            for english, danish, url in raw.get("source", ())
        ),
        slides=tuple(
            _slide(each, place, photo=1000 * number + place)
            for place, each in enumerate(raw["slide"], 1)
        ),
        links=tuple(_link(each, place) for place, each in enumerate(raw.get("link", ()), 1)),
    )


def _slide(raw: dict[str, Any], place: int, *, photo: int) -> WorkingSlide:
    creator, credit = raw.get("credit", _AGENCIES[photo % len(_AGENCIES)])
    return WorkingSlide(
        key=key(place),
        texts={language: _texts(*raw[language]) for language in LANGUAGES if language in raw},
        languages=raw.get("languages", "both"),
        photo=WorkingPhoto(some_facts(photo, creator=creator, credit=credit)),
    )


def _texts(heading: str, body: str, caption: str, alt: str) -> SlideTexts:
    return SlideTexts(heading, body if body.startswith("<") else f"<p>{body}</p>", caption, alt)


def _link(raw: dict[str, Any], place: int) -> WorkingLink:
    return WorkingLink(
        key(raw["after"]) if raw["after"] else "",
        article=raw.get("article"),
        url=raw.get("url", ""),
        labels=dict(zip(LANGUAGES, raw.get("label", ("", "")), strict=True)),
        key=f"link{place}",
    )
