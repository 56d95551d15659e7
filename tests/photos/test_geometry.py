"""Crops and sizes, for every picture there can be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.photos.geometry import (
    MAX_RENDITION,
    SHARE,
    WIDTHS,
    crop_box,
    rendition_sizes,
    share_size,
    within,
)

sides = st.integers(1, 30_000)
ratios = st.sampled_from([1.0, 16 / 9, 9 / 16, SHARE[0] / SHARE[1], 4 / 5, 21 / 9])
points = st.floats(0, 1)


@given(sides, sides, ratios, points, points)
def test_a_crop_lies_in_the_picture_and_has_its_shape(
    width: int, height: int, ratio: float, x: float, y: float
) -> None:
    left, top, right, bottom = crop_box(width, height, ratio, x, y)
    assert 0 <= left < right <= width and 0 <= top < bottom <= height
    assert right - left == width or bottom - top == height  # as large as can be
    wide, high = right - left, bottom - top
    assert abs(wide - high * ratio) <= max(1, ratio) or 1 in (wide, high)


@given(sides, sides, ratios, points, points)
def test_the_focal_point_is_in_the_crop_and_in_its_middle_where_it_can_be(
    width: int, height: int, ratio: float, x: float, y: float
) -> None:
    left, top, right, bottom = crop_box(width, height, ratio, x, y)
    assert left - 1 <= x * width <= right + 1 and top - 1 <= y * height <= bottom + 1
    if left > 0 and right < width:
        assert abs((left + right) / 2 - x * width) <= 1
    if top > 0 and bottom < height:
        assert abs((top + bottom) / 2 - y * height) <= 1


@given(sides, sides, ratios)
def test_moving_the_focal_point_never_moves_the_crop_the_other_way(
    width: int, height: int, ratio: float
) -> None:
    boxes = [crop_box(width, height, ratio, step / 7, step / 7) for step in range(8)]
    assert boxes == sorted(boxes)
    assert boxes[0][:2] == (0, 0) and boxes[-1][2:] == (width, height)


@given(st.integers(16, 30_000), st.integers(16, 30_000))
def test_renditions_are_never_larger_than_the_picture(width: int, height: int) -> None:
    sizes = rendition_sizes(width, height)
    assert sizes and sizes == sorted(set(sizes), reverse=True)
    for wide, high in sizes:
        assert wide in WIDTHS or wide == width
        assert wide <= width and abs(high - height * wide / width) <= 1
        assert wide * high <= MAX_RENDITION or len(sizes) == 1


@pytest.mark.parametrize(
    ("picture", "share"),
    [((6000, 4000), (1200, 630)), ((600, 4000), (600, 315)), ((90, 20), (38, 20))],
)
def test_the_share_picture_is_never_larger_than_its_crop(
    picture: tuple[int, int], share: tuple[int, int]
) -> None:
    assert share_size(crop_box(*picture, SHARE[0] / SHARE[1], 0.5, 0.5)) == share


@given(sides, sides, st.integers(1, 2000))
def test_a_thumbnail_fits_and_is_never_larger(width: int, height: int, longest: int) -> None:
    wide, high = within(width, height, longest)
    assert 1 <= wide <= min(width, longest) and 1 <= high <= min(height, longest)
