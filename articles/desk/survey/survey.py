"""Where many articles stand, at a cost that does not grow with what nobody has changed.

Building both documents of an article and judging them takes some milliseconds; for a thousand that
is too long for a list. So what was reckoned is kept in this process with the fingerprint of what it
was reckoned from, and only what differs is reckoned again. Editions and the clock are not part of
it: they are read each time.
"""

import datetime as dt
import itertools
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import QuerySet

from articles.desk.columns import pair
from articles.desk.survey.fingerprints import fingerprints
from articles.desk.survey.reckoning import Leaf, Reckoned, reckon
from articles.models.article import Article
from articles.models.edition import Edition
from articles.publishing.state import Standing, State, standing
from articles.text.languages import LANGUAGES

_STEP: Final = 30  # articles reckoned between two looks at the clock
_KEPT: Final = 20_000
_memo: dict[int, tuple[int, Reckoned]] = {}

# A language in one of these is on its way to readers, or with them: what stops it matters now.
ON_THE_WAY: Final = frozenset({State.READY, State.SCHEDULED, State.LIVE, State.CHANGED})


@dataclass(frozen=True, slots=True)
class Surveyed:
    """Both languages of one article: where they stand, and what is to do."""

    standings: dict[str, Standing]
    leaves: Reckoned
    stages: Mapping[str, str]

    def planned(self) -> list[str]:
        return [each for each in LANGUAGES if self.state(each) is not State.NOT_PLANNED]

    def state(self, language: str) -> State:
        return self.standings[language].state

    def is_any(self, *states: State) -> bool:
        return any(where.state in states for where in self.standings.values())

    def lacks(self, language: str) -> bool:
        """Whether something is missing or stale in a language that readers are to get."""
        wanted = self.state(language) not in (State.NOT_PLANNED, State.WITHDRAWN)
        return wanted and bool(self.leaves[language].gaps)

    @property
    def is_ready(self) -> bool:
        """Whether a language marked as ready has something that readers have not got."""
        return any(
            self.state(each) is State.READY
            or (self.state(each) is State.CHANGED and self.stages[each] == State.READY)
            for each in LANGUAGES
        )

    @property
    def is_scheduled(self) -> bool:
        return any(where.scheduled for where in self.standings.values())

    @property
    def is_stopped(self) -> bool:
        """Whether the gate stops a language that is ready, scheduled or live."""
        return any(
            self.state(each) in ON_THE_WAY and self.leaves[each].blocks for each in LANGUAGES
        )

    @property
    def is_in_work(self) -> bool:
        """Whether something is left to do before readers have all that is planned."""
        return any(
            where.state in (State.WRITING, State.READY)
            or (where.unpublished_changes and where.state in (State.CHANGED, State.SCHEDULED))
            for where in self.standings.values()
        )


@dataclass(frozen=True, slots=True)
class Survey:
    """`rows` by article, the one changed last first; not `complete` where the time was up."""

    rows: dict[int, Surveyed]
    complete: bool = True


def survey(
    articles: QuerySet[Article], *, as_of: dt.datetime, seconds: float | None = None
) -> Survey:
    """Where each of `articles` stands: thirteen queries, and ten for every thirty changed.

    With `seconds` it stops after about so long, having gone through what was changed last.
    """
    articles = articles.order_by("-changed_at", "-pk")
    chains = _chains(articles)
    marks = fingerprints(articles, chains, as_of=as_of)
    stale = [pk for pk, mark in marks.items() if _memo.get(pk, (None,))[0] != mark]
    complete = _catch_up(stale, marks, chains, as_of, seconds)
    rows = {pk: _memo[pk][1] for pk, mark in marks.items() if _memo.get(pk, (None,))[0] == mark}
    stages = {
        pk: dict(zip(LANGUAGES, each, strict=True))
        for pk, *each in articles.values_list("pk", *pair("stage"))
    }
    return Survey(
        {
            pk: Surveyed(
                _standings(leaves, stages[pk], chains.get(pk, []), as_of), leaves, stages[pk]
            )
            for pk, leaves in rows.items()
            if pk in stages  # else it was deleted this moment
        },
        complete,
    )


def _chains(articles: QuerySet[Article]) -> dict[int, list[Edition]]:
    found: dict[int, list[Edition]] = defaultdict(list)
    within = articles.order_by().values("pk")
    standing = Edition.objects.standing().filter(article__in=within)
    for edition in standing.order_by("live_from", "number").defer("document", "card"):
        found[edition.article_id].append(edition)
    return found


def _catch_up(
    stale: Sequence[int],
    marks: dict[int, int],
    chains: dict[int, list[Edition]],
    as_of: dt.datetime,
    seconds: float | None,
) -> bool:
    """Reckon those of `stale`, until the time is up; whether all were."""
    until = time.monotonic() + seconds if seconds is not None else None
    if len(_memo) > _KEPT:
        _memo.clear()
    for step in itertools.count(0, _STEP):
        some = stale[step : step + _STEP]
        if not some:
            return True
        if step and until is not None and time.monotonic() >= until:
            return False
        found = reckon(list(Article.objects.filter(pk__in=some)), chains, as_of=as_of)
        _memo.update({pk: (marks[pk], leaves) for pk, leaves in found.items()})
    return True


def _standings(
    leaves: Reckoned, stages: Mapping[str, str], chain: Sequence[Edition], as_of: dt.datetime
) -> dict[str, Standing]:
    return {
        language: standing(
            language,
            stages[language] or "",
            [edition for edition in chain if edition.language == language],
            as_of=as_of,
            working_digest=leaves[language].digest,
        )
        for language in LANGUAGES
    }


__all__ = ["Leaf", "Survey", "Surveyed", "survey"]
