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


def test_a_list_inside_a_slide_opens_none() -> None:
    back = parse(decode.read(MANUSCRIPTS / "list.en.txt"), language="en")
    assert [slide.heading for slide in back.slides] == ["Stretch", "Walk", "Rest"]
    assert back.slides[0].paragraphs == (
        "Do this every hour, with both feet on the floor:",
        "1. Stand up",
        "Slowly, and let the arms hang.",
        "2. Reach",
        "3. Sit down",
    )
