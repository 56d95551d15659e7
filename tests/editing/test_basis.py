"""The ledger's bone: what a translation was made from, and when it is behind."""

import pytest

from articles.editing import basis

DANISH = {"heading": {"to": "da", "of": "Step 1"}}


def after(known, language, *, old, new, twin):
    return basis.after(known, "heading", language, old=old, new=new, twin=twin)


@pytest.mark.parametrize(
    ("known", "language", "old", "new", "twin", "then"),
    [
        pytest.param({}, "en", "", "Step 1", "", {}, id="an original has nothing to follow"),
        pytest.param({}, "da", "", "Trin 1", "Step 1", DANISH, id="written beside the original"),
        pytest.param({}, "en", "Step 1", "Rung", "Trin 1", DANISH, id="half of a pair goes on"),
        pytest.param(DANISH, "da", "Trin 1", "", "Step 1", {}, id="emptied"),
        pytest.param(DANISH, "en", "Step 1", "Rung", "Trin 1", DANISH, id="the original goes on"),
        pytest.param(
            DANISH,
            "da",
            "Trin 1",
            "Trinnet",
            "Rung",
            {"heading": {"to": "da", "of": "Rung"}},
            id="the translation follows",
        ),
    ],
)
def test_what_a_translation_was_made_from(known, language, old, new, twin, then):
    assert after(known, language, old=old, new=new, twin=twin) == then


@pytest.mark.parametrize(
    ("now", "is_stale"),
    [("Rung", True), ("step  1.", False), ("“Step” 1", False), ("", False), ("Step 1 %", True)],
)
def test_stale_is_what_says_other_words(now, is_stale):
    found = basis.stale(DANISH, {"en": {"heading": now}, "da": {"heading": "Trin 1"}})
    assert found == ({"heading": ("da", "Step 1")} if is_stale else {})


def test_somebody_may_say_that_it_is_still_right():
    settled = basis.settled(DANISH, "heading", "da", twin="Rung")
    texts = {"en": {"heading": "Rung"}, "da": {"heading": "Trin 1"}}
    assert basis.stale(DANISH, texts)
    assert basis.stale(settled, texts) == {}


def test_a_field_without_a_translation_of_its_own_has_no_basis():
    assert basis.after({}, "slug", "da", old="", new="trin", twin="step") == {}
