"""Saying that a correction is not needed in the other language, and taking that back."""

from typing import Any, Final

from django import forms
from django.contrib import messages
from django.contrib.admin import site
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from articles.desk.asking import open_article, staff
from articles.desk.names import LANGUAGE_NAMES
from articles.desk.publish.done import log
from articles.desk.publish.owed import REASONS, said
from articles.desk.states import short_moment
from articles.models.article import Article
from articles.models.live import CorrectionOwed
from articles.publishing.errors import PublishingError
from articles.publishing.waive import take_back, waive

_OWN: Final = "own"
_FIRST_PAGE: Final = "first"  # where one came from, and is led back to


class WaiveForm(forms.Form):
    """Why, of those that are there to choose, or in one's own words."""

    reason = forms.ChoiceField(label=gettext_lazy("Why"), required=False, widget=forms.RadioSelect)
    own = forms.CharField(
        label=gettext_lazy("In your own words"),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reason: Any = self.fields["reason"]
        reason.choices = [(each, said(each)) for each in REASONS[language]] + [
            (_OWN, _("Another reason"))
        ]

    def clean(self) -> dict[str, Any]:
        super().clean()
        data = self.cleaned_data
        if data.get("reason") in ("", _OWN):
            data["reason"] = data.get("own", "").strip()
            if not data["reason"]:
                self.add_error("own", _("Say why. It is kept with the correction."))
        return data


@require_http_methods(["GET", "HEAD", "POST"])
def waive_correction(request: HttpRequest, pk: int, owed: int) -> HttpResponse:
    article, row = _opened(request, pk, owed)
    posted = request.POST if request.method == "POST" else None
    form = WaiveForm(posted, language=row.language, label_suffix="")
    back = _back(request, article)
    if row.settled_by_id or row.waived_at:
        messages.info(request, _("This is settled already."))
        return HttpResponseRedirect(back)
    if posted is not None and form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            waive(owed=row, by=staff(request), reason=reason)
        except PublishingError as error:
            form.add_error(None, str(error))
        else:
            text = {
                "da": _("No correction needed in Danish: %(reason)s"),
                "en": _("No correction needed in English: %(reason)s"),
            }[row.language] % {"reason": said(reason)}
            log(request, article, text)
            messages.success(request, text)
            return HttpResponseRedirect(back)
    context = {
        **site.each_context(request),
        "title": {
            "da": _("No correction in Danish"),
            "en": _("No correction in English"),
        }[row.language],
        "opts": Article._meta,
        "original": article,
        "form": form,
        "row": row,
        "language": LANGUAGE_NAMES[row.note.language],
        "when": short_moment(row.note.date),
        "back": back,
        "came_from": request.GET.get("from", ""),
    }
    status = 422 if form.errors else 200
    return TemplateResponse(request, "admin/articles/waive.html", context, status=status)


@require_POST
def unwaive(request: HttpRequest, pk: int, owed: int) -> HttpResponse:
    """Let it be owed again."""
    article, row = _opened(request, pk, owed)
    try:
        take_back(owed=row)
    except PublishingError as error:
        messages.error(request, str(error))
    else:
        text = {
            "da": _("The Danish text is owed the correction again."),
            "en": _("The English text is owed the correction again."),
        }[row.language]
        log(request, article, text)
        messages.success(request, text)
    return HttpResponseRedirect(reverse("admin:articles_article_history", args=[article.pk]))


def _opened(request: HttpRequest, pk: int, owed: int) -> tuple[Article, CorrectionOwed]:
    article, granted = open_article(request, pk)
    if not granted.correct:
        raise PermissionDenied
    rows = CorrectionOwed.objects.select_related("note")
    return article, get_object_or_404(rows, pk=owed, article=article)


def _back(request: HttpRequest, article: Article) -> str:
    if request.GET.get("from") == _FIRST_PAGE:
        return reverse("admin:index")
    return reverse("admin:articles_article_change", args=[article.pk])
