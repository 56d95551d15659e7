"""No line of a manuscript is ever lost, whatever the manuscript."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.importing import decode
from articles.importing.errors import ManuscriptError
from articles.importing.lines import Fate, clean
from articles.importing.manuscript import parse
from articles.importing.parts import Manuscript

MANUSCRIPTS_FOLDER = Path(__file__).parents[1] / "manuscripts"
MANUSCRIPTS = sorted(MANUSCRIPTS_FOLDER.glob("*.*"))
SHARED = Path(__file__).parents[3] / "shared" / "seed" / "page-capture.txt"
EMPTY = {Fate.BLANK, Fate.LABEL, Fate.DROPPED}

# The words in front of what was used, which the report leaves out.
MARKERS = re.compile(
    r"(picture credit|photos?|foto|also read|read also|læs også|read more|sources?|kilder?|headline|manchet|standfirst|"
    r"heading|text|caption|alt(-tekst| text)?|slide \d+|by|af|kicker|trompet|rubrik|billedtekst|"
    r"credit|shutterstock)\b[\s:_]*|(artiklen er baseret på informationer fra|this article is based"
    r" on information from) |\bog\b|\band\b|shutterstock_",
    re.IGNORECASE,
)

LINES = st.sampled_from(
    [
        "",
        "",
        "The song of the kettle",
        "Why it stops",
        "Et kort navn",
        "SCIENCE",
        "It begins at sixty degrees, when the first bubbles let go of the metal and rise.",
        "Boblerne stiger op i køligere vand og klapper sammen, og hvert sammenklap er et klik.",
        "That is all.",
        "- a bullet",
        "Photo: Stockholt.com",
        "Photos: Jane Doe/Stockholt.com",
        "Foto:",
        "A kettle. Foto: Jane Doe/Ritzau Scanpix",
        "© Jane Doe",
        "Photo: a kettle on an old stove in a bright kitchen",
        "Kettle,,Steam,And,Kitchen,With,Cup",
        "kettle_01.jpg",
        "Shutterstock 12345678",
        "Also read: The Other Kettle - and Why",
        "Læs også:",
        "Read also: https://kettle.example/song",
        "Read more",
        "Other articles",
        "Andre artikler",
        "Kilde: Fyns Teknik",
        "Sources: Fyns Teknik, Kedelrådet og DR",
        "Artiklen er baseret på informationer fra Fyns Teknik",
        "https://kettle.example/song",
        "Headline: The song of the kettle",
        "Manchet: Fire hundrede kedler er optaget.",
        "Standfirst:",
        "Heading: Why it stops",
        "Text: It begins at sixty degrees.",
        "Caption: A kettle.",
        "Alt: A kettle on a stove.",
        "Slide 1",
        "Slide 2: Why it stops",
        "1. Why it stops",
        "2. The song",
        "3",
        "# The song of the kettle",
        "## Why it stops",
        "**Why it stops**",
        "By Jane Doe",
        "12. marts 2025",
        "Date:",
        "Facebook",
        "Next",
        "Sponsored content",
        "Embargo: 12 May",
        "<b>The song</b> of the kettle",
        "***",
        "3/10",
    ]
)
MANUSCRIPT_LIKE = st.lists(LINES | st.text(max_size=60), min_size=3, max_size=50).map("\n".join)


def words(manuscript: Manuscript) -> str:
    """Return all words of a manuscript, those put aside for an editor included."""
    parts = [manuscript.headline, manuscript.kicker, manuscript.standfirst, *manuscript.bylines]
    for slide in manuscript.slides:
        parts += [slide.heading, *slide.paragraphs, slide.caption, slide.alt]
        parts += [slide.credit, slide.photo_file, slide.stock_id]
    parts += [part for link in manuscript.links for part in (link.title, link.url)]
    parts += [part for source in manuscript.sources for part in (source.name, source.url)]
    parts += [part for teaser in manuscript.teasers for part in (teaser.title, teaser.text)]
    return "\n".join([*parts, *(word for line in manuscript.unplaced for word in line.used)])


def assert_nothing_lost(data: bytes, manuscript: Manuscript) -> None:
    """Compare with the file itself: what was decoded may have lost something already."""
    lines = re.split(r"\r\n|\r|\n", data.decode("utf-8-sig"))
    lines = lines if lines[-1] else lines[:-1]
    assert [line.number for line in manuscript.lines] == list(range(1, len(lines) + 1))
    assert [line.text for line in manuscript.lines] == lines
    kept = words(manuscript)
    for line in manuscript.lines:
        read = clean(line.text)
        assert (line.fate is Fate.BLANK) == (read == "")
        if line.fate in EMPTY or line.kept is Fate.LABEL:
            assert line.used == (), line
            continue
        assert line.used, line
        for used in line.used:
            assert used in kept, line
            assert used in read, line
        assert not re.search(r"\w{3}", MARKERS.sub("", leftover(read, line.used))), line


def leftover(read: str, used: tuple[str, ...]) -> str:
    for part in used:
        read = read.replace(part, " ", 1)
    return read


@pytest.mark.parametrize("path", MANUSCRIPTS, ids=lambda path: path.name)
def test_it_accounts_for_every_line_of_the_manuscripts(path: Path) -> None:
    data = path.read_bytes()
    text = decode.decode(data)
    if path.name == "prose.txt":
        with pytest.raises(ManuscriptError):
            parse(text, language="en")
        return
    assert_nothing_lost(data, parse(text, language=path.name.split(".")[-2]))


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=repr)
@pytest.mark.parametrize("path", MANUSCRIPTS, ids=lambda path: path.name)
def test_blank_lines_at_the_end_are_lines_too(path: Path, ending: str) -> None:
    if path.name == "prose.txt":
        return
    text = decode.read(path).rstrip("\n").replace("\n", ending)
    data = f"{text}{ending * 4}".encode()
    manuscript = parse(decode.decode(data), language="en")
    assert_nothing_lost(data, manuscript)
    assert [line.fate for line in manuscript.lines[-3:]] == [Fate.BLANK] * 3


def test_lines_are_numbered_as_an_editor_numbers_them() -> None:
    data = (MANUSCRIPTS_FOLDER / "clean.en.txt").read_bytes().replace(b" ", b"\xe2\x80\xa8", 3)
    assert_nothing_lost(data, parse(decode.decode(data), language="en"))


@pytest.mark.seed
def test_it_accounts_for_every_line_of_the_shared_capture() -> None:
    data = SHARED.read_bytes()
    text = decode.decode(data)
    assert_nothing_lost(data, parse(text, language="en"))


@settings(max_examples=400, deadline=None)
@given(MANUSCRIPT_LIKE)
@example("Photo:\nPhoto:\n\nA\nA")
def test_it_accounts_for_every_line_of_any_text(text: str) -> None:
    assert_nothing_lost_of(text, language="en")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400))
def test_it_reads_or_refuses_any_text(text: str) -> None:
    assert_nothing_lost_of(text, language="da")


def assert_nothing_lost_of(text: str, *, language: str) -> None:
    data = text.encode("utf-8", "replace")
    try:
        manuscript = parse(decode.decode(data), language=language)
    except ManuscriptError:
        return
    assert_nothing_lost(data, manuscript)
