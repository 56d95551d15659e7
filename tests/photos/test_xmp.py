"""XMP packets in every form that RDF allows, damaged ones and hostile ones."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.photos.xmp import Xmp, read_xmp

SPACES = " ".join(
    f'xmlns:{name}="{space}"'
    for name, space in {
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "dc": "http://purl.org/dc/elements/1.1/",
        "photoshop": "http://ns.adobe.com/photoshop/1.0/",
        "core": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
        "rights": "http://ns.adobe.com/xap/1.0/rights/",
        "plus": "http://ns.useplus.org/ldf/xmp/1.0/",
        "cc": "http://creativecommons.org/ns#",
        "getty": "http://xmp.gettyimages.com/gift/1.0/",
        "exif": "http://ns.adobe.com/exif/1.0/",
        "mm": "http://ns.adobe.com/xap/1.0/mm/",
        "note": "http://ns.adobe.com/xmp/note/",
    }.items()
)
AE = "Søren Ærø"


def packet(properties: str, attributes: str = "") -> str:
    return (
        f'<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f"<rdf:RDF {SPACES}><rdf:Description {attributes}>{properties}</rdf:Description></rdf:RDF>"
        f'</x:xmpmeta>\n   <?xpacket end="w"?>\0'
    )


def read(properties: str, attributes: str = "") -> Xmp:
    return read_xmp(packet(properties, attributes).encode())


@pytest.mark.parametrize(
    "creator",
    [
        f"<dc:creator><rdf:Seq><rdf:li>{AE}</rdf:li></rdf:Seq></dc:creator>",
        f"<dc:creator><rdf:Bag><rdf:li>\n {AE}</rdf:li></rdf:Bag></dc:creator>",
        f"<dc:creator>{AE}</dc:creator>",
        f"<dc:creator><![CDATA[{AE}]]></dc:creator>",
        "<dc:creator>S&#xF8;ren &#198;r&#248;</dc:creator>",
        f'<dc:creator rdf:parseType="Resource"><rdf:value>{AE}</rdf:value></dc:creator>',
        f"<dc:creator><rdf:Description><rdf:value>{AE}</rdf:value></rdf:Description></dc:creator>",
        f"<dc:creator><rdf:Seq><rdf:li/><rdf:li>{AE}</rdf:li><rdf:li>{AE}</rdf:li></rdf:Seq></dc:creator>",
    ],
)
def test_a_property_in_every_form(creator: str) -> None:
    assert read(creator) == Xmp(creator=AE)


def test_properties_as_attributes() -> None:
    said = (
        f'dc:creator="{AE}" photoshop:Credit="Linse &amp; Lys" rights:WebStatement="http://a.dk/b"'
    )
    assert read("", said) == Xmp(creator=AE, credit="Linse & Lys", license_url="http://a.dk/b")


def test_words_by_language() -> None:
    alternatives = "<rdf:Alt>{}</rdf:Alt>".format(
        "".join(
            f'<rdf:li xml:lang="{language}">{text}</rdf:li>'
            for language, text in [
                ("x-default", "A bridge"),
                ("en-GB", "A bridge"),
                ("en-US", "Bridge"),
                ("da_DK", "En bro"),
                ("!", "nothing"),
            ]
        )
    )
    said = read(
        f"<dc:description>{alternatives}</dc:description>"
        f"<core:AltTextAccessibility>{alternatives}</core:AltTextAccessibility>"
        f"<core:ExtDescrAccessibility>{alternatives}</core:ExtDescrAccessibility>"
        f"<dc:rights>{alternatives}</dc:rights>"
    )
    words = {"en": "A bridge", "da": "En bro"}
    assert said == Xmp(copyright_notice="A bridge", captions=words, alts=words)


@pytest.mark.parametrize(
    "licensor",
    [
        '<rdf:Seq><rdf:li plus:LicensorName="Lys" plus:LicensorURL="http://a.dk/buy"/></rdf:Seq>',
        '<rdf:Seq><rdf:li rdf:parseType="Resource"><plus:LicensorName>Lys</plus:LicensorName>'
        "<plus:LicensorURL>http://a.dk/buy</plus:LicensorURL></rdf:li></rdf:Seq>",
        "<rdf:Bag><rdf:li><rdf:Description><plus:LicensorName>Lys</plus:LicensorName>"
        '<plus:LicensorURL rdf:resource="http://a.dk/buy"/></rdf:Description></rdf:li></rdf:Bag>',
    ],
)
def test_a_licensor_in_every_form(licensor: str) -> None:
    said = read(f"<plus:Licensor>{licensor}</plus:Licensor>")
    assert said == Xmp(licensor="Lys", acquire_url="http://a.dk/buy")


@pytest.mark.parametrize(
    ("properties", "said"),
    [
        ('<cc:license rdf:resource="http://cc.org/by"/>', Xmp(license_url="http://cc.org/by")),
        ("<rights:WebStatement>javascript:x()</rights:WebStatement>", Xmp()),
        ("<getty:AssetID>12345</getty:AssetID>", Xmp(stock_id="12345")),
        ("<photoshop:Instructions>NO SALES</photoshop:Instructions>", Xmp(instructions="NO SALES")),
        ("<photoshop:DateCreated>2026-07-01</photoshop:DateCreated>", Xmp(taken_at=dt.datetime.fromisoformat("2026-07-01"))),
        ("<exif:DateTimeOriginal>2026-07-01T12:30:00+02:00</exif:DateTimeOriginal>", Xmp(taken_at=dt.datetime.fromisoformat("2026-07-01T12:30:00+02:00"))),
        ("<photoshop:DateCreated>2026</photoshop:DateCreated>", Xmp()),
        ("<mm:Pantry><rdf:Bag><rdf:li rdf:parseType='Resource'><dc:creator>Other</dc:creator></rdf:li></rdf:Bag></mm:Pantry>", Xmp()),
    ],
)  # fmt: skip
def test_what_else_it_says(properties: str, said: Xmp) -> None:
    assert read(properties) == said


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-16-le", "utf-32-be", "utf-32-le"]
)
def test_packets_in_every_encoding(encoding: str) -> None:
    text = packet(f"<dc:creator>{AE}</dc:creator>").removesuffix("\0")
    assert read_xmp(text.encode(encoding)) == Xmp(creator=AE)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"", b""),
        (AE.encode(), AE.encode("latin-1")),
        (b"</dc:creator>", b"</dc:creator><photoshop:Credit>a & b &nbsp;\x0b"),
        (b"</rdf:Description>", b"</rdf:Descr"),
        (b"</x:xmpmeta>", b""),
        (b"<?xpacket begin", b"\x01\x02<?xpacket begin"),
    ],
)
def test_a_damaged_packet_gives_what_it_can(before: bytes, after: bytes) -> None:
    whole = packet(f"<dc:creator>{AE}</dc:creator><dc:title/>").encode()
    assert read_xmp(whole.replace(before, after, 1)).creator == AE


def test_the_packet_comes_before_what_extends_it() -> None:
    guid = b"0123456789ABCDEF" * 2
    first = packet("<dc:creator>Jane</dc:creator>", f'note:HasExtendedXMP="{guid.decode()}"')
    extended = packet("<dc:creator>John</dc:creator><photoshop:Credit>Lys</photoshop:Credit>")
    others = {guid: extended.encode(), b"F" * 32: packet("<dc:title>Other</dc:title>").encode()}
    assert read_xmp(first.encode(), others) == Xmp(creator="Jane", credit="Lys")
    assert read_xmp(packet("<dc:creator>Jane</dc:creator>").encode(), others) == Xmp(creator="Jane")


LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "kind",
    [
        f'<!DOCTYPE x [<!ENTITY a0 "ha">{LAUGHS}]>',
        '<!DOCTYPE x [<!ENTITY a9 SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd">',
    ],
)
def test_entities_and_document_types_are_refused(kind: str) -> None:
    hostile = kind + packet("<dc:creator>&a9;</dc:creator>").partition("?>")[2]
    assert read_xmp(hostile.encode()) == Xmp()


@pytest.mark.parametrize(
    "properties",
    [
        "<a>" * 300_000,
        "<dc:creator>" * 80_000,
        "<dc:creator/>" * 80_000,
        "<dc:creator><rdf:Seq>" + "<rdf:li>x</rdf:li>" * 60_000,
        "<dc:creator>" + "x" * 1_000_000,
        "<dc:creator>" + "&" * 1_000_000,
    ],
)
def test_a_huge_packet_is_read_within_bounds(properties: str) -> None:
    said = read_xmp(packet(properties).encode())
    assert said == Xmp(creator=said.creator)
    assert len(said.creator) <= 5_000


@given(st.binary(max_size=200))
def test_any_bytes_are_read(data: bytes) -> None:
    read_xmp(data)
    read_xmp(b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + data)
