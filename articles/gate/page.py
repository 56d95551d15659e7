"""The page of docs/ that lists every rule, made from the registry."""

from collections.abc import Iterable, Iterator
from typing import Final

from articles.gate.registry import Level, Rule

HEAD: Final = """# The gate

Every rule that a text, a slide or an article is held against: while it is written, at the publish
panel, and again by `manage.py audit` over what is live. Made by `manage.py list_rules --write` from
the rules themselves.

A rule that *stops* keeps the language it is about from going out; an editor may overrule it at the
panel, with a reason that is kept with the edition. One that is *final* concerns rights, or there is
no page without it: nobody overrules it. A rule that *warns* stops nothing.
"""
# The first part of a code, as a heading; in the order of the page.
_AREAS: Final = {
    "language": "Language",
    "translation": "Translation",
    "leftover": "Leftovers",
    "typo": "Typography",
    "photo": "Photos",
    "lead": "The lead photo",
    "slide": "Slides",
    "slides": "Slides",
    "ad": "Advertising",
    "sponsor": "Advertising",
    "link": "Links",
}
_REST: Final = "The article"


def page(rules: Iterable[Rule]) -> str:
    """Markdown, in English: one table per area."""
    areas: dict[str, list[Rule]] = {name: [] for name in (*_AREAS.values(), _REST)}
    for each in rules:
        areas[_AREAS.get(each.code.partition(".")[0], _REST)].append(each)
    return HEAD + "".join(_area(name, found) for name, found in areas.items() if found)


def _area(name: str, rules: Iterable[Rule]) -> str:
    rows = "".join(_rows(rules))
    return f"\n## {name}\n\n| rule | | what it is after | breaks it |\n|---|---|---|---|\n{rows}"


def _rows(rules: Iterable[Rule]) -> Iterator[str]:
    for each in rules:
        level = "warns" if each.level is Level.WARNS else "final" if each.final else "stops"
        example = each.example.replace("|", "\\|").replace("\n", " ")
        yield f"| `{each.code}` | {level} | {each.about} | {example} |\n"
