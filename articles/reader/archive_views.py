"""The archive: request -> response."""

from django.http import HttpRequest, HttpResponseBase

from articles.models.generation import current
from articles.reader import addresses, archive, find, find_archive
from articles.reader.absent import missing
from articles.reader.reading import reading
from articles.reader.responses import moved, respond
from articles.text.months import Month


@reading
def months(request: HttpRequest, language: str) -> HttpResponseBase:
    """Every month that has stories."""
    moment = current()
    counts = find_archive.months(language, moment.as_of)
    sections = find.sections(language, moment.as_of)
    return respond(request, archive.archive_page(counts, sections), moment)


@reading
def month(
    request: HttpRequest, language: str, year: str, number: str, page: str = ""
) -> HttpResponseBase:
    """The stories of one month; 404 where it has none, the future's months among them."""
    moment = current()
    asked, place = Month.read(year, number), int(page or 1)
    found = find_archive.month(language, asked, moment.as_of) if asked else None
    if found is None or place > archive.CUT.last(found.count):
        return missing(request, find.sections(language, moment.as_of), moment)
    if page == "1":
        return moved(addresses.month(language, found.month), moment)
    start, stop = archive.CUT.slice(place)
    rows = find_archive.stories(language, found.month, moment.as_of, start=start, stop=stop)
    sections = find.sections(language, moment.as_of)
    made = archive.month_page(found, rows, number=place, sections=sections)
    return respond(request, made, moment)
