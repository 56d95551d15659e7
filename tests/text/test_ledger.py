"""The translation ledger: what a translation was made from, and when it is behind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text import ledger

DANISH = {"heading": {"to": "da", "of": "Step 1"}}
BEHIND = {"heading": {"to": "da", "of": "Rung", "was": [["Trin 1", "Step 1"]]}}


def after(known, language, *, old, new, twin, mended=False):
    return ledger.after(known, "heading", language, old=old, new=new, twin=twin, mended=mended)


def stale(known, *, en, da):
    return ledger.stale(known, {"en": {"heading": en}, "da": {"heading": da}})


@pytest.mark.parametrize(
    ("known", "language", "old", "new", "twin", "then"),
    [
        pytest.param({}, "en", "", "Step 1", "", {}, id="an original has nothing to follow"),
        pytest.param({}, "da", "", "Trin 1", "Step 1", DANISH, id="written beside the original"),
        pytest.param({}, "en", "Step 1", "Rung", "Trin 1", DANISH, id="half of a pair goes on"),
        pytest.param({}, "en", "Step 1", "Step 1.", "Trin 1", {}, id="half of a pair, a full stop"),
        pytest.param(DANISH, "da", "Trin 1", "", "Step 1", {}, id="the translation is emptied"),
        pytest.param(DANISH, "en", "Step 1", "", "Trin 1", DANISH, id="the original is emptied"),
        pytest.param(DANISH, "en", "", "Rung", "Trin 1", DANISH, id="and written anew"),
        pytest.param(DANISH, "en", "Step 1", "Rung", "", {}, id="nothing is its translation"),
        pytest.param(DANISH, "en", "Step 1", "Rung", "Trin 1", DANISH, id="the original goes on"),
        pytest.param(DANISH, "da", "Trin 1", "Trinnet", "Rung", BEHIND, id="it follows"),
        pytest.param(
            DANISH, "da", "Trin 1", "Trin 1!", "Rung", DANISH, id="a mark follows nothing"
        ),
        pytest.param(
            BEHIND,
            "da",
            "Trinnet",
            "Trin 1",
            "Rung",
            {"heading": {"to": "da", "of": "Step 1", "was": [["Trin 1", "Step 1"]]}},
            id="what it said before, of what it was made from",
        ),
    ],
)
def test_what_a_translation_was_made_from(known, language, old, new, twin, then):
    assert after(known, language, old=old, new=new, twin=twin) == then


@pytest.mark.parametrize(
    ("now", "is_stale"),
    [
        ("Rung", True),
        ("step  1.", False),
        ("“Step” 1", False),
        ("St\u00adep 1", False),
        ("", False),
        ("Step 1 %", True),
        ("Step −1", True),
        ("Step € 1", True),
        ("Step 1–2", True),
    ],
)
def test_stale_is_what_says_other_words(now, is_stale):
    assert stale(DANISH, en=now, da="Trin 1") == ({"heading": ("da", "Step 1")} if is_stale else {})


def test_a_fix_of_the_gate_makes_nothing_stale():
    mended = after(DANISH, "en", old="Step 1", new="Step one", twin="Trin 1", mended=True)
    assert stale(mended, en="Step one", da="Trin 1") == {}
    undone = after(mended, "en", old="Step one", new="Step 1", twin="Trin 1", mended=True)
    assert undone == DANISH


def test_a_fix_brings_nothing_up_to_date():
    mended = after(DANISH, "en", old="Rung rung", new="Rung", twin="Trin 1", mended=True)
    assert stale(mended, en="Rung", da="Trin 1")
    mended = after(DANISH, "da", old="Trin trin 1", new="Trin 1", twin="Rung", mended=True)
    assert stale(mended, en="Rung", da="Trin 1")


def test_somebody_may_say_that_it_is_still_right_and_take_it_back():
    settled = ledger.settled(DANISH, "heading", "da", of="Rung")
    assert stale(DANISH, en="Rung", da="Trin 1")
    assert stale(settled, en="Rung", da="Trin 1") == {}
    back = ledger.settled(settled, "heading", "da", of="Step 1")
    assert stale(back, en="Rung", da="Trin 1")


def test_a_version_brings_back_what_was_known_of_the_fields_that_are_back():
    now = {"heading": {"to": "da", "of": "Rung"}, "caption": {"to": "en", "of": "Gul"}}
    assert ledger.recalled(now, DANISH, ["heading", "alt"]) == {
        "heading": {"to": "da", "of": "Step 1"},
        "caption": {"to": "en", "of": "Gul"},
    }
    assert ledger.recalled(now, {}, ["heading"]) == {"caption": {"to": "en", "of": "Gul"}}


def test_a_field_without_a_translation_of_its_own_has_no_basis():
    assert ledger.after({}, "slug", "da", old="", new="trin", twin="step") == {}


WORDS = st.sampled_from(["", "a", "b", "c", "a.", "b!"])
EDITS = st.lists(st.tuples(st.sampled_from(["en", "da"]), WORDS), max_size=12)


def play(edits):
    """The ledger and the texts after `edits`."""
    known: ledger.Basis = {}
    texts = {"en": "", "da": ""}
    for language, new in edits:
        twin = texts["da" if language == "en" else "en"]
        known = after(known, language, old=texts[language], new=new, twin=twin)
        texts[language] = new
    return known, texts


@given(EDITS)
def test_what_was_written_last_on_the_translations_side_is_up_to_date(edits):
    known, texts = play(edits)
    found = stale(known, en=texts["en"], da=texts["da"])
    for to, of in found.values():
        assert texts["en"] and texts["da"]
        assert ledger.differs(of, texts["da" if to == "en" else "en"])


@given(EDITS, st.sampled_from(["en", "da"]), st.sampled_from(["x", "y"]))
def test_undoing_an_edit_leaves_no_translation_up_to_date_that_was_behind(edits, language, word):
    known, texts = play(edits)
    old, twin = texts[language], texts["da" if language == "en" else "en"]
    before = stale(known, en=texts["en"], da=texts["da"])
    edited = after(known, language, old=old, new=word, twin=twin)
    undone = after(edited, language, old=word, new=old, twin=twin)
    if old and twin:
        assert stale(undone, en=texts["en"], da=texts["da"]) == before


@given(st.text(max_size=30))
def test_no_text_differs_from_itself_with_other_spacing_and_marks(text):
    assert not ledger.differs(text, f"  {text.replace(' ', '  ')}\n")
    assert not ledger.differs(text, f"“{text}”.")
