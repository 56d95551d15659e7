"""The warnings that somebody has left as they are, as the gate asks for them."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from articles.gate.registry import WavedOff
from articles.models.desk import Waved


def waved_in(articles: Collection[int]) -> Mapping[tuple[int, str], frozenset[WavedOff]]:
    """{(article, language): what was left there}: one query for all `articles`."""
    found: dict[tuple[int, str], set[WavedOff]] = defaultdict(set)
    rows = Waved.objects.filter(article__in=articles)
    for article, language, *known in rows.values_list(
        "article", "language", "row", "field", "code", "mark"
    ):
        row, field, code, mark = known
        found[article, language].add((row, field, code, mark))
    return defaultdict(frozenset, {place: frozenset(each) for place, each in found.items()})
