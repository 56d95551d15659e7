"""Marked headings: “Slide 3”, running numbers, “##” and bold print."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from articles.importing.classify import BOLD_LEVEL, Kind, Token, after
from articles.importing.lines import Fate, Why

LONG_HEADING = 20  # words
HEADS = frozenset({Kind.TEXT, Kind.FIELD, Kind.MARKUP, Kind.NUMBERED, Kind.SLIDE_MARK})


def settle_headings(tokens: list[Token]) -> list[Token]:
    """Return `tokens` with every marked heading a field, and every other mark plain text."""
    return _markup(_numbered(_slide_marks(tokens)))


def _slide_marks(tokens: list[Token]) -> list[Token]:
    """Make the words after “Slide 3” its heading; drop lone numbers that count nothing."""
    real = [t for t in tokens if t.kind is Kind.SLIDE_MARK and t.field in ("slide", "dias")]
    named = [t for t in tokens if t.kind is Kind.SLIDE_MARK and t.field]
    marks = real or (named if _counts(named) else [])
    if not marks:
        bare = [t for t in tokens if t.kind is Kind.SLIDE_MARK and not t.field]
        marks = bare if _counts(bare) else []
    numbers = {t.number for t in marks}
    settled = [
        t.as_text() if t.kind is Kind.SLIDE_MARK and t.number not in numbers else t for t in tokens
    ]
    for index, token in enumerate(settled):
        if token.kind is not Kind.SLIDE_MARK:
            continue
        if token.value:
            settled[index] = replace(token, kind=Kind.FIELD, field=Fate.HEADING)
        else:
            _head_after(settled, index)
    return settled


def _head_after(tokens: list[Token], index: int) -> None:
    """Find the heading of the slide that the bare mark at `index` opens.

    Where there is none the mark itself stays and stands for it.
    """
    for place in after(tokens, index):
        token = tokens[place]
        if token.kind is Kind.SLIDE_MARK:
            return
        if token.kind is Kind.FIELD and token.field == Fate.HEADING:
            break
        if token.kind in (Kind.TEXT, Kind.MARKUP, Kind.NUMBERED):
            if len(token.text.split()) > LONG_HEADING or token.text.endswith("."):
                return
            tokens[place] = replace(token, kind=Kind.FIELD, field=Fate.HEADING)
            break
        if token.kind is Kind.FIELD and token.field == Fate.BODY:
            return
    else:
        return
    tokens[index] = replace(tokens[index], kind=Kind.FIELD, field=Fate.LABEL)


def _counts(marks: Sequence[Token]) -> bool:
    """Say whether the numbers of `marks` run up or down, by one most of the time.

    Not always: a desk cuts slide 6 and leaves the other numbers as they are.
    """
    levels = [t.level for t in marks]
    steps = [b - a for a, b in pairwise(levels)]
    one_way = all(step > 0 for step in steps) or all(step < 0 for step in steps)
    return one_way and 2 * sum(abs(step) == 1 for step in steps) > len(steps)


def _numbered(tokens: list[Token]) -> list[Token]:
    """Make “1. …”, “2. …” headings where they count and text stands between them.

    Numbers right below each other are a list inside the text. A running number goes, since
    slides are numbered anyway; one that counts down says something and stays.
    """
    places = [i for i, t in enumerate(tokens) if t.kind is Kind.NUMBERED]
    heads = [
        place
        for place, end in zip(places, [*places[1:], len(tokens)], strict=False)
        if len(tokens[place].value.split()) <= LONG_HEADING
        and any(t.kind is Kind.TEXT for t in tokens[place + 1 : end])
    ]
    levels = [tokens[place].level for place in heads]
    if not _counts([tokens[place] for place in heads]) or _lists(tokens, heads):
        heads = []
    running = bool(heads) and levels[0] == 1
    settled = [t.as_text() if t.kind is Kind.NUMBERED else t for t in tokens]
    for one, two in pairwise(places):
        if _lists(tokens, [one, two]) and _counts([tokens[one], tokens[two]]):
            for place in {one, two} - set(heads):
                settled[place] = replace(settled[place], kind=Kind.FIELD, field=Fate.BODY)
    for place in heads:
        value = tokens[place].value if running else tokens[place].text
        settled[place] = replace(tokens[place], kind=Kind.FIELD, field=Fate.HEADING, value=value)
    return settled


def _lists(tokens: Sequence[Token], places: Sequence[int]) -> bool:
    """Say whether numbers are a list inside a slide, where other slides begin by a credit.

    Headings have their credits between them; the items of a list have the credits around them.
    """
    credits = [i for i, t in enumerate(tokens) if t.kind is Kind.CREDIT]
    inside = sum(any(a < i < b for i in credits) for a, b in pairwise(places))
    around = sum(i < places[0] or i > places[-1] for i in credits) if places else 0
    return len(credits) > 1 and around > 1 and inside * 2 < len(places) - 1


def _markup(tokens: list[Token]) -> list[Token]:
    """Settle which level of “#” or bold print is the slides': the one used most.

    A higher one above them all is the headline, a lower one a subheading in a slide's text.
    """
    marked = [t for t in tokens if t.kind is Kind.MARKUP]
    if any(t.level < BOLD_LEVEL for t in marked):
        marked = [t for t in marked if t.level < BOLD_LEVEL]
    if not marked:
        return tokens
    labelled = any(t.kind is Kind.FIELD and t.field == Fate.HEADLINE for t in tokens)
    first = next(t for t in tokens if t.kind in HEADS)
    title = first.number if not labelled and first in marked else None
    counts = Counter(t.level for t in marked if t.number != title)
    level = max(counts, key=lambda each: (counts[each], -each), default=0)
    numbers = {t.number for t in marked}
    return [_by_level(t, title, level, numbers) for t in tokens]


def _by_level(token: Token, title: int | None, level: int, marked: set[int]) -> Token:
    if token.kind is not Kind.MARKUP:
        return token
    if token.number not in marked:
        return replace(token, kind=Kind.TEXT)
    if token.number == title:
        return replace(token, kind=Kind.FIELD, field=Fate.HEADLINE)
    if token.level > level:
        return replace(token, kind=Kind.FIELD, field=Fate.BODY, why=Why.SUBHEADING)
    why = Why.SECTION if token.level < level else None
    return replace(token, kind=Kind.FIELD, field=Fate.HEADING, why=why)
