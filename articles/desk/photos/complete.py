"""The new photos are completed: credit, right, caption and alt text in both languages, as a grid."""

import datetime as dt
import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.contrib import messages
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk.asking import staff
from articles.desk.names import LANGUAGE_NAMES
from articles.desk.photos.reissuing import reissue_now
from articles.desk.photos.row import FIELDS, LABELS, Row, incomplete, missing, reviewed, row, values
from articles.desk.photos.save import Saved, save_row
from articles.desk.photos.upload_words import words
from articles.desk.rights import may
from articles.models.photo import ImageCredit, Photo
from articles.models.staff import User
from articles.text.languages import LANGUAGES

if TYPE_CHECKING:
    from articles.desk.photos.admin import PhotoAdmin

PER_PAGE: Final = 100  # ten inputs each: below what one form may send
SITTING: Final = dt.timedelta(minutes=30)


def incomplete_of(user: User) -> QuerySet[Photo]:
    """What `user` uploaded and nobody has completed yet, newest first."""
    mine = Photo.objects.filter(incomplete(), uploaded_by=user, taken_down_at=None)
    return mine.select_related("credit").order_by("-id")


def complete(admin: "PhotoAdmin", request: HttpRequest) -> HttpResponse:
    """The grid of the photos that `?ids=` names, or of one's own that are not complete yet."""
    if not admin.has_change_permission(request):
        raise PermissionDenied
    wants_json = request.headers.get("Accept", "").startswith("application/json")
    if request.method != "POST":
        asked = _asked(request)
        return _in_work(asked) if wants_json else _screen(admin, request, _rows(asked))
    pks = _numbers(request.POST.getlist("row"))[:PER_PAGE]
    posted = _spread(request.POST, pks) if "_same" in request.POST else request.POST
    saved = [each for each in (_save(admin, request, posted, pk) for pk in pks) if each]
    pages = reissue_now(request, [each.photo.pk for each in saved if each.is_shown])
    if wants_json:
        told = {each.photo.pk: _told(request, each) for each in saved}
        return JsonResponse({"rows": told, "pages": pages})
    if pages:
        messages.success(request, pages)
    if any(each.troubles for each in saved):
        error = _("Not everything was saved. See the notes below.")
        return _screen(admin, request, _again(saved), error=error, status=422)
    count = sum(bool(each.changed) for each in saved)
    done = ngettext("%(count)s photo was changed.", "%(count)s photos were changed.", count)
    admin.message_user(request, done % {"count": count}, messages.SUCCESS)
    return HttpResponseRedirect(request.get_full_path())


# --- What is asked for ---------------------------------------------------------------------------


def _numbers(texts: Iterable[str]) -> list[int]:
    """Ids, each once, in the order given; what is none is left out."""
    return list(
        dict.fromkeys(
            int(text) for text in texts if text.isascii() and text.isdigit() and len(text) < 19
        )
    )


def _asked(request: HttpRequest) -> list[Photo]:
    if "ids" not in request.GET:
        return list(incomplete_of(staff(request))[: PER_PAGE + 1])
    pks = _numbers(request.GET["ids"].split(","))
    found = Photo.objects.filter(taken_down_at=None).select_related("credit").in_bulk(pks)
    return [found[pk] for pk in pks if pk in found]


def _rows(photos: list[Photo]) -> list[Row]:
    known = reviewed(photos)
    return [row(photo, is_reviewed=photo.pk in known) for photo in photos]


def _again(saved: list[Saved]) -> list[Row]:
    known = reviewed([each.photo for each in saved])
    return [
        row(
            each.photo,
            is_reviewed=each.photo.pk in known,
            typed=each.typed,
            troubles=each.troubles,
        )
        for each in saved
    ]


def _in_work(photos: list[Photo]) -> JsonResponse:
    """Where each photo's preparation is, as its row says it; "" where it is ready."""
    template = "admin/articles/photos/work.html"
    told = {photo.pk: render_to_string(template, {"photo": photo}) for photo in photos}
    return JsonResponse({"work": told})


# --- Saving --------------------------------------------------------------------------------------


def _spread(posted: QueryDict, pks: list[int]) -> QueryDict:
    """Without script: what was typed once is put into the selected rows."""
    posted = posted.copy()
    selected = set(_numbers(posted.getlist("selected")))
    for name in FIELDS:
        value = posted.get(f"all-{name}", "").strip()
        for pk in pks if value else ():
            key = f"p{pk}-{name}"
            is_empty = posted.get(key, "") in ("", Photo.Basis.UNKNOWN)
            if pk in selected and (is_empty or "all-overwrite" in posted):
                posted[key] = value
    return posted


def _save(admin: "PhotoAdmin", request: HttpRequest, posted: QueryDict, pk: int) -> Saved | None:
    """None where the photo is gone."""
    typed = {name: str(posted[f"p{pk}-{name}"]) for name in FIELDS if f"p{pk}-{name}" in posted}
    wants_credit = f"p{pk}-add" in posted and may(request.user, "add_imagecredit")
    try:
        saved = save_row(
            pk=pk,
            typed=typed,
            seen=posted.get(f"p{pk}-seen", ""),
            may_add_credit=wants_credit,
            still_right=posted.getlist(f"p{pk}-still"),
        )
    except Photo.DoesNotExist:
        return None
    if saved.changed or f"p{pk}-accept" in posted:
        _note_in_history(admin, request, saved)
    return saved


def _note_in_history(admin: "PhotoAdmin", request: HttpRequest, saved: Saved) -> None:
    """One entry per person and sitting: a row is saved each time it is left."""
    fields = [str(LABELS[name.partition("_")[0]]) for name in saved.changed]
    last = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Photo), object_id=str(saved.photo.pk)
    ).first()
    if last and _is_of_this_sitting(last, staff(request)):
        before = json.loads(last.change_message)[0]["changed"]["fields"]
        said = [{"changed": {"fields": list(dict.fromkeys([*before, *fields]))}}]
        LogEntry.objects.filter(pk=last.pk).update(change_message=json.dumps(said))
    else:
        said = (
            [{"changed": {"fields": fields}}] if fields else []
        )  # [] where it was accepted as read
        admin.log_change(request, saved.photo, said)


def _is_of_this_sitting(entry: LogEntry, user: User) -> bool:
    is_recent = entry.action_time > timezone.now() - SITTING
    is_like_ours = entry.change_message.startswith('[{"changed": {"fields"')
    return entry.user_id == user.pk and is_recent and is_like_ours


def _told(request: HttpRequest, saved: Saved) -> dict[str, Any]:
    """What became of a row: its values as stored, and the notes at its fields."""
    shown = row(saved.photo, is_reviewed=True, typed=saved.typed, troubles=saved.troubles)
    stored, may_add = values(saved.photo), may(request.user, "add_imagecredit")
    fields = {
        name: {
            "value": each.value,
            "stored": stored[name],
            "refused": name in saved.troubles,
            "notes": render_to_string(
                "admin/articles/photos/notes.html",
                {"field": each, "row": shown, "may_add_credit": may_add},
                request,
            ),
        }
        for name, each in shown.fields.items()
    }
    return {
        "status": "refused" if saved.troubles else "saved",
        "seen": shown.seen,
        "complete": shown.is_complete,
        "missing": list(missing(saved.photo)),
        "fields": fields,
    }


# --- The screen ----------------------------------------------------------------------------------


def row_context(request: HttpRequest, photo: Photo | None) -> dict[str, Any]:
    """What the grid's templates need besides its rows; with one photo, its row."""
    context: dict[str, Any] = {
        "all_leaves": [(code, LANGUAGE_NAMES[code]) for code in LANGUAGES],
        "credits": ImageCredit.objects.values_list("name", flat=True),
        "bases": [(code, label) for code, label in Photo.Basis.choices if code != "unknown"],
        "grid_heading": _("Complete the new photos"),
        "csrf_cookie": settings.CSRF_COOKIE_NAME,
        "may_add_credit": may(request.user, "add_imagecredit"),
    }
    if photo is not None:
        context["row"] = row(photo, is_reviewed=False)
    return context


def _screen(
    admin: "PhotoAdmin",
    request: HttpRequest,
    rows: list[Row],
    *,
    error: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        **admin.admin_site.each_context(request),
        **row_context(request, None),
        "title": _("Complete photos"),
        "opts": admin.opts,
        "grid_heading": _("The chosen photos")
        if "ids" in request.GET
        else _("Uploaded by you and not complete yet"),
        "rows": rows[:PER_PAGE],
        "is_chosen": "ids" in request.GET,
        "is_cut": "ids" not in request.GET and len(rows) > PER_PAGE,
        "onward": _onward(request, rows[PER_PAGE:]),
        "complete_count": sum(each.is_complete for each in rows[:PER_PAGE]),
        "has_view_permission": admin.has_view_permission(request),
        "has_add_permission": admin.has_add_permission(request),
        "words": words(),
        "error": error,
    }
    template = "admin/articles/photos/complete.html"
    return TemplateResponse(request, template, context, status=status)


def _onward(request: HttpRequest, rest: list[Row]) -> str:
    """Where those are that did not fit: a page holds a hundred."""
    if "ids" not in request.GET or not rest:
        return ""
    return f"{request.path}?ids={','.join(str(each.photo.pk) for each in rest)}"
