"""Slide text: nothing that could do harm gets through, and nothing that was written gets lost."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.sanitise import as_typed, clean_body, clean_line, from_paragraphs, plain

# The shape of everything that clean_body may give back.
SAFE = re.compile(
    r"""(?: <(?:p|em|strong)(?:\ lang="[^"<>]*")?> | <(?:ul|ol|li|br)>
      | <a(?:\ href="[^"<>]*")?\ rel="noopener">
      | </(?:p|em|strong|ul|ol|li|a)> | [^<>]+ )*""",
    re.VERBOSE,
)

ATTACKS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//x.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><p><style><a title='</style><img src onerror=alert(1)>'>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src onerror=1&gt;'>",
    "<p onclick=alert(1)>x</p>",
    '<p style="background:url(javascript:alert(1))">x</p>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" javascript:alert(1)">x</a>',
    '<a href="java\tscript:alert(1)">x</a>',
    '<a href="java\nscript:alert(1)">x</a>',
    '<a href="java&#10;script:alert(1)">x</a>',
    '<a href="&#x6A;avascript:alert(1)">x</a>',
    '<a href="\x01javascript:alert(1)">x</a>',
    '<a href="java\u200bscript:alert(1)">x</a>',
    '<a href="java\u00adscript:alert(1)">x</a>',
    '<a href="java<p></p>script:alert(1)">x</a>',
    '<a href="java<em></em>script:alert(1)">x</a>',
    '<a href="JaVaScRiPt:alert(1)">x</a>',
    '<a href="vbscript:msgbox(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="x" target="_blank" onmouseover="alert(1)">x</a>',
    "<iframe src=//x.example></iframe>",
    "<object data=x></object><embed src=x>",
    "<form action=//x.example><input name=a></form>",
    "<base href=//x.example/>",
    "<meta http-equiv=refresh content='0;url=//x.example'>",
    "<link rel=stylesheet href=//x.example/x.css>",
    "<textarea><p></textarea><img src onerror=alert(1)>",
    "<noscript><p title='</noscript><img src onerror=alert(1)>'></noscript>",
    "<template><p><script>alert(1)</script></template>",
    "<b <script>alert(1)</script>>x</b>",
    "<div/onmouseover=alert(1)>x</div>",
    "<h1 onclick='a>b' id=x>y</h1>",
    "<!--><img src onerror=alert(1)>-->",
    "<![CDATA[<img src onerror=alert(1)>]]>",
    '<em lang="\'><script>alert(1)</script>">x</em>',
    '<p lang="&quot;><img src onerror=alert(1)>">x</p>',
    "\x00<scr\x00ipt>alert(1)</scr\x00ipt>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
]


def scheme(href: str) -> str:
    """The scheme that a browser would see (WHATWG URL: what it drops before it reads)."""
    seen = re.sub(r"[\t\n\r]", "", html.unescape(href).lstrip("".join(map(chr, range(33))))).lower()
    match = re.match(r"([a-z][a-z0-9+.-]*):", seen)
    return match[1] if match else ""


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_attack_gets_through(attack: str) -> None:
    for text in (attack, f"<p>{attack}</p>", f"<div>{attack}</div>", f"one\n\n- {attack}"):
        cleaned = clean_body(text)
        assert SAFE.fullmatch(cleaned)
        hrefs = re.findall(r'href="([^"]*)"', cleaned)
        assert {scheme(href) for href in hrefs} <= {"", "http", "https", "mailto"}
        assert clean_body(cleaned) == cleaned


_PIECES = """
<p> </p> <div> </div> <h2> </h2> <ul> </ul> <ol> </ol> <li> </li> <em> </em> <b> </b> <br> <td> </td>
<tr> <table> </table> <select> <option> <textarea> </textarea> <template> <svg> <math> <title>
<script> </script> <style> <plaintext> <!-- --> <i/ < > &lt; &amp; &nbsp; & one two - " ' é \u200b
"""
MARKUP = st.sampled_from(
    [*_PIECES.split(), " ", "\n", "\n\n", '<a href="/x">', '<p lang="da">', "</a>", "\r\n", "* "]
)


@given(st.lists(MARKUP, max_size=14).map("".join))
def test_whatever_comes_in_is_safe_and_cleaning_it_again_changes_nothing(text: str) -> None:
    cleaned = clean_body(text)
    assert SAFE.fullmatch(cleaned)
    assert clean_body(cleaned) == cleaned
    assert clean_body(as_typed(cleaned)) == cleaned


@given(st.text(max_size=60))
def test_plain_words_are_never_lost(text: str) -> None:
    escaped = html.escape(text, quote=False)
    assert plain(clean_body(f"<p>{escaped}</p>")) == clean_line(text)


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("", ""),
        (" \n\n\t", ""),
        ("One.", "<p>One.</p>"),
        ("One.\n\nTwo.", "<p>One.</p><p>Two.</p>"),
        ("One.\r\n \r\nTwo.", "<p>One.</p><p>Two.</p>"),
        ("One\nline.", "<p>One line.</p>"),
        ("- one\n- two", "<ul><li>one</li><li>two</li></ul>"),
        ("* one\n• two", "<ul><li>one</li><li>two</li></ul>"),
        ("Look:\n\n- one\n\nEnd.", "<p>Look:</p><ul><li>one</li></ul><p>End.</p>"),
        ("one\n- no list", "<p>one - no list</p>"),
        ("2 < 3 & 4 > 1", "<p>2 &lt; 3 &amp; 4 &gt; 1</p>"),
        ("a <b>bold</b> <i>word</i>", "<p>a <strong>bold</strong> <em>word</em></p>"),
        ("soft\u00adhyphen\u200b", "<p>softhyphen</p>"),
        (
            '<a href="https://x.example/?a=1&b=2">x</a>',
            '<p><a href="https://x.example/?a=1&amp;b=2" rel="noopener">x</a></p>',
        ),
        ('<em lang="da">hygge</em>', '<p><em lang="da">hygge</em></p>'),
    ],
)
def test_what_is_typed(typed: str, cleaned: str) -> None:
    assert clean_body(typed) == cleaned


@pytest.mark.parametrize(
    ("pasted", "cleaned"),
    [
        ("<div>one</div><div>two</div>", "<p>one</p><p>two</p>"),
        ("<div><p>one</p></div>", "<p>one</p>"),
        ("<h2 class=x>Head</h2><p>text</p>", "<p>Head</p><p>text</p>"),
        ("<p>one</p>loose<p>two</p>", "<p>one</p><p>loose</p><p>two</p>"),
        ("<tr><td>a</td><td>b</td></tr>", "<p>a b</p>"),
        ("<li>one</li><li>two</li>", "<ul><li>one</li><li>two</li></ul>"),
        ("word<em> </em>word", "<p>word word</p>"),
        ("<p><strong></strong></p><ul><li> </li></ul>", ""),
        ('<p lang="da"></p><p><a href="x"></a></p>', ""),
        ("<!-- <p> -->hello", "<p>hello</p>"),
        ("<p>open<p>ended", "<p>open</p><p>ended</p>"),
        ("<P>LOUD <B>tags</B></P>", "<p>LOUD <strong>tags</strong></p>"),
    ],
)
def test_what_is_pasted_keeps_its_words_apart(pasted: str, cleaned: str) -> None:
    assert clean_body(pasted) == cleaned


@pytest.mark.parametrize(
    ("body", "typed"),
    [
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("<p>Look:</p><ul><li>one</li><li>two</li></ul>", "Look:\n\n- one\n- two"),
        ("<ul><li>one</li></ul><p>End.</p>", "- one\n\nEnd."),
        ("<ol><li>one</li></ol>", "<ol><li>one</li></ol>"),  # typing has no form for it
        ('<p lang="da">hej</p>', '<p lang="da">hej</p>'),
        ("", ""),
    ],
)
def test_the_editors_form_of_it(body: str, typed: str) -> None:
    assert as_typed(body) == typed
    assert clean_body(typed) == body


def test_plain_parts_paragraphs_items_and_lines_by_a_blank() -> None:
    body = "<p>one<br>two</p><ul><li>three<ul><li>four</li></ul></li></ul><p>a&amp;b</p>"
    assert plain(body) == "one two three four a&b"


def test_a_manuscripts_paragraphs_are_taken_literally() -> None:
    assert from_paragraphs(["1 < 2", "<b>x</b>", " "]) == (
        "<p>1 &lt; 2</p><p>&lt;b&gt;x&lt;/b&gt;</p>"
    )


@given(st.text())
def test_a_line_is_one_line_and_stays_so(text: str) -> None:
    line = clean_line(text)
    assert line == " ".join(line.split())
    assert not re.search("[\x00-\x1f\u00ad\u200b-\u200d\u2060\ufeff]", line)
    assert clean_line(line) == line
