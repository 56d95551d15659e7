"""A corrected photo is corrected on every live and scheduled page at once, and nothing else is."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from articles.document.build import build
from articles.document.schema import PhotoFacts
from articles.document.serialise import digest
from articles.models.article import Article
from articles.models.clock import pinned
from articles.models.edition import Edition, Instant
from articles.models.generation import ask
from articles.models.photo import ImageCredit, Photo
from articles.photos.files import Rendition
from articles.publishing import catch_up as module
from articles.publishing.catch_up import Done, Page, catch_up
from articles.publishing.due import due, due_of_credit
from articles.publishing.outdated import outdated
from articles.publishing.reissue import reissue
from articles.publishing.snapshot import working_copy
from articles.publishing.state import State, standings
from tests import newsroom
from tests.cast import Cast
from tests.newsroom import MONDAY
from tests.publishing.facts import (
    DAY,
    HOUR,
    addresses,
    chain,
    counter,
    document,
    instants,
    live,
    rewrite,
    standing_notes,
)
from tests.tables import changed, nothing_written, tables

pytestmark = pytest.mark.usefixtures("desk_language", "monday")

LATER = MONDAY + HOUR


def photo_of(article: Article, number: int = 1) -> Photo:
    photo = list(article.slides.all())[number].photo
    assert photo
    return photo


def correct(photo: Photo, **fields: Any) -> None:
    """As the desk does: change it, and say that pages are behind."""
    newsroom.change(photo, **fields)
    due([photo])


def is_due(photo: Photo) -> bool:
    photo.refresh_from_db()
    return photo.pages_due


def facts(edition: Edition | None, number: int = 1) -> PhotoFacts:
    assert edition
    found = document(edition).slides[number].photo
    assert found
    return found


def test_a_credit_is_corrected_on_both_pages(cast: Cast) -> None:
    article = newsroom.article()
    old = newsroom.publish(article)
    photo = photo_of(article)
    with newsroom.at(LATER):
        correct(photo, byline="Signe B. Brandt")
        done = catch_up(by=cast.photo_editor)
    pages = []
    for before, language in zip(old, ("en", "da"), strict=True):
        after = live(article, language, LATER)
        assert after
        second = replace(
            document(before).slides[1], photo=replace(facts(before), creator="Signe B. Brandt")
        )
        first, _, third = document(before).slides
        assert document(after) == replace(document(before), slides=(first, second, third))
        assert (after.kind, after.number, after.published_by) == ("reissue", 2, cast.photo_editor)
        address = {"en": "/en/health/the-last-rung/", "da": "/da/sundhed/det-nederste-trin/"}
        headline = document(before).headline
        pages.append(Page(article.pk, language, address[language], after.pk, headline))
    assert sorted(done.pages, key=lambda page: page.edition) == pages
    assert done.left == 0
    assert not is_due(photo)


def test_dates_addresses_and_the_older_edition_stay() -> None:
    article = newsroom.article()
    [old] = newsroom.publish(article, "en")
    frozen = (old.document, old.card, old.digest)
    with newsroom.at(MONDAY + DAY):
        correct(photo_of(article), byline="Signe B. Brandt")
        catch_up()
    assert chain(article, "en") == [
        (1, "first", MONDAY, MONDAY + DAY),
        (2, "reissue", MONDAY + DAY, None),
    ]
    new = live(article, "en", MONDAY + DAY)
    assert new and (new.first_live_from, new.modified_at) == (MONDAY, MONDAY)
    again = Edition.objects.get(pk=old.pk)
    assert (again.document, again.card, again.digest) == frozen
    assert addresses(article) == {("en", "the-last-rung")}


def test_the_working_copy_is_neither_published_nor_touched() -> None:
    article = newsroom.live(only="en")
    rewrite(article, "en", headline="Half done", slug="")
    before = tables()
    with newsroom.at(LATER):
        correct(photo_of(article), byline="Signe B. Brandt")
        catch_up()
    assert changed(before) == {
        *("edition", "edition_photos", "editionbyline", "searchentry"),
        *("generation", "instant", "photo"),
    }
    shown = live(article, "en", LATER)
    assert shown and document(shown).headline == "The last rung"


def test_with_nothing_else_changed_there_are_no_unpublished_changes() -> None:
    article = newsroom.live(only="en")
    correct(photo_of(article), byline="Signe B. Brandt", alt_en="Corrected")
    assert standings(article, as_of=MONDAY)["en"].state is State.CHANGED
    catch_up()
    assert standings(article, as_of=MONDAY)["en"].state is State.LIVE
    now = live(article, "en", MONDAY)
    assert now and now.digest == digest(build(working_copy(article), "en"))


def test_words_of_the_library_follow_and_a_slides_own_stay() -> None:
    article = newsroom.article()
    photo = photo_of(article)
    newsroom.change(article.slides.all()[1], alt_en="Seen from here")
    newsroom.publish(article)
    correct(photo, alt_en="Corrected", alt_da="Rettet", caption_en="", caption_da="Ny")
    catch_up()
    shown = {}
    for language in ("en", "da"):
        edition = live(article, language, MONDAY)
        assert edition
        slide = document(edition).slides[1]
        shown[language] = (slide.alt, slide.caption)
    assert shown == {"en": ("Seen from here", ""), "da": ("Rettet", "Ny")}


def test_the_card_and_the_lead_follow() -> None:
    article = newsroom.live(only="en")
    correct(photo_of(article, 0), focal_x=0.25, alt_en="Corrected")
    catch_up()
    shown = live(article, "en", MONDAY)
    assert shown
    assert (shown.card["photo"]["focal_x"], shown.card["alt"]) == (0.25, "Corrected")


def test_what_is_scheduled_gives_way_at_its_instant_with_kind_address_and_note() -> None:
    article = newsroom.live(only="en")
    rewrite(article, "en", headline="Rewritten", slug="rewritten")
    newsroom.publish(article, "en", at=MONDAY + DAY, kind="correction", notes={"en": "We erred."})
    with newsroom.at(LATER):
        correct(photo_of(article), byline="Signe B. Brandt")
        done = catch_up()
    assert chain(article, "en") == [
        (1, "first", MONDAY, LATER),
        (3, "reissue", LATER, MONDAY + DAY),
        (4, "correction", MONDAY + DAY, None),
    ]
    assert len(done.pages) == 2
    assert addresses(article) == {("en", "the-last-rung"), ("en", "rewritten")}
    assert standing_notes(article, "en") == ["We erred."]
    assert instants(article, "en") == [MONDAY, LATER, MONDAY + DAY]
    to_come = live(article, "en", MONDAY + DAY)
    assert to_come and facts(to_come).creator == "Signe B. Brandt"
    assert to_come.modified_at == MONDAY + DAY
    assert [note.text for note in document(to_come).notices] == ["We erred."]


def test_a_first_publication_to_come_stays_one() -> None:
    article = newsroom.article()
    newsroom.publish(article, "en", at=MONDAY + DAY)
    correct(photo_of(article), byline="Signe B. Brandt")
    catch_up()
    assert chain(article, "en") == [(2, "first", MONDAY + DAY, None)]
    assert addresses(article) == {("en", "the-last-rung")}


def test_the_gate_cannot_stop_it() -> None:
    article = newsroom.live(only="en")
    correct(photo_of(article), byline="", credit=None, alt_en="")
    catch_up()
    assert (
        facts(live(article, "en", MONDAY)).creator,
        facts(live(article, "en", MONDAY)).credit,
    ) == ("", "")


@pytest.mark.parametrize("gone", ["withdrawn", "replaced", "cancelled"])
def test_what_readers_do_not_see_any_more_is_left_alone(gone: str) -> None:
    article = newsroom.article()
    photo = photo_of(article)
    at = LATER if gone == "cancelled" else None
    [edition] = newsroom.publish(article, "en", at=at)
    if gone == "withdrawn":
        newsroom.withdraw(article, "en")
    elif gone == "replaced":
        newsroom.change(article.slides.all()[1], photo=newsroom.photo())
        newsroom.publish(article, "en")
    else:
        module_cancel(edition)
    correct(photo, byline="Signe B. Brandt")
    editions = Edition.objects.count()
    assert catch_up() == Done()
    assert Edition.objects.count() == editions
    assert not is_due(photo)


def module_cancel(edition: Edition) -> None:
    from articles.publishing.cancel import cancel

    cancel(edition=edition, by=None)


def test_a_second_time_there_is_nothing_to_do() -> None:
    article = newsroom.live()
    correct(photo_of(article), byline="Signe B. Brandt")
    assert len(catch_up().pages) == 2
    with nothing_written():
        assert reissue(article=article.pk, photos=[photo_of(article).pk], by=None) == []
        assert catch_up() == Done()


def test_only_the_photo_that_was_corrected_is_taken_over() -> None:
    article = newsroom.live(only="en")
    newsroom.change(photo_of(article, 2), byline="Not yet")
    correct(photo_of(article), byline="Signe B. Brandt")
    catch_up()
    shown = live(article, "en", MONDAY)
    assert (facts(shown).creator, facts(shown, 2).creator) == ("Signe B. Brandt", "Signe Brandt")
    assert [each.article_id for each in outdated([photo_of(article, 2)])] == [article.pk]


def test_a_renamed_credit_is_renamed_everywhere() -> None:
    article, other = newsroom.article(slides=2), newsroom.article("Other", "Anden", slides=1)
    newsroom.publish(article, "en")
    newsroom.publish(other, "da")
    credit = ImageCredit.objects.get(name="Kystfoto")
    newsroom.change(credit, name="Kystfoto A/S", license_url="https://kyst.example/")
    due_of_credit(credit)
    assert len(catch_up().pages) == 2
    for made, language in ((article, "en"), (other, "da")):
        shown = facts(live(made, language, MONDAY), 0)
        assert (shown.credit, shown.license_url) == ("Kystfoto A/S", "https://kyst.example/")
    assert not Photo.objects.filter(pages_due=True).exists()


# --- In parts ------------------------------------------------------------------------------------


def test_so_many_at_a_time_and_what_is_left() -> None:
    articles = [newsroom.article(f"N{number}", f"M{number}", slides=1) for number in range(5)]
    photo = newsroom.photo()
    for article in articles:
        newsroom.change(article.slides.get(), photo=photo)
        newsroom.publish(article)
    correct(photo, byline="Signe B. Brandt")
    assert len(outdated([photo])) == 10
    found = [catch_up(photos=[photo], most=4) for _ in range(3)]
    assert [(len(done.pages), done.left) for done in found] == [(4, 6), (4, 2), (2, 0)]
    order = [page.article for done in found for page in done.pages]
    assert order == sorted(order)
    assert not is_due(photo)


def test_no_time_is_left_for_any() -> None:
    article = newsroom.live()
    correct(photo_of(article), byline="Signe B. Brandt")
    assert catch_up(seconds=0) == Done(left=2)
    assert is_due(photo_of(article))


def test_a_change_made_meanwhile_keeps_the_photo_due(monkeypatch: pytest.MonkeyPatch) -> None:
    article = newsroom.live(only="en")
    photo = photo_of(article)
    correct(photo, byline="One")
    names = iter(["Two", "Three"])

    def corrected_again(*args: Any, **options: Any) -> list[Edition]:
        made = reissue(*args, **options)
        if name := next(names, None):
            correct(photo, byline=name)
        return made

    monkeypatch.setattr(module, "reissue", corrected_again)
    assert len(catch_up().pages) == 3
    assert facts(live(article, "en", MONDAY)).creator == "Three"
    assert not is_due(photo)


def test_the_worker_does_a_little_and_says_whether_it_did() -> None:
    article = newsroom.live()
    assert module.work() is False
    correct(photo_of(article), byline="Signe B. Brandt")
    assert (module.work(), module.work()) == (True, False)


# --- Files ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("work", ["waiting", "working"])
def test_a_corrected_file_is_waited_for_and_the_words_are_not(work: str) -> None:
    article = newsroom.live(only="en")
    photo = photo_of(article)
    old = facts(live(article, "en", MONDAY))
    correct(photo, width=900, height=900, work=work, byline="Signe B. Brandt", renditions=[])
    catch_up()
    assert facts(live(article, "en", MONDAY)) == replace(old, creator="Signe B. Brandt")
    assert is_due(photo)
    made = [{"format": "jpeg", "width": 900, "height": 900, "name": "ab/new-900.jpg"}]
    correct(photo, work="ready", renditions=made, colour="#112233")
    catch_up()
    assert facts(live(article, "en", MONDAY)) == replace(
        old,
        creator="Signe B. Brandt",
        width=900,
        height=900,
        colour="#112233",
        renditions=(Rendition("jpeg", 900, 900, "ab/new-900.jpg"),),
    )
    assert not is_due(photo)


def test_files_get_the_new_credit_before_pages_do(monkeypatch: pytest.MonkeyPatch) -> None:
    article = newsroom.live(only="en")
    photo = photo_of(article)
    stamped = [{**each, "name": f"{each['name']}-stamped"} for each in photo.renditions]

    def stamp(which: Photo) -> list[dict[str, Any]]:
        newsroom.change(which, renditions=stamped)
        return stamped

    monkeypatch.setattr(module, "stamp", stamp)
    correct(photo, byline="Signe B. Brandt")
    catch_up()
    names = [rendition.name for rendition in facts(live(article, "en", MONDAY)).renditions]
    assert names == [each["name"] for each in stamped]
    assert not is_due(photo)


def test_files_that_cannot_be_written_hold_no_page_up(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    article = newsroom.live(only="en")
    photo = photo_of(article)

    def stamp(which: Photo) -> list[dict[str, Any]]:
        raise OSError("the storage is away")

    monkeypatch.setattr(module, "stamp", stamp)
    correct(photo, byline="Signe B. Brandt")
    catch_up()
    assert facts(live(article, "en", MONDAY)).creator == "Signe B. Brandt"
    assert is_due(photo)
    assert f"photo {photo.pk}" in caplog.text


# --- A substitute --------------------------------------------------------------------------------


def test_a_substitute_comes_and_is_corrected_itself() -> None:
    article = newsroom.live(only="en")
    photo, spare = photo_of(article), newsroom.photo(substitute=photo_of(article))
    correct(photo, substitute=spare, expires_at=MONDAY + DAY)
    catch_up()
    shown = live(article, "en", MONDAY)
    assert shown and set(shown.photos.all()) >= {spare, photo}
    correct(spare, byline="Frank Frost")
    catch_up()
    stands_by = facts(live(article, "en", MONDAY)).substitute
    assert stands_by
    assert (stands_by.id, stands_by.creator, stands_by.substitute) == (
        spare.pk,
        "Frank Frost",
        None,
    )
    assert not Photo.objects.filter(pages_due=True).exists()


# --- What being due means ------------------------------------------------------------------------


def test_an_expiry_is_an_instant_before_any_page_knows_of_it() -> None:
    article = newsroom.live(only="en")
    photo = photo_of(article)
    before = counter()
    correct(photo, expires_at=LATER)
    assert counter() == before + 1
    with pinned(LATER - dt.timedelta(microseconds=1)):
        assert (ask().upcoming, ask().hidden) == (LATER, frozenset())
    with pinned(LATER):
        assert (ask().passed, ask().hidden) == (LATER, {photo.pk})
    catch_up()
    with pinned(LATER):
        assert (ask().passed, ask().hidden) == (LATER, frozenset())
    assert not Instant.objects.filter(key__startswith="photo:").exists()


def test_nothing_is_due_of_nothing() -> None:
    with nothing_written():
        due([])
