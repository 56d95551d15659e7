"""A verb that will not do it says why, and has written nothing."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from django.utils import translation

from articles.document.merge import Parts
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.generation import ask
from articles.publishing.cancel import cancel
from articles.publishing.errors import (
    AlreadySeen,
    Changed,
    InThePast,
    NoteMissing,
    NothingLive,
    PublishingError,
    Refused,
    WrongSuccessor,
)
from articles.publishing.lock import lock
from articles.publishing.publish import publish
from articles.publishing.republish import republish
from articles.publishing.withdraw import withdraw
from tests import newsroom
from tests.again import again
from tests.newsroom import MONDAY
from tests.publishing.facts import DAY, HOUR, SECOND, counter, rewrite
from tests.tables import changed, nothing_written, tables

pytestmark = pytest.mark.usefixtures("desk_language", "monday")

BOTH = ["en", "da"]
PART = Parts(fields=frozenset({"headline"}))


def stops(refused: Refused) -> list[str]:
    return [finding.code for finding in refused.findings if finding.blocks]


def edition(article: Article, number: int = 1, language: str = "en") -> Edition:
    return article.editions.get(language=language, number=number)


# Each begins with an article live in English since Monday and scheduled there for Wednesday,
# at Monday noon and an hour.
REFUSED: dict[str, tuple[type[PublishingError], Callable[[Article], Any]]] = {
    "publish for an hour gone by": (
        InThePast,
        lambda a: publish(article=a, languages=BOTH, by=None, at=MONDAY + HOUR - SECOND),
    ),
    "publish for this very instant": (
        InThePast,
        lambda a: publish(article=a, languages=BOTH, by=None, at=MONDAY + HOUR),
    ),
    "a correction without its note": (
        NoteMissing,
        lambda a: publish(article=a, languages=["en"], by=None, kind="correction"),
    ),
    "a correction with a note in one language": (
        NoteMissing,
        lambda a: publish(
            article=a, languages=BOTH, by=None, kind="correction", notes={"en": "X", "da": " "}
        ),
    ),
    "a part of what is not live": (
        NothingLive,
        lambda a: publish(article=a, languages=BOTH, by=None, only=PART),
    ),
    "another text than the one shown": (
        Changed,
        lambda a: publish(article=a, languages=["en"], by=None, expect={"en": "other"}),
    ),
    "another text, while cancelling what is ahead": (
        Changed,
        lambda a: publish(
            article=a, languages=["en"], by=None, expect={"en": "other"}, ahead="cancel"
        ),
    ),
    "cancel what is live": (AlreadySeen, lambda a: cancel(edition=edition(a), by=None)),
    "withdraw a language that is not live": (
        NothingLive,
        lambda a: withdraw(article=a, languages=BOTH, by=None),
    ),
    "withdraw in favour of itself": (
        WrongSuccessor,
        lambda a: withdraw(article=a, languages=["en"], by=None, successor=a),
    ),
    "republish for an hour gone by": (
        InThePast,
        lambda a: republish(edition=edition(a), by=None, at=MONDAY + HOUR),
    ),
}


@pytest.fixture
def article() -> Article:
    return again(live_and_scheduled)


def live_and_scheduled() -> Article:
    made = newsroom.live(only="en")
    rewrite(made, "en", headline="Rewritten", slug="rewritten")
    newsroom.publish(made, "en", at=MONDAY + 2 * DAY)
    return made


@pytest.mark.parametrize("name", REFUSED)
def test_refused(article: Article, name: str) -> None:
    error, act = REFUSED[name]
    with newsroom.at(MONDAY + HOUR), nothing_written(), pytest.raises(error):
        act(article)


def test_an_edition_cancelled_already(article: Article) -> None:
    scheduled = edition(article, 2)
    cancel(edition=scheduled, by=None)
    with nothing_written(), pytest.raises(AlreadySeen):
        cancel(edition=scheduled, by=None)


def test_an_edition_that_went_live_meanwhile(article: Article) -> None:
    with newsroom.at(MONDAY + 2 * DAY), nothing_written(), pytest.raises(AlreadySeen):
        cancel(edition=edition(article, 2), by=None)


def test_the_gate_says_everything_of_both_languages_at_once(article: Article) -> None:
    rewrite(article, "en", headline="", standfirst="")
    rewrite(article, "da", standfirst="")
    with nothing_written(), pytest.raises(Refused) as refused:
        publish(article=article, languages=BOTH, by=None)
    found = [(f.code, f.place.language) for f in refused.value.findings]
    assert found == [
        ("headline.missing", "en"),
        ("standfirst.missing", "en"),
        ("standfirst.missing", "da"),
    ]


def test_one_language_that_may_not_go_keeps_the_other_back(article: Article) -> None:
    rewrite(article, "da", standfirst="")
    with nothing_written(), pytest.raises(Refused):
        publish(article=article, languages=BOTH, by=None)
    publish(article=article, languages=["en"], by=None)


def test_a_correction_refused_leaves_no_note(article: Article) -> None:
    rewrite(article, "en", standfirst="")
    with nothing_written(), pytest.raises(Refused):
        publish(
            article=article,
            languages=["en"],
            by=None,
            kind="correction",
            notes={"en": "We were wrong."},
        )


@pytest.mark.parametrize(
    ("embargo", "at", "code"),
    [(DAY, None, "embargo.early"), (DAY, DAY - SECOND, "embargo.early"), (DAY, DAY, "")],
)
def test_the_gate_looks_at_the_hour_of_going_live(embargo: Any, at: Any, code: str) -> None:
    article = newsroom.article(embargo_until=MONDAY + embargo)
    when = MONDAY + at if at else None
    if code:
        with nothing_written(), pytest.raises(Refused) as refused:
            publish(article=article, languages=["en"], by=None, at=when)
        assert [finding.code for finding in refused.value.findings] == [code]
    else:
        publish(article=article, languages=["en"], by=None, at=when)


def test_a_photo_that_expires_before_the_hour_keeps_a_scheduled_edition_back() -> None:
    article = newsroom.article(slides=0)
    photo = newsroom.photo(expires_at=MONDAY + DAY)
    newsroom.slide(article, 1, order="5", photo=photo)
    publish(article=article, languages=["en"], by=None)
    with nothing_written(), pytest.raises(Refused) as refused:
        publish(article=article, languages=["en"], by=None, at=MONDAY + DAY)
    assert stops(refused.value) == ["photo.expired"]


def test_what_would_be_rebuilt_must_pass_the_gate_as_well(article: Article) -> None:
    # The part is fine today; the scheduled rewrite would lose its licence before its hour.
    photo = article.slides.all()[0].photo
    assert photo
    photo.expires_at = MONDAY + DAY
    photo.save()
    part = Parts(slides=frozenset({article.slides.all()[0].key}))
    with nothing_written(), pytest.raises(Refused) as refused:
        publish(article=article, languages=["en"], by=None, only=part)
    assert stops(refused.value) == ["photo.expired"]
    publish(article=article, languages=["en"], by=None, only=part, ahead="cancel")


def test_republishing_passes_todays_gate(article: Article) -> None:
    article.embargo_until = MONDAY + DAY
    article.save()
    with nothing_written(), pytest.raises(Refused) as refused:
        republish(edition=edition(article), by=None)
    assert [finding.code for finding in refused.value.findings] == ["embargo.early"]


def test_a_failure_on_the_way_undoes_everything(
    article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("articles.publishing.publish.advance", fail)
    with nothing_written(), pytest.raises(RuntimeError):
        publish(article=article, languages=BOTH, by=None)


def test_each_success_counts_once(article: Article) -> None:
    acts: list[Callable[[], Any]] = [
        lambda: publish(article=article, languages=BOTH, by=None),
        lambda: publish(article=article, languages=BOTH, by=None, at=MONDAY + DAY),
        lambda: cancel(edition=edition(article, 4), by=None),
        lambda: republish(edition=edition(article), by=None),
        lambda: withdraw(article=article, languages=BOTH, by=None),
    ]
    for act in acts:
        before, everything = counter(), tables()
        act()
        assert counter() == before + 1
        assert "generation" in changed(everything)


def test_refusals_speak_the_language_of_the_desk() -> None:
    with translation.override("en"):
        english = str(NothingLive())
    with translation.override("da"):
        danish = str(NothingLive())
    assert english.startswith("Nothing of this article is live")
    assert danish != english


@pytest.mark.django_db(transaction=True)
def test_the_lock_is_for_transactions() -> None:
    with pytest.raises(RuntimeError, match="needs a transaction"):
        lock(1)


def test_the_clock_that_is_asked_is_the_databases(article: Article) -> None:
    with transaction.atomic():
        assert lock(article.pk)[1] == ask().as_of == MONDAY
