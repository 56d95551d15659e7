"""Markdown, and lines that hold more than one thing."""

import pytest

from articles.importing import decode
from articles.importing.classify import Kind, classify
from articles.importing.lines import Fate, Why
from articles.importing.manuscript import parse
from articles.importing.parts import Manuscript, ManuscriptLink, ManuscriptSource
from tests.importing.command import MANUSCRIPTS

FILE = MANUSCRIPTS / "pictures.en.md"


@pytest.fixture(scope="module")
def bridges() -> Manuscript:
    return parse(decode.read(FILE), language="en")


def test_a_picture_gives_its_file_and_its_alt_text(bridges: Manuscript) -> None:
    first = bridges.slides[0]
    assert (first.photo_file, first.alt) == ("pictures/bridge.jpg", "The bridge in fog")
    assert first.paragraphs == ("It carried coal for ninety years. Now it carries bicycles.",)


def test_links_are_unwrapped_and_two_on_a_line_are_two(bridges: Manuscript) -> None:
    assert bridges.links == (
        ManuscriptLink(1, "Ten ferries that still run", "https://ferries.example/ten", 13),
        ManuscriptLink(2, "How ropes are made", "", 21),
        ManuscriptLink(2, "Why knots hold", "", 21),
    )
    assert bridges.sources == (
        ManuscriptSource("Bridge Trust", "https://bridges.example/", "en", 29),
    )


def test_markdown_that_is_left_needs_somebody(bridges: Manuscript) -> None:
    assert [(line.number, line.why, line.kept) for line in bridges.needs_you] == [
        (19, Why.MARKDOWN_INSIDE, Fate.BODY),
        (33, Why.MARKDOWN_INSIDE, None),
        (35, Why.SECTION_NAME, None),
    ]
    assert bridges.teasers == ()


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Photo: © ESA, 2024. All rights reserved.", "© ESA, 2024. All rights reserved"),
        ("Foto: Getty Images/iStockphoto (modelfoto)", "Getty Images/iStockphoto (modelfoto)"),
        ("Picture credit: Lee Wong, AP", "Lee Wong, AP"),
        ("Photo: Photo: NASA", "NASA"),
        ("(Foto: Jane Doe (AFP))", "Jane Doe (AFP)"),
        ("(Photo: NASA)", "NASA"),
        ("[Photo by Jane Doe]", "Jane Doe"),
    ],
)
def test_a_credit_is_read_whole(line: str, credit: str) -> None:
    token = classify(1, line)
    assert (token.kind, token.value, token.before) == (Kind.CREDIT, credit, "")
