"""A backup is restored that is older than what was erased since: it is done again."""

import contextlib
import datetime as dt
import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from articles.models.article import Article
from articles.models.edition import Deindexed
from articles.models.erasure import Erasure
from articles.models.photo import Photo
from articles.publishing.anonymise import anonymise
from articles.publishing.deindex import deindex, index_again
from articles.publishing.erase import erase
from articles.text.replacing import Pair, Replacing
from tests import erasing, newsroom
from tests.again import again
from tests.cast import Cast
from tests.newsroom import MONDAY

pytestmark = pytest.mark.django_db

HANSEN = Replacing((Pair("Hansen", "H."), Pair("Jens", "J.")))


class Restored(Exception):
    """Rolls everything back: so the database is what the backup was."""


@pytest.fixture
def story(cast: Cast) -> Article:
    return again(erasing.story, cast.chief)


def before_the_restore(story: Article, cast: Cast, act: Any, capture: Any) -> None:
    """What `act` does is in the journal afterwards, and in the database no more."""
    with contextlib.suppress(Restored), transaction.atomic():
        with capture(execute=True):
            act()
        raise Restored
    assert not Erasure.objects.exists()


def erasures(*options: str) -> str:
    out = io.StringIO()
    call_command("erasures", *options, stdout=out)
    return out.getvalue()


def test_the_journal_lies_beside_the_photos_and_names_nobody(
    story: Article,
    cast: Cast,
    monday: None,
    media_root: Path,
    django_capture_on_commit_callbacks: Any,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        row = anonymise(article=story, replacing=HANSEN, by=cast.chief, reason="He asked.")
    [file] = (media_root / "erasures").iterdir()
    assert file.name == f"2026-11-23T120000-{row.uid}.json"
    text = file.read_text()
    assert "ansen" not in text
    assert json.loads(text) == {
        "uid": str(row.uid),
        "article": story.pk,
        "began": story.created_at.astimezone(dt.UTC).isoformat(),
        "kind": "anonymise",
        "languages": ["en", "da"],
        "by": "ingrid",
        "at": "2026-11-23T12:00:00+00:00",
        "reason": "He asked.",
        "details": row.details,
        "sealed": row.sealed,
    }


def test_all_of_it_is_done_again_once(
    story: Article, cast: Cast, monday: None, django_capture_on_commit_callbacks: Any
) -> None:
    other = newsroom.article("Hansen’s brother", "Hansens bror")
    newsroom.publish(other)

    photo: Any = story.slides.all()[1].photo_id

    def act() -> None:
        deindex(article=other, languages=["en", "da"], by=cast.chief, reason="Asked.")
        with newsroom.at(MONDAY + erasing.HOUR):
            index_again(article=other, languages=["en"], by=cast.chief, reason="Not English.")
            anonymise(article=other, replacing=HANSEN, by=cast.chief, reason="He asked.")
            erase(article=story, by=cast.chief, reason="He asked.", photos=[photo])

    before_the_restore(story, cast, act, django_capture_on_commit_callbacks)
    assert erasing.standing("Hansen")
    with newsroom.at(MONDAY + 2 * erasing.HOUR):
        assert "4 done again, 0 known already" in erasures("--again")
    assert erasing.standing("Hansen") == set()
    assert Photo.objects.get(pk=photo).taken_down_at
    assert list(Deindexed.objects.values_list("article", "language")) == [(other.pk, "da")]
    story.refresh_from_db()
    later = MONDAY + 2 * erasing.HOUR
    assert story.erased_at == later
    columns = ("kind", "at", "again_at", "by__username")
    assert set(Erasure.objects.values_list(*columns)) == {
        ("deindex", MONDAY, later, "ingrid"),
        *(
            (kind, MONDAY + erasing.HOUR, later, "ingrid")
            for kind in ("index", "anonymise", "erase")
        ),
    }
    assert "0 done again, 4 known already" in erasures("--again")


def test_another_article_that_has_got_the_number_is_left_alone(
    cast: Cast, monday: None, django_capture_on_commit_callbacks: Any
) -> None:
    story = newsroom.article("Hansen", "Hansen")

    def act() -> None:
        erase(article=story, by=cast.chief, reason="He asked.")

    before_the_restore(story, cast, act, django_capture_on_commit_callbacks)
    Article.objects.filter(pk=story.pk).update(created_at=MONDAY + erasing.HOUR)
    assert "absent" in erasures("--again")
    story.refresh_from_db()
    assert story.headline_en == "Hansen"


def test_a_lost_key_is_told_of_and_the_rest_is_done(
    cast: Cast, monday: None, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    one, two = newsroom.article("Hansen", "Hansen"), newsroom.article("Other", "Andet")

    def act() -> None:
        anonymise(article=one, replacing=HANSEN, by=cast.chief, reason="He asked.")
        erase(article=two, by=cast.chief, reason="He asked.")

    before_the_restore(one, cast, act, django_capture_on_commit_callbacks)
    settings.SECRET_KEY = "another"
    with pytest.raises(CommandError, match="1 act could not be done again"):
        erasures("--again")
    two.refresh_from_db()
    assert two.erased_at == MONDAY


def test_a_lost_file_is_written_anew(
    cast: Cast, monday: None, media_root: Path, django_capture_on_commit_callbacks: Any
) -> None:
    story = newsroom.article("Hansen", "Hansen")
    with django_capture_on_commit_callbacks(execute=True):
        deindex(article=story, languages=["en"], by=cast.chief, reason="Asked.")
    assert "no file" not in erasures()
    shutil.rmtree(media_root / "erasures")
    assert "no file" in erasures()
    assert "1 file written" in erasures("--write")
    assert "no file" not in erasures()


def test_words_are_forgotten_once_no_backup_is_as_old(
    cast: Cast, monday: None, media_root: Path, django_capture_on_commit_callbacks: Any
) -> None:
    story = newsroom.article("Hansen", "Hansen")
    with django_capture_on_commit_callbacks(execute=True):
        anonymise(article=story, replacing=HANSEN, by=cast.chief, reason="He asked.")
    erasures("--forget", "2026-11-23")
    assert Erasure.objects.get().sealed
    erasures("--forget", "2026-11-24")
    assert Erasure.objects.get().sealed == ""
    [file] = (media_root / "erasures").iterdir()
    assert json.loads(file.read_text())["sealed"] == ""
