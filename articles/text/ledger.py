"""The translation ledger: what each translated field was translated from. Pure.

Per field: {"to": the language that is the translation, "of": the exact text in the other language
that it was translated from}. A translation is stale when its original says something else by now;
spacing, punctuation and the shape of quotation marks make nothing stale, and neither does a fix
that the gate has offered. "was" are the last translations that were brought up to date, with what
each was of, [[translation, original], …]: where one comes back (undo), so does what it was of.
"""

import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import Any, Final

from articles.text.languages import LANGUAGES, other
from articles.text.sanitise import plain

FIELDS: Final = (
    *("kicker", "headline", "standfirst", "seo_title", "seo_description"),
    *("heading", "body", "caption", "alt"),
    "label",
)
Entry = Mapping[str, Any]
Basis = Mapping[str, Entry]
_REMEMBERED: Final = 3
# Of punctuation, what is read aloud: 5 % is not 5, and neither is −5.
_SAID: Final = frozenset("%‰§&#@")
_MINUS: Final = re.compile(r"(?<!\w)[-\u2010-\u2015\u2212](?=\d)")


def after(
    basis: Basis, field: str, language: str, *, old: str, new: str, twin: str, mended: bool = False
) -> Basis:
    """`basis` once the text in `language` went from `old` to `new`; `twin` is the other's.

    `mended`: the gate's own fix, which changes no meaning: what was up to date stays so.
    """
    if field not in FIELDS or old == new:
        return basis
    known = basis.get(field)
    is_original = known is not None and known["to"] != language
    if not twin or not (new or is_original):
        # Nothing is a translation of anything: which half is, the next writing says.
        return {name: entry for name, entry in basis.items() if name != field}
    if mended or not differs(old, new):
        return _in_step(basis, field, language, old=old, new=new)
    if is_original:
        return basis  # the original went on: how its translation stands is seen on reading
    if known or not old:
        return {**basis, field: _translated(known, language, old=old, new=new, twin=twin)}
    # A pair that stood already, and this half of it changed: the other was made from the old.
    return {**basis, field: {"to": other(language), "of": old}}


def _translated(
    known: Entry | None, language: str, *, old: str, new: str, twin: str
) -> dict[str, Any]:
    """The entry of a translation that went from `old` to `new` beside the original `twin`."""
    was: list[list[str]] = list(known.get("was", [])) if known else []
    for text, of in was:
        if text == new:
            return {"to": language, "of": of, "was": was}
    if known and old and differs(known["of"], twin):
        was = [*was, [old, known["of"]]][-_REMEMBERED:]
    return {"to": language, "of": twin, **({"was": was} if was else {})}


def _in_step(basis: Basis, field: str, language: str, *, old: str, new: str) -> Basis:
    """`basis` after words were mended: a translation of the old words is one of the new."""
    known = basis.get(field)
    if known and known["to"] != language and not differs(known["of"], old):
        return {**basis, field: {**known, "of": new}}
    return basis


def settled(basis: Basis, field: str, language: str, *, of: str) -> Basis:
    """`basis` once the text in `language` is known to say what `of`, a text in the other, says."""
    return {**basis, field: {**basis.get(field, {}), "to": language, "of": of}}


def recalled(basis: Basis, then: Basis, fields: Collection[str]) -> Basis:
    """`basis` with what it was `then` of `fields`, whose texts are as they were then."""
    left = {field: entry for field, entry in basis.items() if field not in fields}
    return {**left, **{field: then[field] for field in fields if field in then}}


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
    return one != two and _words(one) != _words(two)


def _words(text: Any) -> str:
    said = _MINUS.sub("\u2212", unicodedata.normalize("NFC", plain(str(text))))
    kept = (letter if _is_said(letter) else " " for letter in said if not _is_hidden(letter))
    return " ".join("".join(kept).casefold().split())


def _is_hidden(letter: str) -> bool:
    return unicodedata.category(letter) == "Cf"  # a soft hyphen parts no words


def _is_said(letter: str) -> bool:
    # Letters with their marks, digits, and signs such as €, + and °; of those ` and ´ are quotes.
    kind = unicodedata.category(letter)
    return kind[0] in "LMN" or letter in _SAID or (kind[0] == "S" and kind != "Sk")
