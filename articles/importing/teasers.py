"""The list of other articles below an article: titles, with or without a text each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from articles.importing.classify import Kind, Token
from articles.importing.costs import heading_cost
from articles.importing.furniture import FOOTER
from articles.importing.ledger import Ledger
from articles.importing.lines import Fate, Why
from articles.importing.markers import BULLETED
from articles.importing.parts import Teaser
from articles.importing.titles import normalise

Group = Sequence[Token]

LONGEST_TITLE = 160  # characters
DROPPED = {
    Kind.DATE: Why.DATE,
    Kind.URL: Why.ADDRESS,
    Kind.BYLINE: Why.OTHER_BYLINE,
    Kind.CREDIT: Why.OTHER_CREDIT,
    Kind.PHOTO_FILE: Why.OTHER_CREDIT,
    Kind.STOCK_ID: Why.OTHER_CREDIT,
    Kind.SLIDE_MARK: Why.COUNTER,
}


@dataclass
class _Entry:
    """A title of the list as it is met, with the texts below it."""

    title: Group
    texts: list[Group]

    @property
    def words(self) -> str:
        return _words(self.title)

    @property
    def key(self) -> str:
        return normalise(self.words)


def read(groups: Sequence[Group], *, headline: str, ledger: Ledger) -> tuple[Teaser, ...]:
    """Return the teasers in `groups`, each title once, and enter every line in `ledger`."""
    listed = [_unbulleted(group) for group in groups if not _is_furniture(group, ledger)]
    entries = _entries(listed, ledger)
    seen: dict[str, _Entry] = {}
    for entry in entries:
        if any("](" in _words(group) for group in (entry.title, *entry.texts)):
            for group in (entry.title, *entry.texts):
                ledger.aside(group, Why.MARKDOWN_INSIDE)
        elif entry.key == normalise(headline):
            _drop(entry, Why.OWN_TEASER, ledger)
        elif entry.key in seen:
            _repeat(entry, seen[entry.key], ledger)
        elif not entry.texts and len(entry.words.split()) < 3:
            ledger.aside(entry.title, Why.SECTION_NAME)
        else:
            seen[entry.key] = entry
            ledger.use(entry.title, Fate.TEASER_TITLE)
            for text in entry.texts:
                ledger.use(text, Fate.TEASER_TEXT)
    return tuple(
        Teaser(entry.words, " ".join(map(_words, entry.texts)), entry.title[0].number)
        for entry in seen.values()
    )


def _is_furniture(group: Group, ledger: Ledger) -> bool:
    first = group[0]
    if not _words(group):
        ledger.use(group, Fate.LABEL)
    elif FOOTER.fullmatch(first.text.rstrip(" :.")):
        ledger.drop(group, Why.FOOTER)
    elif first.kind in DROPPED:
        ledger.drop(group, DROPPED[first.kind])
    else:
        return False
    return True


def _entries(groups: Sequence[Group], ledger: Ledger) -> list[_Entry]:
    """Pair titles with texts; what fits neither is put aside."""
    entries: list[_Entry] = []
    for index, group in enumerate(groups):
        then = groups[index + 1] if index + 1 < len(groups) else None
        open_entry = entries[-1] if entries and not entries[-1].texts else None
        if open_entry and _is_text_of(open_entry, group, then):
            open_entry.texts.append(group)
        elif _is_title(_words(group)) or (not open_entry and _is_title_above(group, then)):
            entries.append(_Entry(group, []))
        elif open_entry:
            open_entry.texts.append(group)
        elif entries and group[0].glued:
            entries[-1].texts.append(group)
        else:
            ledger.aside(group, Why.IN_TEASERS)
    return entries


def _is_text_of(entry: _Entry, group: Group, then: Group | None) -> bool:
    """Say whether a line right below a title, with a gap after it, is its text all the same."""
    pair = group[0].glued and not entry.title[0].glued and (then is None or not then[0].glued)
    return pair or not _is_title(_words(group))


def _is_title_above(group: Group, then: Group | None) -> bool:
    """Say whether a title that ends like a sentence shows by the longer text below it."""
    words = _words(group)
    return len(words) <= LONGEST_TITLE and then is not None and len(_words(then)) > len(words)


def _is_title(words: str) -> bool:
    return heading_cost(words) < 3 and len(words) <= LONGEST_TITLE


def _repeat(entry: _Entry, earlier: _Entry, ledger: Ledger) -> None:
    """Enter a title that is listed again; its text counts if it says something new."""
    ledger.drop(entry.title, Why.REPEATED_TEASER)
    known = normalise(" ".join(map(_words, earlier.texts)))
    for text in entry.texts:
        if normalise(_words(text)) in known:
            ledger.drop(text, Why.REPEATED_TEASER)
        elif not known:
            earlier.texts.append(text)
            ledger.use(text, Fate.TEASER_TEXT)
        else:
            ledger.aside(text, Why.IN_TEASERS)


def _drop(entry: _Entry, why: Why, ledger: Ledger) -> None:
    for group in (entry.title, *entry.texts):
        ledger.drop(group, why)


def _words(group: Group) -> str:
    return " ".join(token.value for token in group)


def _unbulleted(group: Group) -> Group:
    first = BULLETED.fullmatch(group[0].value)
    return [replace(group[0], value=first["value"]), *group[1:]] if first else group
