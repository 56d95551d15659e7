"""The translations whose original says something else by now, with what it said then."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from articles.desk.states import short_moment
from articles.document.working_copy import WorkingCopy
from articles.editing import sittings
from articles.editing.changes import Change, Set, Settle
from articles.models.article import Article
from articles.text import ledger
from articles.text.languages import LANGUAGES, other

Json = dict[str, Any]


def stale(
    article: Article, working: WorkingCopy, changes: Sequence[Change]
) -> dict[str, list[Json]]:
    """{language: [{"row", "field", "language", "of", "now", "since"}, …]}: two or three queries.

    "since" says who changed the original last, and when. What one of `changes` writes or settles
    is being seen to already.
    """
    known = dict(article.slides.values_list("key", "basis"))
    known |= dict(article.links.values_list("key", "basis"))
    seen_to = {
        (each.row, each.field, each.language)
        for each in changes
        if isinstance(each, Set | Settle) and each.language
    }
    rows: list[tuple[str, Any, Any]] = [("", article.basis, working.texts)]
    shared = [each for each in working.slides if each.languages == "both"]
    rows += [(each.key, known.get(each.key, {}), each.texts) for each in shared]
    labels = {
        each.key: {code: _Label(text) for code, text in each.labels.items()}
        for each in working.links
    }
    rows += [(key, known.get(key, {}), texts) for key, texts in labels.items()]
    found: dict[str, list[Json]] = {language: [] for language in LANGUAGES}
    for row, bases, texts in rows:
        for each in _of_row(row, bases, texts):
            if (row, each["field"], each["language"]) not in seen_to:
                found[each["language"]].append(each)
    _date(article, [*found["en"], *found["da"]])
    return found


def progress(working: WorkingCopy, behind: Sequence[Json], language: str) -> Json:
    """{"done", "of"}: of the slides shared by both languages, those with nothing of the other
    language's that is blank or behind in this one."""
    late = {each["row"] for each in behind}
    shared = [each for each in working.slides if each.languages == "both"]
    done = [each for each in shared if each.key not in late and not _lacks(each.texts, language)]
    return {"done": len(done), "of": len(shared)}


def _lacks(texts: Any, language: str) -> bool:
    return bool(ledger.missing(_words(texts))[language])


def _date(article: Article, behind: Sequence[Json]) -> None:
    """Say of each who changed its original, and when."""
    places = {(each["row"], each["field"], other(each["language"])): each for each in behind}
    known = sittings.last_changes(article, places)
    for place, each in places.items():
        who, at = known.get(place, ("", None))
        when = short_moment(at) if at else ""
        each["since"] = ", ".join(filter(None, (who, when)))


@dataclass(frozen=True, slots=True)
class _Label:
    label: str


def _of_row(row: str, bases: Any, texts: Any) -> Iterable[Json]:
    if not bases:
        return
    words = _words(texts)
    for field, (to, of) in ledger.stale(bases, words).items():
        yield {
            "row": row,
            "field": field,
            "language": to,
            "of": of,
            "now": words[other(to)][field],
        }


def _words(texts: Any) -> dict[str, dict[str, str]]:
    return {
        language: {
            field: getattr(texts[language], field, "") if language in texts else ""
            for field in ledger.FIELDS
        }
        for language in LANGUAGES
    }
