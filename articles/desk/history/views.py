"""The history screen, and the acts on it: bring back a version, take back one change."""

from typing import Any, Final

from django.contrib import messages
from django.contrib.admin import site
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from articles.desk.asking import open_article, rights_of, staff
from articles.desk.conflicts import called
from articles.desk.editions import history as editions_of
from articles.desk.history.told import Entry, entries, places
from articles.desk.names import LANGUAGE_NAMES
from articles.desk.states import short_moment
from articles.desk.storyboard.changes_view import may_write
from articles.editing.apply import Applied, apply
from articles.editing.changes import Set
from articles.editing.restore import changes_to
from articles.editing.sittings import GIVEN_UP, REMARKS
from articles.models.article import Article
from articles.models.clock import database_now
from articles.models.desk import Sitting
from articles.publishing.state import withdrawn_languages
from articles.text.languages import LANGUAGES

PER_PAGE: Final = 20


@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Every version of the working copy, the newest first, with publishing between them."""
    article, granted = open_article(request, pk)
    sittings = Sitting.objects.filter(article=article).select_related("by")
    page = Paginator(sittings, PER_PAGE).get_page(request.GET.get("page"))
    numbers = {
        key: number for number, key in enumerate(article.slides.values_list("key", flat=True), 1)
    }
    links = frozenset(article.links.values_list("key", flat=True))
    told = entries(list(page), numbers, links)
    now = database_now()
    closed = withdrawn_languages(article, as_of=now) if not granted.withdraw else frozenset()
    context = {
        **site.each_context(request),
        "title": _("History"),
        "opts": Article._meta,
        "original": article,
        "rights": granted,
        "closed": closed,
        "page": page,
        "line": _line(article, told, is_first_page=page.number == 1, is_last=not page.has_next()),
        "newest": sittings.values_list("pk", flat=True).first(),
        "editions": editions_of(article, as_of=now),
        "languages": [(code, LANGUAGE_NAMES[code]) for code in LANGUAGES],
    }
    return TemplateResponse(request, "admin/articles/history.html", context)


def _line(
    article: Article, told: list[Entry], *, is_first_page: bool, is_last: bool
) -> list[dict[str, Any]]:
    """The page's versions with what the admin's log says of the same time, the newest first."""
    logged = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Article), object_id=str(article.pk)
    ).select_related("user")
    # The plain form's own entries say of which fields it was; the versions say it better.
    acts = [each for each in logged if not each.change_message.startswith("[")]
    if not is_first_page and told:
        acts = [each for each in acts if each.action_time <= told[0].at]
    if not is_last and told:
        acts = [each for each in acts if each.action_time > told[-1].at]
    line: list[dict[str, Any]] = [
        {"at": each.at, "when": short_moment(each.at), "entry": each} for each in told
    ]
    line += [
        {
            "at": act.action_time,
            "when": short_moment(act.action_time),
            "act": act.get_change_message(),
            "by": called(act.user),
        }
        for act in acts
    ]
    return sorted(line, key=lambda each: each["at"], reverse=True)


@require_POST
def restore(request: HttpRequest, pk: int, sitting: int) -> HttpResponse:
    """Bring the working copy back to a version; what it was before stays a version as well."""
    article, row = _opened(request, pk, sitting)
    changes = changes_to(article, row.revision)
    done = _apply(request, article, changes)
    refused = [each for each in done.results if each.status != "done"]
    if refused:
        text = ngettext(
            "Brought back, but for %(count)s thing: %(why)s",
            "Brought back, but for %(count)s things: %(why)s",
            len(refused),
        )
        why = "; ".join(dict.fromkeys(each.message or each.by for each in refused))
        messages.warning(request, text % {"count": len(refused), "why": why})
    else:
        messages.success(
            request, _("The article is as that version was. To undo, bring back the one below it.")
        )
    return _back(article)


@require_POST
def take_back(request: HttpRequest, pk: int, sitting: int, place: str) -> HttpResponse:
    """Let one field say again what it said before that change; POST "version" is the one shown."""
    article, row = _opened(request, pk, sitting)
    entry = dict(zip(places(row.changes), row.changes, strict=True)).get(place)
    if entry is None or entry["field"] in ("row", "place") or entry["field"].endswith(REMARKS):
        raise Http404
    field = entry["field"].removesuffix(GIVEN_UP)
    change = Set("1", entry["row"], field, entry["language"], entry["value"], entry["before"])
    is_as_shown = str(entry["version"]) == request.POST.get("version")
    result = _apply(request, article, [change]).results[0] if is_as_shown else None
    if result is not None and result.status == "done":
        messages.success(request, _("The field says again what it said before."))
    elif result is None or result.status == "conflict":
        messages.warning(
            request,
            _("The field was changed again since: nothing was overwritten. See the newest change."),
        )
    else:
        messages.error(request, result.message)
    return _back(article)


def _opened(request: HttpRequest, pk: int, sitting: int) -> tuple[Article, Sitting]:
    article, granted = open_article(request, pk)
    if not granted.change:
        raise PermissionDenied
    row: Sitting = get_object_or_404(
        Sitting.objects.select_related("revision"), pk=sitting, article=article
    )
    return article, row


def _apply(request: HttpRequest, article: Article, changes: Any) -> Applied:
    granted = rights_of(request, article)
    # A version of its own, whatever the editor was at.
    may = may_write(request, granted)
    apply(article_id=article.pk, changes=[], by=staff(request), may=may, save=True)
    return apply(article_id=article.pk, changes=changes, by=staff(request), may=may, save=True)


def _back(article: Article) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("admin:articles_article_history", args=[article.pk]))
