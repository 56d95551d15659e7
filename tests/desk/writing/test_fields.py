"""What the server says of each field: its language, that it is to be spelled, how long it may be."""

import pytest

from articles.models.article import Article
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk
from tests.reader.dom import Node

pytestmark = pytest.mark.one_engine


def fields(desk: Desk, article: Article) -> list[Node]:
    root = desk.article(article).root
    return [each for each in root.all(".f") if each["data-language"] in ("en", "da")]


def test_every_field_of_a_language_says_which_and_is_spelled(editor: Desk, cast: Cast) -> None:
    article = newsroom.article(owner=cast.editor)
    newsroom.link(article, "https://example.org/", after=article.slides.first())
    found = fields(editor, article)
    assert {each["data-kind"] for each in found} >= {"line", "text", "rich", "slug"}
    # What says nothing itself takes it from the board, as browsers do.
    board = editor.article(article).root.all(".board")[0]["spellcheck"]
    for each in found:
        if each["data-kind"] == "choice":
            continue
        controls = [*each.all("textarea"), *each.all("input"), *each.all(".rt")]
        assert controls
        for control in controls:
            said = (control["lang"], control.attributes.get("spellcheck", board))
            expected = "false" if each["data-kind"] == "slug" else "true"
            assert said == (each["data-language"], expected), control


def test_lengths_are_counted_where_they_matter(editor: Desk, cast: Cast) -> None:
    article = newsroom.article("Nineteen characters", owner=cast.editor)
    limits = {
        each["data-field"]: counter["data-limit"]
        for each in fields(editor, article)
        for counter in each.all(".count")
    }
    assert limits == {
        "headline": "70",
        "standfirst": "220",
        "seo_title": "60",
        "seo_description": "155",
        "alt": "140",
    }
    root = editor.article(article).root
    headline = root.all('textarea[id="f-article-headline_en"]')[0]
    assert headline["maxlength"] == str(Article._meta.get_field("headline").max_length)
