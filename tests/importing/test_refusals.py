"""What cannot be imported or published is explained, and leaves nothing behind."""

from pathlib import Path

import pytest

from articles.models.article import Article, Slide
from articles.models.edition import Edition
from articles.models.newsroom import Topic
from articles.models.photo import ImageCredit, Photo
from articles.models.translated import read
from tests import newsroom
from tests.importing.command import run
from tests.importing.conftest import MakeFolder

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "The file is empty."),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x01\xff", "This is not a text file."),
        (b"%PDF-1.7\n", "This is a word processor or PDF document"),
        (b"a line\n" * 10_000_000, "The file is larger than 2 MB"),
        (b"Dear colleague,\n\nThank you for the letter.\n", "No slides could be found"),
        (None, "There is no file"),
    ],
    ids=["empty", "binary", "pdf", "huge", "letter", "missing"],
)
def test_a_wrong_file_is_refused(tmp_path: Path, content: bytes | None, message: str) -> None:
    file = tmp_path / "manuscript.txt"
    if content is not None:
        file.write_bytes(content)
    ran = run(file, publish=True)
    assert ran.code == 2
    assert message in ran.message
    assert "\n" not in ran.message
    assert ran.told == {
        "article": None,
        "slides": 0,
        "urls": {},
        "lines": [],
        "error": ran.message,
    }
    assert Article.objects.count() == 0


def test_a_wrong_folder_list_or_topic_is_refused(tmp_path: Path, photos: MakeFolder) -> None:
    newsroom.topic()
    for options, message in (
        ({"photos": tmp_path / "missing"}, "There is no folder"),
        ({"photos": tmp_path}, "There are no photos in"),
        ({"photos": photos(2, "file\nkettle-9.jpg")}, "photos.csv, line 2: there is no file"),
        ({"topic": "sport"}, "There is no topic “sport”. Choose one of: health, sundhed."),
    ):
        ran = run("capture.en.txt", **options)
        assert ran.code == 2
        assert message in ran.message
    assert (Article.objects.count(), Photo.objects.count()) == (0, 0)


def test_what_the_gate_refuses_is_left_as_a_draft() -> None:
    newsroom.topic()
    ran = run("capture.en.txt", publish=True)
    assert ran.code == 3
    assert ran.message == f"Article {ran.told['article']} was left as a draft."
    assert ran.told["urls"] == {}
    assert ran.told["findings"] == [
        {
            "code": "slide.photo.missing",
            "level": "blocks",
            "slide": number,
            "field": "photo",
            "message": "The slide has no photo. Choose one.",
        }
        for number in (1, 2, 3, 4)
    ] + [
        {
            "code": "byline.missing",
            "level": "warns",
            "slide": None,
            "field": "bylines",
            "message": "The article has no byline. Choose who wrote it.",
        }
    ]
    assert Edition.objects.count() == 0


def test_a_refusal_writes_no_alt_texts(photos: MakeFolder) -> None:
    newsroom.topic()
    assert run("capture.en.txt", photos=photos(3), publish=True).code == 3
    assert [read(slide, "alt", "en") for slide in Slide.objects.all()] == [""] * 4


def test_an_embargo_holds_the_article(photos: MakeFolder) -> None:
    newsroom.topic()
    ran = run("labelled.en.txt", photos=photos(3), publish=True)
    assert ran.code == 3
    assert [finding["code"] for finding in ran.told["findings"]] == ["import.embargo"]
    assert Edition.objects.count() == 0


def test_paid_content_is_not_published_without_its_sponsor(photos: MakeFolder) -> None:
    newsroom.topic()
    ran = run("doubtful.en.txt", photos=photos(4), publish=True)
    assert ran.code == 3
    assert "sponsor.missing" in [finding["code"] for finding in ran.told["findings"]]
    assert Article.objects.get(pk=ran.told["article"]).commercial == "sponsored"


def test_a_dry_run_writes_nothing(photos: MakeFolder) -> None:
    newsroom.topic()
    ran = run("capture.en.txt", photos=photos(5), publish=True, dry_run=True)
    assert (ran.code, ran.told["article"], ran.told["slides"]) == (0, None, 4)
    assert "This photo was not needed: kettle-5.jpg." in ran.told["warnings"]
    assert len(ran.told["lines"]) == 60
    assert [m.objects.count() for m in (Article, Photo, ImageCredit)] == [0, 0, 0]


def test_the_topic_is_the_one_named_or_the_first() -> None:
    newsroom.topic()
    food = newsroom.topic("Food", "Mad")
    told = run("capture.en.txt").told
    assert Article.objects.get(pk=told["article"]).topic == Topic.objects.first()
    assert "No topic was given: the article goes under the first. Check it." in told["warnings"]
    told = run("clean.en.txt", topic="mad").told
    assert Article.objects.get(pk=told["article"]).topic == food
    assert told["warnings"] == []


def test_a_newsroom_without_topics_gets_its_first(photos: MakeFolder) -> None:
    ran = run("capture.da.txt", photos=photos(4), publish=True)
    assert ran.code == 0
    assert ran.told["urls"]["da"].endswith(
        "/da/nyheder/hvorfor-synger-kedlen-nu-har-fysikerne-svaret/"
    )
    assert (
        "There was no topic yet, so one was made for the article. Check it."
        in (ran.told["warnings"])
    )


def test_a_headline_that_is_taken_is_told() -> None:
    there = newsroom.article("Does your kettle hum before it boils? Physicists now know why")
    told = run("capture.en.txt").told
    assert told["article"] != there.pk
    assert f"Article {there.pk} has the same headline." in told["warnings"]


def test_what_does_not_fit_is_cut_and_kept_for_the_desk(tmp_path: Path) -> None:
    heading = "Why the kettle sings " * 10
    file = tmp_path / "long.txt"
    file.write_text(f"Kettles\n\nThey sing.\n\nSlide 1: {heading}\nIt is steam.\n")
    told = run(file).told
    article = Article.objects.get(pk=told["article"])
    cut = read(article.slides.get(), "heading", "en")
    assert len(cut) <= 160
    assert cut.endswith("Why the…")
    assert heading.strip() in article.editor_note
