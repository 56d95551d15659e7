"""Any sequence of acts on one article in two languages and its photo, beside a plain model."""

import copy
from functools import partial

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule, run_state_machine_as_test

from articles.models.clock import pinned
from articles.models.photo import Photo
from articles.publishing.catch_up import catch_up
from articles.publishing.due import due
from articles.publishing.take_down import Choice, take_down
from tests import newsroom
from tests.newsroom import MONDAY
from tests.publishing.facts import HOUR, counter
from tests.publishing.sequences import Sequences


class WithPhotos(Sequences):
    """With acts on the photo: corrected, caught up with, taken down."""

    @rule()
    def correct_the_credit(self) -> None:
        self.written += 1
        photo = self.photos[self.shown]
        credit = f"Photographer {self.written}"

        def correct() -> None:
            Photo.objects.filter(pk=photo.pk).update(byline=credit)
            due([photo])

        self._both(correct, *(partial(t.show, photo.pk, credit) for t in self.timelines.values()))

    @rule(most=st.sampled_from([None, 1]))
    def catch_up(self, most: int | None) -> None:
        """Both languages are one article, and so one act even where only a page at a time is."""
        were_behind = [t.catch_up(now=self.now) for t in self.timelines.values()]
        count = counter()
        with pinned(self.now):
            done = catch_up(most=most)
        assert (bool(done.pages), done.left) == (any(were_behind), 0)
        assert counter() == count + any(were_behind)

    @precondition(lambda self: self.shown + 1 < len(self.photos))
    @rule()
    def take_down(self) -> None:
        gone, spare = self.photos[self.shown : self.shown + 2]
        self.shown += 1
        count = counter()
        with pinned(self.now):
            choice = Choice("substitute", spare.pk)
            # A copy, since it is brought up to date: the class's own outlive this sequence.
            take_down(photo=copy.copy(gone), by=None, reason="Claimed.", default=choice)
        for timeline in self.timelines.values():
            timeline.show(spare.pk, spare.byline)
        were_shown = [t.catch_up(now=self.now) for t in self.timelines.values()]
        assert counter() == count + 1 + any(were_shown)


@pytest.mark.django_db
def test_any_sequence(monkeypatch: pytest.MonkeyPatch) -> None:
    holder = newsroom.article("Holder", "Indehaver", slug_en="taken", slug_da="taken", slides=1)
    with pinned(MONDAY - HOUR):
        newsroom.publish(holder)
    article = newsroom.article(slides=1)
    spares = [newsroom.photo(byline=f"Spare {number}") for number in range(3)]
    [first] = [slide.photo for slide in article.slides.all()]
    monkeypatch.setattr(WithPhotos, "article", article, raising=False)
    monkeypatch.setattr(WithPhotos, "photos", [first, *spares], raising=False)
    run_state_machine_as_test(
        WithPhotos,
        settings=settings(
            max_examples=settings().max_examples // 4,
            stateful_step_count=20,
            phases=[Phase.explicit, Phase.generate],
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
        ),
    )
