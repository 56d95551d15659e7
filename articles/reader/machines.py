"""What machines ask for: feeds, sitemaps, robots.txt."""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse

from articles.models.generation import current
from articles.reader import (
    addresses,
    errors,
    feeds,
    find,
    find_site,
    find_sitemaps,
    sitemaps,
)
from articles.reader.absent import missing
from articles.reader.atom import atom
from articles.reader.feeds import Feed, json_feed
from articles.reader.reading import reading
from articles.reader.responses import answer
from articles.reader.rights import Rights
from articles.text.languages import LANGUAGES

_WRITERS: Final[dict[str, Callable[[Feed], bytes]]] = {"atom": atom, "json": json_feed}
_XML: Final = "application/xml"
# Seconds: crawlers ask for it once a day at the most.
_ROBOTS_AGE: Final = 3600


@reading
def feed(request: HttpRequest, language: str, kind: str, topic: str = "") -> HttpResponseBase:
    """The newest articles of one language, or of one of its topics: three queries."""
    moment = current()
    sections = find.sections(language, moment.as_of)
    section = sections.named(topic) if topic else None
    if topic and section is None:
        return missing(request, sections, moment)
    articles = find.newest_articles(
        language, moment.as_of, topic=section.id if section else None, count=feeds.LENGTH
    )
    made = feeds.feed_of(
        articles,
        section=section,
        sections=sections,
        rights=Rights(moment.as_of, moment.hidden),
    )
    body = _WRITERS[kind](made)
    return answer(request, body, addresses.FEEDS[kind], moment, language=language)


@reading
def sitemap_index(request: HttpRequest) -> HttpResponseBase:
    """The list of all sitemaps: one query, and the generation's."""
    moment = current()
    articles = find_sitemaps.parts(moment.as_of)
    body = sitemaps.index(
        [
            (addresses.sitemap("pages"), max((at for _, at in articles), default=None)),
            (addresses.sitemap("news"), None),
            *((addresses.sitemap(f"articles-{number}"), at) for number, at in articles),
        ]
    )
    return answer(request, body, _XML, moment)


@reading
def sitemap_pages(request: HttpRequest) -> HttpResponseBase:
    """All that is no article: four queries, and the generation's."""
    moment = current()
    body = sitemaps.pages(
        sections=find.sections(LANGUAGES[0], moment.as_of),
        sites={language: find_site.site(language) for language in LANGUAGES},
        changes=find_sitemaps.changes(moment.as_of),
        months=find_sitemaps.months(moment.as_of),
        people=find_sitemaps.people(moment.as_of),
    )
    return answer(request, body, _XML, moment)


@reading
def sitemap_articles(request: HttpRequest, number: str) -> HttpResponseBase:
    """Sitemap `number`, while there is anything in it."""
    moment = current()
    body = sitemaps.articles(
        find_sitemaps.in_part(int(number), moment.as_of),
        sections=find.sections(LANGUAGES[0], moment.as_of),
        rights=Rights(moment.as_of, moment.hidden),
    )
    if body is None:
        return errors.not_found(request)
    return answer(request, body, _XML, moment)


@reading
def sitemap_news(request: HttpRequest) -> HttpResponseBase:
    """The last 48 hours: what leaves it does so by the clock alone, whatever is published."""
    moment = current()
    body = sitemaps.news(
        find_sitemaps.recent(moment.as_of),
        sections=find.sections(LANGUAGES[0], moment.as_of),
        rights=Rights(moment.as_of, moment.hidden),
    )
    return answer(request, body, _XML, moment)


@reading
def robots(request: HttpRequest) -> HttpResponseBase:
    """What crawlers need not look at, and where they find the rest."""
    closed = [
        reverse("admin:index"),
        # Not the page itself, which has an address of its own; what it finds has none.
        *(f"{addresses.own('search', language)}?" for language in LANGUAGES),
    ]
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in closed),
        "",
        f"Sitemap: {addresses.absolute(addresses.sitemap())}",
        "",
    ]
    return HttpResponse(
        "\n".join(lines),
        content_type="text/plain; charset=utf-8",
        headers={"Cache-Control": f"public, max-age={_ROBOTS_AGE}"},
    )
