"""The working copy out of the database: everything that hangs on an article, in its order."""

from dataclasses import asdict, replace

import pytest

from articles.document.schema import BylineDocument, NoticeDocument, PhotoFacts
from articles.document.working_copy import ArticleTexts, WorkingLink, WorkingPhoto, WorkingSource
from articles.models.article import Byline, CrossLink
from articles.models.newsroom import Contributor
from articles.models.photo import ImageCredit
from articles.models.translated import read
from articles.photos.files import Rendition
from articles.publishing.snapshot import photo_facts, utc, working_copy, working_photo
from articles.text.languages import LANGUAGES
from tests import newsroom
from tests.newsroom import MONDAY
from tests.publishing.facts import DAY

pytestmark = pytest.mark.usefixtures("desk_language", "monday")


def test_texts_of_both_languages() -> None:
    article = newsroom.article(seo_title_da="Titel", kicker_en="")
    assert working_copy(article).texts == {
        "en": ArticleTexts(
            headline="The last rung",
            slug="the-last-rung",
            standfirst="The last rung, told by those who were there.",
        ),
        "da": ArticleTexts(
            kicker="Vinterbadning",
            headline="Det nederste trin",
            slug="det-nederste-trin",
            standfirst="Det nederste trin, fortalt af dem, der var der.",
            seo_title="Titel",
        ),
    }


def test_slides_in_the_order_of_their_ranks() -> None:
    article = newsroom.article()
    first = article.slides.all()[0]
    article.slides.filter(pk=first.pk).update(order="95")
    assert [slide.texts["da"].heading for slide in working_copy(article).slides] == [
        "Trin 2",
        "Trin 3",
        "Trin 1",
    ]


def test_links_stand_in_the_order_of_their_slides() -> None:
    article = newsroom.article()
    targets = [newsroom.article(f"T{number}", f"M{number}") for number in range(3)]
    slides = list(article.slides.all())
    newsroom.link(article, targets[0], after=slides[2])
    newsroom.link(article, targets[1], after=slides[0])
    newsroom.link(article, targets[2])
    newsroom.link(article, "https://x.example/", after=slides[0], label_en="Read on")
    found = working_copy(article).links
    assert {link.key for link in found} == set(article.links.values_list("key", flat=True))
    assert tuple(replace(link, key="") for link in found) == (
        WorkingLink("", targets[2].pk, "", {"en": "", "da": ""}),
        WorkingLink(slides[0].key, targets[1].pk, "", {"en": "", "da": ""}),
        WorkingLink(slides[0].key, None, "https://x.example/", {"en": "Read on", "da": ""}),
        WorkingLink(slides[2].key, targets[0].pk, "", {"en": "", "da": ""}),
    )


def test_a_link_whose_slide_was_deleted_goes_to_the_top() -> None:
    article, target = newsroom.article(), newsroom.article("T", "M")
    newsroom.link(article, target, after=article.slides.all()[1])
    article.slides.all()[1].delete()
    assert [link.after for link in working_copy(article).links] == [""]
    assert CrossLink.objects.count() == 1


def test_bylines_and_sources_in_their_order() -> None:
    article = newsroom.article(by="")
    for position, (name, role) in enumerate([("Signe Brandt", "pictures"), ("Maja Holt", "text")]):
        person = Contributor.objects.create(name=name, slug=name.lower().replace(" ", "-"))
        Byline.objects.create(article=article, contributor=person, role=role, position=position)
    newsroom.source(article, "The Institute", "", "https://institute.example/")
    working = working_copy(article)
    assert working.bylines == (
        BylineDocument("Signe Brandt", "signe-brandt", "pictures"),
        BylineDocument("Maja Holt", "maja-holt", "text"),
    )
    assert working.sources == (
        WorkingSource({"en": "The Institute", "da": ""}, "https://institute.example/"),
    )


def test_a_photos_facts() -> None:
    credit = ImageCredit.objects.create(
        name="Nordlys",
        url="https://nordlys.example/",
        license_url="https://nordlys.example/licence",
        acquire_url="https://nordlys.example/buy",
        byline_required=True,
    )
    photo = newsroom.photo(
        width=400,
        height=300,
        credit=credit,
        copyright_notice="© Nordlys",
        usage_terms="Once.",
        license_url="https://photo.example/licence",
        expires_at=MONDAY + DAY,
        focal_x=0.25,
        editorial_only=True,
        colour="#aabbcc",
    )
    assert asdict(photo_facts(photo)) == asdict(
        PhotoFacts(
            id=photo.pk,
            width=400,
            height=300,
            creator="Signe Brandt",
            credit="Nordlys",
            credit_url="https://nordlys.example/",
            copyright_notice="© Nordlys",
            usage_terms="Once.",
            license_url="https://photo.example/licence",
            acquire_url="https://nordlys.example/buy",
            expires_at="2026-11-24T12:00:00+00:00",
            focal_x=0.25,
            focal_y=0.5,
            editorial_only=True,
            byline_required=True,
            colour="#aabbcc",
            renditions=tuple(Rendition(**each) for each in photo.renditions),
        )
    )


def test_a_photo_with_its_words_and_its_substitute_but_no_more() -> None:
    spare = newsroom.photo(substitute=newsroom.photo())
    photo = newsroom.photo(substitute=spare, alt_da="", caption_en="At dawn.")
    assert working_photo(photo) == WorkingPhoto(
        facts=photo_facts(photo),
        alt={"en": photo.alt_en, "da": ""},  # type: ignore[attr-defined]
        caption={"en": "At dawn.", "da": photo.caption_da},  # type: ignore[attr-defined]
        substitute=WorkingPhoto(
            facts=photo_facts(spare),
            alt={language: read(spare, "alt", language) for language in LANGUAGES},
            caption={language: read(spare, "caption", language) for language in LANGUAGES},
        ),
    )


@pytest.mark.parametrize(
    ("expires", "taken", "over"),
    [(1, None, 1), (None, 2, 2), (1, 2, 1), (2, 1, 1), (None, None, None)],
)
def test_a_photo_is_over_when_its_licence_ends_or_it_is_taken_down(
    expires: int | None, taken: int | None, over: int | None
) -> None:
    days = {"expires_at": expires, "taken_down_at": taken}
    photo = newsroom.photo(**{name: MONDAY + n * DAY for name, n in days.items() if n})
    assert photo_facts(photo).expires_at == (utc(MONDAY + over * DAY) if over else "")


def test_a_photo_without_a_credit_has_none() -> None:
    facts = photo_facts(newsroom.photo(credit=None))
    assert (facts.credit, facts.credit_url, facts.license_url, facts.acquire_url) == ("",) * 4


def test_notices_up_to_a_day_in_their_language() -> None:
    article = newsroom.article()
    newsroom.notice(article, "Later.", date=MONDAY + DAY)
    newsroom.notice(article, "Now.", kind="reply", slide="aaa")
    newsroom.notice(article, "Nu.", language="da")
    now = NoticeDocument("reply", "Now.", "2026-11-23T12:00:00+00:00", "aaa")
    later = NoticeDocument("correction", "Later.", "2026-11-24T12:00:00+00:00")
    assert working_copy(article, as_of=MONDAY).notices["en"] == (now,)
    assert working_copy(article).notices["en"] == (now, later)
    assert [each.text for each in working_copy(article).notices["da"]] == ["Nu."]


def test_seven_queries_whatever_hangs_on_it(django_assert_num_queries: object) -> None:
    article = newsroom.article(slides=12, lead_photo=newsroom.photo())
    for number in range(3):
        newsroom.link(article, newsroom.article(f"T{number}", f"M{number}"))
        newsroom.source(article, f"S{number}", f"K{number}")
        newsroom.byline(article, f"Person {number}")
    article.refresh_from_db()
    with django_assert_num_queries(7):  # type: ignore[operator]
        working_copy(article)
