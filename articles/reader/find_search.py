"""The queries of the search. Ranked alike on every engine: by place and form, then the newest.

Each rung of the ladder is one query that gives ids alone, and costs the same however many match:
it takes the newest MOST of them. So a search looks at no more than that, and says so.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import Max, Min, QuerySet

from articles.document.schema import Document
from articles.document.searchable import HEAD, LEAD, WHOLE, of_topic, searchable, token, until
from articles.document.serialise import load, load_card
from articles.models import liveness
from articles.models.edition import Edition
from articles.models.search import Hit, Match, SearchEntry, Token, Within, matching
from articles.reader.rights import Rights, as_shown
from articles.reader.rows import Listed
from articles.text.misspelt import neighbours
from articles.text.queries import Query, Term, parse, with_words
from articles.text.stems import fold, stem, words

MOST: Final = 1000
# On one rung so many stories are read for words side by side: the newest that have them all.
_READ: Final = 500
# Where a word is found that was meant instead: so many Editions are asked how common each is.
_ASKED: Final = 60
_MISSPELT: Final = 2  # words of one query, at most


@dataclass(frozen=True, slots=True)
class Found:
    """Editions, the best first; `is_more` where there are more than MOST."""

    editions: tuple[int, ...] = ()
    is_more: bool = False


def within(language: str, as_of: dt.datetime, since: dt.datetime, before: dt.datetime) -> Within:
    """Where a search of that period looks: no query for all time, else one."""
    everywhere = Within(as_of)
    if (since, before) == (everywhere.since, everywhere.before):
        return everywhere
    span = SearchEntry.objects.filter(
        language=language, published__gte=since, published__lt=before
    ).aggregate(lowest=Min("edition"), highest=Max("edition"))
    return Within(as_of, since, before, span["lowest"] or 0, span["highest"] or 0)


def first_year(language: str, as_of: dt.datetime) -> dt.datetime | None:
    """When the oldest of what is live was published: one query."""
    live = _live(language, as_of)
    return live.order_by("published").values_list("published", flat=True).first()


def _live(language: str, as_of: dt.datetime) -> QuerySet[SearchEntry]:
    # What was cancelled has no entry any more.
    return SearchEntry.objects.filter(liveness.running(as_of), language=language)


def search(query: Query, where: Within, topic: int | None = None) -> Found:
    """What readers find: at most seven queries, one more for each where words stand side by side."""
    found: dict[int, tuple[int, float]] = {}
    phrases = _Phrases(query)
    most = _READ if phrases.patterns else MOST + 1
    for rung, (level, match) in enumerate(_ladder(query, topic)):
        for hit in phrases.kept(matching(match, where, most=most), level):
            found.setdefault(hit.edition, (rung, -hit.published.timestamp()))
        if len(found) > MOST:
            break
    ranked = sorted(found, key=lambda edition: (*found[edition], -edition))
    return Found(tuple(ranked[:MOST]), len(found) > MOST)


def is_found(query: Query, where: Within) -> bool:
    """Whether a search would find anything: the widest rung tells, but not of words side by side."""
    if any(term.is_phrase for term in query.terms):
        return bool(search(query, where).editions)
    return bool(matching(_begun(query.terms, query.language, WHOLE), where, most=1))


def alone(query: Query, where: Within) -> tuple[Term, ...]:
    """The terms that are found by themselves: one query for each."""
    return tuple(
        term
        for term in query.terms
        if matching(_begun((term,), query.language, WHOLE), where, most=1)
    )


def shown(editions: Sequence[int]) -> list[tuple[Listed, Document]]:
    """Those Editions with their documents, in the same order: one query."""
    columns = ("pk", "article_id", "topic_id", "slug", "first_live_from", "card", "document")
    rows = Edition.objects.filter(pk__in=editions).values_list(*columns)
    found = {
        pk: (Listed(article, topic, slug, published, load_card(card)), load(document))
        for pk, article, topic, slug, published, card, document in rows
    }
    return [found[edition] for edition in editions if edition in found]


def better(query: Query, there: Collection[Term], where: Within, rights: Rights) -> str:
    """What may have been meant by a query that finds nothing, and finds something: "" for nothing.

    `there` are the terms that are found alone; of the others each needs up to four queries.
    """
    wrong = [term for term in query.terms if term not in there]
    if len(wrong) > _MISSPELT or any(term.is_phrase for term in wrong):
        return ""
    meant = {term.text: _meant(term, query.language, where, rights) for term in wrong}
    if not meant or not all(meant.values()):
        return ""
    text = with_words(query, meant)
    return text if is_found(parse(text, query.language), where) else ""


def _ladder(query: Query, topic: int | None) -> list[tuple[str, Match]]:
    """(level, match) from what is surely meant to what merely begins like it."""
    language, terms = query.language, query.terms
    single = [term for term in terms if not term.is_phrase]
    in_head = tuple(t for clause in _whole(single, language, HEAD) for t in clause)
    rungs = [
        (HEAD, _whole(terms, language, HEAD)),
        (LEAD, _whole(terms, language, LEAD)),
        (HEAD, _begun(terms, language, HEAD)),
        (LEAD, _begun(terms, language, LEAD)),
        (WHOLE, _whole(terms, language, WHOLE)),
        (WHOLE, _begun(terms, language, WHOLE)),
    ]
    if len(terms) > 1 and in_head:
        rungs.insert(4, (WHOLE, (in_head, *_whole(terms, language, WHOLE))))
    narrowed: Match = ((Token(of_topic(topic)),),) if topic else ()
    return list(dict.fromkeys((level, narrowed + match) for level, match in rungs))


def _whole(terms: Sequence[Term], language: str, level: str) -> Match:
    """Every word of `terms`, as it is."""
    return tuple(
        tuple(Token(token(level, language, form)) for form in sorted(forms))
        for term in terms
        for forms in term.wholes
    )


def _begun(terms: Sequence[Term], language: str, level: str) -> Match:
    """Every word of `terms`, or a longer one that begins with it."""
    clauses: list[tuple[Token, ...]] = []
    for term in terms:
        longer = tuple(Token(token(level, language, b), begins=True) for b in term.beginnings)
        first, *others = _whole((term,), language, level)
        clauses += [first + longer, *others]
    return tuple(clauses)


class _Phrases:
    """Keeps the stories in which the words of each phrase follow each other; each is read once."""

    def __init__(self, query: Query) -> None:
        self.patterns = [_pattern(term) for term in query.terms if term.is_phrase]
        self.lines: dict[int, str] = {}

    def kept(self, hits: list[Hit], level: str) -> list[Hit]:
        if not self.patterns:
            return hits
        self._read([hit.edition for hit in hits if hit.edition not in self.lines])
        return [hit for hit in hits if self._stand(until(self.lines.get(hit.edition, ""), level))]

    def _read(self, editions: Sequence[int]) -> None:
        if editions:
            rows = SearchEntry.objects.filter(edition__in=editions)
            self.lines.update(rows.values_list("edition_id", "words"))

    def _stand(self, text: str) -> bool:
        return all(pattern.search(text) for pattern in self.patterns)


def _pattern(term: Term) -> re.Pattern[str]:
    places = ("|".join(sorted(forms)) for forms in term.wholes)
    return re.compile(f" {' '.join(f'(?:{forms})' for forms in places)} ")


def _meant(term: Term, language: str, where: Within, rights: Rights) -> str:
    """The commonest of the words near `term`, as a live page has it: at most three queries."""
    near = neighbours(term.text)
    stems = {stem(word, language) for word in near}
    if not stems:
        return ""
    match = (tuple(Token(token(WHOLE, language, each)) for each in sorted(stems)),)
    hits = matching(match, where, most=_ASKED)
    rows = SearchEntry.objects.filter(edition__in=[hit.edition for hit in hits])
    said = {
        edition: set(words.split()) & stems
        for edition, words in rows.values_list("edition_id", "words")
    }
    counts = Counter(each for stems_there in said.values() for each in sorted(stems_there))
    for wanted, _count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        newest = [edition for edition in sorted(said, reverse=True) if wanted in said[edition]][:1]
        for _row, document in shown(newest):
            word = _as_written(as_shown(document, rights), wanted, near, language)
            if word:
                return word
    return ""


def _as_written(document: Document, wanted: str, near: frozenset[str], language: str) -> str:
    """A word of that stem as the page has it; in small letters, if it has it so."""
    said = searchable(document)
    written = [
        word.text
        for text in (*said.head, *said.lead, *said.rest)
        for word in words(text)
        if stem(word.text, language) == wanted
    ]
    written.sort(key=lambda word: (fold(word) not in near, not word.islower(), word))
    return written[0] if written else ""
