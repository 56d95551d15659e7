"""docs/gate.md is what the rules say of themselves."""

from pathlib import Path

from django.conf import settings
from django.utils import translation

from articles.gate.page import page
from articles.gate.registry import rules


def test_the_page_lists_every_rule_as_it_is() -> None:
    with translation.override("en"):
        told = page(rules())
    assert Path(settings.BASE_DIR, "docs", "gate.md").read_text() == told, (
        "Run: manage.py list_rules --write"
    )


def test_every_rule_says_what_it_is_after_and_what_breaks_it() -> None:
    for each in rules():
        assert str(each.about).endswith("."), each.code
        assert each.example, each.code
