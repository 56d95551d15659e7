"""A correction in one language alone leaves the other owing one, until it is settled or waived."""

import datetime as dt
from typing import Any

import pytest

from articles.document.build import build
from articles.document.serialise import digest
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.live import CorrectionOwed
from articles.models.photo import Photo
from articles.publishing import waiting
from articles.publishing.cancel import cancel
from articles.publishing.errors import NothingOwed, ReasonMissing
from articles.publishing.owed import owed, unsettled
from articles.publishing.publish import publish
from articles.publishing.reissue import reissue
from articles.publishing.republish import republish
from articles.publishing.snapshot import working_copy
from articles.publishing.waive import take_back, waive
from tests import newsroom
from tests.cast import Cast
from tests.newsroom import MONDAY
from tests.publishing.facts import DAY, HOUR

pytestmark = pytest.mark.usefixtures("desk_language", "monday")

TUESDAY = MONDAY + DAY
WEDNESDAY = MONDAY + 2 * DAY


@pytest.fixture
def article() -> Article:
    return newsroom.live()


def correct(article: Article, *languages: str, note: str = "Wrong.", **options: Any) -> Any:
    return publish(
        article=article,
        languages=languages,
        by=None,
        kind="correction",
        notes=dict.fromkeys(languages, note),
        **options,
    )


def shown(at: dt.datetime = MONDAY) -> list[tuple[str, str]]:
    """(the note, the language that is to be corrected too)."""
    return [(row.note.text, row.language) for row in owed(at)]


# --- Owing and settling --------------------------------------------------------------------------


def test_one_language_alone_leaves_the_other_owing(article: Article) -> None:
    correct(article, "en")
    assert shown() == [("Wrong.", "da")]
    [row] = owed(MONDAY)
    assert (row.article, row.note.language, row.note.date) == (article, "en", MONDAY)


def test_both_together_owe_nothing(article: Article) -> None:
    correct(article, "en", "da")
    assert shown() == []


def test_other_kinds_owe_and_settle_nothing(article: Article) -> None:
    publish(article=article, languages=["en"], by=None, kind="minor")
    assert shown() == []
    correct(article, "en")
    publish(article=article, languages=["da"], by=None)
    assert shown() == [("Wrong.", "da")]


def test_nobody_owes_what_readers_never_had() -> None:
    alone = newsroom.live(only="en")
    correct(alone, "en")
    assert shown() == []
    first = newsroom.article("Gulls", "Måger")
    correct(first, "en")  # nothing was live that could be wrong
    assert not CorrectionOwed.objects.exists()


def test_what_is_scheduled_is_to_be_corrected_too() -> None:
    article = newsroom.live(only="en")
    newsroom.publish(article, "da", at=TUESDAY)
    correct(article, "en")
    assert shown() == [("Wrong.", "da")]


def test_the_answer_settles_all_and_owes_nothing(article: Article) -> None:
    correct(article, "en", note="First.")
    correct(article, "en", note="Second.")
    assert shown() == [("First.", "da"), ("Second.", "da")]
    correct(article, "da")
    assert shown() == []
    [danish] = CorrectionOwed.objects.filter(language="en")
    assert danish.settled_by and danish.settled_by.text == "Second."


def test_a_correction_of_something_else_settles_nothing_and_owes_itself(article: Article) -> None:
    correct(article, "en", note="The year.")
    correct(article, "da", note="The name.", settles=())
    assert sorted(shown()) == [("The name.", "en"), ("The year.", "da")]


def test_the_same_language_once_more_settles_nothing(article: Article) -> None:
    correct(article, "en", note="First.")
    correct(article, "en", note="Second.")
    assert len(shown()) == 2


def test_one_of_two_is_answered(article: Article) -> None:
    correct(article, "en", note="First.")
    correct(article, "en", note="Second.")
    [first, _second] = unsettled()
    correct(article, "da", settles=[first.pk])
    assert shown() == [("Second.", "da")]


def test_only_ones_own_article_and_language_are_settled(article: Article) -> None:
    another = newsroom.live("Gulls", "Måger")
    correct(another, "en", note="Elsewhere.")
    correct(article, "en", note="Here.")
    everything = [row.pk for row in unsettled()]
    correct(article, "da", settles=everything)
    assert shown() == [("Elsewhere.", "da")]


def test_both_together_settle_what_either_owed(article: Article) -> None:
    correct(article, "en", note="First.")
    correct(article, "en", "da", note="Second.")
    assert shown() == []


# --- What is to come -----------------------------------------------------------------------------


def test_a_scheduled_one_owes_and_is_said_to_be_to_come(article: Article) -> None:
    correct(article, "en", at=TUESDAY)
    [row] = owed(MONDAY)
    assert row.note.date > MONDAY


def test_cancelled_it_owes_nothing(article: Article) -> None:
    [edition] = correct(article, "en", at=TUESDAY)
    cancel(edition=edition, by=None)
    assert not CorrectionOwed.objects.exists()


def test_an_answer_that_is_cancelled_answers_nothing(article: Article) -> None:
    correct(article, "en")
    [answer] = correct(article, "da", at=TUESDAY)
    assert shown() == []
    cancel(edition=answer, by=None)
    assert shown() == [("Wrong.", "da")]


def test_where_one_of_two_scheduled_together_is_cancelled_it_is_owed(article: Article) -> None:
    _english, danish = correct(article, "en", "da", at=TUESDAY)
    cancel(edition=danish, by=None)
    assert shown() == [("Wrong.", "da")]


def test_built_anew_or_reissued_while_it_waits_it_goes_on_owing(article: Article) -> None:
    correct(article, "en", at=TUESDAY)
    publish(article=article, languages=["en"], by=None, kind="minor")
    photo = article.slides.all()[0].photo
    assert photo
    Photo.objects.filter(pk=photo.pk).update(byline="Somebody else")
    reissue(article=article.pk, photos=[photo.pk], by=None)
    [coming] = Edition.objects.standing().filter(article=article, live_from=TUESDAY)
    assert (coming.kind, shown()) == ("correction", [("Wrong.", "da")])
    cancel(edition=coming, by=None)
    assert shown() == []


# --- Taken off and brought back ------------------------------------------------------------------


def test_withdrawn_it_is_not_shown_until_it_is_back(article: Article) -> None:
    correct(article, "en")
    newsroom.withdraw(article, "da")
    assert shown() == []
    with newsroom.at(TUESDAY):
        republish(edition=article.editions.get(language="da", number=1), by=None)
    assert shown(TUESDAY) == [("Wrong.", "da")]


def test_where_the_corrected_one_is_withdrawn_the_other_is_wrong_still(article: Article) -> None:
    correct(article, "en")
    newsroom.withdraw(article, "en")
    assert shown() == [("Wrong.", "da")]


# --- Waiving -------------------------------------------------------------------------------------


def test_it_is_waived_with_a_reason_and_that_is_taken_back(article: Article, cast: Cast) -> None:
    correct(article, "en")
    [row] = owed(MONDAY)
    with pytest.raises(ReasonMissing):
        waive(owed=row, by=cast.chief, reason="  ")
    waive(owed=row, by=cast.chief, reason=" Never said there. ")
    row.refresh_from_db()
    assert (row.waived_by, row.waived_at, row.reason) == (cast.chief, MONDAY, "Never said there.")
    assert shown() == []
    with pytest.raises(NothingOwed):
        waive(owed=row, by=None, reason="Twice.")
    take_back(owed=row)
    assert shown() == [("Wrong.", "da")]
    with pytest.raises(NothingOwed):
        take_back(owed=row)


def test_what_was_waived_is_not_answered_besides(article: Article) -> None:
    correct(article, "en")
    [row] = owed(MONDAY)
    waive(owed=row, by=None, reason="Never said there.")
    correct(article, "da", note="Another thing.")
    row.refresh_from_db()
    assert row.settled_by is None
    assert shown() == [("Another thing.", "en")]
    correct(article, "en")
    assert shown() == []


def test_what_is_settled_can_not_be_waived(article: Article) -> None:
    correct(article, "en")
    [row] = owed(MONDAY)
    correct(article, "da")
    with pytest.raises(NothingOwed):
        waive(owed=row, by=None, reason="Too late.")


# --- With pictures that wait ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("settles", "left"), [(None, []), ((), [("The year.", "da"), ("The name.", "en")])]
)
def test_what_waits_for_pictures_remembers_what_it_answers(
    article: Article, cast: Cast, settles: tuple[int, ...] | None, left: list[tuple[str, str]]
) -> None:
    correct(article, "en", note="The year.")
    seen = {"da": digest(build(working_copy(article), "da"))}
    request = waiting.Request(
        ("da",), kind="correction", notes={"da": "The name."}, expect=seen, settles=settles
    )
    row = waiting.ask(article=article, request=request, by=cast.chief)
    assert waiting.Request.load(row.request).settles == settles
    with newsroom.at(MONDAY + HOUR):
        waiting.work()
    row.refresh_from_db()
    assert (row.state, shown(MONDAY + HOUR)) == ("done", left)
