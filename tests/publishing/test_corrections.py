"""Corrections: an error admitted with a public note, which comes and goes with its Edition."""

import pytest

from articles.models.article import Article
from articles.models.edition import Edition
from articles.publishing.cancel import cancel
from articles.publishing.publish import publish
from articles.publishing.republish import republish
from tests import newsroom
from tests.newsroom import MONDAY
from tests.publishing.facts import DAY, HOUR, document, notes, rewrite, standing_notes

pytestmark = pytest.mark.usefixtures("desk_language", "monday")

NOTES = {"en": "  We were wrong. ", "da": "Vi tog fejl."}
TUESDAY = MONDAY + DAY
WEDNESDAY = MONDAY + 2 * DAY


@pytest.fixture
def article() -> Article:
    return newsroom.live()


def correct(article: Article, *languages: str, **options: object) -> list[Edition]:
    rewrite(article, "en", headline="Corrected")
    return publish(
        article=article,
        languages=languages or ["en", "da"],
        by=None,
        kind="correction",
        notes=NOTES,
        **options,  # type: ignore[arg-type]
    )


def test_readers_see_the_note_in_their_language(article: Article) -> None:
    with newsroom.at(MONDAY + HOUR):
        english, danish = correct(article)
    assert (notes(english), notes(danish)) == (["We were wrong."], ["Vi tog fejl."])
    [note] = document(english).notices
    assert (note.kind, note.date, note.slide) == ("correction", "2026-11-23T13:00:00+00:00", "")
    assert (english.kind, english.modified_at) == ("correction", MONDAY + HOUR)


def test_the_note_stays_on_every_edition_after_it(article: Article) -> None:
    correct(article, "en")
    with newsroom.at(TUESDAY):
        [minor] = publish(article=article, languages=["en"], by=None, kind="minor")
    with newsroom.at(WEDNESDAY):
        [second] = correct(article, "en")
    assert notes(minor) == ["We were wrong."]
    assert notes(second) == ["We were wrong.", "We were wrong."]


def test_a_scheduled_one_shows_its_note_from_its_hour_on(article: Article) -> None:
    [scheduled] = correct(article, "en", at=TUESDAY)
    with newsroom.at(MONDAY + HOUR):
        [before] = publish(
            article=article, languages=["en"], by=None, kind="minor", ahead="rebuild"
        )
    [rebuilt] = article.editions.standing().filter(language="en", live_from=TUESDAY)
    assert notes(before) == []
    assert notes(rebuilt) == ["We were wrong."]
    assert (rebuilt.kind, rebuilt.pk == scheduled.pk) == ("correction", False)
    assert document(rebuilt).notices[0].date == "2026-11-24T12:00:00+00:00"


def test_cancelling_a_scheduled_one_takes_its_note_back(article: Article) -> None:
    english, _danish = correct(article, at=TUESDAY)
    cancel(edition=english, by=None)
    assert standing_notes(article, "en") == []
    assert standing_notes(article, "da") == ["Vi tog fejl."]
    with newsroom.at(WEDNESDAY):
        [after] = publish(article=article, languages=["en"], by=None)
    assert notes(after) == []


def test_cancelling_a_rebuilt_one_takes_its_note_back(article: Article) -> None:
    correct(article, "en", at=TUESDAY)
    with newsroom.at(MONDAY + HOUR):
        publish(article=article, languages=["en"], by=None, kind="minor")
        [rebuilt] = article.editions.standing().filter(language="en", live_from=TUESDAY)
        cancel(edition=rebuilt, by=None)
    assert standing_notes(article, "en") == []


def test_another_one_ahead_cancelled_by_a_publication_takes_its_note_back(
    article: Article,
) -> None:
    correct(article, "en", at=TUESDAY)
    publish(article=article, languages=["en"], by=None, ahead="cancel")
    assert standing_notes(article, "en") == []


def test_withdrawing_takes_back_only_notes_that_nobody_has_read(article: Article) -> None:
    correct(article, "en")
    correct(article, "en", at=TUESDAY)
    newsroom.withdraw(article, "en")
    assert standing_notes(article, "en") == ["We were wrong."]


def test_a_note_that_a_later_edition_carries_stays(article: Article) -> None:
    [correction] = correct(article, "en", at=TUESDAY)
    rewrite(article, "en", headline="Rewritten on top of the correction")
    [on_top] = publish(article=article, languages=["en"], by=None, at=WEDNESDAY)
    cancel(edition=correction, by=None)
    assert notes(on_top) == standing_notes(article, "en") == ["We were wrong."]
    cancel(edition=on_top, by=None)
    assert standing_notes(article, "en") == []


def test_notes_of_several_ahead_go_together(article: Article) -> None:
    correct(article, "en", at=TUESDAY)
    correct(article, "en", at=WEDNESDAY)
    publish(article=article, languages=["en"], by=None, ahead="cancel")
    assert standing_notes(article, "en") == []


def test_rescheduled_for_the_same_hour_a_correction_keeps_one_note(article: Article) -> None:
    correct(article, "en", at=TUESDAY)
    [again] = correct(article, "en", at=TUESDAY, ahead="cancel")
    assert notes(again) == ["We were wrong."]


def test_republishing_an_old_edition_carries_the_notes_since(article: Article) -> None:
    correct(article, "en")
    first = article.editions.get(language="en", number=1)
    with newsroom.at(TUESDAY):
        again = republish(edition=first, by=None)
    assert (document(again).headline, notes(again)) == ("The last rung", ["We were wrong."])


def test_republishing_leaves_out_the_notes_of_what_it_cancels(article: Article) -> None:
    correct(article, "en", at=TUESDAY)
    first = article.editions.get(language="en", number=1)
    again = republish(edition=first, by=None, at=WEDNESDAY)
    assert notes(again) == ["We were wrong."]  # Tuesday's correction still comes before it
    earlier = republish(edition=first, by=None, at=MONDAY + HOUR)
    assert notes(earlier) == []
    assert standing_notes(article, "en") == []


def test_notices_that_only_share_an_hour_with_something_cancelled_stay(article: Article) -> None:
    [edition] = correct(article, "en", at=TUESDAY)
    newsroom.notice(article, "A ruling of that hour.", kind="ruling", date=TUESDAY)
    cancel(edition=edition, by=None)
    with newsroom.at(TUESDAY + HOUR):
        [later] = correct(article, "en", at=WEDNESDAY)
        newsroom.notice(article, "To come.", date=WEDNESDAY + HOUR)
        newsroom.notice(article, "By hand, not yet published.", date=TUESDAY)
        cancel(edition=later, by=None)
    assert standing_notes(article, "en") == [
        "A ruling of that hour.",
        "By hand, not yet published.",
        "To come.",
    ]


def test_notices_of_other_kinds_are_not_touched(article: Article) -> None:
    newsroom.notice(article, "A ruling.", kind="ruling", date=MONDAY, slide="aaa")
    [edition] = correct(article, "en", at=TUESDAY)
    assert notes(edition) == ["A ruling.", "We were wrong."]
    cancel(edition=edition, by=None)
    assert standing_notes(article, "en") == ["A ruling."]
