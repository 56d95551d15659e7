"""A picture file as a camera or an agency hands it in, with the metadata that travels in it.

`develop` writes what our own intake must read, and what our renditions must never pass on:
EXIF (with place and serial number), an IPTC record and an XMP packet, in the forms of
Exif 2.32 (CIPA DC-008), IPTC-IIM 4.2, and XMP parts 1 and 3 (ISO 16684-1, embedding in JPEG).
"""

import io
import struct
from datetime import datetime
from xml.sax.saxutils import escape

from PIL import Image
from PIL.ExifTags import GPS, IFD, Base
from PIL.TiffImagePlugin import IFDRational

QUALITY = 85

# How to turn upright pixels so that a viewer who obeys the flag sets them right again.
UNTURN = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}

# Longest text of an IPTC dataset, in octets (IIM 4.2, chapter 6).
BYLINE, CREDIT, COPYRIGHT, CAPTION = (80, 32), (110, 32), (116, 128), (120, 2000)


def develop(
    image: Image.Image,
    *,
    orientation: int = 1,
    creator: str = "",
    credit: str = "",
    caption: str = "",
    gps: tuple[float, float] | None = None,
    taken: datetime | None = None,
    serial: str = "",
) -> bytes:
    """JPEG bytes of an upright picture, held and described as a photographer would.

    `orientation` is the EXIF flag, 1 to 8: the pixels are turned so that the flag sets them
    right. `gps` is (latitude, longitude) in degrees, north and east positive. An aware
    `taken` is written with its offset. IPTC and XMP are left out when there is nothing to
    say in them. Raises ValueError for an orientation that EXIF does not know.
    """
    if orientation not in range(1, 9):
        raise ValueError(f"EXIF knows the orientations 1 to 8, not {orientation}")
    pixels = image.convert("RGB")
    if orientation in UNTURN:
        pixels = pixels.transpose(UNTURN[orientation])
    out = io.BytesIO()
    exif = _exif(pixels.size, orientation, creator, credit, gps, taken, serial)
    pixels.save(out, "JPEG", quality=QUALITY, exif=exif)
    if not (creator or credit or caption):
        return out.getvalue()
    xmp, iptc = _xmp(creator, credit, caption), _iptc(creator, credit, caption, taken)
    return _insert(out.getvalue(), [_segment(0xE1, xmp), _segment(0xED, _photoshop(iptc))])


def _exif(
    size: tuple[int, int],
    orientation: int,
    creator: str,
    credit: str,
    gps: tuple[float, float] | None,
    taken: datetime | None,
    serial: str,
) -> Image.Exif:
    """The EXIF block. Texts go in as UTF-8 bytes, as the Metadata Working Group asks for:
    Pillow would turn every letter outside ASCII into a question mark."""
    exif = Image.Exif()
    exif[Base.Make], exif[Base.Model] = "Diptych", "Demo"
    exif[Base.Orientation] = orientation
    exif[Base.XResolution] = exif[Base.YResolution] = IFDRational(72)
    exif[Base.ResolutionUnit], exif[Base.YCbCrPositioning] = 2, 1
    details = exif.get_ifd(IFD.Exif)
    details[Base.ExifVersion], details[Base.FlashPixVersion] = b"0232", b"0100"
    details[Base.ColorSpace] = 1  # sRGB
    details[Base.ExifImageWidth], details[Base.ExifImageHeight] = size
    if creator:
        exif[Base.Artist] = creator.encode()
    if credit:
        exif[Base.Copyright] = f"© {credit}".encode()
    if taken:
        exif[Base.DateTime] = details[Base.DateTimeOriginal] = f"{taken:%Y:%m:%d %H:%M:%S}"
        if taken.tzinfo:
            offset = f"{taken:%z}"
            details[Base.OffsetTimeOriginal] = f"{offset[:3]}:{offset[3:5]}"
    if serial:
        details[Base.BodySerialNumber] = serial
    if gps:
        exif.get_ifd(IFD.GPSInfo).update(_position(*gps))
    return exif


def _position(latitude: float, longitude: float) -> dict[int, object]:
    return {
        GPS.GPSVersionID: b"\x02\x03\x00\x00",
        GPS.GPSLatitudeRef: "N" if latitude >= 0 else "S",
        GPS.GPSLatitude: _sexagesimal(latitude),
        GPS.GPSLongitudeRef: "E" if longitude >= 0 else "W",
        GPS.GPSLongitude: _sexagesimal(longitude),
    }


def _sexagesimal(angle: float) -> tuple[IFDRational, IFDRational, IFDRational]:
    """Degrees, minutes and seconds, the last to a hundredth (about 30 cm on the ground)."""
    minutes, hundredths = divmod(round(abs(angle) * 360_000), 6_000)
    degrees, minutes = divmod(minutes, 60)
    return IFDRational(degrees), IFDRational(minutes), IFDRational(hundredths, 100)


def _iptc(creator: str, credit: str, caption: str, taken: datetime | None) -> bytes:
    """An IIM record; its envelope declares UTF-8 (1:90, the escape sequence ESC % G)."""
    parts = [_dataset(1, 0, b"\x00\x04"), _dataset(1, 90, b"\x1b%G"), _dataset(2, 0, b"\x00\x04")]
    if taken:
        parts.append(_dataset(2, 55, f"{taken:%Y%m%d}".encode()))
    notice = f"© {credit}" if credit else ""
    texts = ((BYLINE, creator), (CREDIT, credit), (COPYRIGHT, notice), (CAPTION, caption))
    for (number, longest), text in texts:
        if text:
            # Cut between letters: half a UTF-8 sequence would spoil the whole field.
            octets = text.encode()[:longest].decode(errors="ignore").encode()
            parts.append(_dataset(2, number, octets))
    return b"".join(parts)


def _dataset(record: int, number: int, value: bytes) -> bytes:
    return struct.pack(">BBBH", 0x1C, record, number, len(value)) + value


def _photoshop(iptc: bytes) -> bytes:
    """The image resource block 0x0404 with an empty name, as JPEG's APP13 carries it."""
    padding = b"\x00" * (len(iptc) % 2)
    return b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + struct.pack(">I", len(iptc)) + iptc + padding


XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">
{properties}
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def _xmp(creator: str, credit: str, caption: str) -> bytes:
    properties = []
    if creator:
        item = f"<rdf:Seq><rdf:li>{escape(creator)}</rdf:li></rdf:Seq>"
        properties.append(f"   <dc:creator>{item}</dc:creator>")
    if credit:
        properties.append(f"   <photoshop:Credit>{escape(credit)}</photoshop:Credit>")
    if caption:
        item = f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(caption)}</rdf:li></rdf:Alt>'
        properties.append(f"   <dc:description>{item}</dc:description>")
    packet = XMP.format(properties="\n".join(properties))
    return b"http://ns.adobe.com/xap/1.0/\x00" + packet.encode()


def _segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def _insert(jpeg: bytes, segments: list[bytes]) -> bytes:
    """Put application segments behind those that stand at the start (JFIF and EXIF)."""
    at = 2
    while jpeg[at] == 0xFF and jpeg[at + 1] in (0xE0, 0xE1):
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return jpeg[:at] + b"".join(segments) + jpeg[at:]
