"""Photos come in: one screen, one request per file; without script a plain form of many files."""

from typing import TYPE_CHECKING, Any, Final

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.defaultfilters import filesizeformat
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from articles.desk.asking import staff
from articles.desk.photos import answers
from articles.desk.photos.answers import Answer
from articles.desk.photos.complete import incomplete_of, row_context
from articles.desk.photos.row import missing
from articles.desk.photos.upload_words import words
from articles.desk.thumbnails import preview_url
from articles.models.photo import Photo
from articles.photos.errors import DiskFull, PhotoRefused
from articles.photos.intake import take_in
from articles.photos.refusals import refusal
from articles.photos.sandbox import MAX_BYTES
from articles.text.dates import moment

if TYPE_CHECKING:
    from articles.desk.photos.admin import PhotoAdmin

MAX_FILES: Final = 200
# What the file chooser offers; what a file is, its content decides.
ACCEPT: Final = (
    "image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif,"
    ".jpg,.jpeg,.png,.webp,.avif,.heic,.heif"
)


def upload(admin: "PhotoAdmin", request: HttpRequest) -> HttpResponse:
    """The upload screen, and what it sends: no transaction around it, a file takes a second."""
    if not admin.has_add_permission(request):
        raise PermissionDenied
    if request.method != "POST":
        return _screen(admin, request)
    if not request.headers.get("Accept", "").startswith("application/json"):
        return _plain(admin, request)
    files = request.FILES.getlist("file")
    if len(files) != 1:
        said = answers.refused("", _("No file arrived. Choose one and try again."))
    else:
        said = _take(admin, request, files[0])
    return JsonResponse(_with_html(admin, request, said), status=said.code)


def _take(admin: "PhotoAdmin", request: HttpRequest, file: UploadedFile) -> Answer:
    """Take one file in. Whatever is wrong with it is an answer, never an error."""
    name = (file.name or "")[:255]
    if (file.size or 0) > MAX_BYTES:
        reason = str(refusal("bytes", limit=MAX_BYTES // 1024 // 1024))
        return answers.refused(name, reason, code=413)
    try:
        intake = take_in(file, filename=name, by=staff(request))
    except DiskFull as full:
        return answers.refused(name, str(full), code=507)
    except PhotoRefused as why:
        return answers.refused(name, str(why))
    if intake.created:
        admin.log_addition(request, intake.photo, [{"added": {}}])
    return answers.answer(name, intake)


def _with_html(admin: "PhotoAdmin", request: HttpRequest, said: Answer) -> dict[str, Any]:
    """The answer as JSON, with the photo's row to complete and the two pictures to compare."""
    facts = said.as_json()
    facts["row"] = facts["compare"] = ""
    if said.photo and (said.status != answers.SAME or _is_ones_own(request, said.photo)):
        context = row_context(request, said.photo)
        facts["row"] = render_to_string("admin/articles/photos/row.html", context, request)
    if said.photo and said.like:
        context = {
            "pair": [_side(said.like, is_new=False), _side(said.photo, is_new=True)],
            "new": said.photo,
            "old": said.like,
            "may_delete": admin.has_delete_permission(request, said.photo),
        }
        facts["compare"] = render_to_string("admin/articles/photos/compare.html", context, request)
    return facts


def _is_ones_own(request: HttpRequest, photo: Photo) -> bool:
    """Whether a known photo is for whoever asks to complete: sent again, say, when only the answer
    to the first time was lost."""
    return photo.uploaded_by_id == request.user.pk and bool(missing(photo))


def _side(photo: Photo, *, is_new: bool) -> dict[str, Any]:
    """One of two pictures to compare."""
    credit = "/".join(filter(None, (photo.byline, photo.credit.name if photo.credit else "")))
    return {
        "photo": photo,
        "is_new": is_new,
        "picture": preview_url(photo),
        "facts": [
            (_("File"), photo.filename),
            (_("Size"), f"{photo.width} × {photo.height}, {filesizeformat(photo.size)}"),
            (_("Credit"), credit),
            (_("Uploaded"), moment(photo.uploaded_at, get_language() or "en")),
        ],
    }


# --- The screen, and without script --------------------------------------------------------------


def _screen(admin: "PhotoAdmin", request: HttpRequest, **more: Any) -> HttpResponse:
    status = more.pop("status", 200)
    context = {
        **admin.admin_site.each_context(request),
        "title": _("Upload photos"),
        "opts": admin.opts,
        "is_popup": "_popup" in request.GET or "_popup" in request.POST,
        "has_view_permission": admin.has_view_permission(request),
        "accept": ACCEPT,
        "max_files": MAX_FILES,
        "max_bytes": MAX_BYTES,
        "words": words(),
        "waiting": incomplete_of(staff(request)).count(),
        "may_change": admin.has_change_permission(request),
        **row_context(request, None),
        **more,
    }
    template = "admin/articles/photos/upload.html"
    return TemplateResponse(request, template, context, status=status)


def _plain(admin: "PhotoAdmin", request: HttpRequest) -> HttpResponse:
    """The form without script: every file's fate on one page, which leads to completing them."""
    files = request.FILES.getlist("file")
    if not files:
        return _screen(admin, request, error=_("Choose at least one file."), status=422)
    if len(files) > MAX_FILES:
        error = ngettext(
            "Choose at most %(max)s files; this was %(count)s.",
            "Choose at most %(max)s files; these were %(count)s.",
            len(files),
        ) % {"max": MAX_FILES, "count": len(files)}
        return _screen(admin, request, error=error, status=422)
    told = [_take(admin, request, each) for each in files]
    if "_popup" in request.POST and len(told) == 1 and told[0].photo:
        return admin.response_add(request, told[0].photo)
    new = [each.photo.pk for each in told if each.photo and each.status != answers.SAME]
    query = urlencode({"ids": ",".join(map(str, new))})
    onward = f"{reverse('admin:articles_photo_complete')}?{query}" if new else ""
    if new:
        stored = ngettext("%(count)s photo stored.", "%(count)s photos stored.", len(new))
        admin.message_user(request, stored % {"count": len(new)}, messages.SUCCESS)
    return _screen(admin, request, told=told, onward=onward, status=200 if new else told[0].code)
