"""The publish panel: form -> verb -> answer, or findings at the panel. Nothing typed is lost."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.contrib.admin import site
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from articles.desk.asking import open_article, rights_of, staff
from articles.desk.changes import changes
from articles.desk.editions import coming, history
from articles.desk.names import LANGUAGE_NAMES
from articles.desk.panel import Leaf, leaves, remarks
from articles.desk.publish.banner import banner
from articles.desk.publish.done import done, log, panel_address, told_of
from articles.desk.publish.hours import picks
from articles.desk.publish.owed import banners, told
from articles.desk.publish.proposed import REASONS, after_embargo, closed_to, due
from articles.desk.publish.request import request_of
from articles.desk.publish.rows import Ticks
from articles.desk.publish_form import PublishForm
from articles.desk.rights import Rights
from articles.desk.states import badge
from articles.desk.storyboard.states import states_of
from articles.models.article import Article
from articles.models.clock import database_now
from articles.models.edition import Edition
from articles.publishing.cancel import cancel
from articles.publishing.errors import Changed, PublishingError, Refused
from articles.publishing.publish import publish
from articles.publishing.waiting import Request, ask, can_wait
from articles.text.dates import moment
from articles.text.languages import LANGUAGES


@require_http_methods(["GET", "HEAD", "POST"])
def panel(request: HttpRequest, pk: int) -> HttpResponse:
    """GET shows where both languages stand; POST publishes or schedules them."""
    article, granted = open_article(request, pk)
    if not granted.panel:
        raise PermissionDenied
    shown = leaves(article, as_of=database_now(), ticked=_ticked(request))
    if request.method != "POST":
        asked_for = request.GET.get("correct", "")
        return _respond(request, article, shown, _form(article, granted, shown, correct=asked_for))
    if not granted.publishes:
        raise PermissionDenied
    form = _form(article, granted, shown, request.POST)
    if form.is_valid():
        try:
            asked = request_of(
                article,
                form,
                {code: leaf.standing for code, leaf in shown.items()},
                now=database_now(),
            )
            editions = _publish(request, article, asked, form.seen())
        except Refused as refused:
            if "wait" in request.POST and can_wait(refused.findings):
                ask(article=article, request=asked, by=staff(request))
                return told_of(
                    request, article, [(_("It goes out when its pictures are ready."), "")]
                )
            shown = _with_findings(article, shown, refused)
            form.add_error(None, str(refused))
        except Changed as changed:
            shown = _with_differences(shown, form, changed)
            form.add_error(None, str(changed))
        except PublishingError as error:
            form.add_error(None, str(error))
        else:
            scheduled = [each for leaf in shown.values() for each in leaf.standing.scheduled]
            return done(request, article, editions, scheduled)
    return _respond(request, article, shown, form, status=422)


@require_POST
def cancel_edition(request: HttpRequest, pk: int, edition: int) -> HttpResponse:
    """Let a scheduled Edition never be seen; to a script it answers {"states", "text"}."""
    article, granted = open_article(request, pk)
    row = get_object_or_404(Edition, pk=edition, article=article)
    if not (granted.publish or (granted.publish_one and row.published_by == staff(request))):
        raise PermissionDenied
    try:
        cancel(edition=row, by=staff(request))
    except PublishingError as error:
        said, told = str(error), messages.error
    else:
        said = _("The %(language)s edition of %(when)s is cancelled.") % {
            "language": LANGUAGE_NAMES[row.language],
            "when": moment(row.live_from, get_language() or "en"),
        }
        log(request, article, said)
        told = messages.success
    if request.headers.get("Accept", "").startswith("application/json"):
        now = database_now()
        states = {"states": states_of(article, now), "owed": banners(article, now)}
        return JsonResponse({**states, "text": said})
    told(request, said)
    return HttpResponseRedirect(panel_address(article))


# --- Publishing ----------------------------------------------------------------------------------


def _form(
    article: Article,
    granted: Rights,
    shown: dict[str, Leaf],
    data: Any = None,
    *,
    correct: str = "",
) -> PublishForm:
    """With `correct` a correction of that language alone is chosen from the start."""
    live = frozenset(code for code, leaf in shown.items() if leaf.standing.live)
    closed = closed_to(granted, shown)
    ready = due({code: leaf for code, leaf in shown.items() if code not in closed})
    return PublishForm(
        data,
        live=live,
        unchanged=frozenset(
            code
            for code, leaf in shown.items()
            if leaf.standing.live and not leaf.standing.scheduled and not leaf.changes
        ),
        closed=closed,
        scheduled=any(leaf.standing.scheduled for leaf in shown.values()),
        may_correct=granted.correct,
        alone=not granted.publish,
        overrulable=frozenset(
            code for code, leaf in shown.items() if granted.publish and leaf.may_overrule
        ),
        initial={
            "languages": ready[:1] if not granted.publish else ready,
            **after_embargo(article),
            **(
                {"languages": [correct], "kind": Edition.Kind.CORRECTION}
                if granted.correct and correct in live - closed
                else {}
            ),
        },
    )


def _publish(
    request: HttpRequest, article: Article, asked: Request, seen: Mapping[str, int]
) -> list[Edition]:
    return publish(
        article=article,
        languages=asked.languages,
        by=staff(request),
        at=asked.at,
        kind=asked.kind,
        notes=asked.notes,
        only=asked.only,
        expect=asked.expect,
        ahead="cancel" if asked.ahead == "cancel" else "rebuild",
        seen=seen,
        overrule=asked.overrule,
        settles=asked.settles,
    )


def _ticked(request: HttpRequest) -> dict[str, Ticks | None]:
    """The rows that a posted panel had ticked: they are shown so again."""
    return {
        language: Ticks(offered.split(), request.POST.getlist(f"take_{language}"))
        if (offered := request.POST.get(f"rows_{language}")) is not None
        else None
        for language in LANGUAGES
    }


def _with_findings(article: Article, shown: dict[str, Leaf], refused: Refused) -> dict[str, Leaf]:
    """The findings as of the hour that was chosen, in place of those as of now."""
    keys = list(article.slides.values_list("key", flat=True))
    answered = {finding.place.language for finding in refused.findings}
    return {
        language: replace(
            leaf,
            remarks=remarks(
                article.pk,
                keys,
                [each for each in refused.findings if each.place.language == language],
                leaf.document,
            ),
        )
        if language in answered
        else leaf
        for language, leaf in shown.items()
    }


def _with_differences(
    shown: dict[str, Leaf], form: PublishForm, changed: Changed
) -> dict[str, Leaf]:
    """What became different since the editor looked, beside what readers will notice."""
    before = form.shown()
    return {
        language: replace(leaf, since=changes(old, changed.documents[language]))
        if language in changed.documents and (old := before[language]) is not None
        else leaf
        for language, leaf in shown.items()
    }


def _respond(
    request: HttpRequest,
    article: Article,
    shown: dict[str, Leaf],
    form: PublishForm,
    status: int = 200,
) -> HttpResponse:
    granted = rights_of(request, article)
    now = database_now()
    editions = history(article, as_of=now)
    context = {
        **site.each_context(request),
        "title": _("Publish"),
        "opts": Article._meta,
        "original": article,
        "rights": granted,
        "closed": closed_to(granted, shown),
        "form": form,
        "leaves": [
            (leaf, badge(leaf.standing), form.overruling(code)) for code, leaf in shown.items()
        ],
        "reasons": REASONS,
        "is_live": any(leaf.standing.live for leaf in shown.values()),
        "editions": editions,
        "coming": coming(
            editions,
            by=staff(request),
            may_cancel=granted.publish,
            only_own=granted.publish_one,
        ),
        "languages": [(code, LANGUAGE_NAMES[code]) for code in LANGUAGES],
        "chosen": form["languages"].value() or [],
        "picks": picks(now),
        "can_wait": any(leaf.waits for leaf in shown.values()),
        "waiting": banner(article),
        "owed": told(
            article, now, ticked=request.POST.getlist("settles") if form.is_bound else None
        ),
        "in_dialog": "dialog" in request.GET,
    }
    name = "panel" if "dialog" in request.GET else "publish"
    return TemplateResponse(request, f"admin/articles/{name}.html", context, status=status)
