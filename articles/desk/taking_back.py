"""Withdrawing what is live, and publishing an old Edition again: both asked once more."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import site
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from articles.desk.asking import open_article, staff
from articles.desk.changes import changes
from articles.desk.forms import Reasons
from articles.desk.names import LANGUAGE_NAMES
from articles.desk.panel import remarks
from articles.desk.publish.done import log, panel_address
from articles.document.serialise import load
from articles.models.article import Article
from articles.models.clock import database_now
from articles.models.edition import Edition
from articles.publishing.errors import PublishingError, Refused
from articles.publishing.republish import republish
from articles.publishing.state import withdrawn_languages
from articles.publishing.withdraw import withdraw
from articles.text.languages import CHOICES, LANGUAGES


class WithdrawForm(Reasons):
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages"), widget=forms.CheckboxSelectMultiple
    )
    successor: Any = forms.ModelChoiceField(
        Article.objects.all(),
        label=gettext_lazy("Successor"),
        required=False,
        help_text=gettext_lazy("Readers of the old address are led to this article."),
    )

    def __init__(self, *args: Any, live: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        languages: Any = self.fields["languages"]
        languages.choices = [choice for choice in CHOICES if choice[0] in live]
        for language in LANGUAGES:
            if language not in live:
                del self.fields[f"reason_{language}"]
        relation = Edition._meta.get_field("successor")
        successor: Any = self.fields["successor"]
        successor.widget = AutocompleteSelect(relation, site)
        successor.widget.choices = successor.choices

    def clean(self) -> dict[str, Any]:
        """A reason in each language, unless readers are led on: then they never read it."""
        super().clean()
        if self.cleaned_data.get("successor"):
            return self.cleaned_data
        for language in self.cleaned_data.get("languages", []):
            name = f"reason_{language}"
            if not self.cleaned_data.get(name, "").strip() and name not in self.errors:
                self.add_error(name, _("Say why. Readers see this on the page that is gone."))
        return self.cleaned_data


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_article(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the article off the site, after saying why."""
    article, granted = open_article(request, pk)
    if not granted.withdraw:
        raise PermissionDenied
    now = database_now()
    live = list(
        Edition.objects.live(now).filter(article=article).values_list("language", flat=True)
    )
    if not live:
        messages.info(request, _("Nothing of this article is live."))
        return HttpResponseRedirect(panel_address(article))
    posted = request.POST if request.method == "POST" else None
    form = WithdrawForm(posted, live=live, initial={"languages": live})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            ended = withdraw(
                article=article,
                languages=data["languages"],
                by=staff(request),
                reasons={code: data[f"reason_{code}"] for code in data["languages"]},
                successor=data["successor"],
            )
        except PublishingError as error:
            form.add_error(None, str(error))
        else:
            for edition in ended:
                note = _("The %(language)s edition is withdrawn.") % {
                    "language": LANGUAGE_NAMES[edition.language]
                }
                log(request, article, f"{note} {edition.withdrawal_reason}")
                messages.success(request, note)
            return HttpResponseRedirect(panel_address(article))
    context = {"title": _("Withdraw"), "form": form}
    return _respond(request, article, "admin/articles/withdraw.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def republish_edition(request: HttpRequest, pk: int, edition: int) -> HttpResponse:
    """Publish an old Edition again, after seeing what readers would get back."""
    article, granted = open_article(request, pk)
    if not granted.publishes:
        raise PermissionDenied
    row = get_object_or_404(Edition, pk=edition, article=article)
    if not granted.withdraw and row.language in withdrawn_languages(article, as_of=database_now()):
        raise PermissionDenied  # else it would undo what the editor may not do
    context: dict[str, Any] = {
        "title": _("Publish an old edition again"),
        "edition": row,
        "language": LANGUAGE_NAMES[row.language],
    }
    if request.method == "POST":
        try:
            republish(edition=row, by=staff(request))
        except Refused as refused:
            document = load(row.document)
            keys = list(article.slides.values_list("key", flat=True))
            context["error"] = str(refused)
            context["remarks"] = remarks(article.pk, keys, refused.findings, document)
        except PublishingError as error:
            context["error"] = str(error)
        else:
            note = _("Edition %(number)s in %(language)s is published again.") % {
                "number": row.number,
                "language": LANGUAGE_NAMES[row.language],
            }
            log(request, article, note)
            messages.success(request, note)
            return HttpResponseRedirect(panel_address(article))
    live = Edition.objects.live(database_now()).filter(article=article, language=row.language)
    if (now_live := live.first()) is not None:
        context["changes"] = changes(load(now_live.document), load(row.document))
    return _respond(request, article, "admin/articles/republish.html", context)


def _respond(
    request: HttpRequest, article: Article, template: str, context: dict[str, Any]
) -> HttpResponse:
    failed = context.get("error") or getattr(context.get("form"), "errors", None)
    return TemplateResponse(
        request,
        template,
        {
            **site.each_context(request),
            "opts": Article._meta,
            "original": article,
            "panel": panel_address(article),
            **context,
        },
        status=422 if failed else 200,
    )
