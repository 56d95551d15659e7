"""Pictures that look alike have hashes that differ little; others do not."""

import itertools

import pytest
from PIL import Image, ImageEnhance

from articles.photos.duplicates import ALIKE
from articles.photos.phash import distance, perceptual_hash
from tests.photos.pictures import encode, scene
from tests.photos.test_renditions import opened


@pytest.mark.parametrize("number", range(8))
def test_what_was_done_to_a_picture_does_not_hide_it(number: int) -> None:
    picture = scene(number)
    variants = [
        picture.resize((120, 80)),
        opened(encode(picture, quality=20)),
        opened(encode(picture, "WEBP", quality=30)),
        ImageEnhance.Brightness(picture).enhance(0.8),
        ImageEnhance.Color(picture).enhance(0.5),
    ]
    for variant in variants:
        assert distance(perceptual_hash(picture), perceptual_hash(variant)) <= ALIKE


def test_other_pictures_are_far_away() -> None:
    hashes = [perceptual_hash(scene(number)) for number in range(40)]
    assert min(itertools.starmap(distance, itertools.combinations(hashes, 2))) > 2 * ALIKE


def test_a_picture_of_one_tone_is_like_no_other() -> None:
    assert perceptual_hash(Image.new("RGB", (90, 60), "navy")) == ""


def test_the_distance_is_the_number_of_bits() -> None:
    assert distance("00000000000000ff", "000000000000000f") == 4
