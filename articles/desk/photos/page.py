"""The page of one photo: what it shows, and what saving it does."""

import json
from collections.abc import Collection
from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from articles.desk.asking import staff
from articles.desk.conflicts import called
from articles.desk.photos import facts, neighbours
from articles.desk.photos.diary import log
from articles.desk.photos.files import may_see
from articles.desk.photos.form import PhotoForm
from articles.desk.photos.naming import name_of_photo
from articles.desk.photos.reissuing import FOCAL, LANGUAGES_OF, mark_due, then_reissue
from articles.desk.photos.remarks import Remark, expiry_note, remarks
from articles.desk.photos.rendering import progress
from articles.desk.photos.where import live_pages, pages_of, where_used
from articles.desk.rights import may
from articles.desk.schedule import said
from articles.desk.thumbnails import preview_url
from articles.models.clock import database_now
from articles.models.photo import Photo, TakeDown
from articles.models.translated import read_any
from articles.photos import translating
from articles.publishing.uses import Use, uses
from articles.text.credits import PREFIX, credit_line
from articles.text.languages import LANGUAGES


def change(request: HttpRequest, admin: ModelAdmin, object_id: str) -> HttpResponse:
    """GET shows the photo; POST saves it and brings the pages that show it up to date."""
    if not may(request.user, "view_photo"):
        raise PermissionDenied
    pk = int(object_id) if object_id.isdecimal() else 0
    if request.method != "POST":
        photo = Photo.objects.select_related("credit", "uploaded_by").filter(pk=pk).first()
        if photo is None:
            return _gone(request, object_id)
        return _respond(request, admin, photo, _form(request, photo))
    if not may(request.user, "change_photo"):
        raise PermissionDenied
    with transaction.atomic():
        # Locked: what is compared on saving must stay as it is.
        photo = Photo.objects.select_for_update().filter(pk=pk).first()
        if photo is None:
            return _gone(request, object_id)
        if photo.taken_down_at:
            raise PermissionDenied
        form = _form(request, photo)
        is_saved = form.is_valid()
        if is_saved:
            _save(request, form)
    if not is_saved:
        photo.refresh_from_db()  # the form has written what was typed into it
        return _respond(request, admin, photo, form)
    return _after(request, photo, form)


def _form(request: HttpRequest, photo: Photo) -> PhotoForm:
    writable = may(request.user, "change_photo") and photo.taken_down_at is None
    data = request.POST if request.method == "POST" else None
    return PhotoForm(data, instance=photo, user=staff(request), writable=writable)


def _save(request: HttpRequest, form: PhotoForm) -> None:
    changed = [name for name in form.changed_data if name in PhotoForm.Meta.fields]
    _follow(form, request.POST.getlist("still"))
    if not changed:
        return
    form.instance.save(update_fields=changed)
    mark_due([form.instance], changed)
    labels = [str(form.fields[name].label) for name in changed]
    log(request, form.instance, [{"changed": {"fields": labels}}])


def _follow(form: PhotoForm, still_right: Collection[str]) -> None:
    """Let the translation ledger follow what was typed, and what was said to be still right."""
    photo = form.instance
    before = {
        name: text if name not in form.changed_data else (form.initial.get(name) or "")
        for name, text in translating.words(photo).items()
    }
    if translating.follow(photo, before, still_right):
        photo.save(update_fields=["ledger"])


def _after(request: HttpRequest, photo: Photo, form: PhotoForm) -> HttpResponse:
    """Where it goes on after saving; the pages that show the photo are brought up to date first."""
    if form.together:
        note = _("%(who)s has changed the photo meanwhile. Your changes were added to theirs.")
        messages.warning(request, note % {"who": form.who_else()})
    there = reverse("admin:articles_photo_change", args=[photo.pk])
    kept = request.GET.urlencode()
    for button, step in (("_next", 1), ("_previous", -1)):
        if button in request.POST:
            found = neighbours.of(request, photo)
            beside = found.next if step > 0 else found.previous
            if beside:
                there = reverse("admin:articles_photo_change", args=[beside])
            else:
                messages.info(request, _("That was the last one."))
    if "_save" in request.POST:
        there, kept = neighbours.back(request), ""
    return then_reissue(
        request,
        [photo],
        there=f"{there}?{kept}" if kept else there,
        saved=_told(photo, form.changed_data),
    )


def _told(photo: Photo, changed: list[str]) -> str:
    if not changed:
        return _("Nothing was changed.")
    text = _("“%(photo)s” is saved.") % {"photo": name_of_photo(photo)}
    if FOCAL.isdisjoint(changed):
        return text
    return f"{text} {_('The share picture is being cut anew; pages get it as soon as it is.')}"


def _gone(request: HttpRequest, object_id: str) -> HttpResponse:
    messages.warning(request, _("There is no photo %(number)s.") % {"number": object_id})
    return HttpResponseRedirect(reverse("admin:index"))


# --- What is shown -------------------------------------------------------------------------------


def _respond(
    request: HttpRequest, admin: ModelAdmin, photo: Photo, form: PhotoForm
) -> HttpResponse:
    now = database_now()
    used = uses(photo, as_of=now)
    found = remarks(photo)
    may_delete = admin.has_delete_permission(request, photo)
    context = {
        **admin.admin_site.each_context(request),
        "title": name_of_photo(photo),
        "opts": Photo._meta,
        "original": photo,
        "form": form,
        "remarks": found,
        "leaves": _leaves(form, found),
        "focal_fields": [form["focal_x"], form["focal_y"]],
        "media": admin.media,
        "picture": preview_url(photo),
        "sees": may_see(request.user, photo),
        "alt": read_any(photo, "alt", get_language() or "en"),
        "facts": facts.line(photo),
        "rows": facts.rows(photo),
        "as_read": facts.as_read(photo),
        "credit_said": facts.credit_said(photo),
        "earlier": facts.earlier(photo),
        "where": where_used(used, user=request.user, as_of=now),
        **_pages(used),
        "readers_see": _readers_see(photo),
        "expiry": expiry_note(photo, live=live_pages(used), now=now),
        "is_over": bool(photo.expires_at and photo.expires_at <= now),
        "renditions": progress(photo),
        "taken_down": _taken_down(photo),
        "beside": neighbours.of(request, photo),
        "back": neighbours.back(request),
        "may": {**_rights(request, photo), "delete": may_delete and not used},
    }
    template = "admin/articles/photo/page.html"
    return TemplateResponse(request, template, context, status=422 if form.errors else 200)


def _pages(used: tuple[Use, ...]) -> dict[str, Any]:
    pages = pages_of(used)
    return {
        "pages": pages,
        "pages_in_all": sum(pages.values()),
        # For the button, which says what saving will do.
        "languages_of": json.dumps(LANGUAGES_OF),
        "save_labels": json.dumps(
            {
                **{language: _save_label(n) for language, n in pages.items()},
                "both": _save_label(sum(pages.values())),
            }
        ),
    }


def _save_label(pages: int) -> str:
    if not pages:
        return _("Save")
    text = ngettext("Save, and reissue %(n)s page", "Save, and reissue %(n)s pages", pages)
    return text % {"n": pages}


def _leaves(form: PhotoForm, found: dict[str, Remark]) -> list[dict[str, Any]]:
    """The texts of each language, with what is to say of them."""
    names = {code: (f"caption_{code}", f"alt_{code}") for code in LANGUAGES}
    return [
        {"language": code, "fields": [(form[name], found.get(name)) for name in names[code]]}
        for code in LANGUAGES
    ]


def _readers_see(photo: Photo) -> list[dict[str, str]]:
    credit = photo.credit.name if photo.credit else ""
    return [
        {
            "language": language,
            "prefix": PREFIX[language],
            "line": credit_line(creator=photo.byline, credit=credit, language=language),
        }
        for language in LANGUAGES
    ]


def _taken_down(photo: Photo) -> dict[str, Any] | None:
    if not photo.taken_down_at:
        return None
    record = TakeDown.objects.filter(photo=photo, released_at=None).select_related("by").first()
    return {
        "when": said(photo.taken_down_at),
        "by": called(record.by) if record else "–",
        "reason": record.reason if record else "",
        "record": record,
    }


def _rights(request: HttpRequest, photo: Photo) -> dict[str, bool]:
    """What this person may do with it, as it is now."""
    is_up = photo.taken_down_at is None
    return {
        "change": is_up and may(request.user, "change_photo"),
        "download": may(request.user, "change_photo") and may_see(request.user, photo),
        "take_down": is_up and may(request.user, "take_down_photo"),
        "release": not is_up and may(request.user, "release_photo"),
        "add_credit": is_up and may(request.user, "add_imagecredit"),
        "account": may(request.user, "change_photo"),
    }
