"""Numbers in front of headings: which belong to the count, and go."""

import pytest

from articles.importing.manuscript import parse


def manuscript_numbered(numbers: list[int]) -> str:
    head = (
        "A morning at the quay\n\nThe boats are back, and the gulls have noticed before anyone.\n"
    )
    slides = (
        f"\n{number}. Boat number {'one two three four five six'.split()[place]}\n\n"
        "Photo: Ib Bang/Harbour Press\n\n"
        "She came in on the tide with forty crates of plaice and one very tired skipper.\n"
        for place, number in enumerate(numbers)
    )
    return head + "".join(slides)


@pytest.mark.parametrize("numbers", [[1, 2, 3, 4], [1, 2, 3, 5, 6], [1, 3, 4, 5]], ids=str)
def test_running_numbers_go_also_where_a_slide_was_cut(numbers: list[int]) -> None:
    read = parse(manuscript_numbered(numbers), language="en")
    assert [slide.heading for slide in read.slides] == [
        f"Boat number {word}" for word in "one two three four five".split()[: len(numbers)]
    ]


def test_numbers_that_do_not_count_stay() -> None:
    read = parse(manuscript_numbered([7, 2, 40]), language="en")
    assert [slide.heading for slide in read.slides] == [
        "7. Boat number one",
        "2. Boat number two",
        "40. Boat number three",
    ]
