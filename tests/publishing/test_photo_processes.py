"""Photos corrected and taken down by several processes, and by some that are killed on the way."""

import pytest

from articles.document.serialise import load
from articles.models.article import Article
from articles.models.clock import database_now
from articles.models.edition import Edition
from articles.models.generation import ask
from articles.models.photo import Photo, TakeDown
from articles.publishing import take_down as taking_down
from articles.publishing.catch_up import catch_up
from articles.publishing.due import due
from articles.publishing.publish import publish
from tests import newsroom
from tests.publishing.processes import actors, wait_until
from tests.publishing.test_processes import (
    assert_chain_is_sound,
    both,
    hold_up,
    waits_for_a_lock,
)

pytestmark = pytest.mark.django_db(transaction=True)


def on_pages(count: int) -> tuple[Photo, list[Article]]:
    """A photo that so many articles show, live in English."""
    photo = newsroom.photo()
    articles = [newsroom.article(f"N{number}", f"M{number}", slides=2) for number in range(count)]
    for article in articles:
        newsroom.change(article.slides.all()[1], photo=photo)
        publish(article=article, languages=["en"], by=None)
    return photo, articles


def correct(photo: Photo, byline: str = "Signe B. Brandt") -> None:
    newsroom.change(photo, byline=byline)
    due([photo])


def credits(article: Article) -> list[str]:
    """What readers see credited at the second slide; empty where there is no picture."""
    live = Edition.objects.live(database_now()).filter(article=article)
    slides = [load(edition.document).slides[1] for edition in live]
    return [slide.photo.creator if slide.photo else "" for slide in slides]


def is_due(photo: Photo) -> bool:
    photo.refresh_from_db()
    return photo.pages_due


def test_two_at_once_make_each_page_once(database_url: str) -> None:
    photo, articles = on_pages(6)
    correct(photo)
    with actors(database_url, 2) as company:
        for actor in company:
            actor.tell("catch_up_now")
        made = [edition for actor in company for edition in actor.hear()["editions"]]
    assert len(made) == len(set(made)) == 6
    for article in articles:
        assert credits(article) == ["Signe B. Brandt"]
        assert article.editions.count() == 2
        assert_chain_is_sound(article, "en")
    assert not is_due(photo)


@pytest.mark.parametrize(
    ("place", "when"),
    [
        ("articles.publishing.reissue.insert", "before"),
        ("articles.publishing.issue.retime", "after"),
        ("articles.publishing.reissue.advance", "after"),
        ("articles.publishing.catch_up.page", "before"),
        ("articles.publishing.catch_up._settle", "before"),
    ],
)
def test_killed_anywhere_the_next_one_finishes(database_url: str, place: str, when: str) -> None:
    photo, articles = on_pages(3)
    correct(photo)
    with actors(database_url, 2) as (unlucky, lucky):
        hold_up(unlucky, place, when)
        unlucky.tell("catch_up_now")
        assert "paused" in unlucky.hear()
        unlucky.kill()
        assert is_due(photo)
        assert lucky.do("catch_up_now")["left"] == 0
    for article in articles:
        assert (credits(article), article.editions.count()) == (["Signe B. Brandt"], 2)
        assert_chain_is_sound(article, "en")
    assert not is_due(photo)


def test_published_meanwhile_for_the_first_time_with_the_old_credit(database_url: str) -> None:
    """The first publication has read the credit already, and is not committed when it changes."""
    article = newsroom.article(slides=2)
    photo = article.slides.all()[1].photo
    assert photo
    with actors(database_url, 2) as (publisher, corrector):
        hold_up(publisher, "articles.publishing.publish.advance")
        publisher.tell("publish_now", article=article.pk, languages=["en"])
        assert "paused" in publisher.hear()
        corrector.tell("correct", photo=photo.pk, byline="Signe B. Brandt")
        assert both(publisher, corrector) == ["done", "done"]
        assert corrector.do("catch_up_now")["left"] == 0
    assert credits(article) == ["Signe B. Brandt"]
    assert not is_due(photo)


def test_published_while_a_correction_is_not_committed(database_url: str) -> None:
    photo, [article] = on_pages(1)
    with actors(database_url, 2) as (corrector, publisher):
        hold_up(corrector, "tests.publishing.actor.edited")
        corrector.tell("correct", photo=photo.pk, byline="Signe B. Brandt")
        assert "paused" in corrector.hear()
        publisher.tell("publish_now", article=article.pk, languages=["en"])
        assert both(corrector, publisher) == ["done", "done"]
        corrector.do("catch_up_now")
    assert credits(article) == ["Signe B. Brandt"]
    assert not is_due(photo)


@pytest.mark.parametrize("verb", ["publish_now", "withdraw_now"])
def test_published_or_withdrawn_between_looking_and_locking(database_url: str, verb: str) -> None:
    photo, [article] = on_pages(1)
    correct(photo)
    with actors(database_url, 2) as (catcher, other):
        hold_up(catcher, "articles.publishing.catch_up.reissue")
        catcher.tell("catch_up_now")
        assert "paused" in catcher.hear()
        assert "editions" in other.do(verb, article=article.pk, languages=["en"])
        catcher.go_on()
        assert catcher.hear() == {"editions": [], "left": 0}
    assert credits(article) == (["Signe B. Brandt"] if verb == "publish_now" else [])
    assert article.editions.count() == (2 if verb == "publish_now" else 1)
    assert not is_due(photo)


def test_corrected_again_while_pages_catch_up(database_url: str) -> None:
    photo, articles = on_pages(2)
    correct(photo, "One")
    with actors(database_url, 2) as (catcher, corrector):
        hold_up(catcher, "articles.publishing.catch_up._settle")
        catcher.tell("catch_up_now")
        assert "paused" in catcher.hear()
        corrector.do("correct", photo=photo.pk, byline="Two")
        catcher.go_on()
        assert len(catcher.hear()["editions"]) == 4
    assert [credits(article) for article in articles] == [["Two"], ["Two"]]
    assert not is_due(photo)


@pytest.mark.parametrize(
    ("place", "when"),
    [
        ("articles.publishing.take_down.finish", "before"),
        ("articles.publishing.take_down.put_anew", "after"),
        ("articles.publishing.take_down.take_out", "after"),
        ("articles.publishing.take_down._put_away", "before"),
        ("articles.photos.storage.quarantine", "before"),
        ("articles.publishing.take_down.catch_up", "before"),
    ],
)
def test_a_take_down_that_is_killed_has_denied_and_is_finished(
    database_url: str, place: str, when: str
) -> None:
    photo, articles = on_pages(2)
    with actors(database_url, 1) as [actor]:
        hold_up(actor, place, when)
        actor.tell("take_down_now", photo=photo.pk)
        assert "paused" in actor.hear()
        actor.kill()
    assert ask().hidden == {photo.pk}
    taking_down.work()
    catch_up()
    assert TakeDown.objects.get().done_at
    assert [credits(article) for article in articles] == [[""], [""]]
    assert [article.editions.count() for article in articles] == [2, 2]
    assert ask().hidden == frozenset()


def test_published_while_the_photo_is_being_taken_down(database_url: str) -> None:
    photo, _articles = on_pages(1)
    late = newsroom.article("Late", "Sent", slides=2)
    newsroom.change(late.slides.all()[1], photo=photo)
    with actors(database_url, 2) as (publisher, taker):
        hold_up(publisher, "articles.publishing.publish.advance")
        publisher.tell("publish_now", article=late.pk, languages=["en"])
        assert "paused" in publisher.hear()
        taker.tell("take_down_now", photo=photo.pk)
        wait_until(taker, waits_for_a_lock)
        publisher.go_on()
        assert "editions" in publisher.hear()
        assert taker.hear() == {"done": True}
    assert credits(late) == [""]
    assert not is_due(photo)
