"""A machine that does any sequence of acts on one article, beside a model of plain lists."""

import copy
import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Any

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
)

from articles.document.merge import Parts
from articles.document.serialise import load
from articles.models.article import Article
from articles.models.clock import pinned
from articles.models.edition import Edition
from articles.models.generation import ask
from articles.models.photo import Photo
from articles.publishing.cancel import cancel
from articles.publishing.errors import PublishingError
from articles.publishing.publish import publish
from articles.publishing.republish import republish
from articles.publishing.withdraw import withdraw
from articles.text.languages import LANGUAGES
from tests.newsroom import MONDAY
from tests.publishing.facts import HOUR, addresses, counter, instants, live, notes, rewrite
from tests.publishing.model import NotNow, Timeline, Words
from tests.tables import changed, tables

MICRO = dt.timedelta(microseconds=1)
SOME_LANGUAGES = st.sampled_from([["en"], ["da"], ["en", "da"], ["da", "en"]])
HOURS = st.integers(1, 4)
PARTS = st.sampled_from(
    [None, None, ("headline",), ("standfirst",), ("slug",), ("headline", "slug"), ()]
)
Seen = tuple[str, str, str, str, tuple[str, ...]] | None


class Sequences(RuleBasedStateMachine):
    """`article` and `photos` are made once, outside; every sequence is rolled back.

    The article's one slide shows the first of the photos; each that is taken down gives way to
    the next.
    """

    article: Article
    photos: list[Photo]

    def __init__(self) -> None:
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.now = MONDAY
        self.written = 0
        self.shown = 0
        self.timelines: dict[str, Timeline] = {
            language: Timeline(
                Words("H0", "S0", f"slug-0-{language}", self.photos[0].pk, self.photos[0].byline)
            )
            for language in LANGUAGES
        }
        for language in LANGUAGES:
            self._rewrite(language)
        # What readers saw, by the name of the state that the generation gave it.
        self.states: dict[tuple[int, dt.datetime | None], dict[str, Seen]] = {}

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)

    # --- Acts ------------------------------------------------------------------------------------

    @rule(language=st.sampled_from(LANGUAGES), name=st.sampled_from(["headline", "standfirst"]))
    def write(self, language: str, name: str) -> None:
        self.written += 1
        timeline = self.timelines[language]
        timeline.working = Words(**{**vars(timeline.working), name: f"{name} {self.written}"})
        self._rewrite(language)

    @rule(language=st.sampled_from(LANGUAGES), slug=st.sampled_from(["one", "two", "taken"]))
    def move(self, language: str, slug: str) -> None:
        timeline = self.timelines[language]
        timeline.working = Words(**{**vars(timeline.working), "slug": slug})
        self._rewrite(language)

    @rule(
        languages=SOME_LANGUAGES,
        hours=st.none() | HOURS,
        kind=st.sampled_from(["update", "minor", "correction"]),
        parts=PARTS,
        ahead=st.sampled_from(["rebuild", "rebuild", "cancel"]),
    )
    def publish(
        self, languages: list[str], hours: int | None, kind: str, parts: Any, ahead: str
    ) -> None:
        self.written += 1
        at = self._on_the_hour(hours)
        note = f"Note {self.written}" if kind == "correction" else ""
        is_out = self._both(
            lambda: publish(
                article=self.article,
                languages=languages,
                by=None,
                at=at,
                kind=kind,
                notes=dict.fromkeys(languages, note),
                only=None if parts is None else Parts(fields=frozenset(parts)),
                ahead=ahead,  # type: ignore[arg-type]
            ),
            *(
                partial(
                    self.timelines[language].publish,
                    now=self.now,
                    at=at,
                    kind=kind,
                    note=note,
                    parts=parts,
                    ahead=ahead,
                    taken={"taken"},
                )
                for language in languages
            ),
        )
        if is_out and note:
            self.corrected(languages, note, at or self.now)

    def corrected(self, languages: list[str], note: str, when: dt.datetime) -> None:
        """For whoever follows what corrections leave behind."""

    @rule(languages=SOME_LANGUAGES)
    def withdraw(self, languages: list[str]) -> None:
        self._both(
            lambda: withdraw(article=self.article, languages=languages, by=None),
            *(partial(self.timelines[lang].withdraw, now=self.now) for lang in languages),
        )

    @precondition(lambda self: self._scheduled())
    @rule(data=st.data())
    def cancel(self, data: st.DataObject) -> None:
        language, entry = data.draw(st.sampled_from(self._scheduled()))
        edition = self._standing(language).get(live_from=entry.at)
        self._both(
            lambda: cancel(edition=edition, by=None),
            lambda: self.timelines[language].cancel(entry, now=self.now),
        )

    @precondition(lambda self: self.article.editions.exists())
    @rule(data=st.data(), hours=st.none() | HOURS, kind=st.sampled_from(["update", "minor"]))
    def republish(self, data: st.DataObject, hours: int | None, kind: str) -> None:
        editions = self.article.editions.order_by("language", "number")
        edition = data.draw(st.sampled_from(list(editions)))
        old = load(edition.document)
        at = self._on_the_hour(hours)
        timeline = self.timelines[edition.language]
        photo, current = old.slides[0].photo, timeline.working
        assert photo
        words = Words(old.headline, old.standfirst, old.slug, photo.id, current.credit)

        def again() -> None:
            if photo.id != current.photo:  # it was taken down
                raise NotNow("Refused")
            timeline.republish(words, now=self.now, at=at, kind=kind)

        self._both(
            lambda: republish(edition=edition, by=None, at=at, kind=kind),
            again,
        )

    @rule(by=st.sampled_from([dt.timedelta(milliseconds=1), HOUR / 2, HOUR, 3 * HOUR]))
    def wait(self, by: dt.timedelta) -> None:
        self.now += by

    @precondition(lambda self: self._scheduled())
    @rule(by=st.sampled_from([-MICRO, 0 * MICRO, MICRO]))
    def wait_for_the_next(self, by: dt.timedelta) -> None:
        following = min(entry.at for _language, entry in self._scheduled())
        self.now = max(self.now, following + by)

    # --- What must hold --------------------------------------------------------------------------

    @invariant()
    def readers_see_what_the_model_says(self) -> None:
        moments = {self.now}
        for timeline in self.timelines.values():
            for instant in timeline.instants():
                moments |= {instant - MICRO, instant, instant + MICRO}
        editions = list(Edition.objects.filter(article=self.article))
        for moment in sorted(moments):
            seen = {language: self._seen(editions, language, moment) for language in self.timelines}
            assert seen == {lang: self._expected(lang, moment) for lang in self.timelines}
            if moment >= self.now:
                with pinned(moment):
                    state = ask()
                # A page kept under this name is never shown once it is stale.
                assert self.states.setdefault((state.counter, state.passed), seen) == seen

    @invariant()
    def chains_addresses_and_notes_are_the_models(self) -> None:
        for language, timeline in self.timelines.items():
            shown = [entry for entry in timeline.entries if entry.words]
            found = self._standing(language).order_by("live_from", "number")
            assert [
                (each.live_from, each.kind, each.slug, tuple(notes(each))) for each in found
            ] == [
                (each.at, each.kind, each.words.slug, tuple(note.text for note in each.notes))
                for each in shown
                if each.words
            ]
            assert {each.first_live_from for each in found} <= {timeline.first_date()}
            for each in found:
                if each.live_until != each.live_from:
                    assert each.modified_at == timeline.modified(each.live_from)
            claimed = {slug for lang, slug in addresses(self.article) if lang == language}
            assert claimed == timeline.slugs()
            kept = self.article.notices.filter(language=language)
            assert [note.text for note in kept] == [note.text for note in timeline.notes]
            ends = {entry.at for entry in timeline.entries}
            assert set(instants(self.article, language)) == ends
            numbers = self.article.editions.filter(language=language).order_by("number")
            assert [each.number for each in numbers] == list(range(1, len(numbers) + 1))

    # --- How -------------------------------------------------------------------------------------

    def _both(self, act: Callable[[], Any], *expected: Callable[[], Any]) -> bool:
        """Do it in both worlds: the same refusal, with nothing written, or success counted once.

        Whether it was done.
        """
        timelines, before, count = copy.deepcopy(self.timelines), tables(), counter()
        refusal = refused = ""
        try:
            for each in expected:
                each()
        except NotNow as error:
            refusal, self.timelines = error.error, timelines
        with pinned(self.now):
            try:
                act()
            except PublishingError as error:
                refused = type(error).__name__
        assert refused == refusal
        assert counter() == count + (not refused)
        assert bool(changed(before)) is not bool(refused)
        return not refused

    def _rewrite(self, language: str) -> None:
        words = vars(self.timelines[language].working)
        texts = {name: words[name] for name in ("headline", "standfirst", "slug")}
        rewrite(self.article, language, **texts)

    def _on_the_hour(self, hours: int | None) -> dt.datetime | None:
        """`hours` from now, on the full hour, so that acts meet at the same instants."""
        if hours is None:
            return None
        passed = (self.now - MONDAY) // HOUR
        return MONDAY + (passed + hours) * HOUR

    def _scheduled(self) -> list[Any]:
        return [
            (language, entry)
            for language, timeline in self.timelines.items()
            for entry in timeline.scheduled(self.now)
        ]

    def _standing(self, language: str) -> Any:
        return Edition.objects.standing().filter(article=self.article, language=language)

    def _seen(self, editions: list[Edition], language: str, at: dt.datetime) -> Seen:
        shown = [each for each in editions if each.language == language and each.is_live(at)]
        if at == self.now:
            found = live(self.article, language, at)
            assert shown == ([found] if found else [])
        if not shown:
            return None
        [edition] = shown
        document = load(edition.document)
        assert edition.slug == document.slug
        [slide] = document.slides
        assert slide.photo
        credit = f"{slide.photo.id} {slide.photo.creator}"
        return document.headline, document.standfirst, document.slug, credit, tuple(notes(edition))

    def _expected(self, language: str, at: dt.datetime) -> Seen:
        entry = self.timelines[language].seen(at)
        if entry is None or entry.words is None:
            return None
        noted = tuple(note.text for note in entry.notes)
        words = entry.words
        credit = f"{words.photo} {words.credit}"
        return words.headline, words.standfirst, words.slug, credit, noted
