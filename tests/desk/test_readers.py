"""What the desk sees of readers: how many, which stories, and how far they get."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest

from articles.models.article import Article
from articles.models.reads import ReadsOnDay
from tests import newsroom
from tests.again import again
from tests.cast import Cast
from tests.desk.desk import Desk
from tests.newsroom import MONDAY
from tests.reader.dom import Node
from tests.reader.telling import read

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)
LIST = "/admin/articles/article/"
NEWSROOM = "/admin/articles/article/readers/"


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with newsroom.at(MONDAY):
        yield


@pytest.fixture
def story() -> Article:
    return again(publish_story)


def publish_story() -> Article:
    made = newsroom.article()
    with newsroom.at(MONDAY - 60 * DAY):
        newsroom.publish(made)
    return made


def address(article: Article) -> str:
    return f"/admin/articles/article/{article.pk}/readers/"


def side(desk: Desk, article: Article, language: str) -> Node:
    page = desk.open(address(article))
    assert page.status == 200
    return page.root.one(f'section[aria-labelledby="readers-{language}"]')


def sums(node: Node) -> list[str]:
    return node.texts("dl.sums div")


def depth(node: Node) -> list[str]:
    return node.texts("table.depth tbody tr")


# --- One article ---------------------------------------------------------------------------------


def test_reads_of_each_language_by_period(editor: Desk, story: Article) -> None:
    for ago, times in ((0, 2), (6, 3), (7, 5), (27, 7), (28, 11)):
        with newsroom.at(MONDAY - ago * DAY):
            read(story, times)
    read(story, 1, language="da")
    assert sums(side(editor, story, "en")) == ["Today 2", "7 days 5", "28 days 17", "In all 28"]
    assert sums(side(editor, story, "da")) == ["Today 1", "7 days 1", "28 days 1", "In all 1"]


def test_how_far_readers_get_slide_by_slide(editor: Desk, story: Article) -> None:
    read(story, 4, as_far_as=3)
    read(story, 3, as_far_as=1)
    read(story, 1, as_far_as=0)
    english = side(editor, story, "en")
    assert depth(english) == ["1 Step 1 7 88%", "2 Step 2 4 50%", "3 Step 3 4 50%"]
    assert english.values("rect", "width") == ["88%", "50%", "50%"]
    assert "style" not in {name for node in english.everything() for name in node.attributes}
    assert english.one("caption").text == ("How far readers get Of 8 reads since 24 September 2026")
    assert side(editor, story, "da").texts("p.quiet") == [
        "Nobody has opened it since 24 September 2026, or nothing was counted yet:"
        " it takes some seconds."
    ]


def test_a_correction_keeps_the_figure_and_a_moved_slide_begins_a_new_one(
    editor: Desk, story: Article
) -> None:
    read(story, 10, as_far_as=3)
    newsroom.change(story, standfirst_en="The same, put better.")
    newsroom.publish(story, "en")
    read(story, 10, as_far_as=1)
    assert depth(side(editor, story, "en"))[1] == "2 Step 2 10 50%"
    newsroom.slide(story, 9, order="1")
    newsroom.publish(story, "en")
    read(story, 4, as_far_as=2)
    english = side(editor, story, "en")
    assert depth(english) == [
        "1 Step 9 4 100%",
        "2 Step 1 4 100%",
        "3 Step 2 0 0%",
        "4 Step 3 0 0%",
    ]
    assert english.one("caption").text == (
        "How far readers get Of 4 reads since 23 November 2026,"
        " when slides were last moved, added or taken out"
    )
    assert sums(english)[3] == "In all 24"


def test_what_was_never_published_says_so(editor: Desk) -> None:
    draft = newsroom.article("A draft", "En kladde")
    newsroom.publish(draft, "en", at=MONDAY + DAY)
    for language in ("en", "da"):
        found = side(editor, draft, language)
        assert sums(found) == ["Today 0", "7 days 0", "28 days 0", "In all 0"]
        assert found.texts("p.quiet") == ["Not published in this language yet."]


def test_what_was_withdrawn_keeps_its_figures(editor: Desk, story: Article) -> None:
    read(story, 2)
    newsroom.withdraw(story)
    assert sums(side(editor, story, "en"))[3] == "In all 2"
    assert depth(side(editor, story, "en"))[2] == "3 Step 3 2 100%"


def test_in_danish(cast: Cast, story: Article) -> None:
    read(story, 1, language="da")
    desk = Desk(cast.editor, language="da")
    danish = side(desk, story, "da")
    assert sums(danish) == ["I dag 1", "7 dage 1", "28 dage 1", "I alt 1"]
    assert (
        danish.one("caption").text == "Så langt når læserne Af 1 læsning siden 24. september 2026"
    )


def test_whoever_sees_the_article_sees_its_readers(cast: Cast, story: Article) -> None:
    draft = newsroom.article("A draft", "En kladde", owner=cast.editor)
    for person in (cast.writer, cast.translator, cast.photo_editor, cast.editor, cast.chief):
        assert Desk(person).client.get(address(story)).status_code == 200, person
    assert Desk(cast.writer).client.get(address(draft)).status_code == 404
    assert Desk(cast.stranger).client.get(address(story)).status_code == 302
    assert Desk(None).client.get(address(story)).status_code == 302
    assert Desk(cast.editor).client.post(address(story)).status_code == 405


def test_the_article_leads_to_its_readers(editor: Desk, story: Article) -> None:
    page = editor.article(story)
    assert address(story) in page.root.values("div.artbar a", "href")


# --- The newsroom --------------------------------------------------------------------------------


@pytest.fixture
def shelf(cast: Cast, story: Article) -> dict[str, Article]:
    other = newsroom.article("The kettle", "Kedlen")
    paid = newsroom.article("Paid", "Betalt", commercial="sponsored", sponsor="Nordkyst Bank")
    for each in (other, paid):
        newsroom.publish(each)
    read(story, 3)
    read(story, 4, language="da")
    read(other, 5)
    read(paid, 6, language="da")
    with newsroom.at(MONDAY - 8 * DAY):
        ReadsOnDay.objects.create(
            article=story, language="en", day=(MONDAY - 8 * DAY).date(), reads=90
        )
    return {"story": story, "kettle": other, "paid": paid}


def ranked(desk: Desk, query: str = "") -> list[str]:
    return desk.open(f"{NEWSROOM}{query}").root.texts("table.depth tbody tr")


def test_most_read_by_period_and_language(editor: Desk, shelf: dict[str, Article]) -> None:
    week = [
        "1 DA Betalt 6",
        "2 EN The kettle 5",
        "3 DA Det nederste trin 4",
        "4 EN The last rung 3",
    ]
    assert ranked(editor) == week
    assert ranked(editor, "?period=week&language=nonsense") == week
    assert ranked(editor, "?period=month")[0] == "1 EN The last rung 93"
    assert ranked(editor, "?period=today&language=en") == [
        "1 EN The kettle 5",
        "2 EN The last rung 3",
    ]
    chosen = editor.open(f"{NEWSROOM}?period=today&language=en").root
    assert chosen.texts("a.facet[aria-current]") == ["Today", "English"]
    assert "?period=all&language=en" in chosen.values("a.facet", "href")


def test_nothing_read_yet_is_said(editor: Desk, story: Article) -> None:
    page = editor.open(NEWSROOM).root
    assert page.one("div.nothing h2").text == "Nothing was read in that period."


def test_nobody_learns_of_what_they_may_not_see(cast: Cast, shelf: dict[str, Article]) -> None:
    newsroom.withdraw(shelf["kettle"])
    assert ranked(Desk(cast.writer)) == [
        "1 DA Betalt 6",
        "2 DA Det nederste trin 4",
        "3 EN The last rung 3",
    ]
    assert Desk(cast.stranger).client.get(NEWSROOM).status_code == 302


def card(desk: Desk) -> list[Node]:
    return desk.open("/admin/").root.all('section[aria-labelledby="card-read"]')


def test_first_page_tells_what_is_read_most(cast: Cast, shelf: dict[str, Article]) -> None:
    for person in (cast.writer, cast.editor, cast.photo_editor):
        [found] = card(Desk(person))
        assert found.texts("li")[:2] == ["Betalt DA 6 reads", "The kettle EN 5 reads"]
        assert NEWSROOM in found.values("a.end", "href")


def test_first_page_says_nothing_while_nothing_is_counted(editor: Desk, story: Article) -> None:
    assert card(editor) == []


# --- The list ------------------------------------------------------------------------------------


def column(desk: Desk, query: str = "") -> list[tuple[str, str]]:
    rows = desk.open(LIST + query).root.all('table[id="result_list"] tbody tr')
    return [(row.texts("span.headline")[0], row.one("td.c-reads").text) for row in rows]


def test_the_list_has_the_reads_of_the_week_and_sorts_by_them(
    editor: Desk, shelf: dict[str, Article]
) -> None:
    newsroom.article("Unread", "Ulæst")
    head = editor.open(LIST).root.all("th.c-reads a")[0]
    assert (head.text, head["href"]) == ("Reads, 7 days", "?o=-3")
    fallen = column(editor, "?o=-3")
    assert [name for name, _ in fallen] == ["The last rung", "Paid", "The kettle", "Unread"]
    assert [number.split(":")[0] for _, number in fallen] == ["7", "6", "5", "0"]
    assert column(editor, "?o=3") == fallen[::-1]


# --- Off -----------------------------------------------------------------------------------------


def test_switched_off_the_desk_says_nothing_of_reads(
    editor: Desk, shelf: dict[str, Article], settings: Any
) -> None:
    settings.COUNT_READS = False
    assert editor.client.get(address(shelf["story"])).status_code == 404
    assert editor.client.get(NEWSROOM).status_code == 404
    assert card(editor) == []
    assert editor.open(f"{LIST}?o=-3").root.all(".c-reads") == []
    assert "/readers/" not in " ".join(editor.article(shelf["story"]).root.values("a", "href"))
