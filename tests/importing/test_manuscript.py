"""What the manuscripts of this folder's neighbour say, part by part."""

from pathlib import Path

import pytest

from articles.importing import decode
from articles.importing.errors import ManuscriptError
from articles.importing.lines import Fate, Why
from articles.importing.manuscript import parse
from articles.importing.parts import (
    Manuscript,
    ManuscriptLink,
    ManuscriptSlide,
    ManuscriptSource,
    Teaser,
)

FOLDER = Path(__file__).parents[1] / "manuscripts"
SHARED = Path(__file__).parents[3] / "shared" / "seed" / "page-capture.txt"


def manuscript(name: str) -> Manuscript:
    return parse(decode.read(FOLDER / name), language=name.split(".")[-2])


def headings(read: Manuscript) -> list[str]:
    return [slide.heading for slide in read.slides]


def dropped(read: Manuscript) -> list[tuple[int, Why | None]]:
    return [(line.number, line.why) for line in read.lines if line.fate is Fate.DROPPED]


def doubts(read: Manuscript) -> list[tuple[int, Why | None, Fate | None]]:
    return [(line.number, line.why, line.kept) for line in read.needs_you]


def test_it_reads_a_captured_page() -> None:
    read = manuscript("capture.en.txt")
    assert read.headline == "Does your kettle hum before it boils? Physicists now know why"
    assert read.standfirst == (
        "Long before the lid rattles, a kettle starts to sing. A group in Odense has recorded"
        " four hundred of them and found out what the song is made of."
    )
    assert headings(read) == [
        "It starts with a whisper",
        "Bubbles that never arrive",
        "Why the note climbs",
        "And then it goes quiet",
    ]
    assert read.slides[2] == ManuscriptSlide(
        heading="Why the note climbs",
        paragraphs=(
            "As the water warms, the bubbles survive a little longer and the note climbs from"
            " 200 to 900 hertz.",
        ),
        credit="Stockholt.com",
        lines=(27, 30, 32),
    )
    assert {slide.credit for slide in read.slides} == {"Stockholt.com"}
    assert read.links == (
        ManuscriptLink(
            2, "Your Toaster Knows More About You - and It's Not Afraid to Tell", "", 25
        ),
        ManuscriptLink(4, "Which Cup Keeps Its Tea Warm? We Measured Eleven of Them", "", 42),
    )
    assert read.sources == (ManuscriptSource("Fyns Teknik", "", "da", 40),)
    assert [(teaser.line, teaser.title) for teaser in read.teasers] == [
        (46, "Which Cup Keeps Its Tea Warm? We Measured Eleven of Them"),
        (50, "Your Toaster Knows More About You – and It’s Not Afraid to Tell"),
    ]
    assert dropped(read) == [
        (1, Why.PLACEHOLDER),
        (5, Why.EMPTY_DATE),
        (7, Why.SHARE),
        (9, Why.SHARE),
        (29, Why.KEYWORDS),
        *((number, Why.REPEATED_TEASER) for number in (54, 56, 58, 60)),
    ]
    assert read.needs_you == ()


def test_it_reads_a_danish_page_just_so() -> None:
    read = manuscript("capture.da.txt")
    assert read.headline == "Hvorfor synger kedlen? Nu har fysikerne svaret"
    assert headings(read)[1:3] == ["Bobler, der aldrig når frem", "Derfor stiger tonen"]
    assert {slide.credit for slide in read.slides} == {"Stockholt.com"}
    assert [(link.after, link.title) for link in read.links] == [
        (2, "Din brødrister ved mere om dig – og den siger det højt"),
        (4, "Hvilken kop holder bedst på varmen? Vi har målt elleve"),
    ]
    assert read.sources == (ManuscriptSource("Fyns Teknik", "", "da", 40),)
    assert len(read.teasers) == 2
    assert [why for _, why in dropped(read)] == [
        Why.PLACEHOLDER,
        Why.EMPTY_DATE,
        Why.SHARE,
        Why.SHARE,
        Why.KEYWORDS,
    ]
    assert read.needs_you == ()


@pytest.mark.seed
def test_it_reads_the_shared_capture() -> None:
    read = parse(decode.read(SHARED), language="en")
    assert len(read.slides) == 10
    assert all(slide.heading and len(slide.paragraphs) == 1 for slide in read.slides)
    assert [slide.credit for slide in read.slides] == ["Shutterstock.com"] * 10
    assert [slide.caption for slide in read.slides] == [""] * 10
    assert read.headline
    assert read.standfirst
    assert [link.after for link in read.links] == [3, 7, 10, 10]
    assert [(source.name, source.language) for source in read.sources] == [("News Medical", "da")]
    assert len(read.teasers) == 4
    assert all(teaser.text for teaser in read.teasers)
    assert (35, Why.KEYWORDS) in dropped(read)
    assert read.needs_you == ()


@pytest.mark.parametrize("name", ["clean.en.txt", "clean.da.txt"])
def test_it_finds_slides_that_only_their_headings_mark(name: str) -> None:
    read = manuscript(name)
    assert [len(slide.paragraphs) for slide in read.slides] == [2, 1, 1, 1, 1]
    assert headings(read)[3] in ("A colour you dislike", "En farve, du ikke kan lide")
    assert read.standfirst.startswith(("Some front doors", "Nogle hoveddøre"))
    assert read.needs_you == ()


def test_it_reads_the_labels_of_a_manuscript() -> None:
    read = manuscript("labelled.en.txt")
    assert (read.kicker, read.headline) == ("AT HOME", "The quiet science of folding a map")
    assert read.bylines == ("Nora Vind", "Peter Agerskov")
    assert read.slides[0] == ManuscriptSlide(
        heading="Eleven folds",
        paragraphs=(
            "A hiking map of Mols takes eleven folds, and there are 34 million ways to make them.",
            "Only two of them go back into the pocket.",
        ),
        caption="The sheet in the reading room at Ebeltoft.",
        alt="A hand smooths a large map on an oak table.",
        credit="© Jane Doe / Getty Images",
        photo_file="maps-01.jpg",
        lines=(9, 10, 11, 12, 13, 14, 15),
    )
    assert [source.name for source in read.sources] == ["Kortselskabet", "Fold & Form"]
    assert doubts(read) == [(5, Why.FIELD, None), (6, Why.EMBARGO, None)]
    assert [line.text for line in read.unplaced] == ["Topic: Science", "Embargo: 12 May, 6 am"]


def test_it_reads_danish_labels() -> None:
    read = manuscript("labelled.da.txt")
    assert (read.kicker, read.headline) == ("Hjemme", "Den stille videnskab om at folde et kort")
    assert read.standfirst.startswith("Papirkort er blevet erklæret døde")
    assert headings(read) == ["Elleve fold", "Harmonikaen", "En fold fra rummet"]
    assert [slide.alt for slide in read.slides] == [
        "En hånd glatter et stort kort ud på et egetræsbord.",
        "Et kort, der er foldet i smalle strimler.",
        "Et sølvblankt sejl foldes ud.",
    ]
    assert [slide.credit for slide in read.slides][1:] == ["Jane Doe/Ritzau Scanpix", "Privat"]
    assert read.sources == (
        ManuscriptSource("Kortselskabet", "https://kortselskabet.example/fold", "da", 24),
    )
    assert read.needs_you == ()


def test_it_reads_markdown() -> None:
    read = manuscript("markdown.en.md")
    assert read.headline == "What lives in a bicycle bell"
    assert read.standfirst.endswith("None of them was empty.")
    assert headings(read) == [
        "Rust with a history",
        "A spider with a plan",
        "Sand from nowhere near",
    ]
    assert read.slides[0].paragraphs[1:] == (
        "- Red flakes formed in damp air",
        "- Black flakes formed under water",
    )
    assert {slide.credit for slide in read.slides} == {"Mikkel Toft/Havnens Billeder"}
    assert read.links == (
        ManuscriptLink(2, "Why ducks follow trams", "https://nyt.example/en/nature/ducks", 20),
    )
    assert read.sources == (
        ManuscriptSource("Institute of Small Things", "https://small.example", "en", 30),
    )
    assert dropped(read) == [(28, Why.RULE)]


def test_it_takes_running_numbers_for_headings_and_captions_with_their_credit() -> None:
    read = manuscript("numbered.da.txt")
    assert headings(read) == [
        "Del den i tre",
        "Vand nedefra",
        "Giv den sydvinduet",
        "Klip over et bladpar",
    ]
    assert read.slides[0].caption == (
        "En købt potte rummer op mod 25 planter, der slås om pladsen."
    )
    assert {slide.credit for slide in read.slides} == {"Ib Bang/Grøn Presse"}
    assert [source.name for source in read.sources] == [
        "Haveselskabet Øst",
        "Lundby Planteskole",
        "Køkkenhaven",
    ]
    assert doubts(read) == [(3, Why.LEAD_CREDIT, None)]


def test_a_countdown_keeps_its_numbers() -> None:
    read = manuscript("countdown.en.txt")
    assert headings(read) == [
        "3) The great green bush-cricket",
        "2) The mole cricket",
        "1) The lesser water boatman",
    ]
    assert read.links == (ManuscriptLink(3, "How to record a sound you cannot hear", "", 24),)
    assert [source.name for source in read.sources] == ["Meadow Watch", "The Pond Survey"]
    assert read.needs_you == ()


def test_it_tells_captions_from_headings() -> None:
    read = manuscript("captions.en.txt")
    assert [(slide.heading, slide.caption) for slide in read.slides] == [
        ("A line that no longer fits", "Surveyor Ane Kjær on the old quay in March."),
        ("Sand under the stones", "The cores are kept in a shed behind the ice plant."),
        ("A slow journey", ""),
    ]
    assert read.needs_you == ()


@pytest.mark.parametrize(
    ("name", "first", "credits"),
    [
        (
            "credit-first.da.txt",
            "En streg, der ikke passer mere",
            ["Lars Brink/Kystfoto", "Lars Brink/Kystfoto", "Kystfoto"],
        ),
        (
            "credit-last.en.txt",
            "The footbridge in Lemvig",
            ["Sara Munk", "Sara Munk", "Tom Rye/Broarkivet", "Tom Rye/Broarkivet"],
        ),
    ],
)
def test_credits_may_stand_above_or_below(name: str, first: str, credits: list[str]) -> None:
    read = manuscript(name)
    assert headings(read)[0] == first
    assert [slide.credit for slide in read.slides] == credits
    assert all(len(slide.paragraphs) == 1 for slide in read.slides)
    assert read.needs_you == ()


def test_it_joins_hard_wrapped_lines() -> None:
    read = manuscript("wrapped.en.txt")
    assert headings(read) == ["A dairyman with a plan", "Rising with Havarti", "What the log says"]
    assert read.slides[1].paragraphs == (
        "Each cheese weighed 4.2 kilos, which is to say that forty of them made as much ballast"
        " as two grown men. The balloon was in the air at 5 in the morning on 14 June.",
    )
    assert read.links == (
        ManuscriptLink(2, "Letters that arrived after their senders had given up", "", 20),
    )


def test_it_finds_the_story_in_a_heap_of_furniture() -> None:
    read = manuscript("messy.da.txt")
    assert read.headline == "Ti minutter med en måge"
    assert read.bylines == ("Maja Krog",)
    assert read.standfirst == (
        "En sildemåge ved Hvide Sande har lært at åbne madkasser. Vi lod den åbne ti."
    )
    assert [(slide.heading, slide.credit) for slide in read.slides] == [
        ("Den venter på vinden", "Bo Strand/Ritzau Scanpix"),
        ("Den kender klik fra snap", "Shutterstock"),
        ("Den deler ikke", "Bo Strand / Ritzau Scanpix"),
    ]
    assert (read.slides[0].photo_file, read.slides[1].stock_id) == ("maage_01.jpg", "20931174")
    assert read.slides[2].paragraphs == (
        "Kommer der en måge til, flyver den med hele kassen – også når den er tom.",
    )
    assert read.teasers == (
        Teaser("Derfor står skarver med vingerne ude", "", 38),
        Teaser("Hvem ejer et drivtømmer?", "", 39),
    )
    assert read.needs_you == ()
    furniture = [1, 2, 4, 6, 7, 8, 9, 10, 11, 14, 15, 20, 21, 22, 29, 30, 34, 35, 41, 42]
    assert [number for number, _ in dropped(read)] == furniture


def test_it_says_where_it_is_in_doubt() -> None:
    read = manuscript("doubtful.en.txt")
    assert read.kicker == "SCIENCE"
    assert headings(read) == [
        "Grains that cannot slip",
        "The break is the squeak.",
        "A field recording",
        "Warm days",
    ]
    assert doubts(read) == [
        (4, Why.COMMERCIAL, None),
        (8, Why.EXTRA_STANDFIRST, Fate.STANDFIRST),
        (16, Why.LIKE_BODY, Fate.HEADING),
        (22, Why.NO_CREDIT, Fate.HEADING),
        (30, Why.SECOND_CREDIT, None),
        (36, Why.AFTER_END, None),
        (40, Why.SECTION_NAME, None),
        (46, Why.IN_TEASERS, None),
    ]


def test_a_detail_says_what_it_means() -> None:
    details = {line.number: line.detail for line in manuscript("doubtful.en.txt").lines}
    assert details[10] == "slide 1"
    assert details[16] == "used as a heading, but it reads like text, kept as heading, slide 2"
    assert details[30] == "a second photo credit in one slide, put aside, slide 4"
    assert details[11] == ""


@pytest.mark.parametrize(
    "text",
    [
        "One line",
        "milk\neggs\nbread\nbutter",
        "A headline\n\nA standfirst that ends as it should.",
        "A headline\n\n" + "A paragraph that is nothing but that, and ends as it should.\n\n" * 5,
        "***\n\n---",
    ],
)
def test_a_text_without_slides_is_refused(text: str) -> None:
    with pytest.raises(ManuscriptError, match="No slides could be found"):
        parse(text, language="en")


def test_prose_is_refused() -> None:
    with pytest.raises(ManuscriptError, match="No slides could be found"):
        parse(decode.read(FOLDER / "prose.txt"), language="en")


def test_a_book_is_refused() -> None:
    with pytest.raises(ManuscriptError, match="more than 5000 lines"):
        parse("A line\n" * 5001, language="en")


def test_a_list_in_the_middle_of_an_article_is_told() -> None:
    slide = "{}\n\nPhoto: Kystfoto\n\nThe harbour moves, and nobody has felt it. {}\n\n"
    text = (
        "The harbour\n\nIt has moved.\n\n"
        + slide.format("A line", "So the line of bolts moves with it, year after year. " * 2)
        + "Related articles\n\nWhere the sand goes\n\n"
        + slide.format("A bed of sand", "Below the stones the sand behaves like syrup. " * 2)
    )
    read = parse(text, language="en")
    assert headings(read) == ["A line", "A bed of sand"]
    assert doubts(read) == [(11, Why.LIST_INSIDE, Fate.LABEL)]


def test_headings_may_end_in_full_stops() -> None:
    text = (
        "Cold feet\n\nFour ways to get rid of them.\n\n"
        "Dry socks.\n\nWet wool takes the heat out of your feet four times as fast as dry.\n\n"
        "A brisk walk.\n\nTwenty minutes move the blood down to the toes and keep it there.\n\n"
        "Less coffee.\n\nIt narrows the vessels, and the toes are where that is felt first.\n\n"
        "A good hat\n\nNobody knows why, but those who wear one complain of cold feet less."
    )
    read = parse(text, language="en")
    assert headings(read) == ["Dry socks.", "A brisk walk.", "Less coffee.", "A good hat"]
    assert read.needs_you == ()
