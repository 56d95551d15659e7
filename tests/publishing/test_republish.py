"""Republish: the words of an old Edition, with today's photo facts and every notice since."""

from dataclasses import replace

import pytest

from articles.document.merge import Parts
from articles.models.article import Article
from articles.models.photo import ImageCredit
from articles.publishing.audit import audit_live
from articles.publishing.cancel import cancel
from articles.publishing.errors import Refused
from articles.publishing.reissue import reissue
from articles.publishing.republish import republish
from tests import newsroom
from tests.cast import Cast
from tests.newsroom import MONDAY
from tests.publishing.facts import DAY, HOUR, addresses, chain, document, headline, rewrite
from tests.tables import nothing_written

pytestmark = pytest.mark.usefixtures("desk_language", "monday")

NOON = MONDAY + DAY


def test_old_words_are_live_again(cast: Cast) -> None:
    article = newsroom.article()
    [first] = newsroom.publish(article, "da")
    rewrite(article, "da", headline="Skrevet om")
    with newsroom.at(MONDAY + HOUR):
        newsroom.publish(article, "da")
    with newsroom.at(NOON):
        again = republish(edition=first, by=cast.editor)
    assert chain(article, "da") == [
        (1, "first", MONDAY, MONDAY + HOUR),
        (2, "update", MONDAY + HOUR, NOON),
        (3, "update", NOON, None),
    ]
    assert (again.document, again.digest) == (first.document, first.digest)
    assert (again.first_live_from, again.modified_at) == (MONDAY, NOON)
    assert again.published_by == cast.editor
    assert headline(article, "da", NOON) == "Det nederste trin"
    assert set(again.photos.all()) == set(first.photos.all())


def test_the_working_copy_stays_as_it_is() -> None:
    article = newsroom.article()
    [first] = newsroom.publish(article, "en")
    rewrite(article, "en", headline="Half done", slug="half-done")
    republish(edition=first, by=None)
    article.refresh_from_db()
    assert (article.headline_en, article.slug_en) == ("Half done", "half-done")  # type: ignore[attr-defined]


def test_wording_only_keeps_the_date() -> None:
    article = newsroom.article()
    [first] = newsroom.publish(article, "en")
    with newsroom.at(NOON):
        again = republish(edition=first, by=None, kind="minor")
    assert (again.kind, again.modified_at) == ("minor", MONDAY)


def test_photos_are_credited_as_the_library_credits_them_today() -> None:
    article = newsroom.article()
    [first] = newsroom.publish(article, "en")
    photo = article.slides.all()[1].photo
    assert photo
    photo.byline = "Signe B. Brandt"
    photo.credit = ImageCredit.objects.create(name="Nordlys", url="https://nordlys.example/")
    photo.save()
    again = republish(edition=first, by=None)
    old, new = document(first), document(again)
    facts = old.slides[1].photo
    assert facts
    assert new.slides[1].photo == replace(
        facts, creator="Signe B. Brandt", credit="Nordlys", credit_url="https://nordlys.example/"
    )
    assert (new.slides[0], new.lead) == (old.slides[0], old.lead)


def test_a_photo_gone_from_the_library_keeps_the_facts_it_had() -> None:
    article = newsroom.article()
    [first] = newsroom.publish(article, "en")
    slide = article.slides.all()[2]
    photo = slide.photo
    assert photo
    slide.delete()
    photo.delete()
    again = republish(edition=first, by=None)
    assert document(again).slides == document(first).slides
    assert again.photos.count() == 2


def test_whatever_was_scheduled_after_it_is_cancelled() -> None:
    article = newsroom.article()
    [first] = newsroom.publish(article, "en")
    rewrite(article, "en", headline="Sooner", slug="sooner")
    newsroom.publish(article, "en", at=MONDAY + HOUR)
    rewrite(article, "en", headline="Later", slug="later")
    newsroom.publish(article, "en", at=NOON + HOUR)
    republish(edition=first, by=None, at=NOON)
    assert chain(article, "en") == [
        (1, "first", MONDAY, MONDAY + HOUR),
        (2, "update", MONDAY + HOUR, NOON),
        (4, "update", NOON, None),
    ]
    assert addresses(article) == {("en", "the-last-rung"), ("en", "sooner")}


def test_for_the_instant_of_a_scheduled_one_it_takes_its_place() -> None:
    article = newsroom.article()
    [first] = newsroom.publish(article, "en")
    rewrite(article, "en", headline="Rewritten", slug="rewritten")
    newsroom.publish(article, "en", at=NOON)
    republish(edition=first, by=None, at=NOON)
    assert chain(article, "en") == [(1, "first", MONDAY, NOON), (3, "update", NOON, None)]
    assert addresses(article) == {("en", "the-last-rung")}


def test_a_withdrawn_one_comes_back() -> None:
    article = newsroom.article()
    [first] = newsroom.publish(article, "en")
    newsroom.withdraw(article, "en")
    with newsroom.at(NOON):
        republish(edition=first, by=None)
    assert headline(article, "en", NOON) == "The last rung"


def test_a_cancelled_one_whose_address_is_anothers_now_is_refused() -> None:
    article = newsroom.article(slug_en="sought-after")
    [edition] = newsroom.publish(article, "en", at=NOON)
    cancel(edition=edition, by=None)
    newsroom.live("Other", "Anden", slug_en="sought-after", only="en")
    with nothing_written(), pytest.raises(Refused) as refused:
        republish(edition=edition, by=None)
    assert [finding.code for finding in refused.value.findings] == ["slug.taken"]


def overruled() -> Article:
    """Live with text that the gate stops, which an editor has let through."""
    article = newsroom.article()
    newsroom.change(article.slides.all()[0], body_en="<p>Lorem ipsum dolor sit amet.</p>")
    newsroom.publish(article, "en", overrule={"en": "It is what the story is about."})
    return article


def test_what_was_overruled_then_is_so_again(cast: Cast) -> None:
    article = overruled()
    first = article.editions.get()
    assert first.overrules
    rewrite(article, "en", headline="Written anew")
    with newsroom.at(MONDAY + HOUR):
        newsroom.publish(article, "en", overrule={"en": "As before."})
    with newsroom.at(NOON):
        again = republish(edition=first, by=cast.editor)
    assert again.overrules == first.overrules


def test_a_reissue_keeps_what_was_overruled() -> None:
    article = overruled()
    first = article.editions.get()
    photo = article.slides.all()[0].photo
    assert photo
    newsroom.change(photo, byline="Karen Lund")
    with newsroom.at(NOON):
        [again] = reissue(article=article.pk, photos=[photo.pk], by=None)
        assert not [each for each in audit_live(as_of=NOON) if each.finding.blocks]
    assert again.overrules == first.overrules


def test_a_scheduled_edition_that_is_rebuilt_keeps_what_was_overruled() -> None:
    article = newsroom.live(only="en")
    newsroom.change(article.slides.all()[0], body_en="<p>Lorem ipsum dolor sit amet.</p>")
    newsroom.publish(article, "en", at=NOON, overrule={"en": "It is what the story is about."})
    rewrite(article, "en", headline="Only this")
    only = Parts(fields=frozenset({"headline"}))
    issued = newsroom.publish(article, "en", only=only)
    assert [bool(each.overrules) for each in issued if each.live_from == MONDAY] == [False]
    later = article.editions.standing().get(live_from=NOON)
    assert later.overrules
