"""What the editor gives back is what the server stores of it."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.text.sanitise import clean_body
from tests.desk.writing.conftest import Bench

WORDS = st.text("ab æ &<>\"'\u00a0\u200b\n5%", min_size=0, max_size=8)
TAGS = ("p", "strong", "em", "b", "i", "ul", "ol", "li", "h2", "div", "blockquote", "span", "u")
BODIES = [
    "<p>One.</p><p>Two &amp; <strong>three</strong> &lt;four&gt;.</p>",
    '<p>See <a href="https://example.org/?a=1&amp;b=2" rel="noopener">this <em>page</em></a>.</p>',
    "<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul><p>After</p>",
    "<ul><li><p>a</p><p>b</p></li></ul>",
    '<p lang="da">Hej</p><p>A <em lang="da">hygge</em> word</p>',
    "<p>one<br>two</p>",
    "<p>10&nbsp;km and 5&nbsp;%</p>",
    '<p><a href="mailto:desk@example.org" rel="noopener">desk</a></p>',
    '<p><a href="/en/coast/a/" rel="noopener">ours</a></p>',
    "",
]


def wrapped(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    def wrap(parts: tuple[str, list[str]]) -> str:
        tag, inner = parts
        return f"<{tag}>{''.join(inner)}</{tag}>"

    link = st.tuples(
        st.sampled_from(["https://a.dk/x", "javascript:x", "mailto:a@b.dk", "/r"]), inside
    )
    return (
        st.tuples(st.sampled_from(TAGS), st.lists(inside, max_size=3)).map(wrap)
        | link.map(lambda pair: f'<a href="{pair[0]}">{pair[1]}</a>')
        | inside.map(lambda words: f"{words}<br>")
    )


def escape(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")


PIECES = st.recursive(WORDS.map(escape), wrapped, max_leaves=12)


def test_what_is_stored_comes_back_as_it_was(bench: Bench) -> None:
    assert bench.call("editor", "throughEditor", BODIES) == BODIES


def test_what_the_server_stores_is_what_the_editor_said(bench: Bench) -> None:
    @settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.lists(PIECES, min_size=20, max_size=60))
    def agrees(pieces: list[str]) -> None:
        said = bench.call("editor", "throughEditor", pieces)
        assert [clean_body(value) for value in said] == said
        assert bench.call("editor", "throughEditor", said) == said

    agrees()
