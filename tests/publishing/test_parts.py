"""What the editor was shown is what goes out, whole or in part."""

import pytest

from articles.document.build import build
from articles.document.merge import Parts, merge
from articles.document.serialise import digest
from articles.models.article import Article
from articles.models.clock import database_now
from articles.publishing.errors import Changed
from articles.publishing.publish import publish
from articles.publishing.snapshot import working_copy
from tests import newsroom
from tests.newsroom import MONDAY
from tests.publishing.facts import DAY, HOUR, document, notes, rewrite
from tests.tables import nothing_written

pytestmark = pytest.mark.usefixtures("desk_language", "monday")


def shown(article: Article, *languages: str) -> dict[str, str]:
    """What the desk's panel sends along: the digests of what it shows now."""
    article.refresh_from_db()
    working = working_copy(article, as_of=database_now())
    return {language: digest(build(working, language)) for language in languages}


def test_what_was_shown_goes_out() -> None:
    article = newsroom.article()
    expect = shown(article, "en", "da")
    [english, danish] = publish(article=article, languages=["en", "da"], by=None, expect=expect)
    assert {"en": english.digest, "da": danish.digest} == expect


def test_what_was_changed_since_is_handed_back() -> None:
    article = newsroom.article()
    expect = shown(article, "en", "da")
    rewrite(article, "da", headline="Ændret imens")
    with nothing_written(), pytest.raises(Changed) as error:
        publish(article=article, languages=["en", "da"], by=None, expect=expect)
    assert list(error.value.documents) == ["da"]
    assert error.value.documents["da"].headline == "Ændret imens"


def test_a_change_in_the_other_language_is_no_change() -> None:
    article = newsroom.article()
    expect = shown(article, "en")
    rewrite(article, "da", headline="Ændret imens")
    publish(article=article, languages=["en"], by=None, expect=expect)


def test_a_language_that_was_not_shown_does_not_go_out() -> None:
    article = newsroom.article()
    with nothing_written(), pytest.raises(Changed):
        publish(article=article, languages=["en", "da"], by=None, expect=shown(article, "en"))


def test_a_correction_is_compared_without_its_new_note() -> None:
    article = newsroom.live(only="en")
    [edition] = publish(
        article=article,
        languages=["en"],
        by=None,
        kind="correction",
        notes={"en": "We were wrong."},
        expect=shown(article, "en"),
    )
    assert notes(edition) == ["We were wrong."]


def test_a_note_still_to_come_is_no_change() -> None:
    article = newsroom.live(only="en")
    newsroom.publish(
        article, "en", at=MONDAY + DAY, kind="correction", notes={"en": "We were wrong."}
    )
    rewrite(article, "en", headline="Now")
    expect = shown(article, "en")
    [now] = publish(article=article, languages=["en"], by=None, expect=expect)
    assert (notes(now), now.digest) == ([], expect["en"])


def test_a_note_of_between_does_not_hold_a_scheduled_edition_up() -> None:
    article = newsroom.article()
    newsroom.notice(article, "A reply.", date=MONDAY + HOUR)
    expect = shown(article, "en")
    [later] = publish(article=article, languages=["en"], by=None, at=MONDAY + DAY, expect=expect)
    assert notes(later) == ["A reply."]


def test_one_slide_goes_out_while_a_rewrite_is_half_done() -> None:
    article = newsroom.article()
    [first] = newsroom.publish(article, "en")
    rewrite(article, "en", headline="Half done")
    second = article.slides.all()[1]
    article.slides.filter(pk=second.pk).update(heading_en="Fixed", heading_da="Rettet")
    part = Parts(slides=frozenset({second.key}))
    [fixed] = publish(article=article, languages=["en"], by=None, only=part)
    assert document(fixed).headline == "The last rung"
    assert [slide.heading for slide in document(fixed).slides] == ["Step 1", "Fixed", "Step 3"]
    article.refresh_from_db()
    fresh = build(working_copy(article), "en")
    assert document(fixed) == merge(document(first), fresh, part)


def test_a_part_is_compared_as_the_part_it_is() -> None:
    article = newsroom.article()
    [first] = newsroom.publish(article, "en")
    rewrite(article, "en", headline="Half done", standfirst="Fixed.")
    part = Parts(fields=frozenset({"standfirst"}))
    article.refresh_from_db()
    fresh = build(working_copy(article), "en")
    expect = {"en": digest(merge(document(first), fresh, part))}
    rewrite(article, "en", headline="Nearly done")
    [fixed] = publish(article=article, languages=["en"], by=None, only=part, expect=expect)
    assert (document(fixed).headline, document(fixed).standfirst) == ("The last rung", "Fixed.")


def test_a_part_for_later_is_laid_into_what_is_live_then() -> None:
    article = newsroom.live(only="en")
    rewrite(article, "en", headline="For Tuesday")
    newsroom.publish(article, "en", at=MONDAY + DAY)
    rewrite(article, "en", headline="Half done", standfirst="Fixed.")
    part = Parts(fields=frozenset({"standfirst"}))
    [later] = publish(article=article, languages=["en"], by=None, only=part, at=MONDAY + 2 * DAY)
    assert (document(later).headline, document(later).standfirst) == ("For Tuesday", "Fixed.")


def test_an_address_goes_out_alone_and_the_old_one_stays_claimed() -> None:
    article = newsroom.live(only="en")
    rewrite(article, "en", headline="Half done", slug="better")
    part = Parts(fields=frozenset({"slug"}))
    [moved] = publish(article=article, languages=["en"], by=None, only=part)
    assert (moved.slug, document(moved).headline) == ("better", "The last rung")
    assert set(article.permalinks.values_list("slug", flat=True)) == {"the-last-rung", "better"}
