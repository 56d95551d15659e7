"""What publishing should do, said once more and as simply as can be: lists, no database.

A timeline is one language of one article: the list of what was or will be put before readers,
in order of time. What they see at an instant is the last entry up to it.
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from itertools import pairwise

# Kinds of Edition that do not move the date that readers see.
QUIET = ("minor", "reissue")


@dataclass(frozen=True)
class Words:
    """What a page says; `photo` is the number of its picture, `credit` what is said of that."""

    headline: str
    standfirst: str
    slug: str
    photo: int = 0
    credit: str = ""

    def with_parts(self, other: "Words", parts: Collection[str] | None) -> "Words":
        if parts is None:
            return other
        return replace(self, **{name: getattr(other, name) for name in parts})


@dataclass(frozen=True)
class Note:
    date: dt.datetime
    text: str


@dataclass(frozen=True)
class Entry:
    """`words` None: withdrawn."""

    at: dt.datetime
    words: Words | None
    kind: str = ""
    notes: tuple[Note, ...] = ()


class NotNow(Exception):
    """The model's word for any refusal; `error` is the name of the real one."""

    def __init__(self, error: str) -> None:
        self.error = error


@dataclass
class Timeline:
    working: Words
    entries: list[Entry] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def seen(self, at: dt.datetime) -> Entry | None:
        last = [entry for entry in self.entries if entry.at <= at][-1:]
        return last[0] if last and last[0].words else None

    def scheduled(self, now: dt.datetime) -> list[Entry]:
        return [entry for entry in self.entries if entry.at > now]

    def slugs(self) -> set[str]:
        return {entry.words.slug for entry in self.entries if entry.words}

    def instants(self) -> set[dt.datetime]:
        return {entry.at for entry in self.entries}

    def first_date(self) -> dt.datetime | None:
        """When readers first see anything; what is replaced in the same instant they never do."""
        shown: list[dt.datetime | None] = [entry.at for entry in self.entries if entry.words]
        lasting = [
            entry.at
            for entry, following in pairwise([*self.entries, None])
            if entry and entry.words and (following is None or following.at > entry.at)
        ]
        return (lasting or shown or [None])[0]

    def modified(self, at: dt.datetime) -> dt.datetime | None:
        first = self.first_date()
        loud = [e.at for e in self.entries if e.words and e.kind not in QUIET and e.at <= at]
        return max(filter(None, [first, *loud]), default=None)

    # --- Acts, as of `now` -----------------------------------------------------------------------

    def publish(
        self,
        *,
        now: dt.datetime,
        at: dt.datetime | None,
        kind: str,
        note: str,
        parts: Collection[str] | None,
        ahead: str,
        taken: Collection[str],
    ) -> None:
        when = at or now
        if ahead == "cancel":
            self._drop(now, since=when)
        base = self.seen(when)
        if parts is not None and base is None:
            raise NotNow("NothingLive")
        live = base.words if base and base.words else self.working
        if note:
            self.notes = sorted([*self.notes, Note(when, note)], key=lambda each: each.date)
        new = self._entry(when, live.with_parts(self.working, parts), kind)
        later = [entry for entry in self.scheduled(now) if entry.at > when]
        self.entries = [e for e in self.entries if e.at <= now or e.at < when]
        self._add(new, taken)
        for entry in later:
            assert entry.words
            anew = self._entry(entry.at, entry.words.with_parts(self.working, parts), entry.kind)
            before = self.entries[-1]
            if (anew.words, anew.notes) != (before.words, before.notes):
                self._add(anew, taken)

    def republish(self, old: Words, *, now: dt.datetime, at: dt.datetime | None, kind: str) -> None:
        when = at or now
        self._drop(now, since=when)
        self._add(self._entry(when, old, kind), ())

    def cancel(self, entry: Entry, *, now: dt.datetime) -> None:
        self.entries.remove(entry)
        self._settle_notes(now)

    def withdraw(self, *, now: dt.datetime) -> None:
        if self.seen(now) is None:
            raise NotNow("NothingLive")
        self._drop(now, since=now)
        self.entries.append(Entry(now, None))

    def show(self, photo: int, credit: str) -> None:
        """The library says something else of the picture, or another one took its place."""
        self.working = replace(self.working, photo=photo, credit=credit)

    def catch_up(self, *, now: dt.datetime) -> bool:
        """What is live and what is to come show the picture as it is now; whether they did not."""
        shown, later = self.seen(now), self.scheduled(now)
        entries = [entry for entry in self.entries if entry.at <= now]
        if shown and shown.words and self._anew(shown.words) != shown.words:
            entries.append(replace(shown, at=now, words=self._anew(shown.words), kind="reissue"))
        entries += [replace(e, words=self._anew(e.words)) if e.words else e for e in later]
        self.entries, before = entries, self.entries
        return entries != before

    def _anew(self, words: Words) -> Words:
        return replace(words, photo=self.working.photo, credit=self.working.credit)

    def _entry(self, at: dt.datetime, words: Words, kind: str) -> Entry:
        return Entry(at, words, kind, tuple(note for note in self.notes if note.date <= at))

    def _add(self, entry: Entry, taken: Collection[str]) -> None:
        assert entry.words
        if entry.words.slug in taken:
            raise NotNow("Refused")
        earlier = [each for each in self.entries if each.words]
        kind = entry.kind if earlier else "first"
        if earlier and kind == "first":
            kind = "update"
        self.entries.append(replace(entry, kind=kind))

    def _drop(self, now: dt.datetime, *, since: dt.datetime) -> None:
        self.entries = [e for e in self.entries if e.at <= now or e.at < since]
        self._settle_notes(now)

    def _settle_notes(self, now: dt.datetime) -> None:
        """A note still to come that nothing scheduled carries is not to come any more."""
        carried = {note for entry in self.scheduled(now) for note in entry.notes}
        self.notes = [note for note in self.notes if note.date <= now or note in carried]
