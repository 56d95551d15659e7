"""A manuscript becomes an article: its words, its photos, its links, each in its place."""

from pathlib import Path

import pytest
from django.test import Client
from django.utils import translation

from articles.importing import decode, facts, plan
from articles.importing.errors import ManuscriptError
from articles.importing.load import load
from articles.importing.manuscript import parse as parse_manuscript
from articles.importing.pairing import Pair
from articles.models.article import Article, CrossLink, Slide
from articles.models.edition import Edition
from articles.models.newsroom import Contributor, Source, Topic
from articles.models.photo import ImageCredit, Photo
from articles.models.translated import read
from tests import newsroom
from tests.importing.command import MANUSCRIPTS, run
from tests.importing.conftest import MakeFolder
from tests.reader.dom import Node, parse

pytestmark = pytest.mark.django_db

EVERYTHING = (Article, Slide, CrossLink, Edition, Source, Topic, Contributor, ImageCredit, Photo)
KETTLE = "Does your kettle hum before it boils? Physicists now know why"
TOASTER = "Your Toaster Knows More About You – and It’s Not Afraid to Tell"
CUP = "Which Cup Keeps Its Tea Warm? We Measured Eleven of Them"


def counts() -> list[int]:
    return [model.objects.count() for model in EVERYTHING]


def page(client: Client, address: str) -> Node:
    response = client.get(address)
    assert response.status_code == 200
    return parse(response.content.decode())


def story() -> Article:
    return Article.objects.get(headline_en=KETTLE)


def test_one_command_takes_a_capture_to_its_readers(client: Client, photos: MakeFolder) -> None:
    newsroom.topic()
    ran = run("capture.en.txt", photos=photos(4), publish=True)
    assert ran.code == 0
    assert ran.told["slides"] == 4
    assert ran.told["article"] == story().pk
    assert list(ran.told["urls"]) == ["en"]

    shown = page(client, ran.told["urls"]["en"])

    assert shown.one("main article h1").text == KETTLE
    assert shown.one("p.standfirst").text.startswith("Long before the lid rattles")
    assert shown.texts("ol.slides li.slide h2") == [
        "It starts with a whisper",
        "Bubbles that never arrive",
        "Why the note climbs",
        "And then it goes quiet",
    ]
    assert shown.texts("ol.slides figcaption span.credit") == ["Photo: Stockholt.com"] * 4
    assert shown.one("p.source").text == "Based on information from Fyns Teknik."
    assert "html code" not in shown.text.lower()
    assert "Artiklen er baseret" not in shown.text
    assert "Kettle,," not in shown.text
    assert "Del denne artikel" not in shown.text


def test_every_line_of_the_file_is_told(photos: MakeFolder) -> None:
    ran = run("capture.en.txt")
    lines = ran.told["lines"]
    data = (MANUSCRIPTS / "capture.en.txt").read_bytes()
    assert [line["text"] for line in lines] == data.decode("utf-8-sig").splitlines()
    assert [line["number"] for line in lines] == list(range(1, len(lines) + 1))
    assert lines[0] == {
        "number": 1,
        "text": "Html code here! Replace this with any non empty raw html code and that's it.",
        "fate": "dropped",
        "detail": "placeholder of the page's template",
    }
    assert lines[24]["fate"] == "link"
    assert lines[24]["detail"] == "slide 2"


def test_links_stand_where_they_stood_and_lead_to_drafts_made_once() -> None:
    newsroom.topic()
    ran = run("capture.en.txt")
    slides = list(story().slides.all())
    toaster, cup = (Article.objects.get(headline_en=title) for title in (TOASTER, CUP))
    assert [(link.after, link.target) for link in story().links.all()] == [
        (slides[1], toaster),
        (slides[3], cup),
    ]
    assert set(ran.told["drafts"]) == {toaster.pk, cup.pk}
    assert read(cup, "standfirst", "en").startswith("Stoneware, glass and enamel")
    assert read(cup, "headline", "da") == ""
    assert cup.slides.count() == 0


def test_links_find_articles_by_their_title_however_it_is_typed() -> None:
    toaster = newsroom.live(
        "Your toaster knows more about you — and it's not afraid to tell", "Brødristeren"
    )
    run("capture.en.txt")
    assert story().links.all()[0].target == toaster
    assert Article.objects.count() == 3  # this one, the toaster, and a draft about cups


def test_a_link_to_a_live_article_stands_on_the_page(client: Client, photos: MakeFolder) -> None:
    newsroom.live(TOASTER, "Brødristeren")
    ran = run("capture.en.txt", photos=photos(4), publish=True)
    shown = page(client, ran.told["urls"]["en"])
    assert shown.texts("aside.also-read a") == [TOASTER]
    assert shown.texts("section.other-articles a") == []


def test_the_import_of_a_mentioned_article_fills_its_draft(tmp_path: Path) -> None:
    newsroom.topic()
    run("capture.en.txt")
    draft = Article.objects.get(headline_en=TOASTER)
    file = tmp_path / "toaster.txt"
    file.write_text(
        f"{TOASTER.replace('–', '-')}\n\nCrumbs tell a story, and an exhibition tells it on.\n\n"
        "Slide 1: Rye\nThe oldest crumb is from 1974.\n\nSlide 2: Raisins\nThere were eleven.\n",
        encoding="utf-8",
    )
    ran = run(file, language="en")
    assert ran.told["article"] == draft.pk
    draft.refresh_from_db()
    assert draft.slides.count() == 2
    assert read(draft, "standfirst", "en") == (
        "Crumbs tell a story, and an exhibition tells it on."
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_the_same_manuscript_is_imported_once(encoding: str, tmp_path: Path) -> None:
    newsroom.topic()
    first = run("capture.en.txt")
    before = counts()
    again = tmp_path / "again.txt"
    text = decode.read(MANUSCRIPTS / "capture.en.txt")
    again.write_bytes(text.replace("\n", "\r\n").encode(encoding))
    ran = run(again, language="en")
    assert (ran.code, ran.told["article"]) == (0, first.told["article"])
    assert ran.told["lines"] == first.told["lines"]
    assert counts() == before


def test_publishing_again_changes_nothing(photos: MakeFolder) -> None:
    newsroom.topic()
    folder = photos(4)
    first = run("capture.en.txt", photos=folder, publish=True)
    before = counts()
    second = run("capture.en.txt", photos=folder, publish=True)
    assert second.told["urls"] == first.told["urls"]
    assert counts() == before


def test_a_draft_can_be_published_by_the_same_command(photos: MakeFolder) -> None:
    newsroom.topic()
    folder = photos(4)
    assert run("capture.en.txt", photos=folder).told["urls"] == {}
    assert list(run("capture.en.txt", photos=folder, publish=True).told["urls"]) == ["en"]


def test_what_the_desk_has_withdrawn_stays_withdrawn(photos: MakeFolder) -> None:
    newsroom.topic()
    folder = photos(4)
    run("capture.en.txt", photos=folder, publish=True)
    newsroom.withdraw(story(), "en")
    ran = run("capture.en.txt", photos=folder, publish=True)
    assert ran.code == 3
    assert [finding["code"] for finding in ran.told["findings"]] == ["import.withdrawn"]
    assert ran.told["urls"] == {}


def test_words_go_to_the_language_named_whatever_the_interface_speaks() -> None:
    with translation.override("da"):
        run("labelled.en.txt")
    article = Article.objects.get(headline_en="The quiet science of folding a map")
    slide = article.slides.first()
    assert slide is not None
    assert read(article, "headline", "da") == ""
    assert read(article, "kicker", "en") == "AT HOME"
    assert read(slide, "body", "en") == (
        "<p>A hiking map of Mols takes eleven folds, and there are 34 million ways to make"
        " them.</p><p>Only two of them go back into the pocket.</p>"
    )
    assert read(slide, "alt", "en") == "A hand smooths a large map on an oak table."
    assert [byline.contributor.name for byline in article.bylines.all()] == [
        "Nora Vind",
        "Peter Agerskov",
    ]
    assert "Embargo: 12 May, 6 am" in article.editor_note
    assert "Photo of slide 1: maps-01.jpg, © Jane Doe / Getty Images" in article.editor_note


def test_lists_and_addresses_of_a_markdown_manuscript_are_kept() -> None:
    run("markdown.en.md")
    article = Article.objects.get(headline_en="What lives in a bicycle bell")
    assert "<ul><li>Red flakes formed in damp air</li>" in read(
        article.slides.all()[0], "body", "en"
    )
    link = article.links.get()
    assert (link.url, read(link, "label", "en")) == (
        "https://nyt.example/en/nature/ducks",
        "Why ducks follow trams",
    )
    assert Source.objects.get().url == "https://small.example"


def test_a_source_is_known_again_by_its_name() -> None:
    known = Source.objects.create(name_en="Fyns teknik", name_da="", url="https://fyns.example")
    run("capture.da.txt")
    known.refresh_from_db()
    assert (known.name_en, known.name_da) == ("Fyns teknik", "Fyns Teknik")
    assert Source.objects.count() == 1


def test_what_is_missing_or_in_the_wrong_language_is_told(tmp_path: Path) -> None:
    file = tmp_path / "nothing.txt"
    file.write_text("Slide 1: One\nThe first.\n\nSlide 2: Two\nThe second.\n")
    assert run(file).told["warnings"] == [
        "No headline was found.",
        "No standfirst was found.",
    ]
    assert (
        "The text seems to be in the other language. Was --language right?"
        in (run("capture.en.txt", language="da").told["warnings"])
    )


def test_an_article_that_changed_meanwhile_is_left_alone() -> None:
    article = Article.objects.get(pk=run("capture.en.txt").told["article"])
    text = decode.read(MANUSCRIPTS / "capture.da.txt")
    existing = facts.existing(article, "da")
    planned = plan.make(
        parse_manuscript(text, language="da"),
        facts.newsroom("da"),
        ref=plan.reference(text),
        existing=existing,
        pairs=[Pair(number, number) for number in (1, 2, 3, 4)],
    )
    article.slides.all()[2].delete()
    with pytest.raises(ManuscriptError, match="was changed at the desk meanwhile"):
        load(planned, {})
    assert read(article.slides.all()[0], "heading", "da") == ""
