"""A manuscript read: plain text to headline, slides, links, sources and teasers. Pure.

Lines are classified by their own words (`classify`), then by each other (`settle`); the
paragraphs that remain get their places from a weighted state machine (`layout`), and
everything else is hung on the slide where it stands (`assemble`).
"""

from collections.abc import Sequence
from itertools import pairwise

from django.utils.translation import gettext as _

from articles.importing import doubts, layout, teasers
from articles.importing.assemble import Assembler
from articles.importing.classify import Kind, Token, tokens
from articles.importing.costs import (
    Known,
    State,
    body_cost,
    is_like_heading,
    is_short_above_long,
)
from articles.importing.errors import ManuscriptError
from articles.importing.items import Item, groups, items, runs, wrapped
from articles.importing.layout import Placed
from articles.importing.ledger import Ledger
from articles.importing.lines import Fate
from articles.importing.parts import Manuscript
from articles.importing.settle import settle

LINE_LIMIT = 5_000
# What the list of other articles may hold besides teasers.
NOT_TEASERS = frozenset({Kind.BLANK, Kind.FURNITURE, Kind.ASIDE, Kind.ALSO_READ, Kind.SOURCE})


def parse(text: str, *, language: str) -> Manuscript:
    """Return the parts of the manuscript in `text`, every line of it accounted for.

    `language` (`en` or `da`) is that of the article; labels are known in both. Raises
    ManuscriptError if no slides can be found.
    """
    found = list(tokens(text))
    if len(found) > LINE_LIMIT:
        raise ManuscriptError(
            _("The file has more than %(limit)d lines: more than any article. Import one article.")
            % {"limit": LINE_LIMIT}
        )
    story, tail = settle(found)
    grouped = groups(story, wrapped(story))
    running = items(grouped)
    known = _known(story, running)
    placed = layout.read(running, known)
    if not placed or not _is_slideshow(placed, known):
        raise _no_slides()
    ledger = Ledger()
    assembler = Assembler(ledger, doubts.find(placed, known))
    _assemble(grouped, placed, assembler)
    listed = []
    for group in groups(tail, wrapped(tail)):
        if group[0].kind in NOT_TEASERS:
            assembler.hang(group)
        else:
            listed.append(group)
    front = assembler.front
    headline = " ".join(front.get(Fate.HEADLINE, ()))
    return Manuscript(
        language=language,
        headline=headline,
        kicker=" ".join(front.get(Fate.KICKER, ())),
        standfirst=" ".join(front.get(Fate.STANDFIRST, ())),
        bylines=tuple(front.get(Fate.BYLINE, ())),
        slides=tuple(slide.frozen(assembler.general_credit) for slide in assembler.slides),
        links=tuple(assembler.links),
        sources=tuple(assembler.sources),
        teasers=teasers.read(listed, headline=headline, ledger=ledger),
        lines=ledger.lines(len(found)),
    )


def _assemble(
    grouped: Sequence[list[Token]], placed: Sequence[Placed], assembler: Assembler
) -> None:
    by_line = {each.item.tokens[0].number: each for each in placed}
    for index, group in enumerate(grouped):
        if runs(group[0]):
            assembler.place(by_line[group[0].number])
        else:
            assembler.hang(group, next_slide=_touches_next_slide(grouped, index, by_line))


def _touches_next_slide(
    grouped: Sequence[list[Token]], index: int, by_line: dict[int, Placed]
) -> bool:
    """Say whether this stands right above a credit that opens a slide, so belongs to it."""
    for group in grouped[index + 1 :]:
        if not group[0].glued:
            return False
        if runs(group[0]):
            placed = by_line[group[0].number]
            return placed.opens and placed.state is State.CREDIT
    return False


def _known(story: Sequence[Token], running: Sequence[Item]) -> Known:
    fields = {token.field for token in story if token.kind is Kind.FIELD and token.value}
    words = [item for item in running if not item.is_credit]
    credited = len(running) > len(words)
    headings = any(item.must == Fate.HEADING for item in words)
    return Known(
        headline=Fate.HEADLINE in fields,
        standfirst=Fate.STANDFIRST in fields,
        credits=credited,
        headings=headings,
        spaced=sum(item.above for item in words) * 2 < len(words),
        stops=not (credited or headings) and _headings_stop(words[2:]),
    )


def _headings_stop(words: Sequence[Item]) -> bool:
    """Say whether most headings must be such as end in full stops, for want of others."""
    plain = sum(is_like_heading(a.text) and not is_like_heading(b.text) for a, b in pairwise(words))
    stopped = sum(
        a.text.endswith(".") and is_short_above_long(words, index) for index, a in enumerate(words)
    )
    return plain * 2 < stopped


def _is_slideshow(placed: Sequence[Placed], known: Known) -> bool:
    """Tell slides from a letter or a shopping list.

    Without any sign of slides there must be a headline, and half must have a paragraph.
    """
    if known.credits or known.headings:
        return True
    if not known.headline and all(each.state is not State.HEADLINE for each in placed):
        return False
    slides = sum(each.opens for each in placed)
    paragraphs = [
        each for each in placed if each.state is State.BODY and not body_cost(each.item.text)
    ]
    return len(paragraphs) * 2 >= slides


def _no_slides() -> ManuscriptError:
    return ManuscriptError(
        _(
            "No slides could be found in this text. A manuscript has a headline, a standfirst and"
            " then slides, each with a heading on a line of its own and its text below it."
            " Put the headings on lines of their own, or write “Slide 1”, “Slide 2” above them,"
            " and import the file again."
        )
    )
