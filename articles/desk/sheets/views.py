"""The screens of an article's translation sheets: all of them, the file of one, what came back."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import site
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles.desk.asking import open_article, rights_of, staff
from articles.desk.names import LANGUAGE_NAMES
from articles.desk.rights import Rights
from articles.desk.sheets.told import needs, place, told, told_sheet
from articles.desk.storyboard.changes_view import may_write
from articles.models.article import Article
from articles.models.desk import Sheet
from articles.models.translated import read
from articles.sheets import workbook
from articles.sheets.lines import Line
from articles.sheets.send import NothingToSend, rows_of, send, sent
from articles.sheets.take import keep, take, what_came
from articles.text.languages import LANGUAGES, other
from articles.text.slugs import slugify

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class SendForm(forms.Form):
    """What goes out: into which language, all of it or what is needed, for whom."""

    into = forms.ChoiceField(choices=[(code, code) for code in LANGUAGES])
    everything = forms.BooleanField(required=False)
    note = forms.CharField(max_length=120, required=False)


@require_http_methods(["GET", "HEAD", "POST"])
def sheets(request: HttpRequest, pk: int) -> HttpResponse:
    """All sheets of an article; POST makes one, or takes one that came back (with a `file`)."""
    article, granted = open_article(request, pk)
    if request.method != "POST":
        return _list(request, article, granted)
    if not granted.change:
        raise PermissionDenied
    if "file" in request.FILES or "came" in request.POST:
        return _came(request, article, granted)
    form = SendForm(request.POST)
    if not form.is_valid():
        return _list(request, article, granted, form=form, status=422)
    into, note = form.cleaned_data["into"], form.cleaned_data["note"]
    everything = form.cleaned_data["everything"]
    try:
        sheet, left = send(
            article_id=article.pk, into=into, by=staff(request), note=note, everything=everything
        )
    except NothingToSend:
        text = _("There is nothing to translate: choose every text, or write the original first.")
        return _list(request, article, granted, form=form, error=text, status=422)
    if left:
        messages.warning(request, _left_out(left))
    return HttpResponseRedirect(f"{_address('sheets', article.pk)}?made={sheet.pk}")


def _left_out(left: list[Line]) -> str:
    where = ", ".join(dict.fromkeys(place(line) for line in left))
    text = _("Too long for a spreadsheet and left out: %(where)s. Translate it in the storyboard.")
    return text % {"where": where}


def _came(request: HttpRequest, article: Article, granted: Rights) -> HttpResponse:
    file = request.FILES.get("file")
    if not isinstance(file, UploadedFile):
        error = _("Choose the file that came back.")
        return _list(request, article, granted, came_error=error, status=422)
    try:
        if (file.size or 0) > workbook.LARGEST:
            raise workbook.BadSheet(
                _("The file is too large for a translation sheet: 5 MB at most.")
            )
        returned = workbook.read(file.read())
        sheet = Sheet.objects.filter(pk=returned.number).select_related("article").first()
        if sheet is None or sheet.article_id != article.pk:
            raise workbook.BadSheet(_elsewhere(request, sheet))
    except workbook.BadSheet as bad:
        return _list(request, article, granted, came_error=str(bad), status=422)
    if sheet.language not in granted.words:
        raise PermissionDenied
    keep(sheet, returned)
    for reference in returned.doubled:
        messages.warning(
            request,
            _("%(line)s stands in the file twice: the first was read.") % {"line": reference},
        )
    for reference in returned.strange:
        messages.warning(
            request, _("“%(line)s” is no line of ours and was not read.") % {"line": reference}
        )
    return HttpResponseRedirect(_address("sheet", article.pk, sheet.pk))


def _elsewhere(request: HttpRequest, sheet: Sheet | None) -> str:
    if sheet is not None and rights_of(request, sheet.article).view:
        text = _("That sheet is of another article, “%(article)s”. Take it in there.")
        return text % {"article": sheet.article}
    return _("That sheet is none of this article’s. Take it in at the article it was sent from.")


def _list(
    request: HttpRequest,
    article: Article,
    granted: Rights,
    *,
    form: SendForm | None = None,
    error: str = "",
    came_error: str = "",
    status: int = 200,
) -> HttpResponse:
    made = request.GET.get("made", "")
    rows = [told_sheet(each) for each in article.sheets.select_related("by")]
    context = {
        **_context(request, article, granted, _("Translation sheets")),
        "needs": needs(rows_of(article)),
        "sheets": rows,
        "made": next((r for r in rows if str(r.sheet.pk) == made and not came_error), None),
        "typed": form.data if form else {},
        "into": _into(article, granted, form),
        "error": error,
        "came_error": came_error,
    }
    return TemplateResponse(request, "admin/articles/sheets/list.html", context, status=status)


def _into(article: Article, granted: Rights, form: SendForm | None) -> str:
    """The language that is asked for first: one's own, else the one that lacks more."""
    if form is not None and form.data.get("into") in LANGUAGES:
        return str(form.data["into"])
    if len(granted.words) == 1:
        return next(iter(granted.words))
    lacking = needs(rows_of(article))
    return max(LANGUAGES, key=lambda language: lacking[language].texts)


def _context(request: HttpRequest, article: Article, granted: Rights, title: str) -> dict[str, Any]:
    return {
        **site.each_context(request),
        "title": title,
        "opts": Article._meta,
        "original": article,
        "rights": granted,
        "languages": [(code, LANGUAGE_NAMES[code]) for code in LANGUAGES],
    }


@require_safe
def file(request: HttpRequest, pk: int, sheet: int) -> HttpResponse:
    """The workbook as it was sent, however the article goes on."""
    article, _granted = open_article(request, pk)
    row = get_object_or_404(Sheet, pk=sheet, article=article)
    title = read(article, "headline", other(row.language)) or str(article)
    content = workbook.write(row.pk, sent(row), into=row.language, title=title)
    name = f"{slugify(title, max_length=50) or 'article'}-{row.language}-{row.pk}.xlsx"
    response = HttpResponse(content, content_type=_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


@require_safe
def sheet(request: HttpRequest, pk: int, sheet: int) -> HttpResponse:
    """What came back on a sheet, line by line, beside what stands here."""
    article, granted = open_article(request, pk)
    row = get_object_or_404(
        Sheet.objects.select_related("article", "by"), pk=sheet, article=article
    )
    came = [told(each) for each in what_came(row)]
    context = {
        **_context(
            request, article, granted, _("Translation sheet %(number)s") % {"number": row.pk}
        ),
        "sheet": told_sheet(row),
        "into": row.language,
        "from": other(row.language),
        "told": [each for each in came if not each.is_idle],
        "idle": [each for each in came if each.is_idle],
        "may_take": row.language in granted.words,
        "takeable": sum(each.came.is_takeable for each in came),
    }
    return TemplateResponse(request, "admin/articles/sheets/sheet.html", context)


@require_POST
def take_in(request: HttpRequest, pk: int, sheet: int) -> HttpResponse:
    """Write what is ticked; POST "take" references, "seen-<reference>" what stood there."""
    article, granted = open_article(request, pk)
    row = get_object_or_404(Sheet.objects.select_related("article"), pk=sheet, article=article)
    if row.language not in granted.words:
        raise PermissionDenied
    wanted = {name: request.POST.get(f"print-{name}", "") for name in request.POST.getlist("take")}
    there = HttpResponseRedirect(_address("sheet", article.pk, row.pk))
    if not wanted:
        messages.warning(request, _("Nothing was ticked, so nothing was written."))
        return there
    seen = {name: request.POST.get(f"seen-{name}", "") for name in wanted}
    done = take(row, wanted=wanted, seen=seen, by=staff(request), may=may_write(request, granted))
    written = sum(each.status == "done" for each in done.results)
    left = len(wanted) - written
    if written:
        text = ngettext(
            "%(count)s text was taken in. The history can take it back.",
            "%(count)s texts were taken in. The history can take them back.",
            written,
        )
        messages.success(request, text % {"count": written})
    if left:
        text = ngettext(
            "%(count)s text was changed meanwhile, here or on the sheet, and was left: look again.",
            "%(count)s texts were changed meanwhile, here or on the sheet, and were left: look again.",
            left,
        )
        messages.warning(request, text % {"count": left})
    return there


def _address(name: str, *args: int) -> str:
    return reverse(f"admin:articles_article_{name}", args=args)
