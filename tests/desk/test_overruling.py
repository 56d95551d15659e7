"""An editor overrules the gate: in one step, with a reason, and not where rights are concerned."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import Group

from articles.models.article import Article
from articles.publishing.errors import Refused
from articles.publishing.publish import publish as verb
from articles.publishing.waiting import Request
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk
from tests.desk.test_publish_panel import live, publish

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]
WHY = "It is meant to be like this."


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with newsroom.at(newsroom.MONDAY):
        yield


@pytest.fixture
def article(cast: Cast) -> Article:
    """Nothing but its English standfirst is missing."""
    return newsroom.article(standfirst_en="", owner=cast.writer)


def test_with_a_reason_it_goes_out_and_the_reason_is_kept(editor: Desk, article: Article) -> None:
    page = editor.panel(article)
    assert page.root.texts(".overrule b") == ["Publish anyway"]
    publish(editor, page, languages=["en", "da"], anyway_en="on", reason_en=WHY)
    assert live(article) == ["da", "en"]
    kept = dict(article.editions.values_list("language", "overrules"))
    assert kept == {
        "en": [{"code": "standfirst.missing", "slide": "", "field": "standfirst", "reason": WHY}],
        "da": [],
    }
    history = editor.open(f"/admin/articles/article/{article.pk}/history/")
    assert [WHY in text for text in history.root.texts("p.overruled")] == [True]


def test_without_a_reason_it_stays(editor: Desk, article: Article) -> None:
    page = publish(editor, editor.panel(article), languages=["en"], anyway_en="on", reason_en=" ")
    assert (page.status, live(article)) == (422, [])
    assert "Say why. It is kept with the edition." in page.errors
    assert page.values["anyway_en"] == ["on"]


def test_what_concerns_rights_is_not_offered_and_cannot_be_forged(
    editor: Desk, article: Article
) -> None:
    slide = article.slides.all()[0]
    newsroom.change(slide, photo=newsroom.photo(byline="", credit=None))
    assert editor.panel(article).root.all(".overrule") == []
    with pytest.raises(Refused):
        verb(article=article, languages=["en"], by=None, overrule={"en": WHY})
    assert live(article) == []


def test_each_language_has_its_own_reason(article: Article) -> None:
    newsroom.change(article, standfirst_da="")
    with pytest.raises(Refused):
        verb(article=article, languages=["en", "da"], by=None, overrule={"en": WHY})
    assert article.editions.count() == 0


def test_night_duty_overrules_nothing(cast: Cast, article: Article) -> None:
    cast.writer.groups.add(Group.objects.get(name="night duty"))
    desk = Desk(cast.writer)
    page = desk.panel(article)
    assert page.root.all(".overrule") == []
    publish(desk, page, languages=["en"], anyway_en="on", reason_en=WHY)
    assert live(article) == []


def test_a_publication_that_waits_for_pictures_remembers_the_reason(article: Article) -> None:
    asked = Request(languages=("en",), overrule={"en": WHY})
    assert Request.load(asked.dump()).overrule == {"en": WHY}
