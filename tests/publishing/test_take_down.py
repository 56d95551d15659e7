"""Taken down: off every page at the next request, out of every working copy, its files put away."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.generation import ask
from articles.models.photo import Original, Photo, Purge
from articles.photos import storage
from articles.publishing import take_down as module
from articles.publishing.catch_up import Done, catch_up
from articles.publishing.errors import (
    AlreadyTakenDown,
    NotTakenDown,
    Refused,
    WrongSubstitute,
)
from articles.publishing.publish import publish
from articles.publishing.release import release
from articles.publishing.republish import republish
from articles.publishing.stop_using import stop_using
from articles.publishing.take_down import Choice, finish, plan_of, take_down
from articles.publishing.uses import uses
from tests import newsroom
from tests.cast import Cast
from tests.newsroom import MONDAY
from tests.publishing.facts import DAY, HOUR, addresses, chain, document, live
from tests.tables import nothing_written

pytestmark = pytest.mark.usefixtures("desk_language", "monday")

LATER = MONDAY + HOUR


def photo_of(article: Article, number: int = 1) -> Photo:
    photo = list(article.slides.all())[number].photo
    assert photo
    return photo


def shown(article: Article, language: str = "en") -> list[int | None]:
    """The photos of the live page's slides."""
    edition = live(article, language, LATER)
    assert edition
    slides = document(edition).slides
    return [slide.photo.id if slide.photo else None for slide in slides]


def with_files(photo: Photo) -> list[str]:
    """All its files, on disk; one more rendition that only an older Edition names."""
    original = Original.objects.get(photo=photo)
    names = [f"renditions/{each['name']}" for each in photo.renditions]
    names += [f"renditions/{original.stem}-800-0123456789.jpg"]
    names += [str(photo.file), f"thumbnails/{original.stem}.jpg"]
    for name in names:
        default_storage.save(name, ContentFile(b"picture"))
    return names


def files(root: Path) -> set[str]:
    return {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}


def test_off_both_pages_with_its_evidence_kept(cast: Cast) -> None:
    article = newsroom.article()
    [old, _] = newsroom.publish(article)
    frozen = (old.document, old.card)
    photo = photo_of(article)
    with newsroom.at(LATER):
        row = take_down(photo=photo, by=cast.photo_editor, reason=" Copyright claim. ")
    first, third = photo_of(article, 0).pk, photo_of(article, 2).pk
    assert shown(article, "en") == shown(article, "da") == [first, None, third]
    assert (row.by, row.at, row.reason, row.done_at) == (
        cast.photo_editor,
        LATER,
        "Copyright claim.",
        LATER,
    )
    assert [each.kind for each in article.editions.filter(number=2)] == ["reissue", "reissue"]
    again = Edition.objects.get(pk=old.pk)
    assert (again.document, again.card) == frozen
    assert [slide.photo_id for slide in article.slides.all()] == [first, None, third]
    photo.refresh_from_db()
    assert (photo.taken_down_at, photo.pages_due, photo.renditions) == (LATER, False, [])
    assert uses(photo, as_of=LATER) == ()


@pytest.mark.parametrize("kind", ["substitute", "none", "drop"])
def test_whatever_is_chosen_page_and_working_copy_agree(kind: Any) -> None:
    article = newsroom.article()
    newsroom.link(article, "https://a.example/", after=article.slides.all()[1], label_en="On")
    newsroom.change(article.slides.all()[1], alt_en="Own words", caption_en="Own caption")
    newsroom.publish(article, "en")
    spare = newsroom.photo() if kind == "substitute" else None
    with newsroom.at(LATER):
        choice = Choice(kind, spare and spare.pk)
        take_down(photo=photo_of(article), by=None, reason="", default=choice)
        page = live(article, "en", LATER)
        assert page
        [again] = publish(article=article, languages=["en"], by=None) if kind != "none" else [page]
    assert again.digest == page.digest
    assert document(page).links[0].after == article.slides.all()[0 if kind == "drop" else 1].key
    assert len(document(page).slides) == article.slides.count() == (2 if kind == "drop" else 3)
    if spare:
        slide = document(page).slides[1]
        assert (slide.photo and slide.photo.id, slide.alt) == (spare.pk, spare.alt_en)  # type: ignore[attr-defined]


def test_each_article_as_chosen_for_it() -> None:
    articles = [newsroom.article(f"N{number}", f"M{number}") for number in range(3)]
    photo, spare, third = newsroom.photo(), newsroom.photo(), newsroom.photo()
    for article in articles:
        newsroom.change(article.slides.all()[1], photo=photo)
        newsroom.publish(article, "en")
    choices = {
        articles[0].pk: Choice("drop"),
        articles[1].pk: Choice("substitute", spare.pk),
    }
    with newsroom.at(LATER):
        row = take_down(
            photo=photo,
            by=None,
            reason="",
            default=Choice("substitute", third.pk),
            choices=choices,
        )
    assert [len(shown(article)) for article in articles] == [2, 3, 3]
    assert [shown(article)[1] for article in articles[1:]] == [spare.pk, third.pk]
    assert plan_of(row) == {"default": Choice("substitute", third.pk), "articles": choices}


def test_the_lead_the_card_and_what_it_stood_by_for() -> None:
    photo = newsroom.photo()
    article = newsroom.article(lead_photo=photo)
    other = photo_of(article, 2)
    newsroom.change(other, substitute=photo, expires_at=MONDAY + DAY)
    newsroom.publish(article, "en")
    with newsroom.at(LATER):
        take_down(photo=photo, by=None, reason="")
    page = live(article, "en", LATER)
    assert page
    assert page.card["photo"]["id"] == photo_of(article, 0).pk
    last = document(page).slides[2].photo
    assert last and last.substitute is None
    article.refresh_from_db()
    other.refresh_from_db()
    assert (article.lead_photo, other.substitute, other.pages_due) == (None, None, False)
    assert list(page.photos.filter(pk=photo.pk)) == []


def test_what_is_scheduled_is_without_it_at_its_instant() -> None:
    article = newsroom.article()
    newsroom.publish(article, "en", at=MONDAY + DAY)
    with newsroom.at(LATER):
        take_down(photo=photo_of(article), by=None, reason="", default=Choice("drop"))
    assert chain(article, "en") == [(2, "first", MONDAY + DAY, None)]
    assert addresses(article) == {("en", "the-last-rung")}


def test_a_slide_is_kept_where_a_language_would_have_none() -> None:
    article = newsroom.article(slides=2)
    first, second = article.slides.all()
    newsroom.change(first, languages="en", photo=second.photo)
    newsroom.change(second, languages="da")
    newsroom.publish(article)
    photo = photo_of(article)
    take_down(photo=photo, by=None, reason="", default=Choice("drop"))
    assert list(article.slides.values_list("photo", flat=True)) == [None, None]


def test_files_go_and_the_evidence_is_put_away(media_root: Path) -> None:
    photo = newsroom.photo()
    names = with_files(photo)
    assert files(media_root) == set(names)
    row = take_down(photo=photo, by=None, reason="")
    private = [name for name in names if not name.startswith("renditions/")]
    assert files(media_root) == {storage.quarantined(name) for name in private}
    release(take_down=row, by=None)
    assert files(media_root) == set(private)


def test_caches_in_front_are_told_at_once(settings: Any) -> None:
    settings.MEDIA_PURGE_URLS = ["http://cache.example/"]
    taken, stopped, untouched = newsroom.photo(), newsroom.photo(), newsroom.photo()
    with_files(taken)
    stop_using(photo=stopped, by=None)
    names = {each["name"] for each in (*taken.renditions, *stopped.renditions)}
    take_down(photo=taken, by=None, reason="")
    older = f"{Original.objects.get(photo=taken).stem}-800-0123456789.jpg"
    told = set(Purge.objects.values_list("path", flat=True))
    assert told == {f"/media/renditions/{name}" for name in {*names, older}}
    assert not any(each["name"] in " ".join(told) for each in untouched.renditions)


# --- Never again ---------------------------------------------------------------------------------


def test_it_cannot_be_published_again_until_it_is_released(cast: Cast) -> None:
    article = newsroom.article()
    [old] = newsroom.publish(article, "en")
    photo = photo_of(article)
    with newsroom.at(LATER):
        row = take_down(photo=photo, by=None, reason="")
        with pytest.raises(Refused) as refused:
            republish(edition=old, by=None)
        assert "photo.taken_down" in [finding.code for finding in refused.value.findings]
    with newsroom.at(LATER + HOUR):
        release(take_down=row, by=cast.chief)
        newsroom.change(Photo.objects.get(pk=photo.pk), work="ready", renditions=photo.renditions)
        republish(edition=old, by=None)
    row.refresh_from_db()
    assert (row.released_at, row.released_by) == (LATER + HOUR, cast.chief)


def test_a_release_gives_the_photo_back_and_no_page() -> None:
    article = newsroom.live(only="en")
    photo = photo_of(article)
    with newsroom.at(LATER):
        row = take_down(photo=photo, by=None, reason="")
        released = release(take_down=row, by=None)
    assert (released.taken_down_at, released.work, released.work_tries) == (None, "waiting", 0)
    assert shown(article)[1] is None
    with nothing_written(), pytest.raises(NotTakenDown):
        release(take_down=row, by=None)


def test_taken_down_twice_is_once() -> None:
    photo = newsroom.photo()
    take_down(photo=photo, by=None, reason="")
    with nothing_written(), pytest.raises(AlreadyTakenDown):
        take_down(photo=photo, by=None, reason="")


@pytest.mark.parametrize("wrong", ["itself", "nothing", "expired", "taken down", "in work"])
def test_what_may_not_stand_in(wrong: str) -> None:
    photo = newsroom.photo()
    fields: dict[str, Any] = {
        "expired": {"expires_at": MONDAY},
        "taken down": {"taken_down_at": MONDAY},
        "in work": {"work": "waiting"},
    }
    spare = newsroom.photo(**fields.get(wrong, {}))
    chosen = {"itself": photo.pk, "nothing": None}.get(wrong, spare.pk)
    with nothing_written(), pytest.raises(WrongSubstitute):
        take_down(photo=photo, by=None, reason="", default=Choice("substitute", chosen))


# --- Interrupted ---------------------------------------------------------------------------------


def test_denied_first_and_the_worker_finishes(monkeypatch: pytest.MonkeyPatch) -> None:
    article = newsroom.live()
    photo = photo_of(article)
    with newsroom.at(LATER):
        with monkeypatch.context() as patch:
            patch.setattr(module, "_take_out", interrupted)
            with pytest.raises(KeyboardInterrupt):
                take_down(photo=photo, by=None, reason="", default=Choice("drop"))
        assert ask().hidden == {photo.pk}
        assert len(shown(article)) == 3
        assert catch_up() == Done()  # it would only show it as expired: the plan says more
        assert (module.work(), module.work()) == (True, False)
        assert ask().hidden == frozenset()
    assert len(shown(article)) == len(shown(article, "da")) == 2


def interrupted(*args: Any) -> None:
    raise KeyboardInterrupt


def test_what_no_time_is_left_for_is_told() -> None:
    article = newsroom.live()
    row = take_down(photo=photo_of(article), by=None, reason="", seconds=0)
    assert row.done_at is None
    assert finish(row, seconds=0) == Done(left=1)
    assert len(finish(row).pages) == 2
    row.refresh_from_db()
    assert row.done_at


def test_a_substitute_that_ended_meanwhile_is_not_shown() -> None:
    article = newsroom.live(only="en")
    spare = newsroom.photo(expires_at=LATER)
    choice = Choice("substitute", spare.pk)
    row = take_down(photo=photo_of(article), by=None, reason="", default=choice, seconds=0)
    with newsroom.at(LATER):
        finish(row)
    assert shown(article)[1] is None


# --- No longer usable ----------------------------------------------------------------------------


def test_its_licence_ends_now() -> None:
    article = newsroom.live(only="en")
    photo = photo_of(article)
    with newsroom.at(LATER):
        done = stop_using(photo=photo, by=None)
    assert (len(done.pages), photo.expires_at, photo.pages_due) == (1, LATER, True)
    page = live(article, "en", LATER)
    assert page
    frozen = document(page).slides[1].photo
    assert frozen and frozen.expires_at == LATER.isoformat()
    with newsroom.at(LATER + HOUR):
        stop_using(photo=photo, by=None)
    photo.refresh_from_db()
    assert photo.expires_at == LATER
