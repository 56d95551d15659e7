"""What is related to an article: reckoned at publishing, for it and for those it is related to."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from articles.models.article import Article
from articles.models.beside import Gist, Related
from articles.models.edition import Edition
from articles.publishing import related
from articles.publishing.reissue import reissue
from articles.publishing.related import KEPT, TOLD, Subject, kin, strength
from tests import newsroom
from tests.newsroom import MONDAY
from tests.reader.dom import parse

DAY, YEAR = dt.timedelta(days=1), dt.timedelta(days=365.25)


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with newsroom.at(MONDAY):
        yield


def about(name: str, words: str, **fields: Any) -> Article:
    """An article of one slide, with `words` as its text in both languages."""
    made = newsroom.article(name, name, slides=0, **fields)
    newsroom.slide(
        made,
        1,
        order="5",
        body_en=f"<p>{words}</p>",
        body_da=f"<p>{words}</p>",
        heading_en=name,
        heading_da=name,
        photo=newsroom.photo(caption_en="", caption_da=""),
    )
    newsroom.change(made, kicker_en="", kicker_da="", standfirst_en=words, standfirst_da=words)
    return made


def out(made: Article, **options: Any) -> Article:
    reasons = {"en": "It is only a test.", "da": "Det er kun en test."}
    newsroom.publish(made, overrule=reasons, **options)
    return made


def scores(of: Article, language: str = "en") -> dict[str, float]:
    rows = Related.objects.filter(article=of, language=language).select_related("target")
    return {row.target.headline_en: row.score for row in rows}


# --- Pure ----------------------------------------------------------------------------------------


def subject(article: int, words: str = "", **fields: Any) -> Subject:
    terms = dict.fromkeys(words.split(), 1.0)
    return Subject(
        **{
            "article": article, "topic": 1, "published": MONDAY, "is_paid": False, "terms": terms,
            **fields,
        }
    )  # fmt: skip


NOISE = [subject(100 + n, f"noise{n} filler{n}", topic=9) for n in range(20)]


def best(mine: Subject, *others: Subject) -> list[int]:
    return list(kin(mine, [*others, *NOISE]).outward)


def test_texts_about_the_same_are_related_and_others_are_not() -> None:
    mine = subject(1, "tram bridge harbour")
    assert best(mine, subject(2, "tram bridge"), subject(3, "bread oven")) == [2]


def test_a_topic_alone_relates_nothing_but_comes_on_top() -> None:
    mine = subject(1, "tram bridge")
    same, else_, none = (
        subject(2, "tram snow"), subject(3, "tram gull", topic=2), subject(4, "oven")
    )  # fmt: skip
    assert best(mine, else_, none, same) == [2, 3]


def test_a_link_counts_for_most_and_a_shared_source_without_any_word() -> None:
    mine = subject(1, "tram bridge", sources=frozenset({"dmi"}))
    words = subject(2, "tram bridge")
    source = subject(3, "oven", sources=frozenset({"dmi"}))
    linking = subject(4, "bread", links=frozenset({1}))
    assert best(mine, source, words, linking) == [4, 2, 3]


def test_a_year_halves_what_a_target_is_worth() -> None:
    mine = subject(1, "tram bridge")
    old, new = subject(2, "tram", published=MONDAY - YEAR), subject(3, "tram")
    found = kin(mine, [old, new, *NOISE]).outward
    assert list(found) == [3, 2]
    assert found[3] - found[2] == pytest.approx(1.0)


def test_journalism_does_not_lead_to_paid_content() -> None:
    paid, free = subject(1, "tram", is_paid=True), subject(2, "tram")
    assert list(kin(free, [paid, *NOISE]).outward) == []
    assert list(kin(free, [paid, *NOISE]).inward) == [1]
    assert list(kin(paid, [free, *NOISE]).outward) == [2]
    assert list(kin(paid, [free, *NOISE]).inward) == []


words = st.lists(st.sampled_from("tram bridge bread oven snow gull".split()), max_size=5)
subjects = st.lists(
    st.builds(
        lambda text, topic, paid, days, links: (text, topic, paid, days, links),
        words.map(" ".join), st.integers(1, 2), st.booleans(), st.integers(0, 2000),
        st.frozensets(st.integers(0, 30), max_size=2),
    ),
    min_size=1,
    max_size=30,
)  # fmt: skip


@given(subjects)
def test_kin_are_few_distinct_and_never_oneself(drawn: list[Any]) -> None:
    mine, *others = [
        subject(n, text, topic=topic, is_paid=paid, published=MONDAY - days * DAY, links=links)
        for n, (text, topic, paid, days, links) in enumerate(drawn)
    ]
    found = kin(mine, others)
    for side, most in ((found.outward, KEPT), (found.inward, TOLD)):
        assert len(side) <= most
        assert side.keys() <= {other.article for other in others}
        assert list(side.values()) == sorted(side.values(), reverse=True)
    for other in others:
        assert strength(mine, other, 0.5) == strength(other, mine, 0.5)


# --- With the database ---------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_new_article_is_related_to_old_ones_and_they_to_it() -> None:
    old = out(about("Ladders", "Harbour bathing ladder froze overnight"))
    out(about("Bread", "Sourdough needs patience, flour, an oven"))
    with newsroom.at(MONDAY + DAY):
        new = out(about("Jetties", "Bathing jetty with a harbour ladder"))
    assert list(scores(new)) == ["Ladders"]
    assert list(scores(old)) == ["Jetties"]
    assert list(scores(new, "da")) == ["Ladders"]


@pytest.mark.django_db
def test_each_language_has_its_own() -> None:
    one = about("Ladders", "Harbour bathing ladder froze overnight")
    two = about("Jetties", "Bathing jetty with a harbour ladder")
    newsroom.publish(one, "en", overrule={"en": "A test."})
    newsroom.publish(two, "da", overrule={"da": "En test."})
    assert not Related.objects.exists()


@pytest.mark.django_db
def test_it_is_reckoned_anew_when_the_words_change() -> None:
    one = out(about("Ladders", "Harbour bathing ladder froze overnight"))
    two = out(about("Jetties", "Bathing jetty with a harbour ladder"))
    out(about("Bread", "Sourdough needs patience, flour, an oven"))
    with newsroom.at(MONDAY + DAY):
        slide = two.slides.get()
        newsroom.change(slide, body_en="<p>Flour, an oven, sourdough</p>")
        newsroom.change(two, standfirst_en="Patience, flour for sourdough")
        out(two)
    assert list(scores(two)) == ["Bread"]
    assert scores(one) == {}
    assert list(scores(two, "da")) == ["Ladders"]
    assert Gist.objects.filter(article=two).count() == 2


@pytest.mark.django_db
def test_shared_sources_and_links_relate_what_has_no_word_in_common() -> None:
    one = about("Ladders", "Harbour bathing ladder froze overnight")
    source = newsroom.source(one, "Coast Institute", "Kystinstituttet")
    two = about("Bread", "Sourdough needs patience, flour, an oven")
    two.sources.add(source)
    three = about("Gulls", "Eight hundred nests on flat roofs")
    newsroom.link(three, one)
    for each in (one, two, three):
        out(each)
    assert list(scores(one)) == ["Gulls", "Bread"]
    assert list(scores(two)) == ["Ladders"]


@pytest.mark.django_db
def test_only_the_best_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(related, "KEPT", 2)
    first = out(about("Number 0", "Harbour bathing ladder froze overnight"))
    for number in range(1, 5):
        with newsroom.at(MONDAY + number * DAY):
            out(about(f"Number {number}", "Harbour bathing ladder froze overnight"))
    assert list(scores(first)) == ["Number 4", "Number 3"]
    assert Related.objects.filter(language="en").count() == 10


@pytest.mark.django_db
def test_withdrawn_it_is_related_to_nothing() -> None:
    one = out(about("Ladders", "Harbour bathing ladder froze overnight"))
    two = out(about("Jetties", "Bathing jetty with a harbour ladder"))
    newsroom.withdraw(two, "en")
    assert scores(one) == {} == scores(two)
    assert list(scores(one, "da")) == ["Jetties"]
    assert not Gist.objects.filter(article=two, language="en").exists()


@pytest.mark.django_db
def test_reissue_reckons_nothing_anew() -> None:
    one = out(about("Ladders", "Harbour bathing ladder froze overnight"))
    Gist.objects.all().delete()
    photo = one.slides.get().photo
    newsroom.change(photo, byline="Nina Falk")
    assert reissue(article=one.pk, photos=[photo.pk], by=None)
    assert not Gist.objects.exists()


@pytest.mark.django_db
def test_worker_relates_what_was_published_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(related, "_all_related", False)
    one = out(about("Ladders", "Harbour bathing ladder froze overnight"))
    two = out(about("Jetties", "Bathing jetty with a harbour ladder"))
    expected = {each: (scores(each), scores(each, "da")) for each in (one, two)}
    for model in (Gist, Related):
        model.objects.all().delete()
    assert related.work()
    assert related.work()
    assert not related.work()
    assert {each: (scores(each), scores(each, "da")) for each in (one, two)} == expected
    Gist.objects.all().delete()
    assert not related.work()  # it looks no more: what is published since relates itself


# --- On the page ---------------------------------------------------------------------------------


def others(client: Client, address: str) -> list[str]:
    newsroom.generation.forget()
    return parse(client.get(address).content.decode()).texts("section.other-articles a")


@pytest.mark.django_db
def test_page_shows_related_first_then_the_topics_then_the_newest(client: Client) -> None:
    food = newsroom.topic("Food", "Mad")
    out(about("Oldest", "Eight hundred nests on flat roofs"))
    with newsroom.at(MONDAY + DAY):
        out(about("Ladders", "Harbour bathing ladder froze overnight", topic=food))
    with newsroom.at(MONDAY + 2 * DAY):
        out(about("Bread", "Sourdough needs patience, flour, an oven", topic=food))
    with newsroom.at(MONDAY + 3 * DAY):
        out(about("Jetties", "Bathing jetty with a harbour ladder"))
        assert others(client, "/en/health/jetties/") == ["Ladders", "Oldest", "Bread"]
        assert others(client, "/en/food/ladders/") == ["Jetties", "Bread", "Oldest"]


@pytest.mark.django_db
def test_page_does_not_repeat_what_the_text_links_to(client: Client) -> None:
    one = out(about("Ladders", "Harbour bathing ladder froze overnight"))
    two = about("Jetties", "Bathing jetty with a harbour ladder")
    newsroom.link(two, one)
    out(two)
    assert others(client, "/en/health/jetties/") == []
    assert others(client, "/en/health/ladders/") == ["Jetties"]


@pytest.mark.django_db
def test_page_shows_nothing_that_is_not_live(client: Client) -> None:
    words = "Harbour bathing ladder froze overnight"
    out(about("Ladders", words))
    out(about("The secret", words), at=MONDAY + DAY)
    about("The draft secret", words)
    newsroom.withdraw(out(about("The old secret", words)))
    html = client.get("/en/health/ladders/").content.decode()
    assert "secret" not in html.lower()
    with newsroom.at(MONDAY + DAY):
        assert others(client, "/en/health/ladders/") == ["The secret"]


@pytest.mark.django_db
def test_without_anything_related_it_is_the_topic_and_the_newest(client: Client) -> None:
    out(about("Ladders", "Harbour bathing ladder froze overnight"))
    out(about("Jetties", "Bathing jetty with a harbour ladder"))
    Related.objects.all().delete()
    assert others(client, "/en/health/ladders/") == ["Jetties"]


@pytest.mark.django_db
def test_editions_are_frozen_all_the_same() -> None:
    """What is computed is beside the Edition: relating others changes no document."""
    one = out(about("Ladders", "Harbour bathing ladder froze overnight"))
    before = list(Edition.objects.filter(article=one).values_list("document", "digest"))
    out(about("Jetties", "Bathing jetty with a harbour ladder"))
    assert list(Edition.objects.filter(article=one).values_list("document", "digest")) == before
