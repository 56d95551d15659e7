"""The search page, as plain data. Pure."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from django.utils import translation
from django.utils.translation import gettext

from articles.document.schema import Document
from articles.document.searchable import passages
from articles.reader import addresses, parts
from articles.reader.asking import PERIODS, Asked
from articles.reader.frames import Frame, frame
from articles.reader.paging import Cut, Paging, paging
from articles.reader.parts import Link, Teaser
from articles.reader.rights import Rights, as_shown
from articles.reader.rows import Listed, Sections
from articles.text import dates
from articles.text.languages import other
from articles.text.queries import Query
from articles.text.snippets import Run, marked, snippet
from articles.text.stems import stem, words

PAGES: Final = Cut(10, 10)


@dataclass(frozen=True, slots=True)
class Result:
    teaser: Teaser
    headline: tuple[Run, ...]
    text: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a filter."""

    value: str
    text: str
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Instead:
    """What to offer where nothing was found.

    `meant` is another spelling, `fewer` single words that find something, `everywhere` the search
    without its filters, `elsewhere` the other language, where `elsewhere_count` stories are found.
    """

    meant: Link | None = None
    fewer: tuple[Link, ...] = ()
    everywhere: str = ""
    elsewhere: str = ""
    elsewhere_count: int = 0
    newest: tuple[Teaser, ...] = ()


_ONE_PAGE: Final = Paging()
_NOTHING: Final = Instead()


@dataclass(frozen=True, slots=True)
class SearchPage:
    """`is_asked`: there were words to look for; `named` is what, to stand in quotation marks."""

    template: ClassVar[str] = "reader/search.html"

    frame: Frame
    text: str
    named: str
    is_asked: bool
    action: str
    topic_name: str
    period_name: str
    topics: tuple[Option, ...]
    periods: tuple[Option, ...]
    count: int = 0
    is_more: bool = False
    results: tuple[Result, ...] = ()
    section: Link | None = None
    paging: Paging = _ONE_PAGE
    instead: Instead = _NOTHING


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found: how many in all, and the rows of this page."""

    count: int = 0
    is_more: bool = False
    rows: Sequence[tuple[Listed, Document]] = ()


def page_of(asked: Asked, count: int) -> int:
    """Which page to show: the last, where a later one is asked for."""
    return min(asked.page, PAGES.last(count))


def search_page(
    asked: Asked,
    answer: Answer,
    *,
    since: dt.datetime | None,
    instead: Instead = _NOTHING,
    sections: Sections,
    rights: Rights,
) -> SearchPage:
    """The page for what was asked; `since` is when the site's first story came out."""
    query, language = asked.query, sections.language
    number = page_of(asked, answer.count)
    is_clean = not query.text and not asked.is_narrowed
    return SearchPage(
        frame=frame(
            sections,
            here=asked.address(page=number),
            there=asked.in_language(other(language)).address(),
            is_indexed=is_clean,
        ),
        text=query.text,
        named=query.named,
        is_asked=bool(query.terms),
        action=addresses.own("search", language),
        topic_name=asked.names["topic"],
        period_name=asked.names["period"],
        topics=_topics(asked, sections),
        periods=_periods(asked, since, rights.as_of),
        count=answer.count,
        is_more=answer.is_more,
        results=tuple(_result(*row, query, sections, rights) for row in answer.rows),
        section=_section(query, sections),
        paging=paging(
            number, PAGES.last(answer.count), lambda page: asked.address(page=page), by_date=False
        ),
        instead=instead,
    )


def _result(
    row: Listed, document: Document, query: Query, sections: Sections, rights: Rights
) -> Result:
    texts = passages(as_shown(document, rights))
    return Result(
        teaser=parts.teaser(row, sections, rights),
        headline=marked(row.card.headline, query),
        text=snippet(texts, query) if texts else (),
    )


def _topics(asked: Asked, sections: Sections) -> tuple[Option, ...]:
    return tuple(
        Option(section.slug, section.name, section.slug == asked.topic)
        for section in sections.live()
    )


def _periods(asked: Asked, since: dt.datetime | None, as_of: dt.datetime) -> tuple[Option, ...]:
    language = asked.query.language
    with translation.override(language):
        names = {
            "week": gettext("Past week"),
            "month": gettext("Past month"),
            "year": gettext("Past year"),
        }
    this_year = dates.local(as_of).year
    years = {str(year) for year in range(dates.local(since or as_of).year, this_year + 1)}
    if asked.period.isdigit():
        years.add(asked.period)
    return (
        *(Option(PERIODS[p][language], text, p == asked.period) for p, text in names.items()),
        *(Option(year, year, year == asked.period) for year in sorted(years, reverse=True)),
    )


def _section(query: Query, sections: Sections) -> Link | None:
    """The topic that is called what was asked for."""
    wanted = {form for term in query.terms for forms in term.wholes for form in forms}
    for section in sections.live():
        named = {stem(word.text, sections.language) for word in words(section.name)}
        if wanted and named <= wanted and len(query.terms) <= len(named):
            return Link(section.name, addresses.topic(sections.language, section.slug))
    return None
