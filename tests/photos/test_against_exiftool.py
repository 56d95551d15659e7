"""Files that exiftool describes as agencies do, in every format: we read what exiftool reads."""

import datetime as dt
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from articles.demo.camera import develop
from articles.photos.metadata import read_metadata
from articles.photos.record import Metadata
from tests.photos.pictures import encode, heic, quarters

pytestmark = pytest.mark.skipif(not shutil.which("exiftool"), reason="exiftool is not installed")

AE = "Søren Ærø Ågård"
NOTICE = "© 2026 Linse & Lys/»Ritzau« <Scanpix>"
CAPTION = 'Blåt lys over søen – "æøå", 20 °C & regn.'
XMP = [
    f"-XMP-dc:Creator={AE}",
    "-XMP-dc:Creator=Jane Doe",
    f"-XMP-dc:Rights={NOTICE}",
    f"-XMP-dc:Description={CAPTION}",
    "-XMP-photoshop:Credit=Linse & Lys",
    "-XMP-photoshop:Headline=Blåt lys",
]
IIM = [
    f"-IPTC:By-line={AE}",
    "-IPTC:By-line=Jane Doe",
    "-IPTC:Credit=Linse & Lys",
    f"-IPTC:CopyrightNotice={NOTICE}",
    f"-IPTC:Caption-Abstract={CAPTION}",
    "-IPTC:Headline=Blåt lys",
]
EXIF = [
    f"-EXIF:Artist={AE}; Jane Doe",
    f"-EXIF:Copyright={NOTICE}",
    f"-EXIF:ImageDescription={CAPTION}",
    "-EXIF:DateTimeOriginal=2026:07:01 00:30:00",
    "-EXIF:OffsetTimeOriginal=+02:00",
]
LANGUAGES = [
    "-XMP-dc:Description=A bridge",
    "-XMP-dc:Description-en-GB=A bridge in rain",
    "-XMP-dc:Description-da-DK=En bro i regn",
    "-XMP-iptcCore:AltTextAccessibility=A bridge",
    "-XMP-iptcCore:AltTextAccessibility-en=A wet bridge",
    "-XMP-iptcCore:AltTextAccessibility-da=En våd bro",
    "-XMP-iptcCore:ExtDescrAccessibility=A very long description of a bridge",
    "-XMP-dc:Rights-da=© Søren",
]
RIGHTS = [
    "-XMP-xmpRights:UsageTerms=Kun redaktionelt brug. Ikke til reklame.",
    "-XMP-xmpRights:WebStatement=https://example.org/licence?a=1&b=2",
    "-XMP-plus:Licensor=[{LicensorName=Linse & Lys,LicensorURL=https://example.org/buy?id=7}]",
    "-XMP-plus:ImageSupplierImageID=LL-2026-0042",
]
UTF_8 = ["-IPTC:CodedCharacterSet=UTF8"]
# What is passed to exiftool, for every format that can hold it.
SAMPLES = {
    "xmp": XMP,
    "xmp, attributes": ["-api", "Compact=Shorthand", *XMP, *LANGUAGES, *RIGHTS],
    "languages": LANGUAGES,
    "rights": RIGHTS,
    "licence of Creative Commons": ["-XMP-cc:License=https://creativecommons.org/licenses/by/4.0/"],
    "getty": ["-XMP-getty:AssetID=1234567890", "-XMP-dc:Title=1234567890"],
    "exif": EXIF,
    "iim, declared UTF-8": [*UTF_8, *IIM],
    "iim, Latin-1": ["-charset", "iptc=latin", *IIM],
    "everything": [*UTF_8, *IIM, *XMP, *LANGUAGES, *RIGHTS, *EXIF],
    "lines": ["-XMP-dc:Description=Two\nlines\tand  spaces ", "-XMP-dc:Creator= Jane "],
    "instructions": [*UTF_8, "-IPTC:SpecialInstructions=NO SALES", "-IPTC:ObjectName=Blåt lys"],
    "long": ["-XMP-dc:Description=" + "æøå " * 1200, "-XMP-photoshop:Credit=" + "x" * 300],
    "extended": [*XMP, "-XMP-photoshop:Instructions=" + "y" * 70_000, *RIGHTS],
}
JPEG_ALONE = {
    "iim changed after the xmp": [
        *XMP,
        "-Photoshop:IPTCDigest=00112233445566778899aabbccddeeff",
        "-IPTC:By-line=Later Hand",
        "-IPTC:CopyrightNotice=Later notice",
        "-IPTC:Caption-Abstract=Later words.",
    ],
    "iim cut at its longest, after the xmp": [
        "-Photoshop:IPTCDigest=00112233445566778899aabbccddeeff",
        "-XMP-dc:Creator=A Photographer Whose Name Is Longer Than That",
        "-IPTC:By-line=A Photographer Whose Name Is Lon",
    ],
    "iim that agrees with the xmp": [
        *XMP,
        "-Photoshop:IPTCDigest=new",
        "-IPTC:Caption-Abstract=Cut",
    ],
}
BLANK = {
    "jpg": encode(quarters()),
    "png": encode(quarters(), "PNG"),
    "webp": encode(quarters(), "WEBP"),
    "avif": encode(quarters(), "AVIF"),
    "heic": heic(quarters()),
}


def described(folder: Path) -> list[Path]:
    """Have exiftool, once, write every sample in every format that it writes it to."""
    script = []
    for kind, data in BLANK.items():
        samples = SAMPLES | (JPEG_ALONE if kind == "jpg" else {})
        for number, arguments in enumerate(samples.values()):
            file = folder / f"{number}.{kind}"
            file.write_bytes(data)
            fits = [each for each in arguments if kind in ("jpg", "png") or "IPTC" not in each]
            if any("=" in each for each in fits):
                script += ["-overwrite_original", "-q", "-m", *fits, str(file), "-execute"]
    # Each argument on its own line: line breaks within one are written as #[CSTR] asks for.
    lines = [f"#[CSTR]{_quoted(each)}" for each in script]
    ran = subprocess.run(
        ["exiftool", "-@", "-"], input="\n".join(lines), capture_output=True, text=True
    )
    assert ran.stderr == ""
    return sorted(each for each in folder.iterdir() if each.is_file())


def _quoted(argument: str) -> str:
    return argument.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def told(files: list[Path]) -> dict[str, dict[str, Any]]:
    """What exiftool reads, by file: with its own reading of the guidelines for what is said twice."""
    command = ["exiftool", "-json", "-struct", "-G1", "-a", "-use", "MWG", *map(str, files)]
    ran = subprocess.run(command, capture_output=True, text=True)
    return {each["SourceFile"]: each for each in json.loads(ran.stdout)}


def as_metadata(found: dict[str, Any]) -> Metadata:
    """The same in our dataclass."""

    def said(*names: str) -> str:
        values = (found.get(name, "") for name in names)
        texts = (", ".join(map(str, v)) if isinstance(v, list) else str(v) for v in values)
        return next((" ".join(text.split()) for text in texts if text.strip()), "")

    def words(name: str, *first: str) -> dict[str, str]:
        texts = {"": said(*first, name), "en": "", "da": ""}
        for key in found:
            if key.startswith(f"{name}-"):
                texts[key.removeprefix(f"{name}-")[:2]] = said(key)
        return {language: text for language, text in texts.items() if text}

    licensor = found.get("XMP-plus:Licensor", [{}])[0]
    hour = f"{found.get('ExifIFD:DateTimeOriginal')} {found.get('ExifIFD:OffsetTimeOriginal')}"
    return Metadata(
        creator=said("MWG:Creator", "IPTC:By-line"),
        credit=said("XMP-photoshop:Credit", "IPTC:Credit") or licensor.get("LicensorName", ""),
        copyright_notice=said("MWG:Copyright", "IPTC:CopyrightNotice", "XMP-dc:Rights-da"),
        usage_terms=said(
            "XMP-xmpRights:UsageTerms", "XMP-photoshop:Instructions", "IPTC:SpecialInstructions"
        )[:5000],
        headline=said("XMP-photoshop:Headline", "IPTC:Headline", "IPTC:ObjectName"),
        license_url=said("XMP-xmpRights:WebStatement", "XMP-cc:License"),
        acquire_url=licensor.get("LicensorURL", ""),
        stock_id=said("XMP-plus:ImageSupplierImageID", "XMP-getty:AssetID"),
        captions={
            k: v[:5000].strip()
            for k, v in words(
                "XMP-dc:Description", "MWG:Description", "IPTC:Caption-Abstract"
            ).items()
        },
        alts=words("XMP-iptcCore:AltTextAccessibility"),
        taken_at=dt.datetime.strptime(hour, "%Y:%m:%d %H:%M:%S %z")
        if "ExifIFD:OffsetTimeOriginal" in found
        else None,
    )


def test_we_read_what_exiftool_reads(tmp_path: Path) -> None:
    files = described(tmp_path)
    found = told(files)
    ours = {file.name: read_metadata(file) for file in files}
    theirs = {file.name: as_metadata(found[str(file)]) for file in files}
    assert ours == theirs
    assert sum(each != Metadata() for each in ours.values()) > 50


def test_what_our_own_camera_writes(tmp_path: Path) -> None:
    file = tmp_path / "camera.jpg"
    taken = dt.datetime(2026, 7, 1, 12, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    file.write_bytes(
        develop(quarters(), creator=AE, credit="Linse & Lys", caption=CAPTION, taken=taken)
    )
    assert read_metadata(file) == as_metadata(told([file])[str(file)])
