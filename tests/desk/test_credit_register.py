"""The register of credits: one entry per name, and pages that follow when it changes."""

import pytest

from articles.models.photo import ImageCredit
from tests import newsroom
from tests.desk.desk import Desk, Page, said

pytestmark = pytest.mark.django_db
ADD = "/admin/articles/imagecredit/add/"
LIST = "/admin/articles/imagecredit/"


def entry(desk: Desk, credit: ImageCredit) -> Page:
    return desk.open(f"{LIST}{credit.pk}/change/", form="imagecredit_form")


def test_an_entry_has_all_that_new_photos_take_from_it(chief: Desk) -> None:
    typed = {
        "name": "Ritzau Scanpix",
        "aliases": "Scanpix\r\nRitzau/Scanpix\r\n\r\nSCANPIX",
        "url": "ritzau.example",
        "license_url": "https://ritzau.example/licence",
        "default_days": "90",
        "byline_required": "on",
    }
    chief.send(chief.open(ADD, form="imagecredit_form"), **typed)
    made = ImageCredit.objects.get()
    assert said(made, "kind", "aliases", "url", "default_days", "byline_required") == (
        "agency",
        "Scanpix\nRitzau/Scanpix",
        "https://ritzau.example",
        90,
        True,
    )


@pytest.mark.parametrize(
    "typed",
    [{"name": "© KYST-FOTO"}, {"name": "Kysten"}, {"name": "New", "aliases": "New Inc\nkystfoto"}],
)
def test_a_name_in_another_spelling_is_refused(chief: Desk, typed: dict[str, str]) -> None:
    ImageCredit.objects.create(name="Kystfoto", aliases="Kysten")
    page = chief.open(ADD, form="imagecredit_form")
    page = chief.send(page, form="imagecredit_form", **typed)
    (error,) = page.errors
    assert error.endswith("is in the register already, as “Kystfoto”.")
    assert ImageCredit.objects.count() == 1


def test_an_entry_may_be_spelled_anew(chief: Desk) -> None:
    credit = ImageCredit.objects.create(name="Kystfoto", aliases="Kysten")
    chief.send(entry(chief, credit), name="KystFoto")
    assert said(credit, "name", "aliases") == ("KystFoto", "Kysten")


def test_the_list_counts_the_photos_of_each(chief: Desk) -> None:
    newsroom.photo()
    newsroom.photo()
    ImageCredit.objects.create(name="Unused")
    assert chief.open(LIST).root.texts("td.field-photos") == ["2", "0"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("typed", "pages"), [({"name": "Kyst Foto"}, 2), ({"aliases": "Kysten"}, 0)]
)
def test_pages_follow_where_they_show_what_was_changed(
    chief: Desk, typed: dict[str, str], pages: int
) -> None:
    article = newsroom.live(slides=1)
    page = chief.send(entry(chief, ImageCredit.objects.get()), **typed)
    assert any("2 pages were reissued" in note for note in page.notes) is bool(pages)
    assert article.editions.count() == 2 + pages
    newest = article.editions.filter(language="da").latest("number")
    shown = newest.document["slides"][0]["photo"]["credit"]
    assert shown == typed.get("name", "Kystfoto")
