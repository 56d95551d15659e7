"""What is written beside Editions, and by the migration for those there were before."""

import datetime as dt
from collections.abc import Iterator
from importlib import import_module

import pytest
from django.apps import apps

from articles.models.beside import EditionByline, EditionNotice
from articles.models.newsroom import Contributor
from tests import newsroom
from tests.newsroom import MONDAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with newsroom.at(MONDAY):
        yield


def rows() -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    bylines = EditionByline.objects.order_by("edition", "position")
    notices = EditionNotice.objects.order_by("edition", "notice")
    return (
        list(bylines.values_list("edition", "contributor__name", "role", "position")),
        list(notices.values_list("edition", "notice__text", "slide")),
    )


def test_migration_writes_beside_old_editions_what_publishing_does() -> None:
    story = newsroom.article()
    newsroom.byline(story, "Maja Holt")
    newsroom.byline(story, "Signe Brandt", "pictures")
    newsroom.byline(story, "Maja Holt", "editing")
    slide = story.slides.all()[1]
    newsroom.notice(story, "The year was 1912.", slide=slide.key)
    newsroom.notice(story, "Ikke før.", language="da")
    newsroom.publish(story)
    with newsroom.at(MONDAY + dt.timedelta(days=1)):
        slide.delete()
        newsroom.publish(story, "en")
    newsroom.notice(story, "In no edition yet.")
    expected = rows()
    assert [len(each) for each in expected] == [9, 3]
    assert {role for _edition, _name, role, _place in expected[0]} == {
        "text",
        "pictures",
        "editing",
    }
    assert [slide for _edition, _text, slide in expected[1]] == [slide.key, "", ""]

    EditionByline.objects.all().delete()
    EditionNotice.objects.all().delete()
    signe = Contributor.objects.get(slug="signe-brandt")
    newsroom.change(signe, slug="signe-b")  # known by the name alone
    import_module("articles.migrations.0016_beside").write_beside(apps, None)
    assert rows() == expected


def test_namesakes_are_not_taken_for_each_other() -> None:
    newsroom.live(by="Maja Holt")
    EditionByline.objects.all().delete()
    newsroom.change(Contributor.objects.get(), slug="maja-h")
    Contributor.objects.create(name="Maja Holt", slug="maja-2")
    import_module("articles.migrations.0016_beside").write_beside(apps, None)
    assert not EditionByline.objects.exists()
