"""The second language of an article comes in, slide by slide."""

from pathlib import Path

import pytest

from articles.models.article import Article, CrossLink, Slide
from articles.models.translated import read
from tests import newsroom
from tests.importing.command import run
from tests.importing.conftest import MakeFolder

pytestmark = pytest.mark.django_db

SHORT = (
    "Hvorfor synger kedlen?\n\nFire hundrede kedler er optaget.\n\n"
    "Slide 1: En hvisken\nVed 60 grader slipper de første bobler.\n\n"
    "Slide 2: Tonen stiger\nTonen stiger fra 200 til 900 hertz.\n\n"
    "Slide 3: Kedler i gamle dage\nI Rebild kogte man vand over tørv.\n"
)


@pytest.fixture
def article() -> Article:
    newsroom.topic()
    return Article.objects.get(pk=run("capture.en.txt").told["article"])


@pytest.fixture
def short(tmp_path: Path) -> Path:
    file = tmp_path / "short.txt"
    file.write_text(SHORT, encoding="utf-8")
    return file


def headings(article: Article) -> list[tuple[str, str, str]]:
    return [
        (read(slide, "heading", "en"), read(slide, "heading", "da"), slide.languages)
        for slide in article.slides.all()
    ]


def test_as_many_slides_are_paired_in_order(article: Article) -> None:
    ran = run("capture.da.txt", into=str(article.pk))
    assert (ran.code, ran.told["article"], ran.told["slides"]) == (0, article.pk, 4)
    article.refresh_from_db()
    assert read(article, "headline", "da") == "Hvorfor synger kedlen? Nu har fysikerne svaret"
    assert headings(article)[1] == (
        "Bubbles that never arrive",
        "Bobler, der aldrig når frem",
        "both",
    )
    assert set(article.import_ref) == {"en", "da"}


def test_both_languages_can_go_live(article: Article, photos: MakeFolder) -> None:
    folder = photos(4)
    run("capture.en.txt", publish=True)  # there are no photos yet
    assert run("capture.da.txt", into=str(article.pk), photos=folder, publish=True).code == 0
    told = run("capture.en.txt", publish=True).told
    assert list(told["urls"]) == ["en", "da"]


def test_different_numbers_of_slides_are_shown_and_nothing_is_written(
    article: Article, short: Path
) -> None:
    before = headings(article), CrossLink.objects.count(), Article.objects.count()
    ran = run(short, language="da", into=str(article.pk), json=False)
    assert ran.code == 2
    assert "has 4 slides and the file 3, so nothing was written" in ran.message
    assert "--pair 1-1,3-2,4-3" in ran.message
    assert [line.rstrip() for line in ran.out.splitlines()] == [
        " 1 It starts with a whisper                      =  1 En hvisken",
        " 2 Bubbles that never arrive",
        " 3 Why the note climbs                           =  2 Tonen stiger",
        " 4 And then it goes quiet                        =  3 Kedler i gamle dage",
    ]
    assert (headings(article), CrossLink.objects.count(), Article.objects.count()) == before


def test_programs_are_told_the_pairing_too(article: Article, short: Path) -> None:
    told = run(short, language="da", into=str(article.pk)).told
    assert told["article"] is None
    assert told["pairing"]["proposed"] == "1-1,3-2,4-3"
    assert told["pairing"]["incoming"] == ["En hvisken", "Tonen stiger", "Kedler i gamle dage"]
    assert len(told["lines"]) == len(SHORT.splitlines())


def test_a_proposed_pairing_is_written_when_accepted(article: Article, short: Path) -> None:
    run(short, language="da", into=str(article.pk), pair="proposed")
    assert [danish for _, danish, _ in headings(article)] == [
        "En hvisken",
        "",
        "Tonen stiger",
        "Kedler i gamle dage",
    ]


def test_slides_that_are_left_out_stand_alone(article: Article, short: Path) -> None:
    ran = run(short, language="da", into=str(article.pk), pair="1-1,3-2")
    assert (ran.code, ran.told["slides"]) == (0, 3)
    assert headings(article) == [
        ("It starts with a whisper", "En hvisken", "both"),
        ("Bubbles that never arrive", "", "en"),
        ("Why the note climbs", "Tonen stiger", "both"),
        ("And then it goes quiet", "", "en"),
        ("", "Kedler i gamle dage", "da"),
    ]


def test_slides_find_their_place_even_where_ranks_are_equal(article: Article, short: Path) -> None:
    Slide.objects.filter(article=article).update(order="5")
    assert run(short, language="da", into=str(article.pk), pair="1-1,4-3").code == 0
    assert [(english, danish) for english, danish, _ in headings(article)] == [
        ("It starts with a whisper", "En hvisken"),
        ("Bubbles that never arrive", ""),
        ("Why the note climbs", ""),
        ("", "Tonen stiger"),
        ("And then it goes quiet", "Kedler i gamle dage"),
    ]


def test_the_same_translation_twice_changes_nothing(article: Article) -> None:
    run("capture.da.txt", into=str(article.pk))
    before = headings(article), CrossLink.objects.count(), Article.objects.count()
    assert run("capture.da.txt", into=str(article.pk)).code == 0
    assert run("capture.da.txt").told["article"] == article.pk
    assert (headings(article), CrossLink.objects.count(), Article.objects.count()) == before


def test_a_text_that_is_there_is_not_overwritten(short: Path) -> None:
    there = newsroom.article()
    ran = run(short, language="da", into=str(there.pk))
    assert ran.code == 2
    assert ran.message == (
        f"Article {there.pk} has a Danish text, and an import overwrites nothing. Edit it at the"
        " desk."
    )


def test_an_article_is_found_by_its_address(article: Article, photos: MakeFolder) -> None:
    told = run("capture.en.txt", publish=True, photos=photos(4)).told
    assert list(told["urls"]) == ["en"]  # the photos came later, and were all it lacked
    newsroom.live("The kettle", "Kedlen")
    ran = run("labelled.da.txt", into="/da/sundhed/kedlen/")
    assert "has a Danish text" in ran.message


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"into": "4711"}, "There is no article “4711”"),
        ({"into": "no-such-address"}, "There is no article “no-such-address”"),
        ({"pair": "1-1"}, "--pair needs --into"),
    ],
)
def test_wrong_words_are_explained(options: dict[str, str], message: str) -> None:
    ran = run("capture.da.txt", **options)
    assert ran.code == 2
    assert message in ran.message
    assert Article.objects.count() == 0


def test_a_manuscript_belongs_to_one_article(article: Article) -> None:
    elsewhere = newsroom.article("The kettle", "Kedlen")
    ran = run("capture.en.txt", into=str(elsewhere.pk))
    assert ran.code == 2
    assert f"into article {article.pk}" in ran.message


def test_a_pairing_for_what_is_in_already_is_refused(article: Article, short: Path) -> None:
    options = {"language": "da", "into": str(article.pk)}
    assert run(short, **options, pair="proposed").code == 0
    before = headings(article)
    ran = run(short, **options, pair="1-3,2-2,3-1")
    assert ran.code == 2
    assert ran.message == (
        f"This manuscript was imported before, into article {article.pk}, where its slides are"
        " paired already. Leave out --pair, or change the slides at the desk."
    )
    assert headings(article) == before


def test_an_address_of_two_articles_is_refused() -> None:
    english = newsroom.article("Kedlen", "Koppen")
    danish = newsroom.article("Krus", "Kedlen")
    for each in (english, danish):
        newsroom.publish(each)
    ran = run("capture.da.txt", into="kedlen")
    assert ran.code == 2
    assert ran.message == (
        "The address “kedlen” is that of different articles in the two languages:"
        f" {english.pk}, {danish.pk}. Give the number of the one you mean."
    )
    whole = run("capture.da.txt", into="/da/health/kedlen/")
    assert f"Article {danish.pk} has a Danish text" in whole.message


def test_a_link_at_the_same_slide_is_the_same_story(tmp_path: Path) -> None:
    newsroom.topic()
    english, danish = tmp_path / "harbour.txt", tmp_path / "havnen.txt"
    english.write_text(
        "The harbour wakes\n\nForty boats are back before the town has found its slippers.\n\n"
        "Slide 1: Plaice\nForty crates of plaice stand on the quay by six.\n\n"
        "Also read: Why gulls count better than we do\n\n"
        "Slide 2: Coffee\nThe skipper drinks it standing, from a lid.\n",
        encoding="utf-8",
    )
    danish.write_text(
        "Havnen vågner\n\nFyrre kuttere er hjemme, før byen har fundet sine sutsko.\n\n"
        "Slide 1: Rødspætter\nFyrre kasser rødspætter står på kajen klokken seks.\n\n"
        "Læs også: Derfor tæller måger bedre end os\n\n"
        "Slide 2: Kaffe\nSkipperen drikker den stående af et låg.\n",
        encoding="utf-8",
    )
    article = Article.objects.get(pk=run(english).told["article"])
    link = CrossLink.objects.get(article=article)
    told = run(danish, language="da", into=str(article.pk)).told
    assert CrossLink.objects.get(article=article) == link
    assert told["drafts"] == []
    assert told["warnings"] == [
        f"Line 8 is taken for article {link.target_id}, which the other language links to in the "
        "same place: Derfor tæller måger bedre end os"
    ]


def test_the_ledger_knows_what_each_text_is_a_translation_of(article: Article) -> None:
    run("capture.da.txt", into=str(article.pk))
    article.refresh_from_db()
    assert article.basis["headline"] == {"to": "da", "of": read(article, "headline", "en")}
    slide = article.slides.all()[1]
    for field in ("heading", "body"):
        assert slide.basis[field] == {"to": "da", "of": read(slide, field, "en")}
