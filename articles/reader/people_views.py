"""Contributors' pages: request -> response."""

from django.http import HttpRequest, HttpResponseBase

from articles.models.generation import current
from articles.reader import addresses, find, find_people, people
from articles.reader.absent import missing
from articles.reader.reading import reading
from articles.reader.responses import moved, respond
from articles.reader.rights import Rights


@reading
def person(request: HttpRequest, language: str, slug: str, page: str = "") -> HttpResponseBase:
    """One contributor; 301 from an address of theirs before; 404 while nothing of theirs is live."""
    moment = current()
    number = int(page or 1)
    found = find_people.person(language, slug, moment.as_of)
    if found is None or number > people.CUT.last(found.count):
        return missing(request, find.sections(language, moment.as_of), moment)
    if found.slug != slug or page == "1":
        return moved(addresses.person(language, found.slug, number), moment)
    start, stop = people.CUT.slice(number)
    rows = find_people.stories(language, found.id, moment.as_of, start=start, stop=stop)
    sections = find.sections(language, moment.as_of)
    rights = Rights(moment.as_of, moment.hidden)
    made = people.person_page(found, rows, number=number, sections=sections, rights=rights)
    return respond(request, made, moment)
