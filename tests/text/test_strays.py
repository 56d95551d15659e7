"""Passages in the other language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.interface_words import furniture, mended
from articles.text.languages import LANGUAGES
from articles.text.sameness import verdict
from articles.text.strays import strays

DA = "Kystvagten fandt båden tom tidligt om morgenen."
EN = "The coastguard found the boat empty at first light."


@pytest.mark.parametrize(
    ("body", "language", "found"),
    [
        (f"<p>{EN}</p><p>{DA}</p>", "da", [(True, False)]),
        (f"<p>{EN} {DA}</p>", "en", [(True, False)]),
        (f"<p>{EN}</p><ul><li>{EN}</li></ul>", "da", [(True, True)]),
        (f"<p>{DA}</p>", "en", [(True, True)]),
        (f"<p>{DA}</p>", "da", []),
        (f'<p>{DA}</p><p lang="en">{EN}</p>', "da", []),
        (f'<p lang="en-GB">{EN}</p>', "da", []),
        (f'<p>{DA} <em lang="en">{EN}</em></p>', "da", []),
        (f'<p lang="da">{EN}</p>', "da", [(True, True)]),
        (f"<p>Hun sagde “{EN}” og gik hjem igen.</p>", "da", []),
        (f"<p>»{EN} {EN}«</p>", "da", [(False, True)]),
        (f"<p>»{EN}«</p><p>{DA}</p>", "da", []),
        (f"<p>Trump: »{EN}«</p>", "da", [(False, True)]),
        ("<p>U2: »I Still Haven't Found What I'm Looking For«</p>", "da", []),
        (f'<p lang="en">»{EN}«</p>', "da", []),
        ("<p>Flere food trucks og craft beer på havnen</p>", "en", [(True, True)]),
        ("<p>Åge Skov og Ebba Lund i Ribe</p>", "en", [(False, True)]),
        ("<p>How did this happen?</p>", "da", [(False, True)]),
        ("<p>Why? We do not know. It may be the sea. Or the wind.</p>", "da", [(True, True)]),
        ("", "da", []),
    ],
)
def test_strays(body: str, language: str, found: list[tuple[bool, bool]]) -> None:
    assert [(each.is_sure, each.is_all) for each in strays(body, language, is_html=True)] == found


def test_the_first_words_are_shown() -> None:
    [stray] = strays(f"{DA} {EN}", "da")
    assert stray.passage == "The coastguard found the boat empty at first …"


@pytest.mark.parametrize(
    ("stored", "language", "words", "fixed"),
    [
        ("Also read: Sådan sover du", "da", ["Also read"], "Læs også: Sådan sover du"),
        ("Havnen. Photo: Kystfoto", "da", ["Photo"], "Havnen. Foto: Kystfoto"),
        ("PHOTO: KYSTFOTO", "da", ["PHOTO"], "FOTO: KYSTFOTO"),
        ("Read more", "da", ["Read more"], "Læs mere"),
        ("Havnen er kold. Read more", "da", ["Read more"], "Havnen er kold. Læs mere"),
        ("<p>»Her er koldt.« Read more …</p>", "da", ["Read more"], "<p>»Her er koldt.« Læs mere …</p>"),
        ("Han ville learn to read more", "da", [], None),
        ("Sign up for our newsletter", "da", ["Sign up for our newsletter"], "Tilmeld dig vores nyhedsbrev"),
        ("read more »", "da", ["read more"], "læs mere »"),
        ("<p>Tekst.</p><p><strong>Source:</strong> DMI</p>", "da", ["Source"], "<p>Tekst.</p><p><strong>Kilde:</strong> DMI</p>"),
        ('<p>Se <a href="https://x.example/?photo:1">her. Photo: X</a></p>', "da", ["Photo"], '<p>Se <a href="https://x.example/?photo:1">her. Foto: X</a></p>'),
        ('<p><a href="/x">Click here</a></p>', "da", ["Click here"], '<p><a href="/x">Klik her</a></p>'),
        ("Læs også: How to sleep", "en", ["Læs også"], "Also read: How to sleep"),
        ("The pier (foto: Kystfoto)", "en", ["foto"], "The pier (photo: Kystfoto)"),
        ("Kilde: DMI", "en", ["Kilde"], "Source: DMI"),
        ("Del denne artikel", "en", ["Del denne artikel"], "Share this article"),
        ("The pier. Arkivfoto: Kystfoto", "en", ["Arkivfoto"], "The pier. File photo: Kystfoto"),
        ("Author: Bo Lund", "da", ["Author"], "Forfatter: Bo Lund"),
        ("Klik her for at vinde, stod der", "en", ["Klik her"], None),
        ("Du skal bare click here for at vinde", "da", ["click here"], None),
        ("Foto: Kystfoto", "da", [], None),
        ("Photo: Kystfoto", "en", [], None),
        ("Her er en photo booth: prøv den", "da", [], None),
        ("Skiltet sagde “Click here” hele dagen", "da", [], None),
        ("<p>Der stod “x. Photo: y” på den.</p>", "da", [], None),
        ('<p lang="en">Photo: Kystfoto</p>', "da", [], None),
        ("Open source: det nye sort", "da", [], None),
        ("I also like to read: it is quiet", "en", [], None),
    ],
)  # fmt: skip
def test_furniture(stored: str, language: str, words: list[str], fixed: str | None) -> None:
    assert [each.words for each in furniture(stored, language)] == words
    assert mended(stored, language) == (fixed or stored)


PIECES = st.sampled_from(
    "Photo: |Foto:|Also read:|læs også :|Click here|klik her|. |Kilde|<p>|</p>|<em>|</em>| x |»|“|”|\"|(|<a href=\"?photo:\">|</a>|<br>|:| ".split("|")
)  # fmt: skip


@given(st.lists(PIECES, max_size=12).map("".join), st.sampled_from(LANGUAGES))
def test_mending_twice_is_mending_once_and_leaves_markup_alone(text: str, language: str) -> None:
    once = mended(text, language)
    assert mended(once, language) == once
    assert not any(each.is_sure for each in furniture(once, language))
    assert [once.count(sign) for sign in '<>"/'] == [text.count(sign) for sign in '<>"/']


@given(st.text(max_size=120), st.sampled_from(LANGUAGES), st.booleans())
def test_any_text_can_be_judged(text: str, language: str, is_html: bool) -> None:
    strays(text, language, is_html=is_html)
    furniture(text, language)
    assert verdict(text, language) in ("fine", "doubtful", "wrong")


@pytest.mark.parametrize(
    ("text", "language", "judged"),
    [
        ("Søren Holm", "da", "fine"),
        ("Foto: Shutterstock", "da", "fine"),
        ("The Lord of the Rings", "da", "fine"),
        ("Yoga", "da", "fine"),
        ("24/7", "da", "fine"),
        ("15. 3. 2026", "en", "fine"),
        (EN, "en", "fine"),
        (EN, "da", "wrong"),
        ("What does the sea want?", "da", "wrong"),
        ("Strand, storm, sild", "da", "doubtful"),
        ("Quizzen om vilde kaniner", "en", "doubtful"),
        ("Lorem ipsum dolor sit amet consectetur", "en", "wrong"),
    ],
)
def test_what_both_languages_may_share(text: str, language: str, judged: str) -> None:
    assert verdict(text, language) == judged


def test_what_holds_a_foreign_name_together_is_no_danish() -> None:
    for line in ("Friday, 6 pm: Miradouro da Graça", "A day at Praia da Rocha and Vila do Bispo"):
        assert strays(line, "en") == ()
