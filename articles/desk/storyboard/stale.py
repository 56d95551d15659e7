"""The translations whose original says something else by now, with what it said then."""

from collections.abc import Iterable, Sequence
from typing import Any

from articles.document.working_copy import WorkingCopy
from articles.editing import basis
from articles.editing.changes import Change, Set, Settle
from articles.models.article import Article
from articles.text.languages import LANGUAGES, other

Json = dict[str, Any]


def stale(
    article: Article, working: WorkingCopy, changes: Sequence[Change]
) -> dict[str, list[Json]]:
    """{language: [{"row", "field", "language", "of", "now"}, …]}: one query.

    What one of `changes` writes or settles is being seen to already.
    """
    known = dict(article.slides.values_list("key", "basis"))
    seen_to = {
        (each.row, each.field, each.language)
        for each in changes
        if isinstance(each, Set | Settle) and each.language
    }
    rows: list[tuple[str, Any, Any]] = [("", article.basis, working.texts)]
    rows += [(each.key, known.get(each.key, {}), each.texts) for each in working.slides]
    found: dict[str, list[Json]] = {language: [] for language in LANGUAGES}
    for row, bases, texts in rows:
        for each in _of_row(row, bases, texts):
            if (row, each["field"], each["language"]) not in seen_to:
                found[each["language"]].append(each)
    return found


def _of_row(row: str, bases: Any, texts: Any) -> Iterable[Json]:
    if not bases:
        return
    words: dict[str, dict[str, str]] = {
        language: {
            field: getattr(texts[language], field, "") if language in texts else ""
            for field in basis.FIELDS
        }
        for language in LANGUAGES
    }
    for field, (to, of) in basis.stale(bases, words).items():
        yield {
            "row": row,
            "field": field,
            "language": to,
            "of": of,
            "now": words[other(to)][field],
        }
