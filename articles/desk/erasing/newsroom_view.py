"""Anonymise in all articles: the words are looked for everywhere, and replaced one article at a time.

Whatever cuts it short, what is done is done: the same words, looked for again, find the rest.
"""

import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from django.contrib import messages
from django.contrib.admin import site
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from articles.desk.asking import staff
from articles.desk.erasing.forms import REASONS, ConfirmForm, NamesForm
from articles.desk.erasing.told import Told, facts, told
from articles.desk.publish.done import log
from articles.desk.rights import may, visible_to
from articles.models.article import Article
from articles.models.clock import database_now
from articles.publishing.anonymise import anonymise, plan
from articles.publishing.catch_up import catch_up
from articles.publishing.elsewhere import apart, articles_with
from articles.publishing.errors import NothingToReplace, PublishingError
from articles.publishing.holdings import photos_of
from articles.text.replacing import Replacing

_SECONDS: Final = 8.0  # of one request; then the page asks to go on
_LISTED: Final = 50  # articles at a time


@dataclass(frozen=True, slots=True)
class Found:
    """An article that holds the words; `texts` says in how many places."""

    article: Article
    texts: str
    told: Told
    is_ticked: bool


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def names(request: HttpRequest) -> HttpResponse:
    """GET asks for the words, POST lists the articles; POST "asked" replaces them in those ticked."""
    if not may(request.user, "erase_article"):
        raise PermissionDenied
    form = NamesForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _respond(request, {"names": form})
    replacing = form.replacing()
    ids = articles_with(replacing)
    ticked = {int(each) for each in request.POST.getlist("article") if each.isdigit()}
    if "asked" not in request.POST:
        return _ask(request, form, ids, ticked=ids)
    chosen = [pk for pk in ids if pk in ticked]
    confirm = _confirm(len(ids[:_LISTED]), request)
    if not chosen:
        confirm.add_error(None, _("Tick the articles in which the words shall be replaced."))
    if not confirm.is_valid():
        return _ask(request, form, ids, ticked=chosen, confirm=confirm)
    library = form.cleaned_data["library"]
    done, stopped = _replace(request, chosen, replacing, library, confirm.cleaned_data["reason"])
    note = ngettext(
        "The words are replaced in %(count)s article.",
        "The words are replaced in %(count)s articles.",
        done,
    )
    messages.success(request, note % {"count": done})
    for each in stopped:
        messages.warning(request, each)
    left = chosen[done + len(stopped) :]
    if left:
        return _ask(request, form, articles_with(replacing), ticked=left)
    return HttpResponseRedirect(reverse("admin:articles_erasure_changelist"))


def _replace(
    request: HttpRequest, ids: Sequence[int], replacing: Replacing, library: bool, reason: str
) -> tuple[int, list[str]]:
    """How many were done within the time of one request; and why others could not be."""
    until = time.monotonic() + _SECONDS
    done, stopped, photos = 0, [], set[int]()
    for pk in ids:
        try:
            row = anonymise(
                article=pk, replacing=replacing, by=staff(request), reason=reason, library=library
            )
        except NothingToReplace:
            done += 1  # somebody else was faster
        except PublishingError as error:
            stopped.append(_("no. %(number)s") % {"number": pk} + f": {error}")
        else:
            done += 1
            photos |= set(row.details["photos"])
            log(
                request,
                Article.objects.get(pk=pk),
                _("Anonymised: %(reason)s") % {"reason": row.reason},
            )
        if time.monotonic() >= until:
            break
    catch_up(photos=sorted(photos), by=staff(request), seconds=3)
    return done, stopped


def _confirm(number: int, request: HttpRequest | None = None) -> ConfirmForm:
    label = _("To confirm, type how many articles are listed: %(number)s") % {"number": number}
    return ConfirmForm(request.POST if request else None, expected=number, label=label)


def _ask(
    request: HttpRequest,
    form: NamesForm,
    ids: Sequence[int],
    *,
    ticked: Collection[int],
    confirm: ConfirmForm | None = None,
) -> HttpResponse:
    replacing = form.replacing()
    listed = visible_to(request.user).filter(pk__in=ids[:_LISTED]).order_by("pk")
    photos = [photo for pk in ids for photo in photos_of(pk)]
    others = list(facts(apart(replacing, photos=photos)))
    if not ids and not others:
        form.add_error("words_1", _("These words are in no article."))
        return _respond(request, {"names": form})
    context = {
        "names": form,
        "pairs": replacing.pairs,
        "found": [_found(each, form, ticked) for each in listed],
        "more": max(0, len(ids) - _LISTED),
        "apart": others,
        "hidden": form.hidden(),
        "confirm": confirm or _confirm(len(ids[:_LISTED])),
    }
    return _respond(request, context)


def _found(article: Article, form: NamesForm, ticked: Collection[int]) -> Found:
    library = form.cleaned_data["library"]
    planned = plan(article, form.replacing(), now=database_now(), library=library)
    seen = told(article, planned)
    texts = ngettext("%(count)s place", "%(count)s places", seen.texts) % {"count": seen.texts}
    return Found(article, texts, seen, article.pk in ticked)


def _respond(request: HttpRequest, context: dict[str, object]) -> HttpResponse:
    forms = [form for form in (context["names"], context.get("confirm")) if form is not None]
    shown = {
        **site.each_context(request),
        "opts": Article._meta,
        "title": _("Anonymise in all articles"),
        "reasons": REASONS,
        **context,
    }
    status = 422 if any(form.errors for form in forms) else 200  # type: ignore[attr-defined]
    return TemplateResponse(request, "admin/articles/erasing/newsroom.html", shown, status=status)
