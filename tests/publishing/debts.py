"""What corrections of one language owe the other, said once more: dictionaries, no database."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from articles.text.languages import other
from tests.publishing.model import Timeline

Key = tuple[str, str]  # the note, and the language that was corrected


@dataclass
class Debts:
    """{correction: the note of the other language that settles it, or None}."""

    owed: dict[Key, str | None] = field(default_factory=dict)

    def correct(
        self,
        timelines: Mapping[str, Timeline],
        languages: Sequence[str],
        note: str,
        *,
        when: dt.datetime,
        now: dt.datetime,
        answers: bool,
    ) -> None:
        """`languages` were corrected at one instant, whatever of it readers see later."""
        self.forget(timelines)
        answered = {
            language: self._settle(timelines, language, note) if answers else None
            for language in languages
        }
        for language in languages:
            there, entry = other(language), timelines[language].seen(when)
            assert entry
            if entry.kind != "correction":
                continue
            answer = note if there in languages else answered[language]
            beside = timelines[there]
            if answer or beside.seen(now) or beside.scheduled(now):
                self.owed[note, language] = answer

    def _settle(self, timelines: Mapping[str, Timeline], language: str, note: str) -> str | None:
        """The last correction of the other language that this one answers."""
        last = None
        for each in timelines[other(language)].notes:
            key = (each.text, other(language))
            if key in self.owed and self.owed[key] is None:
                self.owed[key], last = note, each.text
        return last

    def forget(self, timelines: Mapping[str, Timeline]) -> None:
        """What was cancelled before anybody saw it neither owes nor settles."""
        stands = {
            (note.text, language) for language, line in timelines.items() for note in line.notes
        }
        self.owed = {
            (note, language): answer if answer and (answer, other(language)) in stands else None
            for (note, language), answer in self.owed.items()
            if (note, language) in stands
        }

    def shown(self, timelines: Mapping[str, Timeline], now: dt.datetime) -> set[Key]:
        """Those that wait for a page which readers have, or will have."""
        return {
            (note, language)
            for (note, language), answer in self.owed.items()
            if answer is None
            for beside in [timelines[other(language)]]
            if beside.seen(now) or beside.scheduled(now)
        }
