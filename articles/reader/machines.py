"""What machines ask for: feeds."""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponseBase

from articles.models.generation import current
from articles.reader import addresses, feeds, find, lists
from articles.reader.atom import atom
from articles.reader.feeds import Feed, json_feed
from articles.reader.reading import reading
from articles.reader.responses import answer, respond
from articles.reader.rights import Rights

_WRITERS: Final[dict[str, Callable[[Feed], bytes]]] = {"atom": atom, "json": json_feed}


@reading
def feed(request: HttpRequest, language: str, kind: str, topic: str = "") -> HttpResponseBase:
    """The newest articles of one language, or of one of its topics: three queries."""
    moment = current()
    sections = find.sections(language, moment.as_of)
    section = sections.named(topic) if topic else None
    if topic and section is None:
        return respond(request, lists.missing_page(sections), moment, status=404)
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
