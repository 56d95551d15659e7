"""The index of the site's search is what the Editions say, whatever was done to them."""

import datetime as dt
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from articles.document.searchable import lines, searchable, tokens
from articles.document.serialise import load
from articles.models.edition import Edition
from articles.models.search import SearchEntry, Token, Within, matching
from articles.publishing import indexing, overwriting
from articles.publishing.anonymise import anonymise
from articles.publishing.cancel import cancel
from articles.publishing.erase import erase
from articles.text.replacing import Pair, Replacing
from tests import newsroom
from tests.newsroom import MONDAY

pytestmark = pytest.mark.django_db


def entries() -> list[tuple[Any, ...]]:
    return list(
        SearchEntry.objects.order_by("edition").values_list(
            "edition", "language", "published", "live_from", "live_until", "words", "tokens"
        )
    )


def what_editions_say(now: dt.datetime) -> list[tuple[Any, ...]]:
    said = []
    for edition in Edition.objects.standing().order_by("pk"):
        if edition.live_until is None or edition.live_until > now:
            words = lines(searchable(load(edition.document)), edition.language)
            found = tokens(words, edition.language, edition.topic_id)
            times = (edition.first_live_from, edition.live_from, edition.live_until)
            said.append((edition.pk, edition.language, *times, words, found))
    return said


def a_history() -> None:
    """Published, updated, scheduled, cancelled, withdrawn, in one language and in both."""
    first, second = newsroom.article("One", "En"), newsroom.article("Two", "To")
    with newsroom.at(MONDAY):
        newsroom.publish(first)
        newsroom.publish(second, "en", at=MONDAY + dt.timedelta(days=2))
        (edition,) = newsroom.publish(second, "da", at=MONDAY + dt.timedelta(days=1))
        cancel(edition=edition, by=None)
        newsroom.change(first, headline_en="One more")
        newsroom.publish(first, "en", at=MONDAY + dt.timedelta(hours=1))
    with newsroom.at(MONDAY + dt.timedelta(hours=2)):
        newsroom.withdraw(first, "da")


def test_entries_follow_every_verb_and_a_rebuild_changes_nothing() -> None:
    a_history()
    with newsroom.at(now := MONDAY + dt.timedelta(hours=3)):
        wanted = what_editions_say(now)
        assert len(wanted) == 2
        live_or_to_come = [row for row in entries() if row[4] is None or row[4] > now]
        assert live_or_to_come == wanted

        SearchEntry.objects.all().delete()
        out = StringIO()
        call_command("reindex", stdout=out)
        assert entries() == wanted
        assert out.getvalue() == "2 editions can be found.\n"
        call_command("reindex", stdout=out)
        assert entries() == wanted


def test_the_index_is_written_and_taken_back_with_the_edition() -> None:
    story = newsroom.article("A heron", "En hejre")
    where = Within(MONDAY)
    heron = ((Token("heheron"),),)
    with newsroom.at(MONDAY):
        with transaction.atomic():
            newsroom.publish(story)
            assert len(matching(heron, where, most=9)) == 1
            transaction.set_rollback(True)
        assert matching(heron, where, most=9) == []
        newsroom.publish(story)
        assert len(matching(heron, where, most=9)) == 1
        assert len(matching(((Token("hdhejr", begins=True),),), where, most=9)) == 1
        indexing.forget(story.pk)
        assert matching(heron, where, most=9) == []


@pytest.mark.sqlite
def test_sqlite_keeps_no_word_of_what_was_taken_out() -> None:
    with newsroom.at(MONDAY):
        newsroom.live()
        story = newsroom.live("A heron", "En hejre")
        SearchEntry.objects.exclude(edition__article=story).delete()
        overwriting.begin()
        indexing.forget(story.pk)
        overwriting.end()
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE VIRTUAL TABLE temp.kept USING fts5vocab('main', 'articles_searchindex', 'row')"
        )
        cursor.execute("SELECT term FROM temp.kept")
        assert cursor.fetchall() == []
        cursor.execute("DROP TABLE temp.kept")


@pytest.mark.postgres
def test_postgresql_asks_its_index_and_nothing_else() -> None:
    with newsroom.at(MONDAY):
        newsroom.live()
    with connection.cursor() as cursor:
        cursor.execute("SELECT proconfig FROM pg_proc WHERE proname = 'articles_search'")
        assert sorted(cursor.fetchone()[0]) == [
            "enable_indexonlyscan=off",
            "enable_indexscan=off",
            "enable_seqscan=off",
        ]


def test_what_was_anonymised_or_erased_is_found_by_its_new_words_or_not_at_all() -> None:
    where = Within(MONDAY)
    heron, egret = (((Token(f"he{word}"),),) for word in ("heron", "egret"))
    with newsroom.at(MONDAY):
        story = newsroom.live("A heron", "En hejre")
        anonymise(
            article=story, replacing=Replacing((Pair("heron", "egret"),)), by=None, reason="Asked."
        )
        assert [len(matching(each, where, most=9)) for each in (heron, egret)] == [0, 1]
        erase(article=story, by=None, reason="Asked.")
        assert matching(egret, where, most=9) == []
        assert not SearchEntry.objects.exists()
