"""Public files say whose they are; a corrected credit changes nothing but the packet."""

import io
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from articles.photos.metadata import read_metadata
from articles.photos.packet import replace_packet, write_packet
from articles.photos.record import Metadata
from articles.photos.words import clean
from tests.photos.pictures import encode, quarters

SAID = {
    "creator": "Søren Ærø <Ågård> & søn",
    "credit": "Linse & Lys",
    "copyright_notice": "© 2026 Linse & Lys – “alle” rettigheder",
    "license_url": "https://example.org/licence?a=1&b=2",
    "acquire_url": "https://example.org/buy?id=7&x=<1>".replace("<1>", "1"),
    "usage_terms": "Kun redaktionelt brug.",
}
OTHER = {
    "creator": "Þóra 王",
    "credit": "Another Agency With a Longer Name",
    "copyright_notice": "",
    "license_url": "",
    "acquire_url": "https://example.com/",
    "usage_terms": "",
}
KINDS = pytest.mark.parametrize("kind", ["JPEG", "AVIF"])
WORDS = st.text(max_size=60)


def made(kind: str, said: dict[str, str]) -> bytes:
    return encode(quarters(), kind, xmp=write_packet(**said))


def pixels(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data)) as image:
        return image.convert("RGB")


@KINDS
def test_what_a_public_file_says(kind: str) -> None:
    assert read_metadata(made(kind, SAID)) == Metadata(**SAID)


@KINDS
def test_a_corrected_credit_changes_the_packet_alone(kind: str) -> None:
    before = made(kind, SAID)
    after = replace_packet(before, **OTHER)
    assert after is not None
    assert read_metadata(after) == Metadata(**OTHER)
    assert len(after) == len(before)
    assert ImageChops.difference(pixels(before), pixels(after)).getbbox() is None
    start = before.index(b"<?xpacket begin")
    end = before.index(b'<?xpacket end="w"?>')
    assert (after[:start], after[end:]) == (before[:start], before[end:])
    assert replace_packet(after, **SAID) == before


@KINDS
def test_a_packet_that_does_not_fit_is_not_written(kind: str) -> None:
    assert replace_packet(made(kind, OTHER), **{**OTHER, "usage_terms": "x" * 900}) is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        encode(quarters()),
        encode(quarters(), "AVIF"),
        encode(quarters(), xmp=b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>" + b" " * 2000),
        encode(quarters(), "WEBP", xmp=write_packet(**SAID)),
    ],
)
def test_without_a_packet_of_ours_there_is_nothing_to_replace(data: bytes) -> None:
    assert replace_packet(data, **OTHER) is None


@given(st.fixed_dictionaries(dict.fromkeys(SAID, WORDS)))
def test_packets_are_padded_to_multiples_of_512(said: dict[str, str]) -> None:
    packet = write_packet(**said)
    assert len(packet) % 512 == 0
    spare = packet.removesuffix(b'<?xpacket end="w"?>')
    assert 200 <= len(spare) - len(spare.rstrip(b" \n")) + 1 <= 200 + 512


@given(creator=WORDS, terms=WORDS)
def test_any_text_comes_back(creator: str, terms: str) -> None:
    said = {**SAID, "creator": creator, "usage_terms": terms}
    back = read_metadata(made("JPEG", said))
    assert (back.creator, back.usage_terms) == (clean(creator), clean(terms))


@settings(max_examples=50)
@given(st.fixed_dictionaries(dict.fromkeys(SAID, WORDS)))
def test_what_was_replaced_is_what_would_have_been_written(said: dict[str, str]) -> None:
    before, written = write_packet(**SAID), write_packet(**said)
    replaced = replace_packet(encode(quarters(8, 8), xmp=before), **said)
    assert len(before) != len(written) or replaced == encode(quarters(8, 8), xmp=written)


@pytest.mark.skipif(not shutil.which("exiftool"), reason="exiftool is not installed")
@KINDS
def test_exiftool_reads_the_same(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "picture"
    file.write_bytes(replace_packet(made(kind, SAID), **SAID | {"usage_terms": ""}) or b"")
    command = ["exiftool", "-json", "-struct", "-G1", "-validate", "-warning", "-XMP:all", file]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(ran.stdout)[0]
    del found["SourceFile"]
    assert found == {
        "ExifTool:Validate": "OK",
        "XMP-dc:Creator": [SAID["creator"]],
        "XMP-dc:Rights": SAID["copyright_notice"],
        "XMP-photoshop:Credit": SAID["credit"],
        "XMP-plus:Licensor": [{"LicensorURL": SAID["acquire_url"]}],
        "XMP-xmpRights:Marked": True,
        "XMP-xmpRights:WebStatement": SAID["license_url"],
    }
