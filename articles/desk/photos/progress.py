"""Many pages are brought up to date, in small steps that this page asks for one after another.

Nothing is kept between them: what is left is what differs from the library, what was done is what
was published since the screen was opened. So it may be left, reloaded, or opened by two people; the
worker finishes what nobody looks at.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Final

from django.contrib.admin import site
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from articles.desk.asking import staff
from articles.desk.photos.reissuing import page_link
from articles.desk.rights import may
from articles.models.clock import database_now
from articles.models.edition import Edition
from articles.models.photo import Photo
from articles.publishing.catch_up import AT_ONCE, Page, catch_up
from articles.publishing.outdated import outdated
from articles.publishing.uses import address_of

STEP: Final = 5  # pages that the bar moves on by
_SECONDS: Final = 3.0
_MOST: Final = 1000  # photos that one address can name, and nobody needs


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose pages: the photos named, or those of a credit, or (None) all that are due."""

    ids: tuple[int, ...] | None
    since: dt.datetime | None
    back: str

    @classmethod
    def read(cls, request: HttpRequest) -> "Asked":
        asked = request.GET
        given = [each for value in asked.getlist("photo") for each in value.split(",")]
        ids: tuple[int, ...] | None = tuple(int(each) for each in given[:_MOST] if _is_id(each))
        if _is_id(credit := asked.get("credit", "")):
            ids = tuple(Photo.objects.filter(credit=int(credit)).values_list("pk", flat=True))
        elif not given:
            ids = None
        return cls(ids, _instant(asked.get("since", "")), _inside(request, asked.get("back", "")))

    def left(self) -> int:
        ids = Photo.objects.filter(pages_due=True).values_list("pk", flat=True)
        return len(outdated(ids if self.ids is None else self.ids))

    def made(self) -> list[Page]:
        """The pages made anew since, the latest first: by whomever."""
        rows = Edition.objects.standing().filter(published_at__gte=self.since)
        if self.ids is None:
            rows = rows.filter(kind=Edition.Kind.REISSUE)
        else:
            rows = rows.filter(photos__in=self.ids).distinct()
        rows = rows.filter(Q(live_until=None) | Q(live_until__gt=database_now()))
        return [
            Page(
                article=row.article_id,
                language=row.language,
                address=address_of(row),
                edition=row.pk,
                headline=row.card["headline"],
            )
            for row in rows.select_related("topic").defer("document").order_by("-pk")
        ]

    @property
    def is_waiting(self) -> bool:
        """Whether some of these photos have files in work, which pages get later."""
        in_work = Photo.objects.filter(work__in=(Photo.Work.WAITING, Photo.Work.WORKING))
        rows = in_work.filter(pages_due=True, taken_down_at=None)
        return (rows if self.ids is None else rows.filter(pk__in=self.ids)).exists()


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def progress(request: HttpRequest) -> HttpResponse:
    """GET shows how far it is; each POST goes one step on."""
    if not may(request.user, "change_photo"):
        raise PermissionDenied
    asked = Asked.read(request)
    if asked.since is None:
        query = request.GET.copy()
        query["since"] = database_now().isoformat()
        return HttpResponseRedirect(f"{request.path}?{query.urlencode()}")
    if request.method != "POST":
        return _screen(request, asked)
    by = staff(request)
    if request.headers.get("Accept", "").startswith("application/json"):
        done = catch_up(photos=asked.ids, by=by, most=STEP, seconds=_SECONDS)
        made = [
            {"language": page.language, "address": page.address, "headline": page.headline}
            for page in done.pages
        ]
        return JsonResponse({"made": made, "left": done.left})
    catch_up(photos=asked.ids, by=by, most=AT_ONCE, seconds=10 * _SECONDS)
    return HttpResponseRedirect(request.get_full_path())


def _screen(request: HttpRequest, asked: Asked) -> HttpResponse:
    made, left = asked.made(), asked.left()
    context: dict[str, Any] = {
        **site.each_context(request),
        "title": _("Bringing pages up to date"),
        "opts": Photo._meta,
        "made": [page_link(page) for page in made],
        "done": len(made),
        "left": left,
        "total": len(made) + left,
        "is_waiting": not left and asked.is_waiting,
        "back": asked.back,
    }
    return TemplateResponse(request, "admin/articles/photo/progress.html", context)


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 19


def _instant(text: str) -> dt.datetime | None:
    try:
        instant = parse_datetime(text)
    except ValueError:
        return None
    return instant if instant and instant.tzinfo else None


def _inside(request: HttpRequest, address: str) -> str:
    """Where one came from, as long as that is at our own desk; else the library."""
    host = request.get_host()
    if address.startswith("/") and url_has_allowed_host_and_scheme(address, {host}):
        return address
    return reverse("admin:articles_photo_changelist")
