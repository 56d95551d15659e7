"""What the gate says while one types: the same as when publishing, at the field it is about."""

import datetime as dt
from typing import Any

import pytest

from articles.models.article import Article
from articles.models.clock import database_now
from articles.publishing.errors import Refused
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk
from tests.desk.test_preview_live import put

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


def findings(desk: Desk, article: Article | None, *changes: dict[str, Any]) -> Any:
    where = article.pk if article else "new"
    address = f"/admin/articles/article/{where}/findings/"
    body = {"changes": list(changes)}
    return desk.client.post(address, body, content_type="application/json").json()


def codes(found: Any) -> list[tuple[str, str, str]]:
    return [(each["row"], each["field"], each["code"]) for each in found["findings"]]


def test_a_finding_stands_at_its_field_and_goes_with_what_is_typed(cast: Cast) -> None:
    article = newsroom.article()
    newsroom.change(article, standfirst_da="")
    desk = Desk(cast.editor)
    found = findings(desk, article)
    assert found["en"]["findings"] == []
    assert (found["da"]["blocks"], found["da"]["warns"]) == (1, 0)
    assert codes(found["da"]) == [("", "standfirst", "standfirst.missing")]
    assert found["da"]["findings"][0]["language"] == "da"
    typed = put("", "standfirst", "da", "Nu er den der.")
    assert findings(desk, article, typed)["da"]["blocks"] == 0


def test_it_is_what_publishing_would_say(cast: Cast) -> None:
    article = newsroom.article(slides=3)
    one, two, _three = article.slides.all()
    newsroom.change(one, heading_en="", body_en="")
    newsroom.change(two, photo=None)
    with pytest.raises(Refused) as refused:
        newsroom.publish(article, "en")
    said = {(each.place.slide, each.place.field, each.code) for each in refused.value.findings}
    found = findings(Desk(cast.editor), article)["en"]
    assert set(codes(found)) == said
    assert found["blocks"] == len(said) == 3
    photo = next(each for each in found["findings"] if each["field"] == "photo")
    assert (photo["row"], photo["language"]) == (two.key, "")


def test_a_language_that_is_not_planned_has_none(cast: Cast) -> None:
    article = newsroom.article()
    newsroom.change(article, headline_da="")
    off = put("", "stage", "da", "not_planned", "writing")
    found = findings(Desk(cast.editor), article, off)["da"]
    assert (found["planned"], found["blocks"], found["findings"]) == (False, 0, [])
    assert found["state"]["state"] == "not_planned"


def test_what_waits_for_the_end_of_an_embargo_is_judged_as_of_then(cast: Cast) -> None:
    soon = database_now() + dt.timedelta(days=2)
    article = newsroom.article(embargo_until=soon)
    photo = article.slides.first().photo  # type: ignore[union-attr]
    newsroom.change(photo, expires_at=soon - dt.timedelta(days=1))
    found = findings(Desk(cast.editor), article)["en"]
    assert [each["code"] for each in found["findings"]] == ["photo.expired"]


def test_the_state_follows_what_is_typed(cast: Cast) -> None:
    article = newsroom.live()
    article.refresh_from_db()
    desk = Desk(cast.editor)
    assert findings(desk, article)["en"]["state"]["state"] == "live"
    typed = put("", "kicker", "en", "Other", article.kicker_en)  # type: ignore[attr-defined]
    found = findings(desk, article, typed)
    assert [found[code]["state"]["state"] for code in ("en", "da")] == ["changed", "live"]


def test_a_new_article_is_told_what_it_lacks(cast: Cast) -> None:
    found = findings(Desk(cast.writer), None, put("", "headline", "en", "New"))
    assert "headline.missing" not in [each["code"] for each in found["en"]["findings"]]
    assert "headline.missing" in [each["code"] for each in found["da"]["findings"]]


def test_autosaving_answers_with_the_same(cast: Cast) -> None:
    article, desk = newsroom.article(), Desk(cast.editor)
    change = put("", "headline", "en", "", "The last rung")
    body = {"changes": [change], "window": "w", "row": "", "findings": True}
    address = f"/admin/articles/article/{article.pk}/changes/"
    answer = desk.client.post(address, body, content_type="application/json").json()
    assert answer["findings"]["en"]["blocks"] == 1
    assert answer["findings"] == findings(desk, article)


def test_the_remedy_leads_to_the_photo(cast: Cast) -> None:
    article = newsroom.article()
    photo = article.slides.all()[0].photo
    newsroom.change(photo, byline="", credit=None)  # type: ignore[arg-type]
    (finding,) = findings(Desk(cast.editor), article)["en"]["findings"]
    assert finding["code"] == "photo.credit.missing"
    assert f"/admin/articles/photo/{photo.pk}/" in finding["remedy"]["href"]  # type: ignore[union-attr]


def test_thirty_slides_cost_few_queries(cast: Cast, django_assert_max_num_queries: Any) -> None:
    article, desk = newsroom.article(slides=30), Desk(cast.editor)
    findings(desk, article)
    with django_assert_max_num_queries(28):
        findings(desk, article)


def test_it_says_how_far_a_translation_has_come(cast: Cast) -> None:
    article = newsroom.article(slides=4)
    one, two, three, four = article.slides.all()
    newsroom.change(one, heading_da="")
    newsroom.change(two, caption_en="Sea", caption_da="")
    newsroom.change(three, languages="en", heading_da="")
    desk = Desk(cast.editor)
    found = findings(desk, article)
    assert found["en"]["translated"] == {"done": 3, "of": 3}
    assert found["da"]["translated"] == {"done": 1, "of": 3}
    typed = put(one.key, "heading", "da", "Trin 1")
    assert findings(desk, article, typed)["da"]["translated"] == {"done": 2, "of": 3}


def test_a_finding_about_a_link_stands_at_its_row(cast: Cast) -> None:
    article = newsroom.article()
    words = {"label_en": "The harbour", "label_da": "Havnen"}
    address = newsroom.link(article, "https://harbour.example/tide", **words)
    again = newsroom.link(article, "https://harbour.example/tide", **words)
    unnamed = newsroom.link(article, "http://tides.example/", label_en="Tide tables")
    found = findings(Desk(cast.editor), article)
    repeated = (again.key, "url", "link.idle")
    insecure = (unnamed.key, "url", "link.doubtful")
    assert codes(found["en"]) == [repeated, insecure]
    assert codes(found["da"]) == [repeated, (unnamed.key, "label", "link.label.missing")]
    typed = put(address.key, "url", "", "https://harbour.example/", "https://harbour.example/tide")
    assert codes(findings(Desk(cast.editor), article, typed)["en"]) == [insecure]


def test_a_link_mended_in_the_browser_has_its_remedy_there(cast: Cast) -> None:
    article = newsroom.article()
    link = newsroom.link(
        article, "https://harbour.example/", label_en="The  tide,at noon", label_da="Havnen"
    )
    [finding] = findings(Desk(cast.editor), article)["en"]["findings"]
    assert (finding["row"], finding["field"], finding["fix"]) == (
        link.key,
        "label",
        "The tide, at noon",
    )


def test_the_words_of_a_lead_photo_are_mended_at_the_photo(cast: Cast) -> None:
    lead = newsroom.photo(alt_en="A harbour,at dusk", alt_da="En havn i skumring")
    article = newsroom.article(lead_photo=lead)
    [finding] = findings(Desk(cast.editor), article)["en"]["findings"]
    assert (finding["code"], finding["field"], finding["fix"]) == (
        "typo.space.missing",
        "lead_photo",
        None,
    )
    assert f"/admin/articles/photo/{lead.pk}/" in finding["remedy"]["href"]
