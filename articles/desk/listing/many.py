"""The screens for many articles at once: what shall be done, and how far it is."""

from collections import Counter
from copy import copy
from typing import TYPE_CHECKING, Any, Final

from django.contrib import messages
from django.contrib.admin import site
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
    JsonResponse,
    QueryDict,
)
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from articles.desk.listing import acts, jobs, offers
from articles.desk.listing.asked import FORMS
from articles.desk.rights import visible_to
from articles.desk.survey.shown import Sign, Verdict, signs, title, verdict
from articles.desk.survey.survey import survey
from articles.models.article import Article
from articles.models.clock import database_now
from articles.text.languages import LANGUAGES

if TYPE_CHECKING:
    from articles.desk.listing.mixin import Listing

NAMED: Final = 20  # articles that the question names
TITLES: Final = {
    "publish": gettext_lazy("Publish many"),
    "stage": gettext_lazy("Set the stage of many"),
    "topic": gettext_lazy("Set the topic of many"),
    "people": gettext_lazy("Give many to somebody"),
    "copy": gettext_lazy("Duplicate many"),
    "withdraw": gettext_lazy("Withdraw many"),
}
SAID: Final = {
    acts.DONE: gettext_lazy("Done"),
    acts.SAME: gettext_lazy("Nothing to do"),
    acts.STOPPED: gettext_lazy("Stopped"),
    acts.REFUSED: gettext_lazy("Not yours to do"),
    acts.FAILED: gettext_lazy("Failed"),
}
ICONS: Final = {
    acts.DONE: ("good", "ok"),
    acts.SAME: ("", "check"),
    acts.STOPPED: ("block", "block"),
    acts.REFUSED: ("warn", "warn"),
    acts.FAILED: ("block", "warn"),
}


def ask(admin: "Listing", request: HttpRequest) -> HttpResponse:
    """What shall be done with the articles ticked; POST with `confirm` begins it."""
    offered = offers.of(request)
    if not offered:
        raise PermissionDenied
    home = reverse("admin:articles_article_changelist")
    back = f"{home}?{request.POST.get('found', '')}".rstrip("?")
    if request.method != "POST":
        return HttpResponseRedirect(home)
    action = request.POST.get("action", "")
    if action and action not in {each.action for each in offered}:
        raise PermissionDenied
    articles = _chosen(admin, request)
    if not articles or not action:
        messages.warning(request, _("Tick the articles first."))
        return HttpResponseRedirect(back)
    is_sent = "confirm" in request.POST
    form = FORMS[action](request.POST if is_sent else None, label_suffix="")
    if is_sent and form.is_valid():
        wanted = {**form.wanted(), **_shown(request)}
        name = jobs.begin(
            request,
            action=action,
            ids=[each.pk for each in articles],
            wanted={**wanted, "to": back},
        )
        return HttpResponseRedirect(reverse("admin:articles_article_many_job", args=[name]))
    context = {
        **site.each_context(request),
        "title": TITLES[action],
        "opts": Article._meta,
        "action": action,
        "form": form,
        "articles": articles,
        "back": back,
        "found": request.POST.get("found", ""),
        "most": jobs.MOST,
        **_outlook(articles, action),
    }
    status = 422 if form.errors else 200
    return TemplateResponse(request, "admin/articles/listing/many.html", context, status=status)


def _chosen(admin: "Listing", request: HttpRequest) -> list[Article]:
    """Those ticked, or all that the list found; as many as one job takes."""
    if request.POST.get("across") == "1":
        asked = copy(request)
        asked.GET = QueryDict(request.POST.get("found", ""))  # type: ignore[assignment]
        asked.method = "GET"
        return list(admin.get_changelist_instance(asked).queryset[: jobs.MOST])
    texts = request.POST.getlist(ACTION_CHECKBOX_NAME)
    ids = [int(text) for text in texts if text.isascii() and text.isdecimal() and len(text) < 18]
    rows = visible_to(request.user).in_bulk(ids[: jobs.MOST])
    return [rows[pk] for pk in dict.fromkeys(ids[: jobs.MOST]) if pk in rows]


def _shown(request: HttpRequest) -> dict[str, Any]:
    """What the editor was shown of each text, as digests: what changed since is not published."""
    shown: dict[str, dict[str, str]] = {}
    for each in request.POST.getlist("shown"):
        pk, *digests = each.split(":")
        if len(digests) == len(LANGUAGES):
            shown[pk] = dict(zip(LANGUAGES, digests, strict=True))
    return {"shown": shown}


def _outlook(articles: list[Article], action: str) -> dict[str, Any]:
    """The first of `articles` by name and state, and for publishing what each text is now."""
    as_of = database_now()
    known = survey(Article.objects.filter(pk__in=[each.pk for each in articles]), as_of=as_of).rows
    named: list[tuple[Article, str, tuple[Sign, ...], Verdict]] = [
        (each, title(each)[0], signs(known[each.pk]), verdict(known[each.pk]))
        for each in articles[:NAMED]
        if each.pk in known
    ]
    shown = [
        ":".join([str(pk), *(row.leaves[language].digest for language in LANGUAGES)])
        for pk, row in known.items()
    ]
    return {
        "named": named,
        "rest": len(articles) - len(named),
        "shown": shown if action == "publish" else [],
    }


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def progress(request: HttpRequest, job: str) -> HttpResponse:
    """GET shows how far it is; each POST goes one step on, or undoes what is done."""
    found = jobs.find(request, job)
    if found is None:
        raise Http404
    if request.method != "POST":
        return _screen(request, found)
    if "undo" in request.POST:
        name = jobs.undoing(request, found)
        address = reverse("admin:articles_article_many_job", args=[name]) if name else request.path
        return HttpResponseRedirect(address)
    if request.headers.get("Accept", "").startswith("application/json"):
        jobs.step(request, found)
        return JsonResponse({"left": len(found["left"]), "done": len(found["done"])})
    jobs.step(request, found, most=4 * jobs.STEP)
    return HttpResponseRedirect(request.path)


def _screen(request: HttpRequest, job: jobs.Job) -> HttpResponse:
    counts = Counter(each["status"] for each in job["done"])
    total = len(job["done"]) + len(job["left"])
    context: dict[str, Any] = {
        **site.each_context(request),
        "title": _("Undo") if "back" in job["wanted"] else TITLES[job["action"]],
        "opts": Article._meta,
        "results": [
            {**each, "said": SAID[each["status"]], "level": level, "icon": icon}
            for each in reversed(job["done"])
            for level, icon in [ICONS[each["status"]]]
        ],
        "summary": [
            (SAID[status], counts[status], *ICONS[status]) for status in SAID if counts[status]
        ],
        "done": len(job["done"]),
        "left": len(job["left"]),
        "total": total,
        "heading": ngettext("%(n)s article", "%(n)s articles", total) % {"n": total},
        "may_undo": jobs.may_undo(job),
        "back": job["wanted"].get("to") or reverse("admin:articles_article_changelist"),
    }
    return TemplateResponse(request, "admin/articles/listing/progress.html", context)
