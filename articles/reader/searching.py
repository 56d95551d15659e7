"""The search page: request -> response."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from django.utils import translation

from articles.models.generation import Moment, current
from articles.models.search import Within
from articles.reader import (
    addresses,
    asking,
    find,
    find_lists,
    find_search,
    find_site,
    parts,
    results,
)
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
    if sections.named(asked.topic) is None:
        asked = asked.in_topic("")
    answer, instead = look(asked, moment, sections)
    page = results.search_page(
        asked,
        answer,
        since=find_search.first_year(language, moment.as_of),
        instead=instead,
        sections=sections,
        rights=Rights(moment.as_of, moment.hidden),
    )
    return respond(request, page, moment)


def look(asked: Asked, moment: Moment, sections: Sections) -> tuple[Answer, Instead]:
    """What is found; or what leads on from there, where nothing is."""
    topic = sections.named(asked.topic)
    where = find_search.within(sections.language, moment.as_of, *asked.span(moment.as_of))
    answer = Answer()
    if asked.query.terms:
        answer = _answer(asked, where, topic.id if topic else None)
    if answer.count:
        return answer, Instead()
    return answer, _instead(asked, moment, sections, Rights(moment.as_of, moment.hidden))


@reading
def description(request: HttpRequest, language: str) -> HttpResponseBase:
    """By which browsers offer to search this site from their own bar (OpenSearch 1.1)."""
    site = find_site.site(language)
    context = {
        "site": site,
        "short": site.name[:16],
        "search": addresses.absolute(addresses.own("search", language)),
        "icon": addresses.absolute("/favicon.ico"),
    }
    with translation.override(language):
        body = render_to_string("reader/opensearch.xml", context)
    return HttpResponse(
        body,
        content_type="application/opensearchdescription+xml",
        headers={"Cache-Control": "public, max-age=86400", "Content-Language": language},
    )


def _answer(asked: Asked, where: Within, topic: int | None) -> Answer:
    found = find_search.search(asked.query, where, topic)
    number = results.page_of(asked, len(found.editions))
    rows = find_search.shown(found.editions[slice(*results.PAGES.slice(number))])
    return Answer(len(found.editions), found.is_more, rows)


def _instead(asked: Asked, moment: Moment, sections: Sections, rights: Rights) -> Instead:
    """What leads on from a search that found nothing, and from one for nothing."""
    newest = find_lists.latest(sections.language, moment.as_of)
    teasers = tuple(parts.teaser(row, sections, rights) for row in newest)
    query = asked.query
    if not query.terms:
        return Instead(newest=teasers)
    ever = Within(moment.as_of)
    wide = asked.everywhere()
    if asked.is_narrowed and find_search.is_found(query, ever):
        return Instead(everywhere=wide.address(), newest=teasers)
    alone = find_search.alone(query, ever)
    meant = find_search.better(query, alone, ever, rights)
    fewer = alone if len(query.terms) > 1 and not meant else ()
    there = asked.in_language(other(sections.language))
    count = len(find_search.search(there.query, ever).editions) if there.query.terms else 0
    return Instead(
        meant=Link(meant, wide.of(meant).address()) if meant else None,
        fewer=tuple(Link(term.text, wide.of(term.text).address()) for term in fewer),
        elsewhere=there.everywhere().address() if count else "",
        elsewhere_count=count,
        newest=teasers,
    )
