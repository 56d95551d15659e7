"""Clean articles pass: nothing stops them, and next to nothing is remarked."""

import pytest

from tests.gate.clean import clean_articles, judged

CLEAN = clean_articles()
ALLOWED = 10  # warnings over all of them: an editor who is warned in vain stops reading


@pytest.mark.parametrize("name", CLEAN)
def test_nothing_stops_a_clean_article_and_it_has_one_warning_at_most(name: str) -> None:
    found = judged(CLEAN[name])
    assert [each for each in found if each.blocks] == []
    assert len(found) <= 1, found


def test_clean_articles_are_hardly_ever_warned_about() -> None:
    assert len(CLEAN) >= 40
    assert sum(len(judged(each)) for each in CLEAN.values()) <= ALLOWED
