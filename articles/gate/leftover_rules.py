"""The rules about what was left behind: by templates, programs, and writers in a hurry."""

from collections.abc import Callable, Iterator
from typing import Final

from django.utils.translation import gettext_lazy as _

from articles.gate.registry import Flaw, Level, text_rule
from articles.gate.texts import FIELDS, NAMES, Text
from articles.gate.wording import filled, quotation
from articles.text import damage
from articles.text.leftovers import empty_labels, passages, placeholders
from articles.text.sanitise import clean_body
from articles.text.unfinished import dangling, is_cut, stops_short

_SENTENCES: Final = frozenset({"standfirst", "body"})


def _passages(text: Text) -> tuple[str, ...]:
    return passages(text.stored, is_html=text.is_html)


def _mended(text: Text, mend: Callable[[str], str | None]) -> str | None:
    """The whole stored text mended, if that is certain of every word of it."""
    mended = damage.in_words(text.stored, mend) if text.is_html else mend(text.stored)
    if not mended:
        return None
    return (clean_body(mended) or None) if text.is_html else mended


@text_rule(
    "leftover.placeholder",
    Level.BLOCKS,
    about=_("Placeholder text, or a note to oneself, that was to be replaced."),
    example="Html code here! [gallery ids=1,2] TODO: a quote",
    fields=FIELDS | NAMES,
)
def placeholder(text: Text) -> Iterator[Flaw]:
    for passage in _passages(text):
        found = next(placeholders(passage), None)
        if found and found.sure:
            yield Flaw(
                filled(
                    _(
                        "“%(words)s” is placeholder text or a note. Write what belongs there, or delete it."
                    ),
                    words=quotation(found.words),
                )
            )
        elif found and text.field != "kicker":  # “Test” and “Text” are words over a headline
            yield Flaw(
                filled(
                    _(
                        "“%(words)s” may be placeholder text. If so, write what belongs there, or delete it."
                    ),
                    words=quotation(found.words),
                ),
                level=Level.WARNS,
            )


@text_rule(
    "leftover.empty.label",
    Level.BLOCKS,
    about=_("A label with nothing behind it."),
    example="Date:",
    fields=FIELDS | NAMES,
)
def empty_label(text: Text) -> Iterator[Flaw]:
    blocks = _passages(text)
    for place, passage in enumerate(blocks, 1):
        labels = empty_labels(passage)
        # What a label announces may stand in the next paragraph, unless that is a label as well.
        if labels and place < len(blocks) and not empty_labels(blocks[place]):
            labels = labels[:-1] if passage.endswith(":") else labels
        for label in labels:
            yield Flaw(
                filled(
                    _("Nothing follows “%(words)s”. Fill it in, or delete the label."),
                    words=quotation(label),
                )
            )


@text_rule(
    "leftover.unfinished",
    Level.WARNS,
    about=_("A text that stops before it ends: with a comma, with “and”, without a full stop."),
    example="The council will decide in the spring, and",
)
def unfinished(text: Text) -> Iterator[Flaw]:
    whole = text.field in _SENTENCES
    blocks = _passages(text)
    ends_in_a_list = text.is_html and text.stored.endswith(("</ul>", "</ol>"))
    for place, passage in enumerate(blocks, 1):
        if empty_labels(passage):
            continue
        last = place == len(blocks)
        word = dangling(passage, colon=whole and last) if last or len(passage.split()) > 3 else ""
        if word and not last and passage.endswith((":", ",", ";")):
            continue  # a salutation, or a list written as paragraphs
        if word or (is_cut(passage) and (last or whole)):
            words = quotation(word or " ".join(passage.split()[-3:]))
            yield Flaw(
                filled(
                    _("The text breaks off at “%(words)s”. Finish the sentence."),
                    words=words,
                )
            )
        elif last and whole and not ends_in_a_list and stops_short(passage):
            yield Flaw(
                filled(
                    _(
                        "The text ends without a full stop: “%(words)s”. Finish the sentence, or add one."
                    ),
                    words=quotation(" ".join(passage.split()[-4:])),
                )
            )


@text_rule(
    "leftover.mojibake",
    Level.BLOCKS,
    about=_("Letters that have come out wrong, such as Ã¸ for ø."),
    example="RÃ¸dgrÃ¸d og blÃ¥bÃ¦r",
    fields=FIELDS | NAMES,
)
def mojibake(text: Text) -> Iterator[Flaw]:
    found = next(damage.misread(text.plain), None)
    if found is None:
        return
    words = quotation(found.words)
    if fix := _mended(text, damage.reread):
        yield Flaw(
            filled(
                _("Letters have come out wrong: “%(words)s”. Put them right."),
                words=words,
            ),
            fix,
        )
    else:
        yield Flaw(
            filled(_("Letters have come out wrong: “%(words)s”. Type them again."), words=words)
        )


@text_rule(
    "leftover.invisible",
    Level.WARNS,
    about=_("Hidden characters: nobody sees them, or readers see boxes."),
    example="Hand\u200bball",
    fields=FIELDS | NAMES,
    of_untidied=True,
)
def invisible(text: Text) -> Iterator[Flaw]:
    if not (signs := damage.unseen(text.plain) or damage.unseen(text.stored)):
        return
    yield Flaw(
        filled(
            _("Hidden characters, shown here as dots: “%(words)s”. Delete them."),
            words=quotation(_with_dots(text.plain, signs)),
        ),
        _mended(text, damage.without_unseen),
        level=Level.BLOCKS if damage.is_seen_wrong(signs) else None,
    )


def _with_dots(text: str, signs: str) -> str:
    """The words that hidden characters stand in, with a dot for each of these."""
    shown = text.translate(dict.fromkeys(map(ord, signs), "·"))
    return " ".join(word for word in shown.split() if "·" in word)


@text_rule(
    "leftover.html",
    Level.BLOCKS,
    about=_("Code that readers see in the text."),
    example="Fish &amp;amp; chips<br>with peas",
    fields=FIELDS | NAMES,
)
def shown_html(text: Text) -> Iterator[Flaw]:
    found = next((each for each in damage.shown_html(text.plain) if each), None)
    if found:
        yield Flaw(
            filled(
                _("Readers see the code “%(words)s” in the text. Delete it."),
                words=quotation(found),
            ),
            _mended(text, damage.without_html),
        )
