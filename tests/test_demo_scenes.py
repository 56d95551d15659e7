"""The demo's photographs: every scene is described, drawn at its size, and filed correctly."""

import io
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image, ImageOps, IptcImagePlugin
from PIL.ExifTags import GPS, IFD, Base

from articles.demo import pictures, stories
from articles.demo.camera import develop
from articles.demo.scenes import LANDSCAPE, PORTRAIT, SCENES, Scene, draw, scene

PHOTOS = Path(__file__).parents[1] / "articles/demo/photos"
CREDITS = {"Kystfoto", "Nordlys Foto", "Linse & Lys", "Diptych", "Coastal Health Study"}
TALL = {"below", "breath", "planks", "cup", "beech", "starter-jar", "traffic-light", "pylons"}


def _quartered(width: int, height: int) -> Image.Image:
    image = Image.new("RGB", (width, height), "white")
    image.paste("red", (0, 0, width // 2, height // 2))
    image.paste("blue", (width // 2, height // 2, width, height))
    return image


SMALL = Scene("quarters", _quartered)


@pytest.fixture(scope="module")
def photos() -> dict[str, dict[str, object]]:
    """Every described photo by name; a name given in two files would be lost, so it fails."""
    described: dict[str, dict[str, object]] = {}
    for path in sorted(PHOTOS.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        assert not described.keys() & table.keys(), path.name
        described |= table
    return described


def test_every_scene_is_described_and_every_description_has_its_scene(photos):
    assert {photo["scene"] for photo in photos.values()} == set(SCENES)


def test_descriptions_are_complete(photos):
    texts = {"alt_en", "alt_da", "caption_en", "caption_da"}
    for name, photo in photos.items():
        assert {"scene", "byline", "credit", "basis", *texts} <= photo.keys(), name
        assert photo.keys() <= {"scene", "byline", "credit", "basis", "orientation", "iptc", *texts}
        assert photo["credit"] in CREDITS, name
        assert photo["basis"] in {"own", "stock", "agency", "handout"}, name
        assert photo.get("orientation", 1) in {1, 3, 6, 8}, name
        for key in texts:
            assert photo[key].endswith("."), (name, key)
        for language in ("en", "da"):
            assert 8 <= len(photo[f"alt_{language}"].split()) <= 16, (name, language)
            assert photo[f"alt_{language}"] != photo[f"caption_{language}"], name
        assert photo["alt_en"] != photo["alt_da"], name


def test_no_two_photos_share_a_text(photos):
    for key in ("alt_en", "alt_da", "caption_en", "caption_da"):
        texts = [photo[key] for photo in photos.values()]
        assert len(set(texts)) == len(texts), key


def test_intake_gets_turned_and_annotated_files_to_cope_with(photos):
    turned = {photo["orientation"] for photo in photos.values() if "orientation" in photo}
    assert turned == {3, 6, 8}
    assert sum("orientation" in photo for photo in photos.values()) >= 5
    assert sum(photo.get("iptc", False) for photo in photos.values()) >= 8


def test_portraits_are_tall_and_the_rest_wide():
    assert {name for name in TALL if SCENES[name].size == PORTRAIT} == TALL
    assert SCENES["dawn"].size == LANDSCAPE == (1600, 1067)
    assert PORTRAIT == (1200, 1500)


def test_a_scene_is_drawn_at_its_size_and_always_the_same():
    first, second = draw("thermal"), draw("thermal")
    assert (first.mode, first.size) == ("RGB", LANDSCAPE)
    assert first.tobytes() == second.tobytes()
    low, high = first.convert("L").getextrema()
    assert low < 40 and high > 200


def test_an_unknown_scene_is_an_error():
    with pytest.raises(KeyError):
        draw("mona-lisa")


def test_a_scene_name_is_given_once():
    with pytest.raises(ValueError, match="dawn"):
        scene("dawn")(SCENES["dawn"].paint)


@pytest.fixture
def quarters() -> Image.Image:
    """A small picture in which up, down, left and right can be told apart."""
    return _quartered(96, 64)


def colours(image: Image.Image) -> list[str]:
    """What stands in the middle of each quarter, reading as text does."""
    names = {(255, 0, 0): "red", (0, 0, 255): "blue", (255, 255, 255): "white"}
    w, h = image.size
    found = []
    for y in (h // 4, 3 * h // 4):
        for x in (w // 4, 3 * w // 4):
            pixel = image.convert("RGB").getpixel((x, y))
            found.append(names[tuple(255 if value > 127 else 0 for value in pixel)])
    return found


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_flag_sets_a_turned_picture_right(quarters, orientation):
    stored = Image.open(io.BytesIO(develop(quarters, orientation=orientation)))
    assert stored.getexif()[Base.Orientation] == orientation
    assert stored.size == ((96, 64) if orientation < 5 else (64, 96))
    upright = ImageOps.exif_transpose(stored)
    assert upright.size == (96, 64)
    assert colours(upright) == ["red", "white", "white", "blue"]


def test_only_the_known_orientations_are_written(quarters):
    for orientation in (0, 9):
        with pytest.raises(ValueError, match="1 to 8"):
            develop(quarters, orientation=orientation)


def filed(image: Image.Image) -> Image.Image:
    data = develop(
        image,
        creator="Søren Ærø Ågård",
        credit="Linse & Lys",
        caption="Blåt lys over søen – <æøå>.",
        gps=(56.15294, -10.20388),
        taken=datetime(2026, 1, 14, 7, 41, 9, tzinfo=UTC),
        serial="DK-0042",
    )
    return Image.open(io.BytesIO(data))


def test_iptc_comes_back_as_written(quarters):
    assert IptcImagePlugin.getiptcinfo(filed(quarters)) == {
        (1, 0): b"\x00\x04",
        (1, 90): b"\x1b%G",
        (2, 0): b"\x00\x04",
        (2, 55): b"20260114",
        (2, 80): "Søren Ærø Ågård".encode(),
        (2, 110): b"Linse & Lys",
        (2, 116): "© Linse & Lys".encode(),
        (2, 120): "Blåt lys over søen – <æøå>.".encode(),
    }


def test_exif_holds_the_private_facts_that_renditions_must_lose(quarters):
    exif = filed(quarters).getexif()
    # Pillow reads EXIF text as Latin-1; what was written is UTF-8.
    assert exif[Base.Artist].encode("latin-1").decode() == "Søren Ærø Ågård"
    assert exif[Base.Copyright].encode("latin-1").decode() == "© Linse & Lys"
    details = exif.get_ifd(IFD.Exif)
    assert details[Base.DateTimeOriginal] == "2026:01:14 07:41:09"
    assert details[Base.OffsetTimeOriginal] == "+00:00"
    assert details[Base.BodySerialNumber] == "DK-0042"
    place = exif.get_ifd(IFD.GPSInfo)
    assert (place[GPS.GPSLatitudeRef], place[GPS.GPSLatitude]) == ("N", (56.0, 9.0, 10.58))
    assert (place[GPS.GPSLongitudeRef], place[GPS.GPSLongitude]) == ("W", (10.0, 12.0, 13.97))


def test_xmp_names_creator_credit_and_caption(quarters):
    packet = filed(quarters).info["xmp"].decode()
    assert "<rdf:li>Søren Ærø Ågård</rdf:li>" in packet
    assert "<photoshop:Credit>Linse &amp; Lys</photoshop:Credit>" in packet
    assert '<rdf:li xml:lang="x-default">Blåt lys over søen – &lt;æøå&gt;.</rdf:li>' in packet


def test_a_long_byline_is_cut_between_letters(quarters):
    data = develop(quarters, creator="Å" + "ø" * 40)
    iptc = IptcImagePlugin.getiptcinfo(Image.open(io.BytesIO(data)))
    assert iptc[(2, 80)].decode() == "Å" + "ø" * 15  # 32 octets, as IIM allows


def test_a_picture_that_says_nothing_carries_no_iptc_and_no_xmp(quarters):
    plain = Image.open(io.BytesIO(develop(quarters)))
    assert IptcImagePlugin.getiptcinfo(plain) is None
    assert "xmp" not in plain.info
    assert GPS.GPSLatitude not in plain.getexif().get_ifd(IFD.GPSInfo)


def test_other_photos_of_a_scene_are_other_pictures(monkeypatch):
    """Mirrored, cropped or not: only the second loaf shall look like the one in the story."""
    monkeypatch.setattr(pictures, "SCENES", dict.fromkeys(SCENES, SMALL))
    drawn = {name: pictures._draw(about) for name, about in stories.library().items()}
    plain = SMALL.paint(96, 64)
    assert colours(drawn["loaf-again"]) == colours(plain) == ["red", "white", "white", "blue"]
    assert colours(drawn["lighthouse-stock"]) == ["white", "red", "blue", "white"]
    assert drawn["tram-upright"].size == (1190, 1512)
    assert all(
        about.keys() & {"mirror", "crop"} or name == "loaf-again"
        for name, about in stories.library().items()
    )
