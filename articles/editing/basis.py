"""What each translation was made from: the bone of the translation ledger. Pure.

Per field: {"to": the language that is the translation, "of": the exact text in the other language
that it was made from}. A translation is stale when its original says something else by now;
spacing, punctuation and the shape of quotation marks make nothing stale.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

from articles.text.languages import LANGUAGES, other
from articles.text.sanitise import plain

FIELDS: Final = ("kicker", "headline", "standfirst", "heading", "body", "caption", "alt")
Basis = Mapping[str, Mapping[str, str]]
_BESIDE: Final = re.compile(r"[^\w%]+")


def after(basis: Basis, field: str, language: str, *, old: str, new: str, twin: str) -> Basis:
    """`basis` once the text in `language` went from `old` to `new`; `twin` is the other's."""
    if field not in FIELDS or old == new:
        return basis
    left = {name: entry for name, entry in basis.items() if name != field}
    known = basis.get(field)
    if not new or not twin:
        return left
    if known and known["to"] != language:
        return basis  # the original went on: how its translation stands is seen on reading
    if known or not old:
        return {**left, field: {"to": language, "of": twin}}
    # A pair that stood already, and this half of it changed: the other was made from the old.
    return {**left, field: {"to": other(language), "of": old}}


def settled(basis: Basis, field: str, language: str, *, twin: str) -> Basis:
    """`basis` once somebody said that the text in `language` is right as it stands."""
    return {**basis, field: {"to": language, "of": twin}}


def stale(basis: Basis, texts: Mapping[str, Mapping[str, str]]) -> dict[str, tuple[str, str]]:
    """{field: (language of the translation, text that it was made from)} of what is behind.

    `texts` is {language: {field: text}} as it is now.
    """
    found = {}
    for field, entry in basis.items():
        to = entry["to"]
        now, mine = texts[other(to)].get(field, ""), texts[to].get(field, "")
        if mine and now and differs(entry["of"], now):
            found[field] = (to, entry["of"])
    return found


def missing(texts: Mapping[str, Mapping[str, str]]) -> dict[str, list[str]]:
    """{language: fields that are blank in it while the other has text}."""
    return {
        language: [
            field
            for field, text in texts[other(language)].items()
            if field in FIELDS and text and not texts[language].get(field)
        ]
        for language in LANGUAGES
    }


def differs(one: str, two: str) -> bool:
    """Whether two texts say different words: beyond spacing, punctuation and markup."""
    return _words(one) != _words(two)


def _words(text: Any) -> str:
    return _BESIDE.sub(" ", plain(str(text))).strip().casefold()
