"""Renditions are pixels and a packet: upright, in sRGB, at the widths of the site."""

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
from articles.photos.formats import recognise
from articles.photos.geometry import rendition_sizes
from articles.photos.packet import write_packet
from articles.photos.picture import decode, open_picture
from articles.photos.renditions import render
from tests.photos.pictures import BLUE, RED, WHITE, colours, encode, quarters

UPRIGHT = ["red", "white", "white", "blue"]
# What exiftool may find in a file that says nothing: of the format itself, and its own sums.
TECHNICAL = {"SourceFile", "ExifTool", "System", "File", "JFIF", "QuickTime", "Meta", "Composite"}
NOBODY = write_packet(
    creator="", credit="", copyright_notice="", license_url="", acquire_url="", usage_terms=""
)


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def upright(data: bytes, folder: Path) -> Image.Image:
    """The picture in `data` as everything is made of it, at its own size."""
    path = folder / "original"
    path.write_bytes(data)
    picture = open_picture(path, recognise(data))
    return decode(picture, (picture.width, picture.height))


def rendered(
    data: bytes, folder: Path, focal: tuple[float, float] = (0.5, 0.5), packet: bytes = NOBODY
) -> list[Rendition]:
    """Its public files, in `folder`."""
    image = upright(data, folder)
    sizes = rendition_sizes(*image.size)
    return list(render(image, sizes, focal=focal, packet=packet, into=folder))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_picture_is_set_upright_and_loses_the_flag(
    orientation: int, tmp_path: Path
) -> None:
    made = rendered(develop(quarters(), orientation=orientation), tmp_path)
    assert len(made) == 3
    for each in made:
        picture = opened((tmp_path / each.name).read_bytes())
        assert picture.size == ((96, 50) if each.format == "share" else (96, 64))
        assert colours(picture) == UPRIGHT
        assert dict(picture.getexif()) == {}


def test_the_files_of_a_large_picture(tmp_path: Path) -> None:
    assert rendered(encode(quarters(1800, 1200)), tmp_path) == [
        *(
            Rendition(kind, width, height, f"{width}.{suffix}")
            for width, height in [(1600, 1067), (1200, 800), (800, 533), (400, 267)]
            for kind, suffix in [("avif", "avif"), ("jpeg", "jpg")]
        ),
        Rendition("share", 1200, 630, "share.jpg"),
    ]


@pytest.mark.parametrize(
    ("width", "widths"),
    [(300, [300]), (400, [400]), (500, [500, 400]), (1300, [1300, 1200, 800, 400])],
)
def test_none_is_wider_than_the_picture(width: int, widths: list[int], tmp_path: Path) -> None:
    *made, share = rendered(encode(quarters(width, 200)), tmp_path)
    assert [each.width for each in made] == [w for w in widths for _ in range(2)]
    assert (share.format, share.width) == ("share", min(width, 381))
    for each in made:
        picture = opened((tmp_path / each.name).read_bytes())
        assert picture.size == (each.width, each.height)
        assert picture.format == each.format.upper()


def test_the_share_picture_is_cut_around_the_focal_point(tmp_path: Path) -> None:
    data = encode(quarters(1200, 1200))
    for focal, seen in [((0.5, 0.0), ["red", "white"]), ((0.5, 1.0), ["white", "blue"])]:
        share = rendered(data, tmp_path, focal)[-1]
        assert (share.width, share.height) == (1200, 630)
        assert colours(opened((tmp_path / share.name).read_bytes()))[:2] == seen


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


def test_nothing_that_the_file_tells_is_in_a_rendition(tmp_path: Path) -> None:
    data = private()
    assert b"DK-0042" in data and opened(data).getexif().get_ifd(0x8825)
    for each in rendered(data, tmp_path):
        written = (tmp_path / each.name).read_bytes()
        picture = opened(written)
        assert dict(picture.getexif()) == {}
        assert picture.info.keys().isdisjoint({"exif", "photoshop", "comment", "icc_profile"})
        if picture.format == "JPEG":
            assert IptcImagePlugin.getiptcinfo(picture) is None
        for secret in (b"DK-0042", "Ågård".encode(), b"Linse", b"Exif\0\0", b"8BIM"):
            assert secret not in written


@pytest.mark.parametrize("place", range(3), ids=["avif", "jpeg", "share"])
def test_each_file_says_whose_it_is(place: int, tmp_path: Path) -> None:
    packet = write_packet(
        creator="Signe Brandt",
        credit="Linse & Lys",
        copyright_notice="",
        license_url="",
        acquire_url="",
    )
    each = rendered(private(), tmp_path, packet=packet)[place]
    assert opened((tmp_path / each.name).read_bytes()).info["xmp"] == packet


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
    made = rendered(private(), tmp_path)
    assert metadata_groups(tmp_path / "original") - TECHNICAL != set()
    for each in made:
        assert metadata_groups(tmp_path / each.name) - TECHNICAL == set()


def test_cmyk_becomes_what_browsers_show(tmp_path: Path) -> None:
    data = encode(quarters().convert("CMYK"))
    assert opened(data).mode == "CMYK"
    turned = upright(data, tmp_path)
    assert (turned.mode, colours(turned)) == ("RGB", UPRIGHT)


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF"])
def test_what_is_transparent_stays_so_in_avif_and_stands_on_white_in_jpeg(
    kind: str, tmp_path: Path
) -> None:
    clear = Image.new("RGBA", (96, 64), (0, 0, 0, 0))
    clear.paste((*RED, 255), (0, 0, 48, 32))
    clear.paste((*BLUE, 255), (48, 32, 96, 64))
    avif, jpeg, share = rendered(encode(clear, kind), tmp_path)
    kept = opened((tmp_path / avif.name).read_bytes())
    assert kept.mode == "RGBA"
    assert [kept.getpixel(spot)[3] for spot in [(9, 9), (80, 9)]] == [255, 0]
    for each in (jpeg, share):
        assert colours(opened((tmp_path / each.name).read_bytes())) == UPRIGHT


def test_a_picture_that_could_be_seen_through_but_nowhere_is_loses_that(tmp_path: Path) -> None:
    assert upright(encode(quarters().convert("RGBA"), "PNG"), tmp_path).mode == "RGB"


def test_a_palette_s_transparent_colour_is_seen_through(tmp_path: Path) -> None:
    indexed = Image.new("P", (96, 64), 0)
    indexed.putpalette([0, 0, 0, *RED, *BLUE])
    indexed.paste(1, (0, 0, 48, 32))
    indexed.paste(2, (48, 32, 96, 64))
    made = rendered(encode(indexed, "PNG", transparency=0), tmp_path)
    assert colours(opened((tmp_path / made[1].name).read_bytes())) == UPRIGHT


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_pixel_becomes_rgb(mode: str, tmp_path: Path) -> None:
    black = Image.new("L", (96, 64), 0)
    black.paste(255, (0, 0, 48, 32))
    if mode == "I;16":
        stored = Image.new(mode, black.size)
        stored.paste(65535, (0, 0, 48, 32))
    else:
        stored = black.convert("RGB").convert(mode)
    turned = upright(encode(stored, "PNG"), tmp_path)
    corners = [turned.getpixel(spot) for spot in [(9, 9), (80, 50)]]
    assert (turned.mode, corners) == ("RGB", [WHITE, (0, 0, 0)])


def test_sixteen_bits_of_grey_keep_their_tone(tmp_path: Path) -> None:
    turned = upright(encode(Image.new("I;16", (96, 64), 0x8000), "PNG"), tmp_path)
    assert turned.getpixel((40, 40)) == (128, 128, 128)


def test_a_colour_profile_is_applied_and_a_broken_one_is_passed_over(tmp_path: Path) -> None:
    sound = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for_grey = sound[:16] + b"GRAY" + sound[20:]
    for profile in (sound, b"no profile at all", for_grey, sound[:200], sound + bytes(5_000_000)):
        turned = upright(encode(quarters(), icc_profile=profile), tmp_path)
        assert (turned.mode, colours(turned)) == ("RGB", UPRIGHT)
