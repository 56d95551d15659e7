"""A name goes out of an article: out of every table, and nothing else changes."""

from typing import Any

import pytest

from articles.document.serialise import digest, load
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.erasure import Erasure
from articles.models.generation import ask
from articles.models.permalink import Permalink
from articles.models.veils import is_veiled
from articles.publishing.anonymise import anonymise, plan
from articles.publishing.catch_up import catch_up
from articles.publishing.elsewhere import apart, articles_with
from articles.publishing.errors import (
    NoReasonGiven,
    NothingToReplace,
    WordsInReason,
    WrittenSince,
)
from articles.publishing.outdated import outdated
from articles.publishing.sealing import unseal
from articles.publishing.state import standings
from articles.text.replacing import Pair, Replacing
from tests import erasing, newsroom
from tests.again import again
from tests.cast import Cast
from tests.newsroom import MONDAY
from tests.tables import nothing_written

pytestmark = pytest.mark.django_db

HANSEN = Replacing((Pair("Jens Hansen", "J.H."), Pair("Hansen", "H.")))


@pytest.fixture
def story(cast: Cast) -> Article:
    return again(erasing.story, cast.chief)


def test_the_name_is_in_every_table_before_and_in_none_afterwards(
    story: Article, cast: Cast, monday: None
) -> None:
    tables = {place.partition(".")[0] for place in erasing.standing("Hansen")}
    assert tables - {"searchindex_data"} == {  # SQLite's own, of what is in the entries
        *(
            "article",
            "slide",
            "crosslink",
            "photo",
            "edition",
            "permalink",
            "notice",
            "removed",
            "gist",
        ),
        *("sitting", "reversion_version", "django_admin_log", "sheet", "previewlink", "waiting"),
        *("correctionowed", "watch", "errorreport", "searchentry"),
    }
    anonymise(article=story, replacing=HANSEN, by=cast.chief, reason="He asked.")
    assert erasing.standing("Hansen") == set()


def test_editions_read_as_before_but_for_the_name(story: Article, cast: Cast, monday: None) -> None:
    before = {edition.pk: edition for edition in Edition.objects.filter(article=story)}
    anonymise(article=story, replacing=HANSEN, by=cast.chief, reason="He asked.")
    for edition in Edition.objects.filter(article=story):
        old = before[edition.pk]
        assert edition.digest == digest(load(edition.document))
        times = ("live_from", "live_until", "first_live_from", "modified_at", "kind", "number")
        assert [getattr(edition, name) for name in times] == [getattr(old, name) for name in times]
        assert edition.card["headline"] == edition.document["headline"]
    live = Edition.objects.live(MONDAY).get(article=story, language="da")
    document = load(live.document)
    assert document.standfirst == "»J.H.S fald,« siger H.s nabo."
    assert document.slides[0].body == "<p>J.H. faldt.</p><ul><li>Sagde H.</li></ul>"
    assert document.slug == live.slug == "j-h-klatrer"


def test_nothing_is_left_to_publish_and_open_pages_hear_of_it(
    story: Article, cast: Cast, monday: None
) -> None:
    counter = ask().counter
    anonymise(article=story, replacing=HANSEN, by=cast.chief, reason="He asked.")
    now = Article.objects.get(pk=story.pk)
    assert [each.unpublished_changes for each in standings(now, as_of=MONDAY).values()] == [
        False,
        False,
    ]
    assert (now.version, now.words_version) == (story.version + 1, story.version + 1)
    assert now.slides.first().version == now.version
    assert not now.sittings.filter(closed=False).exists()
    assert not now.waiting.filter(state="waiting").exists()
    assert ask().counter > counter


def test_the_address_moves_and_nobody_can_read_the_old_one(
    story: Article, cast: Cast, monday: None
) -> None:
    anonymise(article=story, replacing=HANSEN, by=cast.chief, reason="He asked.")
    claims = story.permalinks.filter(language="en").values_list("slug", flat=True)
    assert sorted(slug for slug in claims if not is_veiled(slug)) == ["j-h-climbs", "j-h-falls"]
    assert sum(map(is_veiled, claims)) == 2
    assert Permalink.objects.claiming("en", "jens-hansen-falls").get().article_id == story.pk
    assert not Permalink.objects.claiming("en", "jens-hansen").exists()


def test_an_address_that_is_taken_gets_a_number(story: Article, cast: Cast, monday: None) -> None:
    newsroom.live("J.H. falls", "Andet", only="en")
    row = plan(story, HANSEN, now=MONDAY)
    assert [each.new for each in row.addresses if each.language == "en"] == [
        "j-h-climbs",
        "j-h-falls-2",
    ]


def test_the_library_follows_unless_it_is_left_out(
    story: Article, cast: Cast, monday: None
) -> None:
    photo: Any = story.slides.all()[1].photo
    other = newsroom.article("Another", "En anden")
    newsroom.change(other.slides.first(), photo=photo)
    newsroom.publish(other)
    anonymise(article=story, replacing=HANSEN, by=cast.chief, reason="Asked.", library=False)
    each_engines_own = {"searchindex_data.block", "searchentry.vector"}
    assert erasing.standing("Hansen") - each_engines_own == {
        *("photo.alt", "photo.alt_en", "photo.caption_da", "edition.document", "edition.card"),
        *("searchentry.words", "searchentry.tokens"),
    }
    anonymise(article=other, replacing=HANSEN, by=cast.chief, reason="Asked.", library=True)
    assert erasing.standing("Hansen") == set()


def test_other_pages_with_the_photo_catch_up(story: Article, cast: Cast, monday: None) -> None:
    photo: Any = story.slides.all()[1].photo
    other = newsroom.article("Another", "En anden")
    newsroom.change(other.slides.first(), photo=photo)
    newsroom.publish(other)
    row = anonymise(article=story, replacing=HANSEN, by=cast.chief, reason="He asked.")
    assert row.details["photos"] == [photo.pk]
    assert {edition.article_id for edition in outdated([photo])} == {other.pk}
    catch_up(photos=row.details["photos"], by=cast.chief)
    assert outdated([photo]) == ()


# --- Asking first --------------------------------------------------------------------------------


def test_a_plan_writes_nothing_and_tells_of_every_place(story: Article, monday: None) -> None:
    with nothing_written():
        found = plan(story, HANSEN, now=MONDAY).found
    heading = next(p for p in found.places if p.holding == "slide" and p.field == "heading_da")
    assert [(m.before, m.after) for m in heading.matches] == [
        ("Hansens første trin", "H.s første trin")
    ]
    in_editions = [place for place in found.places if place.holding == "edition"]
    assert {place.about for place in in_editions} == {
        *(("en", number) for number in range(1, 6)),
        *(("da", number) for number in range(1, 4)),
    }
    assert all(place.matches for place in in_editions)


def test_what_was_written_since_is_shown_first(story: Article, cast: Cast, monday: None) -> None:
    mark = plan(story, HANSEN, now=MONDAY).mark
    newsroom.change(story, kicker_en="Hansen")
    with nothing_written(), pytest.raises(WrittenSince):
        anonymise(article=story, replacing=HANSEN, by=cast.chief, reason="Asked.", seen=mark)


@pytest.mark.parametrize(
    ("reason", "refusal"),
    [("  ", NoReasonGiven), ("Mr Hansen asked.", WordsInReason), ("jens-hansen", WordsInReason)],
)
def test_the_reason_is_demanded_and_names_nobody(
    story: Article, cast: Cast, monday: None, reason: str, refusal: type[Exception]
) -> None:
    with nothing_written(), pytest.raises(refusal):
        anonymise(article=story, replacing=HANSEN, by=cast.chief, reason=reason)


def test_words_that_are_not_there_change_nothing(story: Article, cast: Cast, monday: None) -> None:
    nobody = Replacing((Pair("Petersen", "P."),))
    with nothing_written(), pytest.raises(NothingToReplace):
        anonymise(article=story, replacing=nobody, by=cast.chief, reason="Asked.")


def test_the_log_tells_who_and_why_and_keeps_the_words_under_seal(
    story: Article, cast: Cast, monday: None
) -> None:
    row = anonymise(article=story, replacing=HANSEN, by=cast.chief, reason="He asked.")
    kept = Erasure.objects.get()
    assert (kept, kept.by, kept.at, kept.reason) == (row, cast.chief, MONDAY, "He asked.")
    assert len(kept.details["editions"]) == 8
    assert unseal(kept.sealed)["pairs"] == [["Jens Hansen", "J.H."], ["Hansen", "H."]]


# --- Elsewhere -----------------------------------------------------------------------------------


def test_other_articles_and_registers_are_told_of(story: Article, monday: None) -> None:
    noergaard = Replacing((Pair("Ida Nørgaard", "I.N."),))
    one = newsroom.article("What IDA NØRGAARDS said", "Andet", by="Ida Nørgaard")
    two = newsroom.article(editor_note="Ring til Ida No\u0308rgaard, Ida Nørgaard!")
    newsroom.publish(one)
    assert articles_with(noergaard) == [one.pk, two.pk]
    assert articles_with(noergaard, but=one.pk) == [two.pk]
    assert [(str(each.row), each.columns) for each in apart(noergaard)] == [
        ("Ida Nørgaard", ("name",))
    ]
    [photo] = apart(HANSEN)
    assert photo.columns == ("alt_en", "caption_da")
    assert apart(HANSEN, photos=[photo.row.pk]) == ()


def test_a_byline_stays_whole_name_and_address() -> None:
    article = newsroom.live("Jens Hansen at sea", by="Jens Hansen", only="en")
    [before] = Edition.objects.get().document["bylines"]
    anonymise(article=article, replacing=HANSEN, by=None, reason="Asked.")
    document = Edition.objects.get().document
    assert document["headline"] == "J.H. at sea"
    assert document["bylines"] == [before]
