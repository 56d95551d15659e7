"""The search page: request -> response."""

from django.http import HttpRequest, HttpResponseBase

from articles.models.generation import Moment, current
from articles.models.search import Within
from articles.reader import asking, find, find_search, parts, results
from articles.reader.asking import Asked
from articles.reader.parts import Link
from articles.reader.reading import reading
from articles.reader.responses import respond
from articles.reader.results import Answer, Instead
from articles.reader.rights import Rights
from articles.reader.rows import Sections
from articles.text.languages import other


@reading
def search(request: HttpRequest, language: str) -> HttpResponseBase:
    """The form alone, or with what is found. Whatever is asked, the answer is a page."""
    moment = current()
    sections = find.sections(language, moment.as_of)
    asked = asking.read(request.GET.dict(), language)
    topic = sections.named(asked.topic)
    if topic is None:
        asked = asked.in_topic("")
    rights = Rights(moment.as_of, moment.hidden)
    where = find_search.within(language, moment.as_of, *asked.span(moment.as_of))
    answer, instead = Answer(), Instead()
    if asked.query.terms:
        answer = _answer(asked, where, topic.id if topic else None)
    if not answer.count:
        instead = _instead(asked, moment, sections, rights)
    page = results.search_page(
        asked,
        answer,
        since=find_search.first_year(language, moment.as_of),
        instead=instead,
        sections=sections,
        rights=rights,
    )
    return respond(request, page, moment)


def _answer(asked: Asked, where: Within, topic: int | None) -> Answer:
    found = find_search.search(asked.query, where, topic)
    start = (results.page_of(asked, len(found.editions)) - 1) * results.PER_PAGE
    rows = find_search.shown(found.editions[start : start + results.PER_PAGE])
    return Answer(len(found.editions), found.is_more, rows)


def _instead(asked: Asked, moment: Moment, sections: Sections, rights: Rights) -> Instead:
    """What leads on from a search that found nothing, and from one for nothing."""
    newest = find.latest(sections.language, moment.as_of, find.OTHERS)
    teasers = tuple(parts.teaser(row, sections, rights) for row in newest)
    query = asked.query
    if not query.terms:
        return Instead(newest=teasers)
    ever = Within(moment.as_of)
    wide = asked.everywhere()
    if asked.is_narrowed and find_search.search(query, ever).editions:
        return Instead(everywhere=wide.address(), newest=teasers)
    meant = find_search.better(query, ever, rights)
    fewer = [
        t for t in query.terms if len(query.terms) > 1 and find_search.is_there(t, query, ever)
    ]
    there = asked.in_language(other(sections.language))
    count = len(find_search.search(there.query, ever).editions) if there.query.terms else 0
    return Instead(
        meant=Link(meant, wide.of(meant).address()) if meant else None,
        fewer=() if meant else tuple(Link(t.text, wide.of(t.text).address()) for t in fewer),
        elsewhere=there.everywhere().address() if count else "",
        elsewhere_count=count,
        newest=teasers,
    )
