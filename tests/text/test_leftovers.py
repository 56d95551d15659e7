"""Placeholders of any editor are found, and so are empty labels; prose that looks alike is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.leftovers import empty_labels, passages, placeholders

SURE = [
    # page builders, themes, editors
    "Html code here! Put in any raw html code.",
    "Din html-kode her",
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit.",
    "Sed do eiusmod tempor incididunt ut labore et dolore magna aliqua.",
    "LOREM IPSUM",
    "Bacon ipsum for the picnic",
    "Add Your Heading Text Here",
    "Your text here",
    "Your content goes here. Edit or remove this text inline.",
    "I am text block. Click edit button to change this text.",
    "I'm a paragraph. Click here to add your own text and edit me. It's easy.",
    "Click to edit",
    "Click to add title",
    "Click or tap here to enter text.",
    "Start writing or type / to choose a block",
    "This is a sample page.",
    "This is placeholder text. Caption to come",
    "Sample page",
    "Insert text",
    "Insert quote here",
    "Slide title",
    "New slide 3",
    "Heading 2",
    "Caption missing",
    "Just another WordPress site",
    "Error! Reference source not found.",
    "[object Object]",
    "undefined",
    "asdf",
    "test test",
    "Indsæt tekst",
    "Indsæt billede her",
    "Skriv her",
    "Skriv noget her …",
    "Skriv din overskrift her",
    "Her kan du skrive din tekst",
    "Klik for at redigere",
    "Klik eller tryk her for at skrive tekst.",
    "Klik for at tilføje titel",
    "Din tekst her",
    "Billedtekst mangler",
    "Tekst følger",
    "Eksempeltekst",
    "Dette er en eksempeltekst, som ingen slettede.",
    "Slet denne tekst og begynd.",
    "Til redaktionen: husk at ringe til Bo",
    # templates and shortcodes
    "Dear {{ name }}",
    "{% block title %}",
    "Hello {name}!",
    "Kære ${fornavn}",
    "You have %s new gulls",
    "%(count)d måger",
    "*|FNAME|*",
    "<!-- wp:paragraph -->",
    "<?php echo 1 ?>",
    '[gallery ids="4,5"]',
    "[gallery]",
    "[caption width=300]Havnen[/caption]",
    "[vc_row]",
    "[/vc_column]",
    "![måge](https://x.example/a.jpg)",
    "**Det var koldt**",
    "## En overskrift",
    "Prisen er #REF! kroner",
    # notes
    "TODO",
    "TODO: call the mayor",
    "FIXME before ten",
    "The mayor, [TK], said no.",
    "TKTK",
    "They counted TK per cent of them.",
    "The ferry carries TK people.",
    "The name is TK.",
    "Byen har TK personer",
    "The meeting is on Friday (TBC).",
    "Mødet er TBD",
    "XX procent af dem",
    "Prisen steg med XX % i fjor.",
    "The bill was XXX pounds.",
    "Vi talte med borgmester XXX",
    "Peter Hansen (??) sagde nej.",
    "Han var 54 [tjek] år.",
    "Note to editor: cut here",
    "Dolor sit amet",
    "Vestibulum ante ipsum primis in faucibus",
    "%%title%%",
    "[indsæt citat fra borgmesteren]",
    "[photo]",
    "Dear <name>, come home.",
    "HUSK: ring til Bo",
    "Hun blev født xx. maj.",
    "headline tk",
    "Pladsholder",
    "This is a placeholder.",
    "Slet mig",
    "Her skal der stå en manchet",
    "Beskriv billedet her",
    "Navn Efternavn, titel",
    "Navn Navnesen",
    "Tilføj undertitel her",
    "Whatever it is, the way you tell your story online can make all the difference.",
]
PERHAPS = [
    "Title",
    "Overskrift",
    "Untitled",
    "This is a test",
    "Dette er en test",
    "Add a photo",
    "Bla bla bla",
    "…",
    "Her brugte de fyldtekst i stedet.",
    "They had left dummy text on the front page.",
    "TK says nothing about it",
    "Venue: TBA",
    "She is [age] years old.",
    "Manchet",
    "with love, mum xxx",
    "It all begins with an idea.",
    "Enter summary lines here",
]
PROSE = [
    "",
    "A to-do list is no plan, and the to do list on the fridge is none either.",
    "Todo el mundo, the Spaniards say.",
    "TK Maxx opens in Aarhus, and TK Elevator closes.",
    "TK’s shop and the TK-model",
    "Super Bowl XXX was played in 1996.",
    "Kapitel XXX handler om en hval.",
    "The XXX Olympiad",
    "The sizes are L, XL, XXL and XXXL.",
    "XX chromosomes and XY chromosomes",
    "TBE is spread by ticks. TBC Bank has bought a rival.",
    "Write your name on the card and put the text away.",
    "Insert the key, and turn.",
    "Click here and you will be sorry, they wrote.",
    "She was here, and her text was read aloud.",
    "His heading was due north; here the caption ends.",
    "Type 2 diabetes is common here.",
    "The paragraph was deleted by the editor.",
    "In this example, text is read backwards.",
    "Prices rose by 100 % from May to June, 50 % dyrere.",
    "The price of 5% stood.",
    "‘We need [more] help,’ she said of [her] brother [sic].",
    "»Vi [redaktionen, red.] ved det ikke,« siger han.",
    "Mail us at desk_2@avis.example or #metoo.",
    "It cost $5 and £4.",
    "Deserunt? No: dessert.",
    "Quis custodiet ipsos custodes?",
    "Et in Arcadia ego",
    "Sunt med sundt: sådan gør du",
    "Teksten på skiltet er fra 1912.",
    "Skriv et brev, og send det her i byen.",
    "Indsæt nøglen, og drej den.",
    "Klik på knappen, hvis du vil redigere et billede.",
    "Din mor har ret, og dit billede hænger her endnu.",
    "Vælg selv overskriften.",
    "Her kommer solen, og her kommer kysten.",
    "Kilden er ukendt, og billedet mangler en ramme.",
    "Følg linket her på siden, og læs mere.",
    "Titlen på bogen er »Fejl!«",
    "Et nyt afsnit af serien kommer i aften.",
    "En prøve viste det modsatte.",
    "Dette er en historie om en sporvogn.",
    "Velkommen til Mors.",
    "None of them came. The rest were undefined.",
    "A null result is a result.",
    "Start typing lessons early, the school says.",
    "The first post office stood here.",
    "Your photo is safe with us, and your story is read.",
    "Photo: Signe Brandt/Kystfoto",
    "Test: Hvilken rugbrødsmaskine er bedst?",
    "5 * 4 * 3 is sixty",
    "HUSK at vande blomsterne",
    "NB is short for nota bene.",
    "The law is a placeholder until May.",
    "Tekst og musik: Bo Hvid",
    "Brødteksten var sat med petit.",
    "Fra 5% til 10% på et år, 20 %og derover",
    "[He] left [the city] in May […].",
    "Læs mere på avis.example/_side_/her",
]


@pytest.mark.parametrize("passage", SURE)
def test_what_no_reader_could_take_for_text(passage: str) -> None:
    assert next(placeholders(passage)).sure


@pytest.mark.parametrize("passage", PERHAPS)
def test_what_may_be_meant(passage: str) -> None:
    assert not next(placeholders(passage)).sure


@pytest.mark.parametrize("passage", PROSE)
def test_prose(passage: str) -> None:
    assert list(placeholders(passage)) == []


@pytest.mark.parametrize("before", ["", "The boat left. "])
@pytest.mark.parametrize("after", ["", " Nobody waved."])
def test_a_placeholder_is_found_among_sentences(before: str, after: str) -> None:
    for passage in ("Insert text here.", "Lorem ipsum dolor sit amet.", "Skriv din tekst her."):
        found = next(placeholders(before + passage + after))
        assert found.sure
        assert found.words.lower() in passage.lower()


LABELLED = [
    ("Date:", ("Date:",)),
    ("dato:", ("dato:",)),
    ("Kilde: ", ("Kilde:",)),
    ("The harbour at dusk. Photo:", ("Photo:",)),
    ("Havnen i skumringen. Foto: /", ("Foto:",)),
    ("Share this article:", ("Share this article:",)),
    ("Del denne artikel:", ("Del denne artikel:",)),
    ("Læs også:", ("Læs også:",)),
    ("Kilde: Foto: Signe Brandt", ("Kilde:",)),
    ("Kilde: Foto:", ("Kilde:", "Foto:")),
    ("Photo: –", ("Photo:",)),
    ("Photo: Signe Brandt", ()),
    ("Foto: Signe Brandt/Kystfoto. Kilde: DMI", ()),
    ("She found the source:", ()),
    ("Han viste et foto:", ()),
    ("Sådan gør du:", ()),
    ("Date: 4 May", ()),
    ("", ()),
]


@pytest.mark.parametrize(("passage", "labels"), LABELLED)
def test_labels_with_nothing_behind_them(passage: str, labels: tuple[str, ...]) -> None:
    assert empty_labels(passage) == labels


def test_passages_are_paragraphs_and_items_without_markup() -> None:
    body = "<p>One <em>and</em> two</p><ul><li>three &amp; four</li></ul><p>five<br>six</p>"
    assert passages(body, is_html=True) == ("One and two", "three & four", "five", "six")
    assert passages("a <b> c", is_html=False) == ("a <b> c",)
    assert passages(" ", is_html=False) == ()


@given(st.text())
def test_no_text_upsets_them(text: str) -> None:
    for is_html in (True, False):
        for passage in passages(text, is_html=is_html):
            assert all(found.words for found in placeholders(passage))
            assert all(label in passage for label in empty_labels(passage))
