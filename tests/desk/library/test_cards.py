"""What the library says of each photo, and how it is found by words."""

import pytest

from articles.models.photo import Photo
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk
from tests.desk.library.conftest import in_days
from tests.desk.library.shelves import found, library, state, titles

pytestmark = pytest.mark.django_db
Shelf = dict[str, Photo]


def test_each_card_says_what_is_missing(signe: Desk, shelf: Shelf) -> None:
    assert state(library(signe)) == {
        "dansk no english": "No alt in English",
        "no danish": "No alt in Danish",
        "no credit": "No credit",
        "no byline": "No byline",
        "no right": "Right not known",
        "file name": "File name as text",
        "in work": "In work",
        "failed": "Failed",
        "expiring": "Complete",
        "expired": "Complete",
        "down": "Complete",
        "portrait": "Complete",
        "whole": "Complete",
    }


def test_the_gravest_comes_first_and_the_rest_is_told(signe: Desk) -> None:
    newsroom.photo(alt_en="bare", alt_da="", credit=None, byline="", work="failed")
    assert state(library(signe)) == {
        "bare": "Failed +3 No credit, Right not known, No alt in Danish"
    }


def test_what_ends_is_said_over_the_picture(signe: Desk, shelf: Shelf) -> None:
    newsroom.photo(alt_en="hours", expires_at=in_days(0.25))
    badges = {
        card.one("a.cap").text: card.one("span.over").text
        for card in library(signe).root.all("li.pcard")
        if card.all("span.over")
    }
    assert badges == {
        "hours": "Expires in 6 hours",
        "expiring": "Expires in 4 days",
        "expired": "Expired",
        "down": "Taken down",
    }


def test_a_title_of_the_other_language_says_so(signe: Desk, shelf: Shelf) -> None:
    page = library(signe, "needs=alt-en").root
    assert [(a.text, a["lang"]) for a in page.all("a.cap")] == [("dansk no english", "da")]
    newsroom.photo(alt_en="", alt_da="", caption_en="", caption_da="", filename="DSC_1.jpg")
    (last, *_) = library(signe).root.all("a.cap")
    assert last.text == "DSC_1.jpg"
    assert "lang" not in last.attributes


def test_how_much_a_photo_is_used(signe: Desk) -> None:
    photo = newsroom.photo(alt_en="seen")
    for number in range(3):
        article = newsroom.article(f"Story {number}", slides=1)
        newsroom.change(article.slides.get(), photo=photo)
        newsroom.publish(article, "en")
    (card,) = [c for c in library(signe).root.all("li.pcard") if c.one("a.cap").text == "seen"]
    assert card.all("div.meta")[0].text == "Signe Brandt/Kystfoto in 3 articles in 3"
    assert card.texts("span.hint") == ["3 articles in 30 days"]


def test_those_that_look_alike_are_hinted_at_and_compared(signe: Desk, cast: Cast) -> None:
    first = newsroom.photo(alt_en="first", phash="00000000000000ff")
    newsroom.photo(alt_en="other", phash="ffffffff00000000")
    second = newsroom.photo(alt_en="second", phash="00000000000001ff")
    assert library(signe).root.texts("a.hint") == [
        f"Looks like {first.pk}",
        f"Looks like {second.pk}",
    ]
    page = library(signe, "needs=twins")
    assert titles(page) == ["second", "first"]
    assert page.root.texts("section.twins h2") == ["2 photos that look alike"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("jetty", ["jetty"]),
        ("BADEBRO", ["jetty"]),
        ("badebro jetty", ["jetty"]),
        ("badebro lighthouse", []),
        ("ærø", ["harbour"]),
        ("ÆRØ", ["harbour"]),
        ("søren ÆRØ", ["harbour"]),
        ("scst", ["lighthouse"]),
        ("scanstock", ["lighthouse"]),
        ("1093384417", ["lighthouse"]),
        ("dsc_0042", ["harbour"]),
        ('"at dawn"', ["jetty"]),
        ('"dawn at"', []),
        ("%", []),
        ("_", ["harbour"]),
        ("%23999999", []),
    ],
)
def test_words_are_found_wherever_they_stand(
    signe: Desk, shelf: Shelf, query: str, expected: list[str]
) -> None:
    Photo.objects.all().delete()
    credit = shelf["no byline"].credit
    plain = {"caption_en": "", "caption_da": "", "alt_da": ""}
    newsroom.photo(
        **{**plain, "alt_en": "jetty", "alt_da": "Badebroen", "caption_en": "A walk at dawn"}
    )
    newsroom.photo(**plain, alt_en="harbour", byline="Søren Ærø", filename="DSC_0042.JPG")
    newsroom.photo(**plain, alt_en="lighthouse", credit=credit, stock_id="1093384417")
    assert found(signe, f"q={query}") == expected


def test_a_number_finds_that_photo(signe: Desk, shelf: Shelf) -> None:
    photo = shelf["whole"]
    assert found(signe, f"q=%23{photo.pk}") == ["whole"]
    newsroom.photo(alt_en="stock", stock_id=f"9{photo.pk}9")
    assert found(signe, f"q={photo.pk}") == ["stock", "whole"]


def test_the_order_is_chosen(signe: Desk) -> None:
    for name, days in (("b late", 20), ("a endless", None), ("c soon", 2), ("d over", -2)):
        newsroom.photo(alt_en=name, expires_at=in_days(days) if days else None)
    orders = {
        "": ["d over", "c soon", "a endless", "b late"],
        "sort=oldest": ["b late", "a endless", "c soon", "d over"],
        "sort=expiring": ["c soon", "b late", "a endless", "d over"],
        "sort=name": ["a endless", "b late", "c soon", "d over"],
    }
    for query, expected in orders.items():
        assert titles(library(signe, query)) == expected, query


def test_the_view_chosen_last_is_shown_again(signe: Desk, shelf: Shelf) -> None:
    assert titles(library(signe)) != []
    library(signe, "view=list")
    page = library(signe).root
    assert page.all("li.pcard") == []
    assert len(page.all("table.photo-rows tbody tr")) == len(shelf)
    library(signe, "view=grid")
    assert titles(library(signe)) != []


def test_a_chooser_gives_the_photo_and_offers_no_work(signe: Desk, shelf: Shelf) -> None:
    page = library(signe, "_popup=1").root
    choosing = page.all("a.cap[data-popup-opener]")
    assert len(choosing) == len(shelf) - 1  # not what was taken down
    assert page.all("input[data-pick]") == []
    assert page.values("ul.object-tools a", "href") == ["/admin/articles/photo/add/?_popup=1"]
    assert page.values('form[id="library-ask"] input[name="_popup"]', "value") == ["1"]
