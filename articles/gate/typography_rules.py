"""The rules about typography: what is typed wrong in a text, and the same text mended.

What is looked for stands in `articles.text`; here it gets its code and its words.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.gate.registry import Flaw, Level, text_rule
from articles.gate.texts import Text
from articles.gate.wording import later
from articles.text.capitals import capitals, doubled_words
from articles.text.filenames import looks_like_filename
from articles.text.number_style import foreign_numbers
from articles.text.quotes import (
    crowded_quotes,
    foreign_quotes,
    lone_brackets,
    lone_quotes,
    untidy_apostrophes,
)
from articles.text.typography import (
    doubled_marks,
    doubled_spaces,
    hyphens_for_dashes,
    missing_spaces,
    spaces_before,
)
from articles.text.visible import Slip, Visible, visible

Find = Callable[[str, str], Iterator[Slip]]

_DOUBLE: Final = frozenset('"“”„»«')
_SHOWN: Final = 3  # places that a message quotes
_ROUNDS: Final = 4  # a mended mark may stand beside the next that wants mending
_AROUND: Final[dict[Find, int]] = {lone_quotes: 2, lone_brackets: 1}


# --- From slips to flaws -------------------------------------------------------------------------


def _flaws(text: Text, find: Find, message: Promise) -> Iterator[Flaw]:
    """At most two: what one click mends, and what the editor has to look at."""
    if text.field in {"alt", "caption", "lead_alt"} and looks_like_filename(text.plain):
        return  # which is said already
    seen = visible(text.stored, text.language, is_html=text.is_html)
    slips = sorted(find(seen.masked, text.language))
    if not slips:
        return
    sure = [slip for slip in slips if slip.new is not None]
    fix = _mended(seen, text.language, find) if sure else None
    unsure = [slip for slip in slips if slip.new is None or fix is None]
    if fix is not None:
        yield Flaw(_said(message, seen, sure, find), fix)
    if unsure:
        yield Flaw(_said(message, seen, unsure, find))


def _mended(seen: Visible, language: str, find: Find) -> str | None:
    """The text with all that is sure mended; None where that would harm its markup."""
    for _round in range(_ROUNDS):
        slips = [slip for slip in find(seen.masked, language) if slip.new is not None]
        if not slips:
            return seen.stored
        stored = seen.mended(slips)
        if stored is None or stored == seen.stored:
            return None
        seen = visible(stored, language, is_html=seen.is_html)
    return None


def _said(message: Promise, seen: Visible, slips: list[Slip], find: Find) -> str:
    words = _AROUND.get(find, 0)
    places = [seen.around(slip.start, slip.end, words) for slip in slips]
    return later(_filled, message, tuple(dict.fromkeys(places)))


def _filled(message: Promise, places: tuple[str, ...]) -> str:
    quoted = [_quoted(place) for place in places[:_SHOWN]]
    if len(places) > _SHOWN:
        quoted.append("…")
    return str(message) % {"words": ", ".join(quoted)}


def _quoted(words: str) -> str:
    """The words in quotation marks that are not mistaken for any of their own."""
    has_marks = not _DOUBLE.isdisjoint(words)
    return (gettext("‘%(text)s’") if has_marks else gettext("“%(text)s”")) % {"text": words}


# --- Spaces --------------------------------------------------------------------------------------


def _missing(text: str, language: str) -> Iterator[Slip]:
    yield from missing_spaces(text, language)
    yield from crowded_quotes(text, language)


@text_rule(
    "typo.space.missing",
    Level.WARNS,
    about=_("A space is missing after a full stop, a comma or another mark."),
    example="You are not alone.The gulls are awake too.",
)
def space_missing(text: Text) -> Iterable[Flaw]:
    return _flaws(text, _missing, _("A space is missing in %(words)s. Put it in."))


@text_rule(
    "typo.space.doubled",
    Level.WARNS,
    about=_("There are two spaces or more between words."),
    example="The ferry  sails at noon.",
    of_untidied=True,
)
def space_doubled(text: Text) -> Iterable[Flaw]:
    return _flaws(
        text, doubled_spaces, _("There is more than one space in %(words)s. Leave just one.")
    )


@text_rule(
    "typo.space.before",
    Level.WARNS,
    about=_("There is a space before a mark, or inside brackets."),
    example="The ferry sails at noon , as always.",
)
def space_before(text: Text) -> Iterable[Flaw]:
    return _flaws(
        text, spaces_before, _("There is a space in the wrong place in %(words)s. Delete it.")
    )


# --- Marks ---------------------------------------------------------------------------------------


@text_rule(
    "typo.dash",
    Level.WARNS,
    about=_("A hyphen, or two, stands where a dash belongs."),
    example="The ferry - the last one - sails at noon.",
)
def dash(text: Text) -> Iterable[Flaw]:
    return _flaws(
        text,
        hyphens_for_dashes,
        _(
            "A hyphen stands for a dash in %(words)s."
            " Write – with a space on each side (none in a score or a range)."
        ),
    )


@text_rule(
    "typo.punctuation",
    Level.WARNS,
    about=_("Marks stand in a row that should be one, or an ellipsis has not three dots."),
    example="The ferry sails at noon..",
)
def punctuation(text: Text) -> Iterable[Flaw]:
    return _flaws(
        text,
        doubled_marks,
        _("Doubled punctuation in %(words)s. Leave one mark, or three dots."),
    )


@text_rule(
    "typo.quotes.unbalanced",
    Level.WARNS,
    about=_("A quotation is begun and not ended, or ended and not begun."),
    example="“The ferry sails at noon, says the mate.",
)
def quotes_unbalanced(text: Text) -> Iterable[Flaw]:
    return _flaws(
        text,
        lone_quotes,
        _("A quotation mark has no partner: %(words)s. Put the other one in, or delete it."),
    )


@text_rule(
    "typo.brackets.unbalanced",
    Level.WARNS,
    about=_("A bracket has no partner."),
    example="The ferry (the last one sails at noon.",
)
def brackets_unbalanced(text: Text) -> Iterable[Flaw]:
    return _flaws(
        text,
        lone_brackets,
        _("A bracket has no partner: %(words)s. Put the other one in, or delete it."),
    )


_QUOTES_IN: Final = {
    "en": _("Straight or foreign quotation marks: %(words)s. In English they are “ and ”."),
    "da": _("Straight or foreign quotation marks: %(words)s. In Danish they are » and «."),
}


@text_rule(
    "typo.quotes.style",
    Level.WARNS,
    about=_("Quotation marks are straight, or another language’s."),
    example='"The ferry sails at noon," says the mate.',
)
def quotes_style(text: Text) -> Iterable[Flaw]:
    return _flaws(text, foreign_quotes, _QUOTES_IN[text.language])


_APOSTROPHES_IN: Final = {
    "en": _("Straight marks or accents in %(words)s. Write ’, and ‘ and ’ around a quotation."),
    "da": _("A straight mark or an accent for an apostrophe in %(words)s. Write ’."),
}


@text_rule(
    "typo.apostrophe",
    Level.WARNS,
    about=_("Apostrophes of two kinds in one text, an accent for one, or straight single quotes."),
    example="It's the last ferry, and it isn’t late.",
)
def apostrophe(text: Text) -> Iterable[Flaw]:
    return _flaws(text, untidy_apostrophes, _APOSTROPHES_IN[text.language])


# --- Numbers -------------------------------------------------------------------------------------

_NUMBERS_IN: Final = {
    "en": _("A number written the Danish way: %(words)s. In English it is 1,500 and 3.5."),
    "da": _("A number written the English way: %(words)s. In Danish it is 1.500 and 3,5."),
}


@text_rule(
    "typo.number",
    Level.WARNS,
    about=_("A number with the comma and the full stop of the other language."),
    example="The club has 1.500 members.",
)
def number(text: Text) -> Iterable[Flaw]:
    return _flaws(text, foreign_numbers, _NUMBERS_IN[text.language])


# --- Words ---------------------------------------------------------------------------------------


@text_rule(
    "typo.word.doubled",
    Level.WARNS,
    about=_("A word stands twice in a row."),
    example="The ferry sails at at noon.",
)
def word_doubled(text: Text) -> Iterable[Flaw]:
    return _flaws(text, doubled_words, _("Twice in a row: %(words)s. Delete one."))


@text_rule(
    "typo.caps",
    Level.WARNS,
    about=_("Words are written in capitals that are no abbreviations."),
    example="THE LAST FERRY sails at noon.",
)
def caps(text: Text) -> Iterable[Flaw]:
    return _flaws(
        text,
        capitals,
        _("Capital letters: %(words)s. Write small ones, unless it is an abbreviation."),
    )
