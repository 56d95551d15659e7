"""Request -> response, one function for each kind of page. Queries: find.py; pages: pages.py."""

from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_request

from articles.models.generation import Moment, current
from articles.reader import addresses, errors, find, find_lists, find_site, lists, pages, simple
from articles.reader import front as front_pages
from articles.reader.absent import missing
from articles.reader.reading import reading
from articles.reader.reads import beacon
from articles.reader.responses import moved, respond
from articles.reader.rights import Rights
from articles.reader.rows import Sections
from articles.text.languages import LANGUAGES


@reading
def root(request: HttpRequest) -> HttpResponseBase:
    """To the front page of the language that was chosen before, or that the browser asks for."""
    response = HttpResponseRedirect(addresses.front(get_language_from_request(request)))
    response["Vary"] = "Accept-Language, Cookie"
    response["Cache-Control"] = "no-store"
    return response


@reading
def front(request: HttpRequest, language: str) -> HttpResponseBase:
    moment = current()
    slots = front_pages.arranged(language, moment.as_of)
    page = front_pages.page(language, moment.as_of, slots, _rights(moment))
    return respond(request, page, moment)


@reading
def topic(request: HttpRequest, language: str, slug: str, page: str = "") -> HttpResponseBase:
    """One topic, or a simple page; `page` is the number in the address, absent for the first."""
    moment = current()
    if page == "1":
        return moved(addresses.topic(language, slug), moment)
    sections = find.sections(language, moment.as_of)
    section, number = sections.named(slug), int(page or 1)
    if section is None:
        return _simple(request, sections, "" if page else slug, moment)
    count = find_lists.count_of_topic(language, section.id, moment.as_of)
    if number > lists.TOPIC.last(count):
        return missing(request, sections, moment)
    start, stop = lists.TOPIC.slice(number)
    found = find_lists.of_topic(language, section.id, moment.as_of, start=start, stop=stop)
    return respond(
        request,
        lists.topic_page(
            section, found, number=number, count=count, sections=sections, rights=_rights(moment)
        ),
        moment,
    )


def _simple(
    request: HttpRequest, sections: Sections, slug: str, moment: Moment
) -> HttpResponseBase:
    """About, Contact, Privacy: at its address, or where it has moved from there."""
    link = sections.site.page(slug)
    if link is not None:
        text, description = find_site.text_of(link.id, sections.language)
        page = simple.simple_page(link, text, description, sections=sections)
        return respond(request, page, moment)
    now_at = sections.site.moved_page(slug)
    if now_at is not None:
        return moved(now_at.href, moment)
    return missing(request, sections, moment)


@reading
def article(request: HttpRequest, language: str, topic: str, slug: str) -> HttpResponseBase:
    """A live article; or where it has gone: 301, 410, 404."""
    moment = current()
    found = find.live_article(language, slug, moment.as_of)
    if found is None:
        return _past(request, language, slug, moment)
    # The new slug of a scheduled Edition is claimed already, and must not be known before.
    if found.slug != slug and not find.was_seen(language, slug, moment.as_of):
        return missing(request, find.sections(language, moment.as_of), moment)
    sections = find.sections(language, moment.as_of)
    address = addresses.article(language, sections.slug(found.topic), found.slug)
    if address != addresses.article(language, topic, slug):
        return moved(address, moment)
    page = pages.article_page(
        found.document,
        rights=_rights(moment),
        sections=sections,
        neighbours=find_lists.neighbours(
            language,
            moment.as_of,
            article=found.document.article,
            topic=found.topic,
            linked=[link.article for link in found.document.links if link.article],
        ),
        dates=found.dates,
        twin=found.twin,
        reads=beacon.address(found.edition, len(found.document.slides)),
        people=found.people,
        number=found.number,
        is_indexed=found.is_indexed,
    )
    return respond(request, page, moment)


def _rights(moment: Moment) -> Rights:
    return Rights(moment.as_of, moment.hidden)


def _past(request: HttpRequest, language: str, slug: str, moment: Moment) -> HttpResponseBase:
    past = find.past_article(language, slug, moment.as_of)
    if past is None:
        return missing(request, find.sections(language, moment.as_of), moment)
    sections = find.sections(language, moment.as_of)
    heir = find.heir(language, past.successor, moment.as_of)
    if heir is not None:
        return moved(addresses.article(language, sections.slug(heir.topic), heir.slug), moment)
    neighbours = find_lists.neighbours(
        language, moment.as_of, article=past.article, topic=past.topic
    )
    page = lists.gone_page(past, neighbours=neighbours, sections=sections, rights=_rights(moment))
    return respond(request, page, moment, status=410)


@reading
def elsewhere(request: HttpRequest) -> HttpResponseBase:
    """Every other address: 301 where only the last slash is missing, else 404.

    Answered here, not raised, so that a reader's 404 looks the same while DEBUG is on.
    """
    path = request.path_info
    if not path.endswith("/") and _is_somewhere(f"{path}/"):
        return moved(f"{path}/", current())
    language = path.split("/")[1]
    if language in LANGUAGES:
        moment = current()
        return missing(request, find.sections(language, moment.as_of), moment)
    return errors.not_found(request)


def _is_somewhere(path: str) -> bool:
    try:
        return resolve(path).func is not elsewhere
    except Resolver404:
        return False
