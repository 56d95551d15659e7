"""An Edition is inserted once. Everything that would change or delete one raises."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError
from django.db.models import ProtectedError

from articles.models.edition import Edition, Frozen
from articles.publishing.publish import publish
from tests import newsroom
from tests.again import again
from tests.tables import nothing_written

pytestmark = pytest.mark.usefixtures("monday")


def changed(edition: Edition, **fields: Any) -> Edition:
    for name, value in fields.items():
        setattr(edition, name, value)
    return edition


ATTEMPTS: dict[str, Callable[[Edition], Any]] = {
    "save": lambda e: changed(e, slug="x").save(),
    "save some fields": lambda e: changed(e, slug="x").save(update_fields=["slug"]),
    "delete": lambda e: e.delete(),
    "update": lambda e: Edition.objects.update(slug="x"),
    "update some": lambda e: Edition.objects.filter(pk=e.pk).update(live_until=None),
    "update through the article": lambda e: e.article.editions.update(slug="x"),
    "update what is live": lambda e: Edition.objects.live(e.live_from).update(slug="x"),
    "delete some": lambda e: Edition.objects.filter(pk=e.pk).delete(),
    "delete through the article": lambda e: e.article.editions.all().delete(),
    "bulk update": lambda e: Edition.objects.bulk_update([changed(e, slug="x")], ["slug"]),
    "update or create": lambda e: Edition.objects.update_or_create(pk=e.pk, defaults={"slug": "x"}),
}


@pytest.fixture
def edition() -> Edition:
    return again(english)


def english() -> Edition:
    [made] = newsroom.publish(newsroom.article(), "en")
    return made


@pytest.mark.parametrize("name", ATTEMPTS)
def test_an_attempt(edition: Edition, name: str) -> None:
    with nothing_written(), pytest.raises(Frozen):
        ATTEMPTS[name](edition)


def test_a_new_object_with_its_id_is_not_written_over_it(edition: Edition) -> None:
    values = {f.attname: getattr(edition, f.attname) for f in Edition._meta.fields}
    with pytest.raises(IntegrityError):
        Edition(**{**values, "slug": "x"}).save()


def test_what_an_edition_stands_on_can_not_be_deleted(edition: Edition) -> None:
    article, topic = edition.article, edition.topic
    for thing in (article, topic):
        with nothing_written(), pytest.raises(ProtectedError):
            thing.delete()


def test_a_document_handed_out_is_not_what_is_stored(edition: Edition) -> None:
    edition.document["headline"] = "x"
    again = publish(article=edition.article, languages=["en"], by=None)
    assert again[0].document["headline"] == "The last rung"
    assert Edition.objects.get(number=1).document["headline"] == "The last rung"
