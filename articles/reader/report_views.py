"""Request -> response of the page where readers report an error, and of its thanks."""

from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect, QueryDict
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles.models.generation import Moment, current
from articles.reader import addresses, find, reporting
from articles.reader.absent import missing
from articles.reader.frames import frame
from articles.reader.reporting import ReportForm, ReportPage, Subject
from articles.reader.responses import respond
from articles.reader.rows import LiveArticle
from articles.text.languages import other


@csrf_exempt  # there is no session to ride on; a signed slip stands for the form
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, language: str) -> HttpResponseBase:
    """The form for one article (`?article=&edition=&slide=`), what it sends, and the thanks."""
    moment = current()
    if request.method == "POST":
        return _sent(request, language, moment)
    found = find.live_by_id(language, _number(request.GET, "article"), moment.as_of)
    if found is None:
        return _missing(request, language, moment)
    subject = _subject(request.GET, found)
    form = None if "sent" in request.GET else ReportForm()
    return _page(request, found, subject, form, moment)


def _sent(request: HttpRequest, language: str, moment: Moment) -> HttpResponseBase:
    now = moment.as_of
    read = reporting.read_slip(request.POST.get("slip", ""), now)
    found = find.live_by_id(language, read[0].article, now) if read else None
    if read is None or found is None:
        return _missing(request, language, moment)
    subject, seconds = read
    if reporting.is_full(subject.article, now):
        return _page(request, found, subject, None, moment, is_full=True)
    form = ReportForm(request.POST)
    with translation.override(language):
        if form.is_valid() and not reporting.FASTEST <= seconds <= reporting.SLOWEST:
            form.add_error(None, _("We could not receive your report. Please send it once more."))
        if form.errors:
            return _page(request, found, subject, form, moment)
    reporting.take_in(form, subject, language, now)
    response = HttpResponseRedirect(f"{subject.address(language)}&sent", status=303)
    response["Cache-Control"] = "no-store"
    return response


def _page(
    request: HttpRequest,
    found: LiveArticle,
    subject: Subject,
    form: ReportForm | None,
    moment: Moment,
    *,
    is_full: bool = False,
) -> HttpResponseBase:
    language = found.document.language
    sections = find.sections(language, moment.as_of)
    slides = enumerate(found.document.slides, 1)
    number, slide = next(((n, s) for n, s in slides if s.key == subject.slide), (0, None))
    back = addresses.article(language, sections.slug(found.topic), found.slug)
    page = ReportPage(
        frame=frame(
            sections,
            here=subject.address(language),
            there=subject.address(other(language)) if found.twin else "",
            is_indexed=False,
        ),
        headline=found.document.headline,
        back=f"{back}#slide-{slide.key}" if slide else back,
        slide=number,
        heading=slide.heading if slide else "",
        form=form,
        slip=reporting.slip(subject, moment.as_of),
        is_full=is_full,
    )
    status = 429 if is_full else 422 if form and form.errors else 200
    return _kept_by_nobody(respond(request, page, moment, status=status))


def _missing(request: HttpRequest, language: str, moment: Moment) -> HttpResponseBase:
    sections = find.sections(language, moment.as_of)
    return _kept_by_nobody(missing(request, sections, moment))


def _kept_by_nobody(response: HttpResponseBase) -> HttpResponseBase:
    """The slip in it counts seconds, and what a reader wrote is not for the next one."""
    response["Cache-Control"] = "no-store"
    del response["ETag"]
    return response


def _subject(asked: QueryDict, found: LiveArticle) -> Subject:
    """What the address says, as far as it can be: readers may have an earlier Edition open."""
    edition = _number(asked, "edition")
    slide = asked.get("slide", "")
    return Subject(
        article=found.document.article,
        edition=edition if 0 < edition <= found.number else found.number,
        slide=slide if any(each.key == slide for each in found.document.slides) else "",
    )


def _number(asked: QueryDict, name: str) -> int:
    """0 for what is no number, or none of ours."""
    text = asked.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
