"""An article is erased: nothing that anybody wrote is left, and what is left can be counted."""

import pytest
from django.contrib.admin.models import LogEntry
from reversion.models import Revision

from articles.document.serialise import load
from articles.models.article import Article
from articles.models.edition import Edition, Instant
from articles.models.generation import ask
from articles.models.permalink import Permalink
from articles.models.photo import Photo
from articles.models.veils import is_veiled
from articles.publishing.anonymise import anonymise
from articles.publishing.deindex import deindex
from articles.publishing.erase import erase
from articles.publishing.erase_again import take_down_all
from articles.publishing.errors import NoReasonGiven, Refused, WasErased, WordsInReason
from articles.publishing.holdings import alone_in, photos_of
from articles.text.replacing import Pair, Replacing
from tests import erasing, newsroom
from tests.again import again
from tests.cast import Cast
from tests.newsroom import MONDAY
from tests.tables import nothing_written

pytestmark = pytest.mark.django_db

NOBODY = Replacing((Pair("Petersen", "P."),))


@pytest.fixture
def story(cast: Cast) -> Article:
    return again(erasing.story, cast.chief)


@pytest.fixture
def linking(story: Article, cast: Cast) -> Article:
    """Another article with a link to it, whose text was changed and is published."""
    made = newsroom.article("Another", "En anden")
    link = newsroom.link(made, story, label_en="Hansen’s fall", label_da="Hansens fald")
    with newsroom.at(MONDAY - 2 * erasing.HOUR):
        newsroom.publish(made)
        newsroom.change(link, label_en="Hansen falls")
        erasing.write(made, cast.chief, "", kicker_en="Ladders")
        newsroom.publish(made, "en")
    return made


def test_no_table_holds_a_word_of_it_any_more(
    story: Article, linking: Article, cast: Cast, monday: None
) -> None:
    words = ("Hansen", "climbs", "klatrer", "the last rung", "What happened at step 1", "cousin")
    before = {word: erasing.standing(word) for word in words}
    own = photos_of(story.pk)
    erase(article=story, by=cast.chief, reason="He asked.", photos=own)
    assert before["Hansen"] and before["climbs"]
    assert erasing.standing("Hansen") == erasing.standing("klatrer") == set()
    assert erasing.standing("climbs") == erasing.standing("cousin") == set()


def test_what_stays_is_who_when_and_a_digest(story: Article, cast: Cast, monday: None) -> None:
    old = {edition.pk: edition for edition in Edition.objects.filter(article=story)}
    erase(article=story, by=cast.chief, reason="He asked.")
    kept = Edition.objects.filter(article=story)
    assert {e.pk: (e.digest, e.number, e.first_live_from, e.live_from) for e in kept} == {
        pk: (e.digest, e.number, e.first_live_from, e.live_from) for pk, e in old.items()
    }
    assert {(e.slug, e.erased_at, e.withdrawal_reason) for e in kept} == {("", MONDAY, "")}
    assert {load(e.document).headline for e in kept} == {""}
    assert not Edition.objects.live(MONDAY).filter(article=story).exists()
    assert not kept.filter(live_from__gt=MONDAY, cancelled_at=None).exists()
    empty = Article.objects.get(pk=story.pk)
    assert (empty.erased_at, str(empty)) == (MONDAY, f"Article {story.pk}")
    assert not Revision.objects.filter(version__object_id=str(story.pk)).exists()
    assert not Instant.objects.filter(at__gt=MONDAY).exists()
    assert LogEntry.objects.filter(object_id=str(story.pk), user=cast.chief).exists()


def test_its_addresses_are_veiled_and_nobody_elses(
    story: Article, cast: Cast, monday: None
) -> None:
    erase(article=story, by=cast.chief, reason="He asked.")
    claims = Permalink.objects.filter(article=story)
    assert all(is_veiled(claim.slug) for claim in claims)
    assert len(claims) == 3
    rival = newsroom.article("Jens Hansen climbs", "Andet")
    with pytest.raises(Refused) as refused:
        newsroom.publish(rival, "en")
    assert "slug.taken" in {finding.code for finding in refused.value.findings}


def test_links_to_it_lose_their_text_and_their_article_has_no_changes(
    story: Article, linking: Article, cast: Cast, monday: None
) -> None:
    erase(article=story, by=cast.chief, reason="He asked.")
    [link] = linking.links.all()
    assert (link.target_id, link.label_en, link.label_da) == (story.pk, "", "")
    for edition in Edition.objects.filter(article=linking):
        [frozen] = load(edition.document).links
        assert (frozen.article, frozen.label) == (story.pk, "")


def test_photos_go_along_by_choice(story: Article, cast: Cast, monday: None) -> None:
    first, second, *_rest = photos_of(story.pk)
    other = newsroom.article("Another", "En anden")
    newsroom.change(other.slides.first(), photo=Photo.objects.get(pk=first))
    assert first not in alone_in(story.pk, photos_of(story.pk))
    row = erase(article=story, by=cast.chief, reason="He asked.", photos=[second])
    take_down_all(row.details["photos"], by=cast.chief, reason=row.reason)
    gone = Photo.objects.get(pk=second)
    assert (gone.taken_down_at, gone.alt_en, gone.caption_da) == (MONDAY, "", "")
    assert gone.byline == "Signe Brandt"
    assert Photo.objects.get(pk=first).taken_down_at is None


def test_an_erased_article_is_over(story: Article, cast: Cast, monday: None) -> None:
    counter = ask().counter
    erase(article=story, by=cast.chief, reason="He asked.")
    assert ask().counter > counter
    with nothing_written():
        with pytest.raises(WasErased):
            erase(article=story, by=cast.chief, reason="Again.")
        with pytest.raises(WasErased):
            newsroom.publish(story)
        with pytest.raises(WasErased):
            anonymise(article=story, replacing=NOBODY, by=cast.chief, reason="He.")


@pytest.mark.parametrize(
    ("reason", "refusal"), [(" ", NoReasonGiven), ("“Jens Hansen falls”: asked.", WordsInReason)]
)
def test_the_reason_is_demanded_and_names_no_headline(
    story: Article, cast: Cast, monday: None, reason: str, refusal: type[Exception]
) -> None:
    with nothing_written(), pytest.raises(refusal):
        erase(article=story, by=cast.chief, reason=reason)


def test_a_draft_that_nobody_has_seen_can_be_erased_too(cast: Cast, monday: None) -> None:
    draft = newsroom.article("Hansen’s draft", "Hansens kladde")
    deindex(article=draft, languages=["en"], by=cast.chief, reason="Asked for.")
    erase(article=draft, by=cast.chief, reason="He asked.")
    assert erasing.standing("Hansen") == set()
