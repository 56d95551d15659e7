"""What is a file's name or a list of keywords, and what only looks a little like one."""

import pytest

from articles.text.filenames import looks_like_filename


@pytest.mark.parametrize(
    "text",
    [
        "shutterstock_1093384417,Coast,,Storm",
        "shutterstock_1093384417",
        "GettyImages-1234567890",
        "AdobeStock_123456789",
        "iStock-483960103",
        "IMG_2210.HEIC",
        " img_2210.heic ",
        "DSC_4471",
        "DSCF0042",
        "_MG_0815",
        "P1010203",
        "PXL_20260101_120000123",
        "IMG-20260101-WA0001",
        "IMG_2210 (1).jpg",
        "DSC_4471 harbour",
        "20261123_063000",
        "WhatsApp Image 2026-01-01 at 12.00.00",
        "Screenshot 2026-11-23 at 07.00.13",
        "Skærmbillede 2026-11-23",
        "havnen.jpg",
        "Coast at dawn.JPEG",
        "coast_storm_final",
        "havn-2026-003",
        "9f86d081884c7d659a2feaa0",
        "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
        "1093384417",
        "Coast-Storm-1024x683",
        "image",
        "Photo 12",
        "Billede (3)",
        "untitled",
        "Coast,,Storm",
        "sea,wave,beach,sand",
        "beach, sea, sand, cyclist, summer, holiday",
        "Strand, Hav, Sand, Blå himmel, Sommer, Ferie",
    ],
)
def test_no_reader_is_helped_by(text: str) -> None:
    assert looks_like_filename(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "A jetty at dawn.",
        "En badebro ved daggry, nummer 12.",
        "Aarhus",
        "Vesterhavet ved Nørre Vorupør",
        "1984",
        "The harbour in 2026",
        "Aarhus-Odense",
        "E45 south of Vejle",
        "A boat, a buoy, a gull, a wave",
        "Storm, Coast, Sea",
        "Bread, butter, cheese, ham and a pot of tea, at last",
        "Brød, smør, ost, skinke, te og kaffe",
        "Ada Holm, Bo Lund, Cai Ravn, Dea Falk, Eva Toft, Finn Bro",
        "Ost, brød, skinke, te",
        "A boat, a buoy, a gull, a wave, a pier, a dog",
        "In all, 10,000 of 12,500 came",
        "Photo by Signe Brandt",
        "Image of a wave on a screen",
        "Image 3 of the series shows a wave",
        "The camera’s DSC_4471 hangs on the wall",
        "Marie,Jens",
        "COVID-19",
        "Mette-Marie",
        "A Boeing 747-400 over Kastrup",
        "kl. 06.30",
    ],
)
def test_somebody_wrote(text: str) -> None:
    assert not looks_like_filename(text)
