"""Several processes publish at once, on a database that other processes can really reach."""

import datetime as dt

import pytest
from django.db import connection

from articles.document.serialise import load
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.permalink import Permalink
from articles.publishing.publish import publish
from articles.text.languages import LANGUAGES
from tests import newsroom
from tests.publishing.facts import addresses, counter, instants
from tests.publishing.processes import Actor, actors, wait_until
from tests.tables import nothing_written

pytestmark = pytest.mark.django_db(transaction=True)


def waits_for_a_lock() -> bool:
    """Whether somebody is waiting for somebody else. SQLite keeps no such list: nobody is."""
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT COUNT(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        return bool(cursor.fetchone()[0])


def hold_up(first: Actor, place: str, when: str = "before") -> None:
    assert first.do("pause_at", place=place, when=when) == {}


def both(first: Actor, second: Actor) -> list[str]:
    """Let `first` go on once `second` waits for it; how the two ended."""
    wait_until(second, waits_for_a_lock)
    first.go_on()
    return ["refused" if "refused" in actor.hear() else "done" for actor in (first, second)]


def assert_chain_is_sound(article: Article, language: str) -> None:
    editions = Edition.objects.filter(article=article, language=language)
    numbers = list(editions.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    standing = list(editions.standing().order_by("live_from", "number"))
    ends: set[dt.datetime] = set()
    for place, edition in enumerate(standing):
        following = standing[place + 1].live_from if place + 1 < len(standing) else None
        # No gap but after a withdrawal, and never two at once.
        stops = [at for at in (following, edition.withdrawn_at) if at]
        assert edition.live_until == min(stops, default=None)
        ends |= {at for at in (edition.live_from, edition.live_until) if at}
    assert len({edition.first_live_from for edition in standing}) <= 1
    assert set(instants(article, language)) == ends
    claimed = {slug for lang, slug in addresses(article) if lang == language}
    assert claimed == {edition.slug for edition in standing}


@pytest.mark.parametrize("seed", [1, 2])
def test_at_random_on_the_same_articles(database_url: str, seed: int) -> None:
    made = [newsroom.article(f"N{number}", f"M{number}", slides=1) for number in range(3)]
    before = counter()
    with actors(database_url, 4) as (*writers, reader):
        reader.tell("read")
        for number, writer in enumerate(writers):
            writer.tell("chance", seed=10 * seed + number, articles=[a.pk for a in made], steps=25)
        done = sum(writer.hear()["done"] for writer in writers)
        reader.go_on()
        read = reader.hear()
    assert done >= 20
    assert counter() == before + done
    for article in made:
        for language in LANGUAGES:
            assert_chain_is_sound(article, language)
    assert len(read["pages"]) > 1
    assert read["clashes"] == 0


def test_one_article_by_two_gets_two_numbers(database_url: str) -> None:
    article = newsroom.article(slides=1)
    with actors(database_url, 2) as (first, second):
        hold_up(first, "articles.publishing.publish.advance")
        first.tell("publish_now", article=article.pk, languages=["en", "da"])
        assert "paused" in first.hear()
        second.tell("publish_now", article=article.pk, languages=["en"])
        assert both(first, second) == ["done", "done"]
    found = Edition.objects.order_by("language", "number").values_list("language", "number")
    assert list(found) == [("da", 1), ("en", 1), ("en", 2)]
    for language in LANGUAGES:
        assert_chain_is_sound(article, language)


def test_an_address_raced_for_by_two_articles_goes_to_one(database_url: str) -> None:
    winner, loser = newsroom.article(), newsroom.article()
    with actors(database_url, 2) as (first, second):
        hold_up(first, "articles.publishing.publish.advance")
        first.tell("publish_now", article=winner.pk, languages=["en"])
        assert "paused" in first.hear()
        second.tell("publish_now", article=loser.pk, languages=["en"])
        wait_until(second, waits_for_a_lock)
        first.go_on()
        assert "editions" in first.hear()
        assert second.hear() == {"refused": "Refused", "codes": ["slug.taken"]}
    assert Permalink.objects.get().article == winner
    assert list(Edition.objects.values_list("article", flat=True)) == [winner.pk]


def test_an_address_is_the_others_if_the_first_fails(database_url: str) -> None:
    unlucky, lucky = newsroom.article(), newsroom.article()
    with actors(database_url, 2) as (first, second):
        hold_up(first, "articles.publishing.publish.advance")
        first.tell("publish_now", article=unlucky.pk, languages=["en"])
        assert "paused" in first.hear()
        second.tell("publish_now", article=lucky.pk, languages=["en"])
        wait_until(second, waits_for_a_lock)
        first.kill()
        assert "editions" in second.hear()
    assert Permalink.objects.get().article == lucky


def test_the_same_addresses_in_opposite_order_do_not_deadlock(database_url: str) -> None:
    one, two = newsroom.article(), newsroom.article()
    with actors(database_url, 2) as (first, second):
        hold_up(first, "articles.publishing.issue._claim", when="after")
        first.tell("publish_now", article=one.pk, languages=["en", "da"])
        assert "paused" in first.hear()
        second.tell("publish_now", article=two.pk, languages=["da", "en"])
        assert both(first, second) == ["done", "refused"]
    assert {link.article for link in Permalink.objects.all()} == {one}


def test_a_successor_being_published_holds_nobody_up(database_url: str) -> None:
    old, better = newsroom.article(slides=1), newsroom.article("Better", "Bedre", slides=1)
    publish(article=old, languages=["en"], by=None)
    with actors(database_url, 2) as (first, second):
        hold_up(first, "articles.publishing.publish.advance")
        first.tell("publish_now", article=better.pk, languages=["en"])
        assert "paused" in first.hear()
        second.tell("withdraw_now", article=old.pk, languages=["en"], successor=better.pk)
        assert both(first, second) == ["done", "done"]
    assert Edition.objects.get(article=old).successor == better


def test_what_was_changed_while_waiting_is_what_goes_out(database_url: str) -> None:
    article = newsroom.article(slides=1, lead_photo=newsroom.photo())
    other = newsroom.photo(byline="Frank Frost")
    with actors(database_url, 2) as (editor, publisher):
        hold_up(editor, "tests.publishing.actor.edited")
        columns = {"lead_photo_id": other.pk, "headline_en": "Changed meanwhile"}
        editor.tell("edit", article=article.pk, columns=columns)
        assert "paused" in editor.hear()
        publisher.tell("publish_now", article=article.pk, languages=["en"])
        assert both(editor, publisher) == ["done", "done"]
    document = load(Edition.objects.get().document)
    assert document.headline == "Changed meanwhile"
    assert document.lead
    assert (document.lead.id, document.lead.creator) == (other.pk, "Frank Frost")


# --- Killed on the way ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "when"),
    [
        ("articles.publishing.publish.require", "after"),
        ("articles.publishing.issue._claim", "after"),
        ("articles.publishing.issue._insert", "after"),
        ("articles.publishing.issue.retime", "after"),
        ("articles.publishing.publish.advance", "before"),
        ("articles.publishing.publish.advance", "after"),
    ],
)
def test_killed_before_the_commit_nothing_has_happened(
    database_url: str, place: str, when: str
) -> None:
    article = newsroom.article(slides=1)
    publish(article=article, languages=["en"], by=None)
    with actors(database_url, 1) as [actor], nothing_written():
        hold_up(actor, place, when)
        actor.tell("publish_now", article=article.pk, languages=["en", "da"])
        assert "paused" in actor.hear()
        actor.kill()
    # Nothing is held, and the next one gets the number that was not used.
    [english, danish] = publish(article=article, languages=["en", "da"], by=None)
    assert (english.number, danish.number) == (2, 1)


def test_killed_after_the_commit_everything_has_happened(database_url: str) -> None:
    article = newsroom.article(slides=1)
    before = counter()
    with actors(database_url, 1) as [actor]:
        hold_up(actor, "articles.models.generation.forget")
        actor.tell("publish_now", article=article.pk, languages=["en", "da"])
        assert "paused" in actor.hear()
        actor.kill()
    assert Edition.objects.live(newsroom.MONDAY.replace(year=2099)).count() == 2
    assert addresses(article) == {("en", "the-last-rung"), ("da", "det-nederste-trin")}
    assert counter() == before + 1
    for language in LANGUAGES:
        assert_chain_is_sound(article, language)
