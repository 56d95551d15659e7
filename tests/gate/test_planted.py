"""Faults planted in clean articles, one at a time: each is found at its field, and nothing else is
stopped for it."""

from collections import Counter

import pytest

from articles.gate.registry import Finding
from tests.gate.clean import clean_articles, judged
from tests.gate.planted import Fault, language, leftovers, page, second, third, typography

CLEAN = clean_articles()
PLANTED = (
    *language.FAULTS,
    *leftovers.FAULTS,
    *typography.FAULTS,
    *page.FAULTS,
    *second.FAULTS,
    *third.FAULTS,
)


def place(finding: Finding) -> tuple[str, str, str]:
    at = finding.place
    return at.slide, at.field, at.language


def what(finding: Finding) -> tuple[str, tuple[str, str, str]]:
    return finding.code, place(finding)


@pytest.mark.parametrize("planted", PLANTED, ids=lambda each: each.words)
def test_a_planted_fault_is_found_at_its_field(planted: Fault) -> None:
    clean = CLEAN[planted.article]
    found = judged(planted.plant(clean), **planted.world)
    there = [each for each in found if place(each) == planted.place and each.code in planted.codes]
    assert planted.level in {each.level for each in there}, [what(each) for each in found]
    known = Counter(what(each) for each in judged(clean))
    new = [each for each in found if what(each) not in known]
    others = [
        what(each)
        for each in new
        if each.blocks
        and place(each) != planted.place
        and each.code not in planted.codes | planted.besides
    ]
    assert others == []
