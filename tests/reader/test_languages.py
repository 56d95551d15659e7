"""Each page is in one language, names the other, and listens to nobody but its address."""

import re

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.test import Client
from django.utils import translation

from articles.text.languages import AUTONYMS
from tests import newsroom
from tests.again import again
from tests.reader.conftest import Read
from tests.reader.dom import Node, parse

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

HERE = "/en/health/the-last-rung/"
DER = "/da/sundhed/det-nederste-trin/"
PAGES = [
    *("/en/", "/en/health/", HERE, "/en/nothing/here/", "/en/health/gone/"),
    *("/en/people/maja-holt/", "/en/archive/", "/en/archive/2026/11/", "/en/corrections/"),
]
SIDER = [
    *("/da/", "/da/sundhed/", DER, "/da/intet/her/", "/da/sundhed/vaek/"),
    *("/da/personer/maja-holt/", "/da/arkiv/", "/da/arkiv/2026/11/", "/da/rettelser/"),
]


@pytest.fixture
def full_site() -> None:
    again(fill_site)


def fill_site() -> None:
    """A site on which every kind of page says all it can say."""
    story = newsroom.article(commercial="sponsored", sponsor="Nordkyst Bank")
    for role in ("text", "pictures", "translation", "editing"):
        newsroom.byline(story, "Maja Holt", role)
    newsroom.source(story, "Kystinstituttet", "Kystinstituttet")
    kettle, gone = newsroom.article("The kettle", "Kedlen"), newsroom.article("Gone", "Væk")
    newsroom.link(story, kettle)
    for language in ("en", "da"):
        for kind in ("correction", "reply", "ruling", "editor"):
            newsroom.notice(story, "12 + 7 = 19", language=language, kind=kind)
    for each in (story, kettle, gone):
        newsroom.publish(each)
    newsroom.live("Affiliate", "Henvisning", commercial="affiliate")
    newsroom.withdraw(gone)


def phrase(message: str) -> str:
    """A catalogue's text as it stands on a page, up to its first placeholder."""
    return re.sub(r"<[^>]+>", "", message.split("%(", maxsplit=1)[0]).strip(" :.“»")


@pytest.fixture(scope="module")
def catalogue() -> list[tuple[str, str]]:
    """(English, Danish) of the texts that differ and are long enough to be told apart."""
    with (settings.BASE_DIR / "locale/da/LC_MESSAGES/django.po").open("rb") as file:
        messages = [m for m in read_po(file) if m.id and isinstance(m.id, str)]
    pairs = [(phrase(str(m.id)), phrase(str(m.string))) for m in messages]
    return [(en, da) for en, da in pairs if en != da and len(en) > 3 and len(da) > 3]


def said(page: Node) -> str:
    """All that a page says to readers, to screen readers and in its head, but for the autonyms."""
    parts = [page.text]
    for node in page.everything():
        if node.tag == "script" or node.text in AUTONYMS.values():
            parts[0] = parts[0].replace(node.text, " ", 1)
        parts += [node.attributes.get(name, "") for name in ("aria-label", "title", "alt")]
        parts += [node["content"]] if node.attributes.get("name") == "description" else []
    return " | ".join(parts)


def holds(text: str, phrases: set[str]) -> list[str]:
    return [
        each
        for each in sorted(phrases)
        if each in text and re.search(rf"(?<!\w){re.escape(each)}(?!\w)", text)
    ]


@pytest.mark.usefixtures("full_site")
@pytest.mark.parametrize(("address", "sider"), list(zip(PAGES, SIDER, strict=True)))
def test_no_word_of_the_other_language(
    client: Client, catalogue: list[tuple[str, str]], address: str, sider: str
) -> None:
    english, danish = (said(parse(client.get(each).content.decode())) for each in (address, sider))
    ours, theirs = ({pair[side] for pair in catalogue} for side in (0, 1))

    assert holds(english, theirs - ours) == []
    assert holds(danish, ours - theirs) == []
    assert len(holds(english, ours)) > 3
    assert len(holds(danish, theirs)) > 3


@pytest.mark.usefixtures("full_site")
@pytest.mark.parametrize("address", PAGES + SIDER)
def test_page_depends_on_its_address_alone(client: Client, address: str) -> None:
    plain = client.get(address)
    assert plain.headers["Content-Language"] == address[1:3]
    for language in ("en", "da"):
        client.cookies["diptych-language"] = language
        with translation.override(language):
            asked = client.get(address, headers={"accept-language": language})
        assert asked.content == plain.content


def test_both_pages_of_a_pair_name_the_same_addresses(read: Read) -> None:
    newsroom.live()
    site = settings.SITE_URL
    for pair in ((HERE, DER), ("/en/", "/da/"), ("/en/health/", "/da/sundhed/")):
        expected = [("en", pair[0]), ("da", pair[1]), ("x-default", pair[0])]
        for address in pair:
            page = read(address)
            assert page.one('link[rel="canonical"]')["href"] == site + address
            assert [
                (link["hreflang"], link["href"])
                for link in page.all('link[rel="alternate"][hreflang]')
            ] == [(language, site + each) for language, each in expected]
            assert page.values("nav.languages a", "href") == list(pair)


def test_article_in_one_language_says_so_and_leads_to_its_topic_in_the_other(read: Read) -> None:
    newsroom.live(only="en")
    newsroom.live("Kun dansk", "Kun dansk", only="da")

    switch = read(HERE).all("nav.languages a")[1]
    assert (switch["href"], switch["hreflang"]) == ("/da/sundhed/", "da")
    assert switch.text == "Dansk. This story is not in Danish. To the same topic in Danish."
    assert read(HERE).all('link[rel="alternate"][hreflang]') == []

    skift = read("/da/sundhed/kun-dansk/").all("nav.languages a")[0]
    assert (skift["href"], skift["hreflang"]) == ("/en/health/", "en")
    assert skift.text == "English. Artiklen findes ikke på engelsk. Gå til samme emne på engelsk."


def test_where_the_other_language_has_not_got_the_topic_it_leads_to_the_front_page(
    read: Read,
) -> None:
    newsroom.live(only="en")
    switch = read(HERE).all("nav.languages a")[1]
    assert switch["href"] == "/da/"
    assert switch.text == "Dansk. This story is not in Danish. To the Danish front page."


def test_topic_with_articles_in_one_language_says_so(read: Read) -> None:
    newsroom.live(only="en")
    page = read("/en/health/")
    assert page.values("nav.languages a", "href") == ["/en/health/", "/da/"]
    assert page.all('link[rel="alternate"][hreflang]') == []
    assert read("/da/").all("nav.topics") == []


def test_slide_of_one_language_is_counted_there_alone(read: Read) -> None:
    story = newsroom.article(slides=2)
    newsroom.slide(story, 9, order="9", languages="da")
    newsroom.publish(story)

    assert read(HERE).texts("p.count") == ["1 of 2", "2 of 2"]
    side = read(DER)
    assert side.texts("p.count") == ["1 af 3", "2 af 3", "3 af 3"]
    assert ["data-alone" in slide.attributes for slide in side.all("li.slide")] == [
        False,
        False,
        True,
    ]
