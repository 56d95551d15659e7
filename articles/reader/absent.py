"""The answer where there is no page: 404, in the language of the address."""

from django.http import HttpRequest, HttpResponseBase

from articles.models.generation import Moment
from articles.reader import find_lists, lists
from articles.reader.responses import respond
from articles.reader.rights import Rights
from articles.reader.rows import Sections


def missing(request: HttpRequest, sections: Sections, moment: Moment) -> HttpResponseBase:
    """404, with the newest stories instead: one query."""
    newest = find_lists.neighbours(sections.language, moment.as_of, article=0, topic=None).others
    page = lists.missing_page(sections, newest, Rights(moment.as_of, moment.hidden))
    return respond(request, page, moment, status=404)
