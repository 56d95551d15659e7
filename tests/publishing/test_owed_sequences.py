"""Any sequence of corrections beside a plain model: what is owed, what is settled, what is shown."""

import datetime as dt
from functools import partial

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule, run_state_machine_as_test

from articles.models.clock import pinned
from articles.models.photo import Photo
from articles.publishing.owed import owed
from articles.publishing.publish import publish
from articles.publishing.reissue import reissue
from tests import newsroom
from tests.publishing.debts import Debts
from tests.publishing.sequences import HOURS, SOME_LANGUAGES, Sequences


class Corrections(Sequences):
    """From an article that is live in both languages on; readers' pages have tests of their own."""

    readers_see_what_the_model_says = None  # type: ignore[assignment]
    chains_addresses_and_notes_are_the_models = None  # type: ignore[assignment]
    move = None  # type: ignore[assignment] # addresses are no matter here

    @initialize(languages=st.sampled_from([["en", "da"], ["en", "da"], ["en"]]))
    def begin(self, languages: list[str]) -> None:
        self.debts = Debts()
        self.publish(languages, None, "update", None, "rebuild")

    @rule(
        languages=SOME_LANGUAGES,
        hours=st.none() | HOURS,
        ahead=st.sampled_from(["rebuild", "cancel"]),
        answers=st.sampled_from([True, True, False]),
    )
    def correct(self, languages: list[str], hours: int | None, ahead: str, answers: bool) -> None:
        self.written += 1
        at, note = self._on_the_hour(hours), f"Note {self.written}"
        is_out = self._both(
            lambda: publish(
                article=self.article,
                languages=languages,
                by=None,
                at=at,
                kind="correction",
                notes=dict.fromkeys(languages, note),
                ahead=ahead,  # type: ignore[arg-type]
                settles=None if answers else (),
            ),
            *(
                partial(
                    self.timelines[language].publish,
                    now=self.now,
                    at=at,
                    kind="correction",
                    note=note,
                    parts=None,
                    ahead=ahead,
                    taken={"taken"},
                )
                for language in languages
            ),
        )
        if is_out:
            self.corrected(languages, note, at or self.now, answers=answers)

    def corrected(
        self, languages: list[str], note: str, when: dt.datetime, *, answers: bool = True
    ) -> None:
        self.debts.correct(
            self.timelines, languages, note, when=when, now=self.now, answers=answers
        )

    @rule()
    def put_another_credit(self) -> None:
        """What is scheduled is replaced by a reissue of the same kind."""
        self.written += 1
        photo = self.photos[0]
        Photo.objects.filter(pk=photo.pk).update(byline=f"Photographer {self.written}")
        for timeline in self.timelines.values():
            timeline.show(photo.pk, f"Photographer {self.written}")
            timeline.catch_up(now=self.now)
        with pinned(self.now):
            reissue(article=self.article.pk, photos=[photo.pk], by=None)

    @invariant()
    def what_is_owed_is_the_models(self) -> None:
        self.debts.forget(self.timelines)
        rows = self.article.corrections_owed.select_related("note", "settled_by")
        assert {
            (row.note.text, row.note.language): row.settled_by and row.settled_by.text
            for row in rows
        } == self.debts.owed
        assert all(row.language != row.note.language for row in rows)
        shown = owed(self.now).filter(article=self.article)
        assert {(row.note.text, row.note.language) for row in shown} == self.debts.shown(
            self.timelines, self.now
        )


@pytest.mark.django_db
def test_any_sequence_of_corrections(monkeypatch: pytest.MonkeyPatch) -> None:
    article = newsroom.article(slides=1)
    [photo] = [slide.photo for slide in article.slides.all()]
    monkeypatch.setattr(Corrections, "article", article, raising=False)
    monkeypatch.setattr(Corrections, "photos", [photo], raising=False)
    run_state_machine_as_test(
        Corrections,
        settings=settings(
            max_examples=settings().max_examples // 6,
            stateful_step_count=20,
            phases=[Phase.explicit, Phase.generate],
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
        ),
    )
