"""What the report calls used stands in the database, or in the note for the editor."""

from pathlib import Path

import pytest

from articles.importing import decode
from articles.importing.lines import Fate, Line
from articles.importing.manuscript import parse
from articles.importing.parts import Manuscript
from articles.importing.titles import normalise
from articles.models.article import Article, CrossLink, Slide
from articles.models.newsroom import Contributor, Source
from articles.models.photo import ImageCredit, Photo
from articles.models.translated import read
from articles.text.credits import split_credit
from articles.text.sanitise import plain
from tests import newsroom
from tests.importing.command import MANUSCRIPTS, run
from tests.importing.conftest import MakeFolder

pytestmark = pytest.mark.django_db

FILES = sorted(path.name for path in MANUSCRIPTS.glob("*.*") if path.name != "prose.txt")
NOT_WRITTEN = {Fate.BLANK, Fate.LABEL, Fate.DROPPED}
ADDRESS = "https://kedel.example/kalk"


def language_of(name: str) -> str:
    return name.split(".")[-2]


def manuscript(name: str) -> Manuscript:
    return parse(decode.read(MANUSCRIPTS / name), language=language_of(name))


def written(language: str) -> str:
    """Return all words that the import left in the database, as `normalise` has them."""
    found: list[str] = []
    for article in Article.objects.all():
        found += [read(article, name, language) for name in ("headline", "kicker", "standfirst")]
        found.append(article.editor_note)
    for slide in Slide.objects.all():
        found += [read(slide, name, language) for name in ("heading", "caption", "alt")]
        found.append(plain(read(slide, "body", language)))
    for link in CrossLink.objects.all():
        found += [link.url, read(link, "label", language)]
    for source in Source.objects.all():
        found += [source.url, read(source, "name", language)]
    for photo in Photo.objects.all():
        found += [photo.byline, photo.filename, photo.stock_id]
    found += Contributor.objects.values_list("name", flat=True)
    found += ImageCredit.objects.values_list("name", flat=True)
    return "\n".join(map(normalise, found))


def pieces(line: Line) -> list[str]:
    """Return what to look for: a bullet and a credit's parts are written in their own way."""
    if Fate.CREDIT in (line.fate, line.kept):
        return [part for used in line.used for part in split_credit(used) if part]
    return [used.lstrip("-*•· ") for used in line.used]


@pytest.mark.parametrize("with_photos", [True, False], ids=["photos", "no photos"])
@pytest.mark.parametrize("name", FILES)
def test_what_is_reported_as_used_was_written(
    name: str, photos: MakeFolder, with_photos: bool
) -> None:
    newsroom.topic()
    read_in = manuscript(name)
    given = {"photos": photos(len(read_in.slides))} if with_photos else {}
    assert run(name, language=language_of(name), **given).code == 0
    found = written(language_of(name))
    lost = [
        (line.number, piece)
        for line in read_in.lines
        if line.fate not in NOT_WRITTEN
        for piece in pieces(line)
        if normalise(piece) not in found
    ]
    assert lost == []


def test_names_that_are_cut_are_told_whole(tmp_path: Path) -> None:
    title, source = "Kettle " * 40, "Kedelrådet " * 17
    file = tmp_path / "long.en.txt"
    text = (MANUSCRIPTS / "clean.en.txt").read_text(encoding="utf-8")
    long = f"{text}\nAlso read: {title}\n\nSource: {source}\n"
    file.write_text(long, encoding="utf-8")
    ran = run(file)
    note = Article.objects.get(pk=ran.told["article"]).editor_note
    for words in (title, source):
        assert f"Too long for its field, and cut there: {words.strip()}" in note
    assert Source.objects.filter(name_en__endswith="…").count() == 1
    assert Article.objects.filter(headline_en__endswith="…").count() == 1


def test_a_label_has_the_address_below_it_for_its_own() -> None:
    newsroom.topic()
    ran = run("links.da.txt")
    links = list(Article.objects.get(pk=ran.told["article"]).links.all())
    song = Article.objects.get(headline_da="Derfor synger kedlen")
    assert [(link.target, link.url, read(link, "label", "da")) for link in links] == [
        (song, "", ""),
        (None, ADDRESS, ADDRESS),
        (None, "https://kedel.example/krus", "Kop mod krus"),
    ]
    line = ran.told["lines"][15]
    assert (line["text"], line["fate"]) == (ADDRESS, "needs you")
    assert line["detail"] == (
        "a link without words: write what it leads to, kept as link to another article, slide 1"
    )


def test_an_address_whose_title_is_ours_is_told() -> None:
    newsroom.live("Why the kettle sings", "Derfor synger kedlen")
    ran = run("links.da.txt")
    told = "Line 13: the address is not used, since the title is ours: https://kedel.example/sang"
    assert told in ran.told["warnings"]
    assert told in Article.objects.get(pk=ran.told["article"]).editor_note
