"""What a list of choices leaves out, the database refuses too, whoever writes to it."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction
from django.db.migrations.executor import MigrationExecutor

from articles.models.article import Article, Byline, Slide
from articles.models.edition import Edition, Notice
from articles.models.live import CorrectionOwed
from articles.models.newsroom import FrontSlot
from articles.models.permalink import Permalink
from articles.models.photo import Photo
from articles.models.reads import ReadsOnDay
from articles.reader.lists import PLACES
from tests import newsroom

HELD = {
    "article_commercial_known": (Article, "commercial"),
    "byline_role_known": (Byline, "role"),
    "correction_owed_language_known": (CorrectionOwed, "language"),
    "edition_kind_known": (Edition, "kind"),
    "edition_language_known": (Edition, "language"),
    "front_slot_language_known": (FrontSlot, "language"),
    "notice_kind_known": (Notice, "kind"),
    "notice_language_known": (Notice, "language"),
    "permalink_language_known": (Permalink, "language"),
    "photo_basis_known": (Photo, "basis"),
    "reads_language_known": (ReadsOnDay, "language"),
    "slide_languages_known": (Slide, "languages"),
}


@pytest.fixture
def article(db: None) -> Article:
    """One row at least in each of those tables."""
    article = newsroom.article()
    newsroom.byline(article)
    newsroom.notice(article, "It was the first rung.")
    newsroom.pin(article)
    newsroom.publish(article)
    note = article.notices.get()
    CorrectionOwed.objects.create(note=note, article=article, language="da")
    ReadsOnDay.objects.create(article=article, language="da", day=note.date.date(), reads=1)
    return article


def write(model: type[models.Model], column: str, value: str) -> None:
    """Straight into every row of the table."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE {model._meta.db_table} SET {column} = %s", [value])
        assert cursor.rowcount > 0


@pytest.mark.parametrize("name", HELD)
@pytest.mark.parametrize("value", ["", "sv"])
def test_another_value_is_refused(article: Article, name: str, value: str) -> None:
    model, column = HELD[name]
    with pytest.raises(IntegrityError, match=name):
        write(model, column, value)


@pytest.mark.parametrize("name", HELD)
def test_the_database_holds_the_very_choices_of_the_form(name: str) -> None:
    model, column = HELD[name]
    [held] = [each for each in model._meta.constraints if each.name == name]
    choices = [value for value, _ in model._meta.get_field(column).flatchoices]
    assert held.condition == models.Q(**{f"{column}__in": choices})


@pytest.mark.parametrize(
    ("model", "column"), [pair for pair in HELD.values() if pair[1] != "language"]
)
def test_every_choice_can_be_written(
    article: Article, model: type[models.Model], column: str
) -> None:
    for value, _ in model._meta.get_field(column).flatchoices:
        write(model, column, value)


def test_a_slot_is_one_of_the_front_page_s_places(article: Article) -> None:
    slot = FrontSlot.objects.get()
    slot.position = PLACES - 1
    slot.full_clean()
    slot.position = PLACES
    with pytest.raises(ValidationError) as refusal:
        slot.full_clean()
    assert refusal.value.message_dict == {
        "position": ["Ensure this value is less than or equal to 12."]
    }


def triggers() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'articles_edition'"
        )
        return {name for (name,) in cursor.fetchall()}


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
def test_tables_made_anew_keep_what_forbids_overlaps() -> None:
    forbidding = {"edition_lifetimes_apart_INSERT", "edition_lifetimes_apart_UPDATE"}
    [latest] = MigrationExecutor(connection).loader.graph.leaf_nodes("articles")
    assert triggers() == forbidding
    try:
        MigrationExecutor(connection).migrate([("articles", "0003_roles")])
        assert triggers() == forbidding
    finally:
        MigrationExecutor(connection).migrate([latest])
    assert triggers() == forbidding
