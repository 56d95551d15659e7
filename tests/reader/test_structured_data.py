"""What machines read of a page: JSON-LD, Open Graph, description."""

import datetime as dt
import json
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from articles.models.photo import ImageCredit, Photo
from articles.models.translated import read as translated
from tests import newsroom
from tests.newsroom import MONDAY
from tests.reader.conftest import Read
from tests.reader.dom import Node

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

HERE, DER = "/en/health/the-last-rung/", "/da/sundhed/det-nederste-trin/"
SITE = settings.SITE_URL
DAY = dt.timedelta(days=1)
PUBLISHER = {
    "@type": "NewsMediaOrganization",
    "@id": f"{SITE}/#publisher",
    "name": "Diptych",
    "url": f"{SITE}/",
    "logo": {
        "@type": "ImageObject",
        "url": f"{SITE}/static/reader/icons/512.png",
        "width": {"@type": "QuantitativeValue", "value": 512, "unitCode": "E37"},
        "height": {"@type": "QuantitativeValue", "value": 512, "unitCode": "E37"},
    },
    "correctionsPolicy": f"{SITE}/en/corrections/",
}


def data(page: Node) -> list[dict[str, Any]]:
    """The nodes of its graph."""
    found = json.loads(page.one('script[type="application/ld+json"]').text)
    assert found.pop("@context") == "https://schema.org"
    [nodes] = found.values()
    return nodes


def pixels(width: int, height: int) -> dict[str, Any]:
    return {
        name: {"@type": "QuantitativeValue", "value": value, "unitCode": "E37"}
        for name, value in (("width", width), ("height", height))
    }


def crumbs(*steps: tuple[str, str]) -> dict[str, Any]:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": f"{SITE}{path}"}
            for number, (name, path) in enumerate(steps, 1)
        ],
    }


def licensed() -> Photo:
    """A photo of which everything is known."""
    return newsroom.photo(
        copyright_notice="© Signe Brandt",
        license_url="https://kyst.example/licence",
        acquire_url="https://kyst.example/buy",
    )


# --- Articles ------------------------------------------------------------------------------------


def person(name: str, slug: str) -> dict[str, str]:
    return {"@type": "Person", "name": name, "url": f"{SITE}/en/people/{slug}/"}


def test_article_as_json_ld(read: Read) -> None:
    photo = licensed()
    story = newsroom.article(slides=0)
    slide = newsroom.slide(story, 1, order="5", photo=photo)
    for name, role in (
        ("Maja Holt", "text"),
        ("Signe Brandt", "pictures"),
        ("Lea Krog", "translation"),
        ("Ida Friis", "editing"),
    ):
        newsroom.byline(story, name, role)
    newsroom.notice(story, "It was the third rung.", slide=slide.key)
    newsroom.notice(story, "The club replies.", kind="reply")
    with newsroom.at(MONDAY - DAY):
        newsroom.publish(story)
    newsroom.change(story, standfirst_en="It is colder now.")
    newsroom.publish(story, "en", kind="update")
    file = photo.renditions[0]["name"].removesuffix("-400.avif") + "-1200.jpg"
    rights = {
        "creator": {"@type": "Person", "name": "Signe Brandt"},
        "creditText": "Signe Brandt/Kystfoto",
        "copyrightNotice": "© Signe Brandt",
        "license": "https://kyst.example/licence",
        "acquireLicensePage": "https://kyst.example/buy",
    }
    image = {
        "@type": "ImageObject",
        "contentUrl": f"{SITE}/media/renditions/{file}",
        **pixels(1200, 800),
        **rights,
    }

    assert data(read(HERE)) == [
        {
            "@type": "NewsArticle",
            "@id": f"{SITE}{HERE}#article",
            "mainEntityOfPage": f"{SITE}{HERE}",
            "headline": "The last rung",
            "description": "It is colder now.",
            "inLanguage": "en",
            "articleSection": "Health",
            "isAccessibleForFree": True,
            "datePublished": "2026-11-22T13:00:00+01:00",
            "dateModified": "2026-11-23T13:00:00+01:00",
            "author": [person("Maja Holt", "maja-holt")],
            "contributor": [person("Signe Brandt", "signe-brandt")],
            "translator": [person("Lea Krog", "lea-krog")],
            "editor": [person("Ida Friis", "ida-friis")],
            "publisher": PUBLISHER,
            "image": [
                {**image, "representativeOfPage": True},
                {**image, "@id": f"{SITE}{HERE}#slide-{slide.key}", "caption": photo.caption_en},
            ],
            "correction": [
                {
                    "@type": "CorrectionComment",
                    "text": "It was the third rung.",
                    "datePublished": "2026-11-23T13:00:00+01:00",
                }
            ],
            "workTranslation": {
                "@type": "NewsArticle",
                "@id": f"{SITE}{DER}#article",
                "url": f"{SITE}{DER}",
                "inLanguage": "da",
            },
        },
        crumbs(("Diptych", "/en/"), ("Health", "/en/health/"), ("The last rung", HERE)),
    ]


def test_each_image_is_the_one_that_the_page_shows(read: Read) -> None:
    newsroom.live(slides=3)
    page = read(HERE)
    _, *images = data(page)[0]["image"]
    assert [each["contentUrl"] for each in images] == [
        f"{SITE}{source}" for source in page.values("li.slide img", "src")
    ]
    for each, slide in zip(images, page.all("li.slide"), strict=True):
        assert each["@id"] == f"{SITE}{HERE}#{slide['id']}"
        assert slide.one("span.credit").text == f"Photo: {each['creditText']}"
        assert slide.one("figcaption").text.startswith(each["caption"])


def test_photo_whose_rights_are_over_is_not_described(client: Client, read: Read) -> None:
    story = newsroom.article(slides=2)
    photo, spare = story.slides.all()[0].photo, newsroom.photo(byline="Nina Falk")
    newsroom.change(photo, expires_at=MONDAY + DAY, substitute=spare)
    last = story.slides.all()[1].photo
    newsroom.change(last, expires_at=MONDAY + DAY)
    newsroom.publish(story)
    stems = [each.renditions[0]["name"].removesuffix("-400.avif") for each in (photo, last)]
    with newsroom.at(MONDAY + DAY):
        html = client.get(HERE).content.decode()
        assert not any(stem in html for stem in stems)
        images = data(read(HERE))[0]["image"]
        assert [each["creator"]["name"] for each in images] == ["Nina Falk", "Nina Falk"]
        assert images[1]["caption"] == spare.caption_en


@pytest.mark.parametrize(
    ("credit", "creator"),
    [
        ("Shutterstock.com", {"@type": "Organization", "name": "Shutterstock.com"}),
        ("Karen Holm", None),
    ],
)
def test_creator_is_nobody_that_we_would_have_to_guess(
    read: Read, credit: str, creator: dict[str, str] | None
) -> None:
    story = newsroom.article(slides=1)
    owner = ImageCredit.objects.create(name=credit)
    newsroom.change(Photo.objects.get(slides__article=story), byline="", credit=owner)
    newsroom.publish(story)
    for image in data(read(HERE))[0]["image"]:
        assert (image["creditText"], image.get("creator")) == (credit, creator)


def test_the_language_that_came_first_is_the_original(read: Read) -> None:
    story = newsroom.live(only="da")
    assert not {"workTranslation", "translationOfWork"} & data(read(DER))[0].keys()
    with newsroom.at(MONDAY + DAY):
        newsroom.publish(story, "en")
        assert data(read(DER))[0]["workTranslation"]["url"] == f"{SITE}{HERE}"
        assert data(read(HERE))[0]["translationOfWork"]["url"] == f"{SITE}{DER}"


def test_of_both_at_once_english_is_the_original(read: Read) -> None:
    newsroom.live()
    assert data(read(DER))[0]["translationOfWork"]["@id"] == f"{SITE}{HERE}#article"
    assert data(read(HERE))[0]["workTranslation"]["@id"] == f"{SITE}{DER}#article"


def test_article_by_nobody_is_the_publishers_and_one_of_pictures_their_makers(read: Read) -> None:
    newsroom.publish(newsroom.article(by=""), "en", overrule={"en": "By all of us."})
    assert data(read(HERE))[0]["author"] == PUBLISHER
    story = newsroom.article("In pictures", "I billeder", by="")
    newsroom.byline(story, "Signe Brandt", "pictures")
    newsroom.publish(story, "en", overrule={"en": "She wrote none of it."})
    found = data(read("/en/health/in-pictures/"))[0]
    assert [each["name"] for each in found["author"]] == ["Signe Brandt"]
    assert "contributor" not in found


def test_advertising_is_no_news(read: Read) -> None:
    newsroom.live(commercial="sponsored", sponsor="Nordkyst Bank")
    found = data(read(HERE))[0]
    assert found["@type"] == found["workTranslation"]["@type"] == "AdvertiserContentArticle"
    assert found["sponsor"] == {"@type": "Organization", "name": "Nordkyst Bank"}


def test_no_headline_ends_the_script(read: Read) -> None:
    headline = "Salt </script><script>alert(1)</script> & <!-- \u2028 pepper"
    story = newsroom.article(headline, slug_en="the-last-rung")
    newsroom.publish(story, "en", overrule={"en": "It is meant to be like this."})
    page = read(HERE)
    assert data(page)[0]["headline"] == " ".join(headline.split())
    assert len(page.all("script")) == 2


def test_description_and_title_of_ones_own_come_first(read: Read) -> None:
    newsroom.live(seo_title_en="Cold water, briefly", seo_description_en="In a line.")
    page = read(HERE)
    assert page.one("title").text == "Cold water, briefly | Diptych"
    assert page.one('meta[name="description"]')["content"] == "In a line."
    assert page.one("main h1").text == "The last rung"


def test_one_date_of_change_everywhere(client: Client, read: Read) -> None:
    """Page, JSON-LD, Open Graph and feed; sitemaps: test_sitemaps.py. A minor change moves none."""
    story = newsroom.live()
    with newsroom.at(MONDAY + DAY):
        newsroom.change(story, standfirst_en="It is colder now.")
        newsroom.publish(story, "en", kind="update")
    with newsroom.at(MONDAY + 2 * DAY):
        newsroom.change(story, standfirst_en="It is colder.")
        newsroom.publish(story, "en", kind="minor")
        page = read(HERE)
        [item] = json.loads(client.get("/en/feed.json").content)["items"]
    changed = "2026-11-24T13:00:00+01:00"
    assert page.texts("p.dates time")[1] == "24 November 2026, 13:00 CET"
    assert page.values("p.dates time", "datetime")[1] == changed
    assert data(page)[0]["dateModified"] == changed
    assert page.one('meta[property="article:modified_time"]')["content"] == changed
    assert item["date_modified"] == changed


# --- Other pages ---------------------------------------------------------------------------------


def test_front_page_says_what_site_it_is(read: Read) -> None:
    assert data(read("/en/")) == [
        {
            "@type": "WebSite",
            "@id": f"{SITE}/en/#website",
            "url": f"{SITE}/en/",
            "name": "Diptych",
            "inLanguage": "en",
            "publisher": {"@id": f"{SITE}/#publisher"},
        },
        PUBLISHER,
    ]


def test_topic_page_says_where_it_is(read: Read) -> None:
    newsroom.live()
    assert data(read("/da/sundhed/")) == [crumbs(("Diptych", "/da/"), ("Sundhed", "/da/sundhed/"))]


def test_what_is_not_there_describes_nothing(read: Read) -> None:
    story = newsroom.live()
    with newsroom.at(MONDAY + DAY):
        newsroom.withdraw(story)
        for address, status in ((HERE, 410), ("/en/nothing/here/", 404)):
            page = read(address, status)
            assert page.all('script[type="application/ld+json"]') == []
            assert page.all("meta[property]") == []


# --- Open Graph ----------------------------------------------------------------------------------


def shared(page: Node) -> dict[str, str]:
    named = {meta["property"]: meta["content"] for meta in page.all("meta[property]")}
    return named | {
        meta["name"]: meta["content"]
        for meta in page.all("meta[name]")
        if meta["name"].startswith("twitter:")
    }


def test_open_graph(read: Read) -> None:
    story = newsroom.live(slides=1)
    photo = Photo.objects.get(slides__article=story)
    found = shared(read(HERE))
    image = found.pop("og:image")
    assert image.startswith(f"{SITE}/media/renditions/")
    assert image.endswith("-1200.jpg")
    assert found == {
        "og:type": "article",
        "og:site_name": "Diptych",
        "og:locale": "en_GB",
        "og:locale:alternate": "da_DK",
        "og:url": f"{SITE}{HERE}",
        "og:title": "The last rung",
        "og:description": "The last rung, told by those who were there.",
        "og:image:type": "image/jpeg",
        "og:image:width": "1200",
        "og:image:height": "800",
        "og:image:alt": translated(photo, "alt", "en"),
        "twitter:card": "summary_large_image",
        "twitter:image:alt": translated(photo, "alt", "en"),
        "article:published_time": "2026-11-23T13:00:00+01:00",
        "article:author": f"{SITE}/en/people/nina-falk/",
        "article:section": "Health",
    }


def test_tall_photo_is_shared_in_its_crop(read: Read) -> None:
    crop = {"format": "share", "width": 1200, "height": 630, "name": "ab/tall-share.jpg"}
    photo = newsroom.photo(width=1600, height=2400)
    newsroom.change(photo, renditions=[*photo.renditions, crop])
    story = newsroom.article(slides=0)
    newsroom.slide(story, 1, order="5", photo=photo)
    newsroom.publish(story)
    page = read(HERE)
    found = shared(page)
    assert found["og:image"] == f"{SITE}/media/renditions/ab/tall-share.jpg"
    assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
    first, second = data(page)[0]["image"]
    assert first["contentUrl"] == found["og:image"]
    assert second["height"]["value"] == 1800


@pytest.mark.parametrize(
    ("address", "title", "description", "there"),
    [
        ("/da/", "Diptych", "Journalistik fortalt i billeder, på dansk og engelsk.", "en_GB"),
        ("/da/sundhed/", "Sundhed", "Alt om sundhed.", None),
    ],
)
def test_lists_are_shared_with_their_first_picture(
    read: Read, address: str, title: str, description: str, there: str | None
) -> None:
    story = newsroom.live(slides=1, only="da")
    found = shared(read(address))
    assert (found["og:type"], found["og:title"], found["og:description"]) == (
        "website",
        title,
        description,
    )
    assert found["og:url"] == f"{SITE}{address}"
    assert (found["og:locale"], found.get("og:locale:alternate")) == ("da_DK", there)
    assert found["og:image:alt"] == Photo.objects.get(slides__article=story).alt_da


def test_page_without_a_picture_is_shared_with_the_sites_icon(read: Read) -> None:
    found = shared(read("/en/"))
    assert found["og:image"] == f"{SITE}/static/reader/icons/512.png"
    assert (found["og:image:type"], found["twitter:card"]) == ("image/png", "summary")
