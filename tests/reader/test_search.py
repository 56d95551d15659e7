"""What a search finds, in which order; and what it never finds."""

from urllib.parse import urlencode

import pytest

from tests.reader.conftest import Read
from tests.reader.dom import Node
from tests.reader.searched import PAIRS, publish_all

pytestmark = pytest.mark.django_db

ADDRESS = {"en": "/en/search/", "da": "/da/soeg/"}


def address(language: str, text: str, **more: str) -> str:
    return f"{ADDRESS[language]}?{urlencode({'q': text, **more})}"


def found(page: Node) -> str:
    """The slugs of the stories on a page of results, in order."""
    return " ".join(each["href"].split("/")[3] for each in page.all("ol.results h2 a"))


def test_sixty_searches_find_what_they_must(read: Read) -> None:
    publish_all()
    answers = []
    for language, text, _expected in PAIRS:
        first, second = (
            read(address(language, text, **{n: "2"})) for n in ("none", PAGE[language])
        )
        slugs = found(first).split()
        slugs += [slug for slug in found(second).split() if slug not in slugs]
        answers.append((language, text, " ".join(slugs)))
    assert answers == PAIRS
    assert len(PAIRS) >= 60


PAGE = {"en": "page", "da": "side"}
