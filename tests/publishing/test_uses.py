"""Where a photo is used: working copies, live and scheduled pages, as lead and as substitute."""

from typing import Any

import pytest

from articles.publishing.uses import EditionUse, Use, WorkingUse, counts, uses
from tests import newsroom
from tests.cast import Cast
from tests.newsroom import MONDAY
from tests.publishing.facts import DAY, HOUR, rewrite

pytestmark = pytest.mark.usefixtures("desk_language", "monday")


def test_a_photo_that_nobody_uses() -> None:
    newsroom.live()
    photo = newsroom.photo()
    assert uses(photo) == ()
    assert counts([photo.pk]) == {photo.pk: (0, 0)}


def test_a_whole_use(cast: Cast) -> None:
    photo = newsroom.photo()
    article = newsroom.article(lead_photo=photo, owner=cast.writer)
    first, second, third = article.slides.all()
    newsroom.change(second, photo=photo, languages="da")
    newsroom.change(third, photo=photo)
    [english, danish] = newsroom.publish(article)
    common: dict[str, Any] = {
        "number": 1,
        "state": "live",
        "is_lead": True,
        "is_substitute": False,
        "live_from": MONDAY,
    }
    assert uses(photo) == (
        Use(
            article=article.pk,
            headlines={"en": "The last rung", "da": "Det nederste trin"},
            owner=cast.writer,
            working=(
                WorkingUse("lead"),
                WorkingUse("slide", second.key, 2, "da"),
                WorkingUse("slide", third.key, 3),
            ),
            editions=(
                EditionUse(
                    edition=danish.pk,
                    language="da",
                    address="/da/sundhed/det-nederste-trin/",
                    headline="Det nederste trin",
                    slides=(2, 3),
                    **common,
                ),
                EditionUse(
                    edition=english.pk,
                    language="en",
                    address="/en/health/the-last-rung/",
                    headline="The last rung",
                    slides=(2,),
                    **common,
                ),
            ),
        ),
    )


def test_a_substitute_is_used_where_the_other_stands() -> None:
    spare = newsroom.photo()
    article = newsroom.article()
    slide = article.slides.all()[1]
    assert slide.photo
    newsroom.change(slide.photo, substitute=spare, expires_at=MONDAY + DAY)
    newsroom.publish(article, "en")
    [use] = uses(spare)
    assert use.working == (WorkingUse("substitute", slide.key, 2),)
    [shown] = use.editions
    assert (shown.is_substitute, shown.slides, shown.is_lead) == (True, (2,), False)


def test_pages_that_are_to_come_count_and_those_gone_do_not() -> None:
    article = newsroom.article()
    photo = article.slides.all()[0].photo
    assert photo
    newsroom.publish(article, "en", at=MONDAY + DAY)
    [use] = uses(photo)
    assert [(each.state, each.live_from) for each in use.editions] == [("scheduled", MONDAY + DAY)]
    assert counts([photo.pk]) == {photo.pk: (1, 0)}
    with newsroom.at(MONDAY + 2 * DAY):
        assert counts([photo.pk]) == {photo.pk: (1, 1)}
        newsroom.withdraw(article, "en")
        article.slides.all().delete()
    with newsroom.at(MONDAY + 3 * DAY):
        assert uses(photo) == ()


def test_an_edition_that_another_replaced_is_no_use() -> None:
    article = newsroom.article()
    slide = article.slides.all()[0]
    photo = slide.photo
    assert photo
    newsroom.publish(article, "en")
    newsroom.change(slide, photo=newsroom.photo())
    rewrite(article, "en", headline="Another picture")
    with newsroom.at(MONDAY + HOUR):
        newsroom.publish(article, "en")
        assert uses(photo) == ()


def test_as_many_queries_for_many_as_for_one(django_assert_num_queries: Any) -> None:
    articles = [newsroom.article(f"N{number}", f"M{number}") for number in range(4)]
    photo = newsroom.photo()
    for article in articles:
        newsroom.change(article.slides.all()[1], photo=photo)
        newsroom.publish(article)
    assert photo.pk
    ids = [photo.pk, *(slide.photo_id for slide in articles[0].slides.all())]
    with django_assert_num_queries(4):
        assert len(uses(photo, as_of=MONDAY)) == 4
    with django_assert_num_queries(3):
        found = counts(ids, as_of=MONDAY)
    assert found == {photo.pk: (4, 8), **{pk: (1, 2) for pk in ids if pk != photo.pk}}
