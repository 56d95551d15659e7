"""No word of the other language's interface on any page, nor a whole sentence of its texts."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from lxml import html

from articles.text.identify import identify
from articles.text.languages import LANGUAGES, other
from tests.site.crawl import Crawled

# Where the texts of readers' pages stand in the code.
READERS = ("articles/templates/reader/", "articles/reader/", "articles/text/")
SHOWN = ("aria-label", "title", "placeholder", "value", "content", "alt", "aria-description")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
MARKUP = re.compile(r"<[^>]+>")
LONGEST = 400  # of a text of the interface; what is longer is content
# Names of people, firms and works, and quotes, may be in any language without a word about it.
SENTENCE = 8  # words
LEFTOVER = re.compile(
    r",,|\{\{|\}\}|\{%|%\(|&(?:amp|lt|gt|quot);|\b(?:None|undefined|NaN|TODO|lorem ipsum)\b"
)


@cache
def pattern(text: str) -> re.Pattern[str]:
    """`text` with anything in place of its placeholders, as a page shows it."""
    parts = PLACEHOLDER.split(" ".join(MARKUP.sub("", text).split()))
    return re.compile(r"\S.*?".join(map(re.escape, parts)))


@pytest.fixture(scope="session")
def foreign() -> dict[str, list[str]]:
    """By language of a page, the texts of the other language that it must not show."""
    with (settings.BASE_DIR / "locale/da/LC_MESSAGES/django.po").open("rb") as file:
        catalogue = read_po(file)
    texts: dict[str, set[str]] = {code: set() for code in LANGUAGES}
    for message in catalogue:
        if message.id and any(where.startswith(READERS) for where, _ in message.locations):
            for code, said in (("en", message.id), ("da", message.string)):
                texts[code].update([said] if isinstance(said, str) else said)
    assert all(len(each) > 40 for each in texts.values())
    # What is the same in both says nothing, nor does what is all placeholder.
    own = {
        code: {each for each in texts[code] if pattern(each).pattern not in (r"\S.*?", "")}
        for code in LANGUAGES
    }
    return {code: sorted(own[other(code)] - texts[code]) for code in LANGUAGES}


def shown(element: Any, language: str) -> Iterator[str]:
    """Every text that `element` shows in `language`: of elements, between them, of attributes."""
    if (element.get("lang") or language) != language or element.tag in ("script", "style"):
        return
    for name in SHOWN:
        if text := element.get(name):
            yield " ".join(text.split())
    texts = [element.text_content(), element.text, *(child.tail for child in element)]
    yield from (" ".join(text.split()) for text in texts if text and text.strip())
    for child in element:
        if isinstance(child.tag, str):
            yield from shown(child, language)


def documents(crawled: Crawled) -> Iterator[tuple[str, str, Any]]:
    """Every page, and every text of a feed: its path, its language, its tree."""
    for page in crawled.pages:
        if page.language in LANGUAGES and page.path.startswith(f"/{page.language}/"):
            yield page.path, page.language, page.document
    for feed in crawled.of_kind("application/atom+xml"):
        for content in feed.xml.iter("{http://www.w3.org/2005/Atom}content"):
            yield feed.path, feed.path.split("/")[1], html.fragment_fromstring(content.text, "div")


def strays(tree: Any, language: str, foreign: list[str]) -> set[str]:
    """What `tree` shows that is, as a whole, one of the texts `foreign`."""
    any_of_them = re.compile("|".join(f"(?:{pattern(each).pattern})" for each in foreign))
    return {
        text
        for text in shown(tree, language)
        if len(text) <= LONGEST and any_of_them.fullmatch(text)
    }


def test_no_text_of_the_other_interface(crawled: Crawled, foreign: dict[str, list[str]]) -> None:
    wrong = {
        (path, text)
        for path, language, tree in documents(crawled)
        for text in strays(tree, language, foreign[language])
    }
    assert wrong == set()


def test_a_text_of_the_other_interface_is_noticed(foreign: dict[str, list[str]]) -> None:
    page = """<div><p>Tre broer <span>Also read</span></p><a aria-label="Full screen: 3 of 12"></a>
    <a lang="en">Also read</a> <p>Og Also read til sidst.</p></div>"""
    tree = html.fragment_fromstring(page)
    assert strays(tree, "da", foreign["da"]) == {"Also read", "Full screen: 3 of 12"}
    assert strays(tree, "en", foreign["en"]) == set()


def test_no_sentence_of_the_other_language(crawled: Crawled) -> None:
    """Content too: what is quoted says by `lang` what it is."""
    wrong = {
        (path, text)
        for path, language, tree in documents(crawled)
        for text in set(shown(tree, language))
        if len(text.split()) >= SENTENCE and len(text) <= LONGEST
        if identify(text) == other(language)
    }
    assert wrong == set()


def test_nothing_is_left_over_on_a_page(crawled: Crawled) -> None:
    """What a template or an importer forgot: placeholders, words of code, holes in a list."""
    wrong = {
        (path, text)
        for path, language, tree in documents(crawled)
        for text in set(shown(tree, language))
        if len(text) <= LONGEST and LEFTOVER.search(text)
    }
    assert wrong == set()


def test_nothing_is_there_to_say_nothing(crawled: Crawled) -> None:
    """An element that is for words has some, or a picture with some."""
    empty = {
        (page.path, element.tag, element.get("class"))
        for page in crawled.pages
        for element in page.all("//main//*[self::p or self::li or self::h2 or self::h3 or self::a]")
        if not "".join(element.itertext()).strip()
        and not element.xpath(".//img[@alt != ''] | .//time | self::*[@aria-label or @aria-hidden]")
    }
    assert empty == set()
