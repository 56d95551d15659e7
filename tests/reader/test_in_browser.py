"""The readers' pages in Chromium: slideshow with and without script, language, narrow screens."""

import io
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from articles.photos import queue
from articles.photos.intake import take_in
from tests import newsroom

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HERE = "/en/health/the-last-rung/"


@pytest.fixture
def site(live_server: Any) -> str:
    """A served site with one article of three slides, real pictures, and a Danish-only slide."""
    story = newsroom.article(
        "The last rung", "Vinterbadningsforeningens sikkerhedsforskrifter", slides=0, slug_da="trin"
    )
    for number, (width, height) in enumerate([(900, 600), (600, 900), (900, 600)], 1):
        newsroom.slide(story, number, order=str(number), photo=picture(number, width, height))
    newsroom.slide(story, 4, order="25", languages="da", photo=picture(4, 900, 600))
    newsroom.publish(story)
    english = newsroom.article("English only", "Kun engelsk", slides=0)
    newsroom.slide(english, 1, order="1", photo=picture(5, 900, 600))
    newsroom.publish(english, "en")
    return str(live_server.url)


def picture(number: int, width: int, height: int) -> Any:
    """A photo of one colour, taken in with its renditions."""
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), (40 * number, 80, 120)).save(buffer, "JPEG")
    photo = take_in(buffer.getvalue(), filename=f"{number}.jpg", by=None).photo
    assert queue.run_one()
    photo.refresh_from_db()
    newsroom.change(photo, byline="Signe Brandt", alt_en="A jetty.", alt_da="En badebro.")
    return photo


@pytest.fixture
def complaints(page: Page) -> Iterator[list[str]]:
    """What the console says; must be nothing at the end: no error, no breach of the policy."""
    said: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            said.append(f"{message.text} {message.location['url']}")

    page.on("console", note)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield said
    assert said == []


@pytest.fixture
def plain(browser: Browser) -> Iterator[BrowserContext]:
    """A browser with script switched off."""
    context = browser.new_context(java_script_enabled=False)
    yield context
    context.close()


def keys(page: Page) -> list[str]:
    return [
        str(slide.get_attribute("id")).removeprefix("slide-")
        for slide in page.locator("ol.slides > li").all()
    ]


def on_screen(page: Page, number: int) -> None:
    """Slide `number` fills the window, and no other is in it."""
    for place, slide in enumerate(page.locator("ol.slides > li").all(), 1):
        if place == number:
            expect(slide).to_be_in_viewport(ratio=0.99)
        else:
            expect(slide).not_to_be_in_viewport()


@pytest.mark.usefixtures("complaints")
def test_keys_lead_through_the_slideshow(page: Page, site: str) -> None:
    page.goto(site + HERE)
    one, two, three = keys(page)
    page.get_by_role("link", name="View as a slideshow").click()
    on_screen(page, 1)
    expect(page.get_by_role("heading", name="Step 1")).to_be_focused()

    for key, slide, number in (
        ("ArrowRight", two, 2),
        ("ArrowRight", three, 3),
        ("ArrowRight", three, 3),
        ("Home", one, 1),
        ("ArrowLeft", one, 1),
        ("End", three, 3),
        ("ArrowLeft", two, 2),
    ):
        page.keyboard.press(key)
        expect(page).to_have_url(f"{site}{HERE}#show-{slide}")
        on_screen(page, number)
        expect(page.get_by_role("heading", name=f"Step {number}")).to_be_focused()

    page.keyboard.press("Escape")
    expect(page).to_have_url(f"{site}{HERE}#slide-{two}")
    expect(page.get_by_role("link", name="Full screen: 2 of 3")).to_be_focused()
    expect(page.locator("header.site")).to_be_visible()
    assert page.evaluate("history.length") == 3  # a blank page, the article, the slideshow once


@pytest.mark.usefixtures("complaints")
def test_back_leaves_the_slideshow_in_one_step(page: Page, site: str) -> None:
    page.goto(site + "/en/")
    page.goto(site + HERE)
    page.get_by_role("link", name="View as a slideshow").click()
    page.keyboard.press("ArrowRight")
    page.get_by_role("link", name="Next", exact=True).locator("visible=true").last.click()
    page.go_back()
    expect(page).to_have_url(site + HERE)
    expect(page.locator("header.site")).to_be_visible()
    page.go_back()
    expect(page).to_have_url(site + "/en/")


@pytest.mark.usefixtures("complaints")
def test_closing_where_it_was_opened_leads_back_to_that_place(page: Page, site: str) -> None:
    page.goto(site + "/en/")
    page.goto(site + HERE)
    opener = page.get_by_role("link", name="Full screen: 2 of 3")
    opener.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    opener.click()
    expect(page.get_by_role("heading", name="Step 2")).to_be_focused()
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(page).to_have_url(site + HERE)
    assert page.evaluate("scrollY") == before
    page.go_back()
    expect(page).to_have_url(site + "/en/")


@pytest.mark.usefixtures("complaints")
def test_back_leaves_the_page_of_a_link_to_the_slideshow(page: Page, site: str) -> None:
    page.goto(site + HERE)
    second = keys(page)[1]
    page.goto(site + "/en/")
    page.goto(f"{site}{HERE}#show-{second}")
    expect(page.get_by_role("heading", name="Step 2")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Full screen: 2 of 3")).to_be_focused()
    expect(page.get_by_role("heading", name="Step 2")).to_be_in_viewport()
    page.go_back()
    expect(page).to_have_url(site + "/en/")


@pytest.mark.usefixtures("complaints")
def test_more_after_the_last_slide_are_the_other_articles(page: Page, site: str) -> None:
    page.goto(site + HERE)
    page.get_by_role("link", name="View as a slideshow").click()
    page.keyboard.press("End")
    page.locator("li:nth-child(3) .next").click()
    expect(page.get_by_role("heading", name="Other articles")).to_be_focused()
    expect(page.get_by_role("heading", name="Other articles")).to_be_in_viewport()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A phone that knows no sharing of its own; what is copied can be read."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844},
        has_touch=True,
        is_mobile=True,
        permissions=["clipboard-read", "clipboard-write"],
        bypass_csp=True,  # waiting for a condition evaluates it
    )
    yield context.new_page()
    context.close()


def fingers(page: Page, *strokes: tuple[int, int]) -> None:
    """Each finger moves along a level line, from one x to another, all at once."""
    session = page.context.new_cdp_session(page)

    def touch(kind: str, part: float) -> None:
        points = [{"x": a + (b - a) * part, "y": 250, "id": n} for n, (a, b) in enumerate(strokes)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", 0)
    for step in range(1, 11):
        touch("touchMove", step / 10)
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_swipe_moves_the_address_along(phone: Page, site: str) -> None:
    phone.goto(site + HERE)
    one, two, _ = keys(phone)
    phone.locator(".slide:nth-child(1) picture").tap()
    expect(phone).to_have_url(f"{site}{HERE}#show-{one}")
    fingers(phone, (330, 50))
    expect(phone).to_have_url(f"{site}{HERE}#show-{two}")
    expect(phone.get_by_role("heading", name="Step 2")).to_be_focused()
    phone.set_viewport_size({"width": 844, "height": 390})  # turned
    on_screen(phone, 2)
    # A pinch magnifies the window, and moving about in it turns no slide.
    fingers(phone, (160, 60), (230, 330))
    phone.wait_for_function("visualViewport.scale > 1.5")
    fingers(phone, (330, 50))
    expect(phone).to_have_url(f"{site}{HERE}#show-{two}")


def test_tap_enlarges_the_picture_and_a_double_tap_no_less(phone: Page, site: str) -> None:
    phone.goto(site + HERE)
    first = keys(phone)[0]
    phone.goto(f"{site}{HERE}#show-{first}")
    phone.reload()
    picture = phone.locator(".slide:nth-child(1) picture")
    picture.dblclick()
    expect(picture).to_be_focused()
    assert picture.evaluate("each => each.scrollWidth") == 960
    expect(phone.locator(".slide:nth-child(1) .credit")).to_be_in_viewport()
    before = picture.evaluate("each => each.scrollLeft")
    fingers(phone, (330, 130))
    phone.wait_for_function(
        "was => document.querySelector('.enlarged').scrollLeft > was", arg=before
    )
    expect(phone).to_have_url(f"{site}{HERE}#show-{first}")


@pytest.mark.usefixtures("complaints")
def test_picture_is_enlarged_by_keys(page: Page, site: str) -> None:
    page.goto(site + HERE)
    page.get_by_role("link", name="View as a slideshow").click()
    picture = page.locator(".slide:nth-child(1) picture")
    page.keyboard.press("+")
    expect(picture).to_be_focused()
    assert picture.evaluate("each => each.clientWidth") == page.viewport_size["width"]
    page.keyboard.press("ArrowRight")  # moves the picture: the next slide is not asked for
    expect(page.get_by_role("heading", name="Step 1")).to_be_attached()
    page.keyboard.press("Escape")
    enlarge = page.locator(".slide:nth-child(1)").get_by_role("link", name="Enlarge the picture")
    expect(enlarge).to_be_focused()
    page.keyboard.press("Enter")
    expect(picture).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".enlarged")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator("header.site")).to_be_visible()


def test_slide_is_shared_by_its_own_address(phone: Page, site: str) -> None:
    phone.goto(site + HERE)
    second = keys(phone)[1]
    canonical = phone.locator("link[rel=canonical]").get_attribute("href")
    phone.get_by_role("link", name="Share picture 2").tap()
    expect(phone.get_by_role("status")).to_have_text("Link copied")
    assert phone.evaluate("navigator.clipboard.readText()") == f"{canonical}#slide-{second}"
    phone.get_by_role("button", name="Copy link").tap()
    phone.wait_for_function("navigator.clipboard.readText().then(text => !text.includes('#'))")
    expect(phone.get_by_role("button", name="Share", exact=True)).not_to_be_visible()


def test_phone_that_can_share_is_asked_to(phone: Page, site: str) -> None:
    phone.add_init_script("navigator.share = what => (window.shared = what, Promise.resolve())")
    phone.goto(site + HERE)
    second = keys(phone)[1]
    canonical = phone.locator("link[rel=canonical]").get_attribute("href")
    phone.get_by_role("link", name="Share picture 2").tap()
    assert phone.evaluate("shared") == {
        "title": "The last rung",
        "text": "Step 2 – The last rung",
        "url": f"{canonical}#slide-{second}",
    }
    phone.get_by_role("button", name="Share", exact=True).tap()
    assert phone.evaluate("shared") == {
        "title": "The last rung",
        "text": "The last rung",
        "url": canonical,
    }


@pytest.mark.usefixtures("complaints")
def test_tab_stays_in_the_slide_on_screen(page: Page, site: str) -> None:
    page.goto(site + HERE)
    second = keys(page)[1]
    page.goto(f"{site}{HERE}#show-{second}")
    page.reload()
    expect(page.get_by_role("heading", name="Step 2")).to_be_focused()
    for name in (
        "Share picture 2",
        "Report an error at picture 2",
        "Dansk",
        "Previous",
        "Enlarge the picture",
        "Close",
        "Next",
    ):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == name
        assert page.evaluate("document.activeElement.closest('li').id") == f"slide-{second}"
    page.keyboard.press("Enter")
    on_screen(page, 3)


def test_slideshow_works_without_script(plain: BrowserContext, site: str) -> None:
    page = plain.new_page()
    page.goto(site + HERE)
    page.get_by_role("link", name="View as a slideshow").click()
    on_screen(page, 1)
    expect(page.locator("header.site")).not_to_be_visible()
    page.locator("li:nth-child(1) .next").click()
    on_screen(page, 2)
    page.locator("li:nth-child(2) .next").click()
    on_screen(page, 3)
    page.locator("li:nth-child(3) .prev").click()
    on_screen(page, 2)
    expect(page.locator("li:nth-child(2) figcaption .credit")).to_be_visible()
    largest = page.locator("li:nth-child(2) .zoom").get_attribute("href")
    assert page.request.get(site + largest).headers["content-type"] == "image/jpeg"
    page.locator("li:nth-child(2) .close").click()
    expect(page.locator("header.site")).to_be_attached()
    expect(page.locator("li:nth-child(2) h2")).to_be_in_viewport()
    expect(page.locator("li:nth-child(2) .bar")).not_to_be_visible()


def test_everything_reads_without_script(plain: BrowserContext, site: str) -> None:
    page = plain.new_page()
    page.goto(site + HERE)
    for number in (1, 2, 3):
        expect(page.get_by_role("heading", name=f"Step {number}")).to_be_visible()
    for button in page.locator("section.share button").all():
        expect(button).not_to_be_visible()
    page.get_by_role("link", name="Dansk").click()
    expect(page.locator("html")).to_have_attribute("lang", "da")
    assert plain.cookies() == []


@pytest.mark.usefixtures("complaints")
def test_switch_leads_to_the_same_slide_and_is_remembered(page: Page, site: str) -> None:
    page.goto(site + HERE)
    assert page.context.cookies() == []
    third = keys(page)[2]
    page.goto(f"{site}{HERE}#slide-{third}")
    page.get_by_role("link", name="Dansk").click()
    expect(page).to_have_url(f"{site}/da/sundhed/trin/#slide-{third}")

    page.goto(f"{site}/da/sundhed/trin/#show-{third}")
    page.locator("li:nth-child(4)").get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{site}{HERE}#show-{third}")
    expect(page.get_by_role("heading", name="Step 3")).to_be_focused()
    page.locator("li:nth-child(3)").get_by_role("link", name="Dansk").click()
    expect(page).to_have_url(f"{site}/da/sundhed/trin/#show-{third}")

    (cookie,) = page.context.cookies()
    assert (cookie["name"], cookie["value"]) == (settings.LANGUAGE_COOKIE_NAME, "da")
    assert (cookie["path"], cookie["sameSite"]) == ("/", "Lax")
    page.goto(site)
    expect(page).to_have_url(f"{site}/da/")


@pytest.mark.usefixtures("complaints")
def test_switch_from_a_slide_of_one_language_leads_to_the_one_before(page: Page, site: str) -> None:
    page.goto(f"{site}/da/sundhed/trin/")
    _, second, alone, _ = keys(page)
    page.goto(f"{site}/da/sundhed/trin/#slide-{alone}")
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{site}{HERE}#slide-{second}")
    page.goto(f"{site}/da/sundhed/trin/#show-{alone}")
    page.locator("li:nth-child(3)").get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{site}{HERE}#show-{second}")


@pytest.mark.usefixtures("complaints")
def test_switch_without_a_translation_leads_to_the_topic(page: Page, site: str) -> None:
    page.goto(f"{site}/en/health/english-only/")
    link = page.get_by_role("link", name="This story is not in Danish")
    link.click()
    expect(page).to_have_url(f"{site}/da/sundhed/")


@pytest.mark.usefixtures("complaints")
@pytest.mark.parametrize(
    "address", ["/en/", "/da/", "/da/sundhed/", HERE, "/da/sundhed/trin/", "/nothing"]
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_narrow_screen_never_scrolls_sideways(
    page: Page, site: str, address: str, scheme: Any, complaints: list[str]
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.emulate_media(color_scheme=scheme)
    page.goto(site + address)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    if address == "/nothing":
        complaints.clear()  # Chromium reports the 404 itself


@pytest.mark.usefixtures("complaints")
def test_pictures_arrive(page: Page, site: str) -> None:
    page.goto(site + HERE)
    for image in page.locator("figure img").all():
        image.scroll_into_view_if_needed()
        expect(image).to_have_js_property("complete", value=True)
        assert image.evaluate("image => image.naturalWidth") > 0
        assert image.evaluate("image => image.currentSrc").endswith(".avif")


def test_print_holds_every_slide_and_no_controls(page: Page, site: str) -> None:
    page.goto(site + HERE)
    page.emulate_media(media="print")
    for number in (1, 2, 3):
        expect(page.get_by_role("heading", name=f"Step {number}")).to_be_visible()
    expect(page.locator("p.address")).to_be_visible()
    for control in (".open", ".full", ".share", ".topics", ".languages", "footer.site"):
        expect(page.locator(control).first).not_to_be_visible()
