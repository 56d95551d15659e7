"""Deleting photos: what nothing needs any more goes with all its files; the rest says who needs it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk.asking import staff
from articles.desk.photos.bulk_views import chosen, onward_of
from articles.desk.photos.cards import title
from articles.desk.photos.where import Where, where_used
from articles.models.article import Article
from articles.models.clock import database_now
from articles.models.edition import Edition
from articles.models.photo import Photo, TakeDown
from articles.photos.storage import all_names, delete
from articles.publishing.uses import uses

if TYPE_CHECKING:
    from articles.desk.photos.admin import PhotoAdmin


@dataclass(frozen=True, slots=True)
class Held:
    """Why one photo can not be deleted. `past` are earlier Editions, which are kept as they were;
    `stands_for` the photos that it is the substitute of."""

    photo: Photo
    title: str
    language: str
    where: Where = field(default_factory=Where)
    past: tuple[Edition, ...] = ()
    stands_for: tuple[Photo, ...] = ()
    is_evidence: bool = False

    def __bool__(self) -> bool:
        return bool(len(self.where) or self.past or self.stands_for or self.is_evidence)


def held(photo: Photo, request: HttpRequest) -> Held:
    """What keeps `photo`; false when nothing does."""
    now = database_now()
    used = uses(photo, as_of=now)
    known = {edition.edition for use in used for edition in use.editions}
    past = Edition.objects.filter(photos=photo).exclude(pk__in=known).order_by("-live_from")
    said, language = title(photo)
    return Held(
        photo=photo,
        title=said,
        language=language,
        where=where_used(used, user=staff(request), as_of=now) if used else Where(),
        past=tuple(past.select_related("article").defer("document", "card")[:20]),
        stands_for=tuple(Photo.objects.filter(substitute=photo).order_by("pk")[:20]),
        is_evidence=photo.taken_down_at is not None
        or TakeDown.objects.filter(photo=photo).exists(),
    )


def is_free(photo: Photo) -> bool:
    """Whether nothing that any screen or reader shows would miss `photo`; asked under its lock."""
    return not (
        photo.taken_down_at
        or photo.take_downs.exists()
        or photo.slides.exists()
        or photo.editions.exists()
        or photo.photo_set.exists()
        or Article.objects.filter(lead_photo=photo).exists()
    )


def remove(admin: "PhotoAdmin", request: HttpRequest, pk: str | None = None) -> HttpResponse:
    """Asks once, then deletes what can be; of one photo (`pk`) or of those that are named."""
    if not admin.has_delete_permission(request):
        raise PermissionDenied
    photos = _named(request, pk)
    onward = onward_of(request)
    if not photos:
        admin.message_user(request, _("Tick the photos first."), messages.WARNING)
        return HttpResponseRedirect(onward)
    kept = [each for each in (held(photo, request) for photo in photos) if each]
    stay = {each.photo.pk for each in kept}
    free = [photo for photo in photos if photo.pk not in stay]
    if request.method == "POST" and request.POST.get("post") and free:
        gone = [photo for photo in free if delete_photo(admin, request, photo)]
        return _told(admin, request, len(gone), len(photos) - len(gone), onward)
    context = {
        **admin.admin_site.each_context(request),
        "title": _title(photos, free),
        "opts": admin.opts,
        "free": [(photo, *title(photo)) for photo in free],
        "kept": kept,
        "onward": onward,
        "is_one": len(photos) == 1,
    }
    refused = request.method == "POST" and not free
    template = "admin/articles/photos/remove.html"
    return TemplateResponse(request, template, context, status=409 if refused else 200)


def delete_photo(admin: "PhotoAdmin", request: HttpRequest, photo: Photo) -> bool:
    """Delete `photo` with every file of all its originals; False if somebody uses it since."""
    try:
        with transaction.atomic():
            this = Photo.objects.filter(pk=photo.pk)
            locked = this.select_for_update().first()
            if locked is None or not is_free(locked):
                return False
            names = all_names(locked)
            admin.log_deletions(request, this)
            locked.delete()
            transaction.on_commit(partial(delete, names))
    except ProtectedError:
        return False
    return True


def _named(request: HttpRequest, pk: str | None) -> list[Photo]:
    if pk is None:
        return chosen(request)
    number = pk if pk.isascii() and pk.isdecimal() and len(pk) < 18 else "0"
    return list(Photo.objects.select_related("credit").filter(pk=int(number)))


def _title(photos: Sequence[Photo], free: Sequence[Photo]) -> str:
    if not free:
        return ngettext(
            "This photo can not be deleted", "These photos can not be deleted", len(photos)
        )
    text = ngettext("Delete %(n)d photo?", "Delete %(n)d photos?", len(free))
    return text % {"n": len(free)}


def _told(
    admin: "PhotoAdmin", request: HttpRequest, gone: int, stayed: int, onward: str
) -> HttpResponseRedirect:
    if gone:
        text = ngettext("%(n)d photo was deleted.", "%(n)d photos were deleted.", gone)
        admin.message_user(request, text % {"n": gone}, messages.SUCCESS)
    if stayed:
        text = ngettext(
            "%(n)d photo stays, for it is in use.",
            "%(n)d photos stay, for they are in use.",
            stayed,
        )
        admin.message_user(request, text % {"n": stayed}, messages.WARNING)
    return HttpResponseRedirect(onward)
