"""What is quoted of a text, and what is marked in it."""

from hypothesis import given
from hypothesis import strategies as st

from articles.text.queries import parse
from articles.text.snippets import Run, marked, snippet

DULL = "Nothing happened there for a long while. "


def shown(runs: tuple[Run, ...]) -> str:
    return "".join(f"[{run.text}]" if run.is_found else run.text for run in runs)


def quoted(texts: list[str], text: str, language: str = "en") -> str:
    return shown(snippet(texts, parse(text, language)))


def test_every_form_is_marked() -> None:
    query = parse("bro vand", "da")
    assert (
        shown(marked("Broen over vandet, og brødet", query)) == "[Broen] over [vandet], og brødet"
    )


def test_the_beginning_is_marked_with_its_word() -> None:
    assert quoted(["Lithium lifts."], "lith") == "[Lithium] lifts."


def test_words_side_by_side_are_marked_as_one() -> None:
    text = "The last and the last rung"
    assert quoted([text], '"the last rung"') == "The last and [the last rung]"


def test_the_text_with_most_of_it_is_quoted() -> None:
    texts = ["A bridge.", "A whale.", "The whale under the bridge.", "Whales and bridges."]
    assert quoted(texts, "whale bridge") == "The [whale] under the [bridge]."


def test_a_long_text_is_cut_between_words() -> None:
    text = f"{DULL * 8}Then a porpoise rose and looked at us. {DULL * 8}"
    found = quoted([text], "porpoise")
    assert found.startswith("…") and found.endswith("…")
    assert "Then a [porpoise] rose" in found
    assert all(word in f"{text}[porpoise]…" for word in found.strip("…").split())


def test_without_anything_found_it_is_the_beginning_of_the_first() -> None:
    assert quoted([DULL * 9, "b"], "whale").startswith("Nothing happened there")
    assert quoted([], "whale") == ""


@given(st.lists(st.text()), st.text(), st.sampled_from(["en", "da"]))
def test_a_snippet_is_a_stretch_of_one_of_the_texts(
    texts: list[str], text: str, language: str
) -> None:
    query = parse(text, language)
    for each in texts:
        assert "".join(run.text for run in marked(each, query)) == each
    runs = snippet(texts, query)
    said = "".join(run.text for run in runs)
    assert not texts or any(said.removeprefix("…").removesuffix("…") in each for each in texts)
    assert len(said) <= 500


@given(st.text(st.sampled_from("ab <&>\"'é-\u0301 "), max_size=400), st.text(max_size=12))
def test_what_is_marked_is_whole_words(text: str, asked: str) -> None:
    for run in marked(text, parse(asked, "en")):
        assert run.text
        assert not run.is_found or (run.text[0].isalnum() and "<" not in run.text.strip("<"))
