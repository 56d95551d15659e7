"""The first page's card of what would not pass today: from the last check, for whom it concerns."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models.article import Article
from articles.models.live import Watch
from articles.models.staff import User
from articles.publishing import watch
from articles.publishing.publish import publish
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk
from tests.desk.test_first_page import card
from tests.publishing.facts import DAY, HOUR
from tests.reader.dom import Node

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]
MONDAY = newsroom.MONDAY
TUESDAY = MONDAY + DAY


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with newsroom.at(MONDAY):
        yield


def expiring(headline: str = "Gulls", danish: str = "Måger", *, slide: int = 2) -> Article:
    """A picture of it may be shown until Monday evening; it is live in both languages."""
    made = newsroom.article(headline, danish)
    photo = newsroom.photo(expires_at=MONDAY + HOUR)
    newsroom.change(made.slides.all()[slide - 1], photo=photo)
    newsroom.publish(made)
    return made


def checked(at: dt.datetime = TUESDAY) -> None:
    with newsroom.at(at):
        while watch.work():
            pass


def message(language: str) -> str:
    """What the gate says of the first that fails."""
    text = Watch.objects.get(done=True).findings[0]["message"][language]
    return " ".join(text.split())


def shown(desk: Desk, at: dt.datetime = TUESDAY, query: str = "") -> Node:
    with newsroom.at(at):
        return card(desk, "watch", query)


def test_what_fails_with_the_way_to_its_field(editor: Desk) -> None:
    article = expiring()
    checked()
    found = shown(editor)
    assert found.texts("header .n") == ["1"]
    assert found.texts("header .small") == ["checked 13:00"]
    assert found.texts("a.name") == ["Gulls"]
    key = article.slides.all()[1].key
    assert found.values("a.name", "href") == [
        f"/admin/articles/article/{article.pk}/change/#f-{key}-photo"
    ]
    assert found.texts("div.sub") == [f"EN DA Slide 2: photo {message('en')}"]


def test_in_danish_it_says_so_in_danish(cast: Cast) -> None:
    expiring()
    checked()
    User.objects.filter(pk=cast.editor.pk).update(interface_language="da")
    found = shown(Desk(User.objects.get(pk=cast.editor.pk)))
    assert found.texts("a.name") == ["Måger"]
    assert message("da") in found.texts("div.sub")[0]


def test_what_was_mended_withdrawn_or_replaced_since_is_left_out(editor: Desk) -> None:
    mended, gone = expiring("Gulls", "Måger"), expiring("Bread", "Brød")
    expiring("Tram", "Sporvogn")
    checked()
    assert shown(editor).texts("header .n") == ["3"]
    with newsroom.at(TUESDAY + HOUR):
        newsroom.withdraw(gone, "en", reasons={"en": "Wrong."})
        newsroom.change(mended.slides.all()[1], photo=newsroom.photo())
        newsroom.publish(mended, "da")
    left = shown(editor, TUESDAY + HOUR)
    assert left.texts("a.name") == ["Tram", "Brød", "Gulls"]
    tags = [each.texts(".tag") for each in left.all("li")]
    assert tags == [["EN", "DA"], ["DA"], ["EN"]]


def test_a_text_of_one_language_stands_for_itself(editor: Desk) -> None:
    article = newsroom.article("Gulls", "Måger")
    findings = [
        {
            "edition": edition.pk,
            "article": article.pk,
            "language": edition.language,
            "code": "slide.blank",
            "level": "blocks",
            "slide": article.slides.all()[1].key,
            "number": 2,
            "field": "heading",
            "message": {"en": "It is blank.", "da": "Den er tom."},
        }
        for edition in newsroom.publish(article)
    ]
    Watch.objects.create(asked_at=MONDAY, done=True, at=MONDAY, findings=findings)
    found = shown(editor, MONDAY)
    assert found.texts("a.name") == ["Gulls", "Måger"]
    assert [each.rpartition("_")[2] for each in found.values("a.name", "href")] == ["en", "da"]


def test_the_first_of_several_and_how_many_more(editor: Desk) -> None:
    article = expiring(slide=3)
    newsroom.change(article.slides.all()[0], photo=newsroom.photo(expires_at=MONDAY + HOUR))
    publish(article=article, languages=["en"], by=None)
    checked()
    english = next(text for text in shown(editor).texts("div.sub") if text.startswith("EN"))
    assert english.startswith("EN Slide 1: photo") and english.endswith("And 1 more.")


def test_what_an_editor_overruled_is_none_of_it(editor: Desk) -> None:
    article = newsroom.article(standfirst_en="")
    publish(article=article, languages=["en"], by=None, overrule={"en": "It is meant so."})
    checked()
    assert shown(editor).texts("a.name") == []


def test_warnings_are_a_count_of_what_is_live_still(editor: Desk) -> None:
    article = expiring()
    checked(MONDAY)
    found = shown(editor, MONDAY)
    assert found.texts("p.calm") == [
        "Everything that is live passes today’s rules (1 article).",
        "2 warnings on live pages",
    ]
    newsroom.withdraw(article, "en", reasons={"en": "Wrong."})
    assert shown(editor, MONDAY).texts("p.calm")[1] == "1 warning on live pages"


def test_six_of_them_and_the_rest_on_request(editor: Desk) -> None:
    for number in range(8):
        expiring(f"Story {number}", f"Historie {number}")
    checked()
    found = shown(editor)
    assert (found.texts("header .n"), len(found.all("a.name"))) == (["8"], 6)
    [more] = found.values("header a", "href")
    assert len(shown(editor, query=more.partition("#")[0]).all("a.name")) == 8


def test_before_the_first_check_it_says_so(editor: Desk) -> None:
    found = shown(editor, MONDAY)
    assert found.texts("p.calm") == [
        "Not checked yet. A worker looks at everything that is live each night."
    ]


def test_a_worker_that_misses_its_nights_is_noticed(editor: Desk) -> None:
    checked(MONDAY)
    assert "missed" not in " ".join(shown(editor, MONDAY + 35 * HOUR).texts("p.calm"))
    found = shown(editor, MONDAY + 37 * HOUR)
    assert "missed a night" in found.texts("p.calm")[1]


def test_a_text_that_could_not_be_judged_is_told_of(editor: Desk) -> None:
    checked(MONDAY)
    Watch.objects.update(skipped=[7])
    assert "1 article could not be checked" in shown(editor, MONDAY).texts("p.calm")[1]


def test_who_sees_it(cast: Cast) -> None:
    article = expiring()
    checked()

    def titles(person: User) -> Any:
        with newsroom.at(TUESDAY):
            page = Desk(person).open("/admin/").root
        cards = page.all('section[aria-labelledby="card-watch"]')
        return cards[0].texts("a.name") if cards else None

    assert titles(cast.chief) == ["Gulls"]
    assert [titles(each) for each in (cast.writer, cast.translator, cast.photo_editor)] == [
        None
    ] * 3
    newsroom.change(article, assignee_da=cast.translator)
    assert titles(cast.translator) == ["Måger"]


# --- Check now -----------------------------------------------------------------------------------


def press(desk: Desk) -> Any:
    [address] = card(desk, "watch").values("form", "action")
    return desk.client.post(address, follow=True)


def test_asked_for_it_is_the_worker_who_looks(editor: Desk, cast: Cast) -> None:
    checked(MONDAY)
    answer = press(editor)
    assert answer.redirect_chain[-1][0] == "/admin/#card-watch"
    assert "A check of everything live is asked for." in answer.content.decode()
    row = Watch.objects.get(done=False)
    assert row.asked_by == cast.editor
    found = shown(editor, MONDAY)
    assert found.texts('p[role="status"]') == [
        "A check is asked for (13:00). The worker begins when no picture waits; load the page"
        " again in a moment."
    ]
    assert not found.all("form")  # asked for once is enough
    Watch.objects.filter(pk=row.pk).update(articles=3)
    assert "3 articles so far" in shown(editor, MONDAY).texts('p[role="status"]')[0]
    checked(MONDAY)
    found = shown(editor, MONDAY)
    assert found.all("form") and not found.all('p[role="status"]')


def test_night_duty_is_not_offered_it(cast: Cast) -> None:
    cast.writer.groups.add(Group.objects.get(name="night duty"))
    article = expiring()
    newsroom.change(article, owner=cast.writer)
    checked()
    assert not shown(Desk(User.objects.get(pk=cast.writer.pk))).all("form")


# --- What it costs -------------------------------------------------------------------------------


def test_it_costs_a_query_and_three_where_something_fails(editor: Desk) -> None:
    def cost() -> int:
        with newsroom.at(TUESDAY), CaptureQueriesContext(connection) as queries:
            editor.open("/admin/")
        return len(queries)

    newsroom.live("Calm", "Rolig")
    with newsroom.at(TUESDAY):
        editor.open("/admin/")
    before = cost()
    checked()
    assert cost() == before
    for number in range(5):
        expiring(f"Story {number}", f"Historie {number}")
    with newsroom.at(TUESDAY):
        editor.open("/admin/")
    before = cost()
    checked(TUESDAY + DAY)
    assert cost() == before + 2
