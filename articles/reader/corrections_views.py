"""The corrections page: request -> response."""

from django.http import HttpRequest, HttpResponseBase

from articles.models.generation import current
from articles.reader import addresses, corrections, find, find_corrections
from articles.reader.absent import missing
from articles.reader.reading import reading
from articles.reader.responses import moved, respond


@reading
def all_corrections(request: HttpRequest, language: str, page: str = "") -> HttpResponseBase:
    """Every public correction of what is live; a page that stands even while there is none."""
    moment = current()
    if page == "1":
        return moved(addresses.corrections(language), moment)
    number = int(page or 1)
    count = find_corrections.count(language, moment.as_of)
    if number > corrections.CUT.last(count):
        return missing(request, find.sections(language, moment.as_of), moment)
    start, stop = corrections.CUT.slice(number)
    rows = find_corrections.corrections(language, moment.as_of, start=start, stop=stop)
    sections = find.sections(language, moment.as_of)
    made = corrections.corrections_page(rows, number=number, count=count, sections=sections)
    return respond(request, made, moment)
