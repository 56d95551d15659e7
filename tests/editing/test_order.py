"""The order of a board: whatever is done to it, no row is lost and links know their slide."""

from hypothesis import given
from hypothesis import strategies as st

from articles.editing import order
from articles.editing.order import Row

KEYS = tuple("abcdefgh")


@st.composite
def boards(draw) -> order.Board:
    keys = draw(st.permutations(KEYS))[: draw(st.integers(0, len(KEYS)))]
    return tuple(Row(key, draw(st.sampled_from(["slide", "link"]))) for key in keys)


places = st.sampled_from(("", *KEYS, "gone"))


def slides(board):
    return [row.key for row in board if row.kind == "slide"]


@given(boards())
def test_a_board_is_what_its_slides_and_anchored_links_say(board):
    after = order.anchors(board)
    links = [(row.key, after[row.key]) for row in board if row.kind == "link"]
    assert order.flat(slides(board), links) == board


@given(boards(), places, places)
def test_moving_keeps_every_row_and_moving_again_changes_nothing(board, key, behind):
    moved = order.move(board, key, behind)
    assert sorted(moved, key=lambda row: row.key) == sorted(board, key=lambda row: row.key)
    assert order.move(moved, key, behind) == moved


@given(boards(), places, places)
def test_a_slide_takes_its_links_along(board, key, behind):
    moved = order.move(board, key, behind)
    if key in slides(board):
        mine = [link for link, slide in order.anchors(board).items() if slide == key]
        there = [row.key for row in moved]
        assert there[there.index(key) + 1 :][: len(mine)] == mine


@given(boards(), places, places)
def test_a_row_lands_right_below_what_was_named(board, key, behind):
    keys = {row.key for row in board}
    moved = order.move(board, key, behind)
    if key in keys and behind in keys and moved != board:
        assert order.above(moved, key) == behind
    elif key in keys and behind == "":
        assert order.above(moved, key) == ""


@given(boards(), places)
def test_inserting_and_removing_leave_the_rest_as_it_was(board, behind):
    new = order.insert(board, Row("new", "slide"), behind)
    assert len(new) == len(board) + 1
    assert order.remove(new, "new") == board
