"""The article page: what it must hold, and what it must leave out."""

import datetime as dt

import pytest
from django.test import Client

from articles.models.photo import Photo
from articles.models.translated import read as translated
from tests import newsroom
from tests.newsroom import MONDAY
from tests.reader.conftest import Read

pytestmark = pytest.mark.django_db

HERE = "/en/health/the-last-rung/"
DER = "/da/sundhed/det-nederste-trin/"


def test_page_holds_the_contract(read: Read) -> None:
    story = newsroom.article()
    newsroom.byline(story, "Maja Holt")
    newsroom.byline(story, "Signe Brandt", "pictures")
    newsroom.byline(story, "Lea Nørgaard", "translation")
    newsroom.source(story, "the Coastal Study", "Kystundersøgelsen", "https://coast.example/")
    newsroom.source(story, "the Bathing Club", "badeforeningen")
    newsroom.publish(story)

    page = read(HERE)

    assert page.one("html")["lang"] == "en"
    assert page.one("title").text == "The last rung | Diptych"
    assert page.one("main article h1").text == "The last rung"
    assert page.one("p.kicker").text == "Health Winter bathing"
    assert page.one("p.standfirst").text == "The last rung, told by those who were there."
    assert page.one("p.byline").text == (
        "By Maja Holt. Pictures by Signe Brandt. Translated by Lea Nørgaard"
    )
    assert page.one("p.dates").text == "23 November 2026, 13:00 CET"
    assert page.one("p.dates time")["datetime"] == "2026-11-23T13:00:00+01:00"
    assert page.one("p.source").text == (
        "Based on information from the Coastal Study and the Bathing Club."
    )
    assert page.values("p.source a", "href") == ["https://coast.example/"]
    assert page.one("section.share h2").text == "Share the story"
    assert page.values("nav.languages a[hreflang]", "hreflang") == ["en", "da"]
    assert page.values("nav.languages a[hreflang]", "href") == [HERE, DER]


def test_every_slide_has_its_parts(read: Read) -> None:
    story = newsroom.live(slides=3)
    keys = [slide.key for slide in story.slides.all()]
    photos = Photo.objects.filter(slides__article=story).order_by("slides__order")

    page = read(HERE)

    slides = page.all("ol.slides li.slide")
    assert [slide["id"] for slide in slides] == [f"slide-{key}" for key in keys]
    assert page.texts("ol.slides p.count") == ["1 of 3", "2 of 3", "3 of 3"]
    assert page.texts("ol.slides h2") == ["Step 1", "Step 2", "Step 3"]
    assert page.values("ol.slides figure img", "alt") == [
        translated(photo, "alt", "en") for photo in photos
    ]
    assert page.texts("figcaption .credit") == ["Photo: Signe Brandt/Kystfoto"] * 3
    assert [slide.one("div.txt").text for slide in slides] == [
        f"{n} of 3 Step {n} What happened at step {n}. "
        f"Share picture {n} Report an error at picture {n} Dansk"
        for n in (1, 2, 3)
    ]


def test_each_slide_leads_to_the_same_in_the_other_language(read: Read) -> None:
    story = newsroom.article(slides=0)
    for number, languages in enumerate(("da", "both", "da", "both"), 1):
        newsroom.slide(story, number, order=str(number), languages=languages)
    newsroom.publish(story)
    _, second, _, fourth = [slide.key for slide in story.slides.order_by("order")]

    assert read(HERE).values("a.there", "href") == [f"{DER}#show-{key}" for key in (second, fourth)]
    shown = [HERE, f"{HERE}#show-{second}", f"{HERE}#show-{second}", f"{HERE}#show-{fourth}"]
    assert read(DER).values("a.there", "href") == shown
    newsroom.withdraw(story, "en")
    assert read(DER).all("a.there") == []


def test_danish_page_is_danish(read: Read) -> None:
    story = newsroom.article()
    newsroom.byline(story, "Maja Holt")
    newsroom.byline(story, "Signe Brandt", "pictures")
    newsroom.source(story, "the Coastal Study", "Kystundersøgelsen")
    newsroom.publish(story)

    page = read(DER)

    assert page.one("html")["lang"] == "da"
    assert page.one("p.byline").text == "Af Maja Holt. Foto: Signe Brandt"
    assert page.one("p.dates").text == "23. november 2026 kl. 13.00"
    assert page.one("p.source").text == "Artiklen bygger på oplysninger fra Kystundersøgelsen."
    assert page.texts("figcaption .credit") == ["Foto: Signe Brandt/Kystfoto"] * 3
    assert page.texts("p.count") == ["1 af 3", "2 af 3", "3 af 3"]
    assert page.texts("header.site nav.topics a") == ["Sundhed"]


def test_first_picture_comes_at_once_and_the_others_when_needed(read: Read) -> None:
    newsroom.live(slides=3)

    images = read(HERE).all("figure img")

    assert [image.attributes.get("fetchpriority") for image in images] == ["high", None, None]
    assert [image.attributes.get("loading") for image in images] == [None, "lazy", "lazy"]
    assert [image["sizes"][:5] for image in images] == ["(min-", "auto,", "auto,"]
    assert {(image["width"], image["height"]) for image in images} == {("1600", "1067")}


def test_picture_offers_avif_and_jpeg_at_every_width(read: Read) -> None:
    story = newsroom.live(slides=1)
    photo = Photo.objects.get(slides__article=story)
    stem = photo.renditions[0]["name"].removesuffix("-400.avif")

    figure = read(HERE).one("figure picture")

    assert figure.one("source")["type"] == "image/avif"
    assert figure.one("source")["srcset"] == ", ".join(
        f"/media/renditions/{stem}-{width}.avif {width}w" for width in (400, 800, 1200, 1600)
    )
    assert figure.one("img")["src"] == f"/media/renditions/{stem}-1200.jpg"
    assert figure.one("img")["srcset"] == ", ".join(
        f"/media/renditions/{stem}-{width}.jpg {width}w" for width in (400, 800, 1200, 1600)
    )


def test_portrait_picture_is_marked_tall(read: Read) -> None:
    story = newsroom.article(slides=0)
    newsroom.slide(story, 1, order="1", photo=newsroom.photo(width=1200, height=1500))
    newsroom.slide(story, 2, order="2")
    newsroom.publish(story)

    assert [slide["class"] for slide in read(HERE).all("li.slide")] == ["slide tall", "slide"]


def test_photo_is_not_shown_after_its_rights_ended(read: Read) -> None:
    story = newsroom.article(slides=1)
    newsroom.slide(story, 2, order="9", photo=newsroom.photo(expires_at=MONDAY + dt.timedelta(1)))
    newsroom.publish(story)

    assert len(read(HERE).all("li.slide figure")) == 2
    with newsroom.at(MONDAY + dt.timedelta(days=1)):
        page = read(HERE)
    assert len(page.all("li.slide figure")) == 1
    assert page.texts("li.slide h2") == ["Step 1", "Step 2"]
    assert len(page.all("figcaption")) == 1


def test_nothing_empty_is_shown(read: Read) -> None:
    story = newsroom.article(kicker_en="", slides=1, by="")
    newsroom.change(Photo.objects.get(slides__article=story), caption_en="")
    newsroom.publish(story, "en")

    page = read(HERE)

    assert page.one("p.kicker").text == "Health"
    assert page.one("figcaption").text == "Photo: Signe Brandt/Kystfoto"
    for absent in (
        "p.byline",
        "p.source",
        "p.open",
        "p.paid",
        ".notice",
        "aside",
        ".other-articles",
    ):
        assert page.all(absent) == [], absent
    assert "Updated" not in page.one("main").text
    for node in page.all("main p") + page.all("main span") + page.all("main li"):
        assert node.text or "show" in node["class"].split(), node


def test_update_shows_its_date_and_wording_does_not(read: Read) -> None:
    story = newsroom.live()
    with newsroom.at(MONDAY + dt.timedelta(hours=1)):
        newsroom.change(story, headline_en="The very last rung")
        newsroom.publish(story, "en", kind="minor")
        assert read(HERE).one("p.dates").text == "23 November 2026, 13:00 CET"
    with newsroom.at(MONDAY + dt.timedelta(hours=26)):
        newsroom.publish(story, "en", kind="update")
        dates = read(HERE).one("p.dates")
    assert dates.text == "23 November 2026, 13:00 CET Updated 24 November 2026, 15:00 CET"
    assert [time["datetime"] for time in dates.all("time")] == [
        "2026-11-23T13:00:00+01:00",
        "2026-11-24T15:00:00+01:00",
    ]


@pytest.mark.parametrize(
    ("hour", "iso", "english", "danish"),
    [
        (
            0,
            "2026-10-25T02:30:00+02:00",
            "25 October 2026, 02:30 CEST",
            "25. oktober 2026 kl. 2.30 (sommertid)",
        ),
        (
            1,
            "2026-10-25T02:30:00+01:00",
            "25 October 2026, 02:30 CET",
            "25. oktober 2026 kl. 2.30 (normaltid)",
        ),
    ],
)
def test_hour_that_comes_twice_is_told_apart(
    read: Read, hour: int, iso: str, english: str, danish: str
) -> None:
    with newsroom.at(dt.datetime(2026, 10, 25, hour, 30, tzinfo=dt.UTC)):
        newsroom.live()

    assert read(HERE).one("p.dates").text == english
    assert read(DER).one("p.dates").text == danish
    assert read(DER).one("p.dates time")["datetime"] == iso


def test_notices_stand_dated_on_top_and_at_their_slide(read: Read) -> None:
    story = newsroom.article(slides=2)
    first = story.slides.all()[0]
    newsroom.notice(story, "We gave the wrong year.")
    newsroom.notice(story, "The club replies: we do heat it.", kind="reply", slide=first.key)
    newsroom.notice(story, "On a slide that is gone.", kind="editor", slide="gone1")
    newsroom.notice(story, "Årstallet var forkert.", language="da")
    newsroom.publish(story)

    page, side = read(HERE), read(DER)

    assert page.texts("div.notices p.notice") == [
        "Correction 23 November 2026. We gave the wrong year.",
        "Editor’s note 23 November 2026. On a slide that is gone.",
    ]
    assert page.all("li.slide")[0].texts("p.notice") == [
        "Reply 23 November 2026. The club replies: we do heat it."
    ]
    assert side.texts("p.notice") == ["Rettelse 23. november 2026. Årstallet var forkert."]


def test_sponsored_article_says_so_first_and_lends_no_weight(read: Read) -> None:
    story = newsroom.article(commercial="sponsored", sponsor="Nordkyst Bank", slides=0)
    newsroom.slide(
        story,
        1,
        order="1",
        body_en='<p>See <a href="https://bank.example/">the bank</a>.</p>',
    )
    newsroom.source(story, "the Bank", "banken", "https://bank.example/press/")
    newsroom.link(story, "https://bank.example/loan/", label_en="Loans", label_da="Lån")
    newsroom.publish(story)

    page = read(HERE)
    header = page.one("main article header").text
    assert header.startswith(
        "Paid content Sponsored by Nordkyst Bank Health Winter bathing The last"
    )
    for place in ("div.txt a", "p.source a", "aside.also-read a"):
        assert page.all(place)[0]["rel"] == "sponsored noopener", place
    assert page.one("li.slide p.payer").text == "Paid content"
    assert "Paid%20content%3A%20The%20last%20rung" in page.values("section.share a", "href")[0]

    side = read(DER)
    assert side.one("p.paid").text == "Annonce Annoncørbetalt indhold fra Nordkyst Bank"
    assert "Annonce%3A%20Det%20nederste%20trin" in side.values("section.share a", "href")[0]


def test_affiliate_article_says_so_first_too(read: Read) -> None:
    newsroom.live(commercial="affiliate")

    page, side = read(HERE), read(DER)
    assert page.one("main article header").text.startswith(
        "Advertising links We earn a commission if you buy through the links in this story. Health"
    )
    title = page.values('meta[property="og:title"]', "content")
    assert title == ["Advertising links: The last rung"]
    assert "Annoncelinks%3A%20Det%20nederste%20trin" in side.values("section.share a", "href")[0]


def test_so_do_its_cards_and_whatever_leads_to_it(read: Read) -> None:
    kettle = newsroom.article("The kettle", "Kedlen", commercial="affiliate")
    story = newsroom.article()
    newsroom.link(story, kettle)
    newsroom.publish(kettle)
    newsroom.publish(story)
    for address in ("/en/", "/en/health/", "/en/archive/2026/11/", "/en/search/?q=kettle"):
        assert "Advertising links" in read(address).texts("p.paid"), address
    assert "Annoncelinks" in read("/da/").texts("p.paid")
    assert read(HERE).one("aside.also-read a").text == "Advertising links: The kettle"


def test_texts_are_escaped_and_bodies_are_clean(client: Client) -> None:
    story = newsroom.article(slides=0, headline_en="Salt & <script>alert(1)</script>")
    newsroom.slide(story, 1, order="1", body_en="<p>Hot <script>alert(2)</script></p>")
    newsroom.publish(story, "en", overrule={"en": "It is meant to be like this."})

    html = client.get(HERE).content.decode()

    assert "Salt &amp; &lt;script&gt;" in html
    assert "<script>" not in html
    assert "alert(2)" not in html


def test_working_copy_never_shows(client: Client) -> None:
    """Whatever is done to the working copy after publishing, the page stays the same."""
    story, other = newsroom.article(), newsroom.article("The kettle", "Kedlen")
    newsroom.byline(story)
    newsroom.source(story, "the Coastal Study", "Kystundersøgelsen")
    newsroom.publish(story)
    newsroom.publish(other)
    before = {each: client.get(each).content for each in (HERE, DER, "/en/", "/da/", "/en/health/")}

    for model in (story, *story.slides.all(), *(s.photo for s in story.slides.all()), story.topic):
        assert model is not None
        for field in model._meta.get_fields():
            name = getattr(field, "attname", "")
            if model is not story.topic and name.endswith(("_en", "_da")) and name[:5] != "stage":
                setattr(model, name, "altered")
        model.save()
    story.bylines.all().delete()
    story.article_sources.all().delete()
    newsroom.link(story, other)

    assert {each: client.get(each).content for each in before} == before
