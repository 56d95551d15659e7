"""The screen at the list of front slots: shows, previews and saves the front page of one language."""

from typing import Any, Final

from django.contrib import messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles.desk.asking import staff
from articles.desk.conflicts import called
from articles.desk.front import entries, rows
from articles.desk.front.words import words
from articles.desk.names import LANGUAGE_NAMES
from articles.desk.searching import holds
from articles.desk.searching import words as terms
from articles.models.clock import database_now
from articles.models.edition import Edition
from articles.models.newsroom import FrontSlot, Topic
from articles.models.photo import Photo
from articles.models.staff import User
from articles.models.translated import read
from articles.publishing.arrange import Rearranged, arrange, fingerprint
from articles.reader import find_lists, front
from articles.reader.responses import render
from articles.reader.rights import Rights
from articles.text.dates import moment
from articles.text.languages import LANGUAGES

_FOUND: Final = 12  # results of a search
_OFFERED: Final = 40  # articles that the plain form's list offers


class FrontPage:
    """For the ModelAdmin of FrontSlot: its list is the front page."""

    admin_site: Any
    opts: Any

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("<str:language>/preview/", wrap(self.preview), name="articles_frontslot_preview"),
            path("<str:language>/search/", wrap(self.search), name="articles_frontslot_search"),
            *super().get_urls(),  # type: ignore[misc]
        ]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        chosen = request.GET.get("language") or get_language() or ""
        language = chosen if chosen in LANGUAGES else LANGUAGES[0]
        if request.method == "POST":
            return self._save(request, language)
        seen = fingerprint(language)
        board = rows.board(language, database_now(), _topics(language))
        return self._page(request, language, board, seen)

    def _save(self, request: HttpRequest, language: str) -> HttpResponse:
        if not self.has_change_permission(request):
            raise PermissionDenied
        now = database_now()
        sent = entries.read(request.POST, language=language, as_of=now)
        seen, latest = request.POST.get("seen", ""), fingerprint(language)
        if sent.errors:
            return self._again(request, language, sent, seen)
        mine = request.POST.get("anyway") == latest  # the state that the conflict was shown with
        try:
            changed = arrange(
                language=language,
                entries=sent.entries,
                removed=sent.removed,
                seen=latest if mine else seen,
            )
        except Rearranged:
            return self._again(request, language, sent, fingerprint(language), who=_who(request))
        if changed:
            _note(staff(request), language)
            self.message_user(request, _("The front page is saved. Readers see it now."))
        else:
            self.message_user(request, _("Nothing was changed."), messages.INFO)
        return HttpResponseRedirect(f"{request.path}?language={language}")

    def _again(
        self, request: HttpRequest, language: str, sent: entries.Read, seen: str, *, who: str = ""
    ) -> HttpResponse:
        board = rows.board(language, database_now(), _topics(language))
        keys = [*request.POST.getlist("row")]
        mine = rows.overlaid(board, request.POST, keys, sent.errors)
        response = self._page(request, language, mine, seen, errors=sent.errors, conflict=who)
        response.status_code = 409 if who else 200
        return response

    def _page(
        self,
        request: HttpRequest,
        language: str,
        board: rows.Board,
        seen: str,
        *,
        errors: dict[str, str] | None = None,
        conflict: str = "",
    ) -> HttpResponse:
        listed = {row.article for row in (*board.top, *board.waiting, *board.hidden)}
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Front page"),
            "language": language,
            "languages": [(code, LANGUAGE_NAMES[code]) for code in LANGUAGES],
            "language_name": LANGUAGE_NAMES[language],
            "board": board,
            "seen": seen,
            "errors": errors,
            "conflict": conflict,
            "offered": [row for row in _newest(language) if row.article not in listed],
            "last": rows.SHOWN,
            "config": _config(language, board),
        }
        return TemplateResponse(request, "admin/articles/front/page.html", context)

    def preview(self, request: HttpRequest, language: str) -> HttpResponse:
        """The readers' own page, from an order that is not saved."""
        return _preview(request, self._checked(request, language))

    def search(self, request: HttpRequest, language: str) -> HttpResponse:
        """Live articles of `language` that hold what was typed, newest first."""
        return _search(request, self._checked(request, language))

    def _checked(self, request: HttpRequest, language: str) -> str:
        if not self.has_change_permission(request):
            raise PermissionDenied
        if language not in LANGUAGES:
            raise Http404
        return language


@require_POST
def _preview(request: HttpRequest, language: str) -> HttpResponse:
    now = database_now()
    slots = entries.read(request.POST, language=language, as_of=now).arranged(now)
    # Newest places beyond those pinned are never seen, so no more is asked for.
    page = front.page(language, now, slots, Rights(now, _withdrawn_photos(now)))
    response = HttpResponse(render(page))
    response["Content-Language"] = language
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


@require_safe
def _search(request: HttpRequest, language: str) -> HttpResponse:
    now = database_now()
    live = Edition.objects.live(now).filter(language=language)
    columns = ["card__headline", "card__kicker", "slug"]
    for word in terms(request.GET.get("q", "")[:200])[:8]:
        live = live.filter(holds(columns, word))
    articles = list(live.order_by("-first_live_from").values_list("article", flat=True)[:_FOUND])
    found = find_lists.of_articles(language, now, articles)
    topics = _topics(language)
    return JsonResponse({"found": [_told(rows.of_listed(row, topics)) for row in found]})


def _told(row: rows.Row) -> dict[str, Any]:
    return {
        "key": row.key,
        "article": row.article,
        "headline": row.headline,
        "topic": row.topic,
        "published": row.when,
        "thumbnail": row.thumbnail,
    }


def _config(language: str, board: rows.Board) -> dict[str, Any]:
    return {
        "language": language,
        "preview": reverse("admin:articles_frontslot_preview", args=[language]),
        "search": reverse("admin:articles_frontslot_search", args=[language]),
        "top": rows.lists.TOP,
        "last": rows.SHOWN,
        "words": words(),
    }


def _newest(language: str) -> list[rows.Row]:
    now = database_now()
    found = find_lists.latest(language, now, _OFFERED)
    return [rows.of_listed(row, {}) for row in found]


def _topics(language: str) -> dict[int, str]:
    return {topic.pk: read(topic, "name", language) for topic in Topic.objects.all()}


def _withdrawn_photos(now: Any) -> frozenset[int]:
    gone = Photo.objects.filter(expires_at__lte=now) | Photo.objects.filter(taken_down_at__lte=now)
    return frozenset(gone.values_list("pk", flat=True))


def _note(user: User, language: str) -> None:
    LogEntry.objects.create(
        user=user,
        content_type=ContentType.objects.get_for_model(FrontSlot),
        object_id=language,
        object_repr=f"{_('Front page')}, {LANGUAGE_NAMES[language]}"[:200],
        action_flag=CHANGE,
        change_message="",
    )


def _who(request: HttpRequest) -> str:
    """Who arranged the page last, and when, as the start of a sentence."""
    last = (
        LogEntry.objects.filter(content_type=ContentType.objects.get_for_model(FrontSlot))
        .select_related("user")
        .order_by("-action_time")
        .first()
    )
    if last is None:
        return _("Somebody else")
    when = moment(last.action_time, get_language() or "en")
    return f"{called(last.user)} ({when})"
