"""Renditions are pixels alone: upright, in sRGB, on white, at the widths of the site."""

import datetime as dt
import io
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageCms, IptcImagePlugin

from articles.demo.camera import develop
from articles.photos.files import Rendition
from articles.photos.renditions import render, upright
from tests.photos.pictures import RED, colours, encode, quarters

UPRIGHT = ["red", "white", "white", "blue"]
# What exiftool may find in a file that says nothing: of the format itself, and its own sums.
TECHNICAL = {"SourceFile", "ExifTool", "System", "File", "JFIF", "QuickTime", "Meta", "Composite"}


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_picture_is_set_upright_and_loses_the_flag(orientation: int) -> None:
    stored = opened(develop(quarters(), orientation=orientation))
    made = list(render(upright(stored), stem="ab/x"))
    assert len(made) == 2
    for each in made:
        picture = opened(each.data)
        assert picture.size == (96, 64)
        assert colours(picture) == UPRIGHT
        assert dict(picture.getexif()) == {}


def test_the_widths_of_a_large_picture() -> None:
    made = [each.rendition for each in render(quarters(1800, 1200), stem="ab/x")]
    assert made == [
        Rendition(kind, width, height, f"ab/x-{width}.{suffix}")
        for width, height in [(1600, 1067), (1200, 800), (800, 533), (400, 267)]
        for kind, suffix in [("avif", "avif"), ("jpeg", "jpg")]
    ]


@pytest.mark.parametrize(
    ("width", "widths"),
    [(300, [300]), (400, [400]), (500, [500, 400]), (1300, [1300, 1200, 800, 400])],
)
def test_none_is_wider_than_the_picture(width: int, widths: list[int]) -> None:
    made = list(render(quarters(width, 200), stem="ab/x"))
    assert [each.rendition.width for each in made] == [w for w in widths for _ in range(2)]
    for each in made:
        picture = opened(each.data)
        assert picture.size == (each.rendition.width, each.rendition.height)
        assert picture.format == each.rendition.format.upper()


def private() -> bytes:
    """A file that tells who, where and with which camera."""
    return develop(
        quarters(),
        orientation=6,
        creator="Søren Ågård",
        credit="Linse & Lys",
        caption="Blåt lys.",
        gps=(56.1780, 10.2310),
        taken=dt.datetime(2026, 2, 14, 7, 40, tzinfo=dt.UTC),
        serial="DK-0042",
    )


def test_nothing_that_the_file_tells_is_in_a_rendition() -> None:
    data = private()
    assert b"DK-0042" in data and opened(data).getexif().get_ifd(0x8825)
    for each in render(upright(opened(data)), stem="ab/x"):
        picture = opened(each.data)
        assert dict(picture.getexif()) == {}
        assert picture.info.keys().isdisjoint(
            {"exif", "xmp", "photoshop", "comment", "icc_profile"}
        )
        if picture.format == "JPEG":
            assert IptcImagePlugin.getiptcinfo(picture) is None
        for secret in (
            b"DK-0042",
            "Ågård".encode(),
            b"Linse",
            b"Exif\0\0",
            b"ns.adobe.com",
            b"8BIM",
        ):
            assert secret not in each.data


def metadata_groups(path: Path) -> set[str]:
    """The groups of tags that exiftool finds, or Pillow's word for them where it is missing."""
    if shutil.which("exiftool") is None:
        return {str(key) for key in opened(path.read_bytes()).getexif()}
    ran = subprocess.run(
        ["exiftool", "-json", "-G1", "-a", "-u", path], capture_output=True, text=True, check=True
    )
    [found] = json.loads(ran.stdout)
    return {name.partition(":")[0] for name in found}


def test_an_independent_reader_finds_nothing_either(tmp_path: Path) -> None:
    original = tmp_path / "original.jpg"
    original.write_bytes(private())
    assert metadata_groups(original) - TECHNICAL != set()
    for each in render(upright(opened(private())), stem="x"):
        path = tmp_path / each.rendition.name
        path.write_bytes(each.data)
        assert metadata_groups(path) - TECHNICAL == set()


def test_cmyk_becomes_what_browsers_show() -> None:
    stored = opened(encode(quarters().convert("CMYK")))
    assert stored.mode == "CMYK"
    turned = upright(stored)
    assert (turned.mode, colours(turned)) == ("RGB", UPRIGHT)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_what_is_transparent_stands_on_white(kind: str) -> None:
    clear = Image.new("RGBA", (96, 64), (0, 0, 0, 0))
    clear.paste((*RED, 255), (0, 0, 48, 32))
    clear.paste((0, 0, 255, 255), (48, 32, 96, 64))
    turned = upright(opened(encode(clear, kind, lossless=True)))
    assert (turned.mode, colours(turned)) == ("RGB", UPRIGHT)


def test_a_palette_s_transparent_colour_stands_on_white() -> None:
    indexed = Image.new("P", (96, 64), 0)
    indexed.putpalette([0, 0, 0, *RED, 0, 0, 255])
    indexed.paste(1, (0, 0, 48, 32))
    indexed.paste(2, (48, 32, 96, 64))
    assert colours(upright(opened(encode(indexed, "PNG", transparency=0)))) == UPRIGHT


def test_a_colour_profile_is_applied_and_a_broken_one_is_passed_over() -> None:
    sound = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for profile in (sound, b"no profile at all"):
        turned = upright(opened(encode(quarters(), icc_profile=profile)))
        assert (turned.mode, colours(turned)) == ("RGB", UPRIGHT)
