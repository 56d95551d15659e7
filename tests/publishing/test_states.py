"""Where an article stands in each language."""

import pytest

from articles.models.clock import database_now
from articles.models.translated import write
from articles.publishing.cancel import cancel
from articles.publishing.publish import publish
from articles.publishing.republish import republish
from articles.publishing.state import Standing, State, standing, standings
from tests import newsroom
from tests.newsroom import MONDAY
from tests.publishing.facts import DAY, HOUR, rewrite

pytestmark = pytest.mark.usefixtures("desk_language", "monday")

NOON = MONDAY + DAY


def stands(article: object, language: str = "en") -> Standing:
    return standings(article, as_of=database_now())[language]  # type: ignore[arg-type]


@pytest.mark.parametrize("stage", ["writing", "ready", "not_planned"])
def test_before_anything_is_published_the_stage_says_it(stage: str) -> None:
    article = newsroom.article()
    write(article, "stage", "da", stage)
    article.save()
    assert stands(article, "da") == Standing("da", State(stage))
    assert stands(article, "en") == Standing("en", State.WRITING)


def test_a_life_in_states() -> None:
    article = newsroom.article()
    [edition] = newsroom.publish(article, "en", at=NOON)
    assert stands(article) == Standing("en", State.SCHEDULED, scheduled=(edition,))
    with newsroom.at(NOON):
        assert stands(article) == Standing("en", State.LIVE, live=edition)
        rewrite(article, "en", headline="Rewritten")
        article.refresh_from_db()
        assert stands(article) == Standing(
            "en", State.CHANGED, live=edition, unpublished_changes=True
        )
        [later] = newsroom.publish(article, "en", at=NOON + DAY)
        assert stands(article) == Standing("en", State.LIVE, live=edition, scheduled=(later,))
    with newsroom.at(NOON + DAY):
        newsroom.withdraw(article, "en")
        assert stands(article) == Standing("en", State.WITHDRAWN, withdrawn=later)
        [again] = newsroom.publish(article, "en", at=NOON + 2 * DAY)
        assert stands(article) == Standing(
            "en", State.SCHEDULED, scheduled=(again,), withdrawn=later
        )
        cancel(edition=again, by=None)
        assert stands(article).state is State.WITHDRAWN
    assert stands(article, "da") == Standing("da", State.WRITING)


def test_changes_are_told_against_the_newest_that_is_not_cancelled() -> None:
    article = newsroom.live(only="en")
    rewrite(article, "en", headline="Rewritten")
    [later] = newsroom.publish(article, "en", at=NOON)
    article.refresh_from_db()
    assert not stands(article).unpublished_changes
    cancel(edition=later, by=None)
    assert stands(article).unpublished_changes


def test_an_old_edition_again_leaves_the_working_copy_unpublished() -> None:
    article = newsroom.article()
    [first] = newsroom.publish(article, "en")
    rewrite(article, "en", headline="Rewritten")
    newsroom.publish(article, "en")
    article.refresh_from_db()
    assert stands(article).state is State.LIVE
    republish(edition=first, by=None)
    assert stands(article).state is State.CHANGED


def test_a_change_undone_is_no_change() -> None:
    article = newsroom.live()
    for headline in ("Rewritten", "The last rung"):
        rewrite(article, "en", headline=headline)
    article.refresh_from_db()
    assert stands(article).state is State.LIVE


def test_the_other_languages_words_are_no_change() -> None:
    article = newsroom.live()
    rewrite(article, "da", headline="Skrevet om")
    article.refresh_from_db()
    assert (stands(article, "en").state, stands(article, "da").state) == ("live", "changed")


def test_new_renditions_are_no_change_and_a_new_credit_is_one() -> None:
    article = newsroom.live()
    photo = article.slides.all()[0].photo
    assert photo
    photo.renditions = photo.renditions[:2]
    photo.save()
    assert not stands(article).unpublished_changes
    photo.byline = "Somebody Else"
    photo.save()
    assert stands(article).unpublished_changes


def test_a_scheduled_corrections_note_is_no_change() -> None:
    article = newsroom.live(only="en")
    publish(
        article=article,
        languages=["en"],
        by=None,
        at=NOON,
        kind="correction",
        notes={"en": "We were wrong."},
    )
    article.refresh_from_db()
    assert not stands(article).unpublished_changes


def test_a_notice_counts_from_its_day() -> None:
    article = newsroom.live(only="en")
    newsroom.notice(article, "A ruling.", date=MONDAY + HOUR)
    assert not stands(article).unpublished_changes
    with newsroom.at(MONDAY + HOUR):
        assert stands(article).unpublished_changes


def test_in_lists_changes_are_not_looked_for() -> None:
    article = newsroom.article()
    [edition] = newsroom.publish(article, "en")
    rewrite(article, "en", headline="Rewritten")
    found = standing("en", "writing", [edition], as_of=MONDAY)
    assert found == Standing("en", State.LIVE, live=edition)


def test_nine_queries_whatever_the_number_of_slides(
    django_assert_num_queries: object,
) -> None:
    for count in (1, 12):
        lead = newsroom.photo()
        article = newsroom.article(f"With {count}", f"Med {count}", slides=count, lead_photo=lead)
        newsroom.publish(article)
        article.refresh_from_db()
        with django_assert_num_queries(9):  # type: ignore[operator]
            standings(article, as_of=MONDAY)
