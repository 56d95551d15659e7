"""A photo whose rights end: gone from every page at that instant, with what stands in for it."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from articles.models.generation import ask
from articles.models.photo import Photo
from articles.publishing.due import due
from articles.reader.parts import picture
from articles.reader.rights import Rights, Shown, shown
from tests import newsroom
from tests.documents import frozen_facts
from tests.newsroom import MONDAY
from tests.reader.dom import Node, parse

MICRO = dt.timedelta(microseconds=1)
NOON = MONDAY + dt.timedelta(days=1)
HERE = "/en/health/the-last-rung/"

# --- Pure ----------------------------------------------------------------------------------------

OVER = NOON.isoformat()
SPARE = frozen_facts(5, "en")
LASTING = frozen_facts(1, "en", substitute=SPARE)
ENDING = replace(LASTING, expires_at=OVER)


@pytest.mark.parametrize(
    ("photo", "as_of", "hidden", "expected"),
    [
        (None, NOON, [], None),
        (LASTING, NOON, [], Shown(LASTING, "Own alt", "Own caption")),
        (LASTING, NOON, [2], Shown(LASTING, "Own alt", "Own caption")),
        (LASTING, NOON, [1], Shown(SPARE, "Alt 5 [en]", "Caption 5 [en]")),
        (LASTING, NOON, [1, 5], None),
        (ENDING, NOON - MICRO, [], Shown(ENDING, "Own alt", "Own caption")),
        (ENDING, NOON, [], Shown(SPARE, "Alt 5 [en]", "Caption 5 [en]")),
        (replace(ENDING, substitute=None), NOON, [], None),
        (replace(ENDING, substitute=replace(SPARE, expires_at=OVER)), NOON, [], None),
    ],
)
def test_what_readers_may_see(
    photo: Any, as_of: dt.datetime, hidden: list[int], expected: Shown | None
) -> None:
    rights = Rights(as_of, frozenset(hidden))
    assert shown(photo, alt="Own alt", caption="Own caption", rights=rights) == expected


@pytest.mark.parametrize(
    ("colour", "x", "y", "look"),
    [
        ("", 0.5, 0.5, ""),
        ("#000000", 0.5, 0.5, "tone"),
        ("#2a2b7f", 0.5, 0.5, "tone g1 b1"),
        ("#808080", 0.0, 1.0, "tone r2 g2 b2 aim x0 y4"),
        ("#ffffff", 0.5, 0.5, "tone r3 g3 b3 mat"),
        ("#fefefe", 0.5, 0.5, "tone r3 g3 b3"),
        ("", 0.7, 0.3, "aim x3 y1"),
    ],
)
def test_how_a_picture_looks_before_it_is_there(colour: str, x: float, y: float, look: str) -> None:
    found = picture(Shown(frozen_facts(1, "en", colour=colour, focal_x=x, focal_y=y), ""))
    assert found and found.look == look


def test_the_style_sheet_has_every_look(settings: Any) -> None:
    css = (settings.BASE_DIR / "articles/static/reader/site.css").read_text()
    for step, light in enumerate((86, 146, 206), 1):  # calmer than thirds of 255 would be
        for name in "rgb":
            assert f".{name}{step} {{ --{name}: {light}; }}" in css
    for quarter in (0, 1, 3, 4):
        for axis in "xy":
            assert f".{axis}{quarter} {{ --{axis}: {25 * quarter}%; }}" in css


# --- On the pages --------------------------------------------------------------------------------


@pytest.fixture
def leading() -> Photo:
    """The first slide's photo, and so the lead, until Tuesday noon; another then stands in."""
    spare = newsroom.photo(
        byline="Frank Frost", alt_en="A gull.", caption_en="The gull.", colour="#ffffff"
    )
    cropped = {"format": "share", "width": 1200, "height": 630, "name": "ab/gull-share.jpg"}
    newsroom.change(spare, renditions=[*spare.renditions, cropped])
    photo = newsroom.photo(expires_at=NOON, substitute=spare)
    article = newsroom.article()
    slide = article.slides.all()[0]
    newsroom.change(slide, photo=photo, alt_en="Own words", caption_en="Own caption")
    with newsroom.at(MONDAY):
        newsroom.publish(article)
    return photo


def page(client: Client, address: str, *, status: int = 200) -> Node:
    response = client.get(address)
    assert response.status_code == status
    return parse(response.content.decode())


def seen(client: Client, instant: dt.datetime) -> tuple[str, ...]:
    """Of the first slide: alt text, caption, credit; then the shared picture's and the card's."""
    with newsroom.at(instant):
        article, front = page(client, HERE), page(client, "/en/")
    slide = article.all("li.slide")[0]
    return (
        slide.one("img")["alt"],
        slide.all("figcaption span")[0].text,
        slide.one(".credit").text,
        article.one('meta[property="og:image:alt"]')["content"],
        front.all(".card img")[0]["alt"],
    )


@pytest.mark.django_db
def test_at_that_very_instant_the_substitute_is_there_with_its_own_words(
    client: Client, leading: Photo
) -> None:
    before = ("Own words", "Own caption", "Photo: Signe Brandt/Kystfoto", "Own words", "Own words")
    after = ("A gull.", "The gull.", "Photo: Frank Frost/Kystfoto", "A gull.", "A gull.")
    assert seen(client, NOON - MICRO) == before
    assert seen(client, NOON) == seen(client, NOON + MICRO) == after


@pytest.mark.django_db
def test_the_shared_picture_is_the_cropped_one_of_what_stands_in(
    client: Client, leading: Photo
) -> None:
    with newsroom.at(NOON):
        found = page(client, HERE)
    head = {
        name: found.one(f'meta[property="og:image{name}"]')["content"]
        for name in ("", ":width", ":height")
    }
    address = "http://127.0.0.1:8000/media/renditions/ab/gull-share.jpg"
    assert head == {"": address, ":width": "1200", ":height": "630"}
    assert address in found.one('script[type="application/ld+json"]').text
    assert "ab/gull-share.jpg" not in found.all("li.slide img")[0]["srcset"]
    assert found.all("li.slide img")[0]["class"] == "tone r3 g3 b3 mat"


# --- Before the pages have caught up -------------------------------------------------------------


def over(photo: Photo, instant: dt.datetime) -> None:
    newsroom.change(photo, expires_at=instant)
    due([photo])


@pytest.mark.django_db
@pytest.mark.parametrize("address", [HERE, "/en/", "/en/health/"])
def test_what_no_edition_knows_yet_is_obeyed_on_every_page(
    client: Client, address: str, django_assert_max_num_queries: Any
) -> None:
    photo = newsroom.photo()
    article = newsroom.article(lead_photo=photo)
    newsroom.change(article.slides.all()[0], photo=photo)
    with newsroom.at(MONDAY):
        newsroom.publish(article)
        over(photo, NOON)
    file = photo.renditions[0]["name"].split("-")[0]
    client.get("/en/")  # what is kept for a generation is there now
    for instant, is_there in ((NOON - MICRO, True), (NOON, False)):
        # The front page asks once a minute what is read most.
        with newsroom.at(instant), django_assert_max_num_queries(5 if address == "/en/" else 4):
            html = client.get(address).content.decode()
        assert (f"/renditions/{file}-" in html) is is_there


@pytest.mark.django_db
def test_so_are_the_others_beside_an_article_that_is_gone(client: Client) -> None:
    gone, other = newsroom.article(), newsroom.article("Other", "Anden")
    photo = other.slides.all()[0].photo
    assert photo
    with newsroom.at(MONDAY):
        newsroom.publish(gone)
        newsroom.publish(other)
    with newsroom.at(NOON):
        newsroom.withdraw(gone)
        assert len(page(client, HERE, status=410).all(".card img")) == 1
        over(photo, NOON)
        newsroom.generation.forget()
        assert page(client, HERE, status=410).all(".card img") == []


@pytest.mark.django_db
def test_only_what_is_due_and_over_is_hidden() -> None:
    lasting = newsroom.photo(pages_due=True)
    newsroom.photo(expires_at=MONDAY)
    expired = newsroom.photo(expires_at=NOON, pages_due=True)
    taken = newsroom.photo(taken_down_at=NOON, pages_due=True)
    hidden = {}
    for instant in (NOON - MICRO, NOON):
        with newsroom.at(instant):
            hidden[instant] = ask().hidden
    assert hidden == {NOON - MICRO: frozenset(), NOON: {expired.pk, taken.pk}}
    assert lasting.pk not in hidden[NOON]
