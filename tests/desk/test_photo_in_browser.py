"""One photo in Chromium: aimed at by mouse and keys, saved, corrected on the page, taken down."""

import json
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from articles.models.photo import ImageCredit, Photo
from articles.photos import queue
from articles.photos.geometry import crop_box
from articles.photos.intake import take_in
from articles.text.credits import credit_line
from tests import newsroom
from tests.cast import Cast, hire
from tests.desk.browsing import open_as
from tests.desk.desk import said
from tests.desk.test_in_browser import complaints  # noqa: F401 - a fixture
from tests.photos.pictures import encode, quarters

STORY = "/en/health/the-last-rung/"


@pytest.fixture
def people(transactional_db: None) -> Cast:
    return hire()


@pytest.fixture
def photo(people: Cast) -> Photo:
    """With all its files, and live on the second slide of an article in English."""
    taken = take_in(encode(quarters(900, 600)), filename="jetty.jpg", by=people.photo_editor).photo
    assert queue.run_one()
    taken.refresh_from_db()
    credit = ImageCredit.objects.create(name="Kystfoto")
    words = {"byline": "Signe Brandt", "credit": credit, "basis": "own"}
    newsroom.change(taken, alt_en="A jetty.", alt_da="En badebro.", **words)
    article = newsroom.article()
    newsroom.change(article.slides.all()[1], photo=taken)
    newsroom.publish(article, "en")
    return taken


@pytest.fixture
def opened(page: Page, live_server: Any, photo: Photo) -> Page:
    open_as("signe", page, live_server.url, f"/admin/articles/photo/{photo.pk}/change/")
    return page


def second_slide(page: Page, site: str) -> Locator:
    page.goto(f"{site}{STORY}")
    return page.locator("ol.slides > li.slide").nth(1)


# --- Focal point ---------------------------------------------------------------------------------


def test_the_crops_are_the_servers_to_the_pixel(page: Page, live_server: Any, db: None) -> None:
    """The module that the page runs, asked what the server is asked."""
    page.goto(f"{live_server.url}/admin/login/")
    sizes = ((900, 600), (600, 900), (1001, 333), (37, 1), (1, 37), (640, 640), (5184, 3456))
    points = ((0.5, 0.5), (0, 0), (1, 1), (0.384, 0.665), (0.25, 0.75), (0.999, 0.001))
    cases = [
        [width, height, ratio, x, y]
        for width, height in sizes
        for ratio in (1, 16 / 9, 1200 / 630)
        for x, y in points
    ]
    script = f"""async () => {{
        const {{ cropBox }} = await import("/static/desk/photo/crops.js");
        return {json.dumps(cases)}.map((given) => cropBox(...given));
    }}"""
    assert page.evaluate(script) == [list(crop_box(*case)) for case in cases]


def test_a_click_aims_and_the_crops_follow(opened: Page, photo: Photo) -> None:
    focal = opened.locator("#focal")
    box = focal.bounding_box()
    assert box
    focal.click(position={"x": box["width"] * 0.2, "y": box["height"] * 0.7})
    across, down = (float(opened.locator(f"#id_focal_{axis}").input_value()) for axis in "xy")
    assert across == pytest.approx(20, abs=0.3) and down == pytest.approx(70, abs=0.3)
    for name, ratio in (("sq", 1), ("wide", 16 / 9), ("share", 1200 / 630)):
        left, top, right, bottom = crop_box(900, 600, ratio, across / 100, down / 100)
        room = (900 - (right - left), 600 - (bottom - top))
        shares = [
            (start / left_over * 100) if left_over else 50
            for start, left_over in zip((left, top), room, strict=True)
        ]
        shown = opened.locator(f".crop.{name} img").evaluate("each => each.style.objectPosition")
        found = [float(each.removesuffix("%")) for each in shown.split()]
        assert found == pytest.approx(shares, abs=0.01), name
    opened.get_by_role("button", name="Save, and reissue 1 page").click()
    expect(opened.locator(".messagelist")).to_contain_text("is saved")
    assert said(photo, "focal_x", "focal_y") == (across / 100, down / 100)


def test_by_keys_alone(opened: Page, complaints: list[str]) -> None:  # noqa: F811
    handle = opened.get_by_role("slider", name="Focal point")
    handle.focus()
    for key in ("ArrowRight", "Shift+ArrowRight", "ArrowUp", "Shift+ArrowDown"):
        opened.keyboard.press(key)
    expect(opened.get_by_label("Across, %")).to_have_value("61")
    expect(opened.get_by_label("Down, %")).to_have_value("59")
    expect(handle).to_have_attribute("aria-valuetext", "61 % across, 59 % down")
    for _ in range(5):
        opened.keyboard.press("Shift+ArrowRight")
    expect(opened.get_by_label("Across, %")).to_have_value("100")


def test_by_number_and_back_to_the_middle(opened: Page) -> None:
    opened.get_by_label("Across, %").fill("12.5")
    left = opened.locator(".focal .handle").evaluate("each => getComputedStyle(each).left")
    width = opened.locator("#focal").evaluate("each => each.clientWidth")
    assert float(left.removesuffix("px")) == pytest.approx(width / 8, abs=0.5)
    opened.get_by_role("button", name="Back to the middle").click()
    expect(opened.get_by_label("Across, %")).to_have_value("50")


# --- Saving --------------------------------------------------------------------------------------


def test_the_credit_line_is_the_servers(opened: Page) -> None:
    names = (("Jane Doe", "Kystfoto"), ("  Kystfoto ", "Kystfoto"), ("", "Kystfoto"), ("Jo", ""))
    for creator, credit in names:
        opened.get_by_label("Photographer").fill(creator)
        opened.locator("#id_credit").select_option(label=credit or "None")
        for language in ("en", "da"):
            line = credit_line(creator=creator, credit=credit, language=language)
            expect(opened.locator(f"#readers-see [lang={language}]")).to_have_text(line)


def test_the_button_says_what_it_will_do(opened: Page, complaints: list[str]) -> None:  # noqa: F811
    button = opened.locator("#save")
    expect(button).to_have_text("Save")
    opened.get_by_label("Licence or invoice number").fill("2026-114")
    expect(button).to_have_text("Save")
    opened.get_by_label("Alt text (Danish)").fill("En bro.")
    expect(button).to_have_text("Save")  # it is on no Danish page
    opened.get_by_label("Photographer").fill("Jane Doe")
    expect(button).to_have_text("Save, and reissue 1 page")
    opened.get_by_label("Photographer").fill("Signe Brandt")
    expect(button).to_have_text("Save")


def test_a_corrected_credit_is_on_the_page_and_not_in_its_past(
    opened: Page, live_server: Any, photo: Photo
) -> None:
    opened.get_by_label("Photographer").fill("Jane Doe")
    opened.get_by_role("button", name="Save, and reissue 1 page").click()
    expect(opened.locator("ul.reissued a")).to_have_attribute("href", STORY)
    first = photo.editions.order_by("number").first()
    assert first
    slide = second_slide(opened, live_server.url)
    expect(slide.locator(".credit")).to_contain_text("Jane Doe/Kystfoto")
    path = f"/admin/articles/article/{first.article_id}/editions/{first.pk}/"
    opened.goto(f"{live_server.url}{path}")
    expect(opened.locator(".slides .credit").nth(1)).to_contain_text("Signe Brandt/Kystfoto")


def test_two_people_see_both_versions(opened: Page, photo: Photo) -> None:
    opened.get_by_label("Photographer").fill("Joan Roe")
    Photo.objects.filter(pk=photo.pk).update(byline="Jane Doe")
    opened.get_by_role("button", name="Save, and reissue 1 page").click()
    versions = opened.locator(".errorlist .versions")
    expect(versions.locator("del").first).to_have_text("Jane")
    expect(versions.locator("ins").first).to_have_text("Joan")
    expect(opened.get_by_label("Photographer")).to_have_value("Joan Roe")
    opened.locator("#save").click()
    expect(opened.locator(".messagelist")).to_contain_text("is saved")
    assert said(photo, "byline") == ("Joan Roe",)


# --- Taken down ----------------------------------------------------------------------------------


def test_taken_down_it_is_on_no_page_and_its_address_is_gone(
    opened: Page, live_server: Any, photo: Photo
) -> None:
    name = next(each["name"] for each in photo.renditions if each["format"] == "jpeg")
    picture = f"{live_server.url}/media/renditions/{name}"
    assert opened.request.get(picture).status == 200
    opened.get_by_role("link", name="Take down now…").click()
    opened.get_by_label("Reason").fill("The photographer objects.")
    opened.get_by_role("button", name="Take down from 1 page").click()
    expect(opened.locator(".items .sub")).to_contain_text("edition 2 in place of edition 1")
    assert opened.request.get(picture).status == 410
    slide = second_slide(opened, live_server.url)
    expect(slide.locator("h2")).to_have_text("Step 2")
    expect(slide.locator("img")).to_have_count(0)


def test_on_a_phone_nothing_runs_over_the_edge(opened: Page, photo: Photo) -> None:
    opened.set_viewport_size({"width": 390, "height": 844})
    for what in ("change", "take-down", "stop", "replace", "statement"):
        opened.goto(opened.url.rsplit("/", 2)[0] + f"/{what}/")
        assert opened.evaluate("document.documentElement.scrollWidth") == 390, what
    opened.goto(opened.url.rsplit("/", 2)[0] + "/change/")
    expect(opened.locator("#save")).to_be_in_viewport()


# --- Many pages ----------------------------------------------------------------------------------


def test_many_pages_are_made_anew_by_themselves(
    opened: Page,
    photo: Photo,
    monkeypatch: pytest.MonkeyPatch,
    complaints: list[str],  # noqa: F811
) -> None:
    monkeypatch.setattr("articles.desk.photos.reissuing.AT_ONCE", 5)
    monkeypatch.setattr("articles.desk.photos.progress.STEP", 2)
    for number in range(6):
        article = newsroom.article(f"Story {number}", f"Historie {number}")
        article.slides.update(photo=photo)
        newsroom.publish(article, "en")
    opened.reload()
    opened.get_by_label("Photographer").fill("Jane Doe")
    opened.get_by_role("button", name="Save, and reissue 7 pages").click()
    expect(opened.get_by_role("heading", name="All pages are up to date")).to_be_visible()
    expect(opened.get_by_role("status")).to_have_text("7 of 7 pages are up to date.")
    expect(opened.locator("ol.pages li")).to_have_count(7)
    opened.reload()
    expect(opened.locator("ol.pages li")).to_have_count(7)
    opened.get_by_role("link", name="Go on").click()
    expect(opened.get_by_label("Photographer")).to_have_value("Jane Doe")
