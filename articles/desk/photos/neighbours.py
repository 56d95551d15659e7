"""The photos before and after one, in the order in which it was found in the library."""

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from django.http import HttpRequest, QueryDict
from django.urls import reverse

from articles.models.photo import Photo

# The stock admin's own name for what the list was narrowed to: its links carry it along.
FILTERS = "_changelist_filters"


@dataclass(frozen=True, slots=True)
class Beside:
    previous: int | None = None
    next: int | None = None
    place: int = 0
    total: int = 0


def of(request: HttpRequest, photo: Photo) -> Beside:
    """The neighbours of `photo` in the list that one came from; else by number, newest first."""
    if FILTERS in request.GET and (ids := _listed(request)) and photo.pk in ids:
        at = ids.index(photo.pk)
        return Beside(
            previous=ids[at - 1] if at else None,
            next=ids[at + 1] if at + 1 < len(ids) else None,
            place=at + 1,
            total=len(ids),
        )
    newer = Photo.objects.filter(pk__gt=photo.pk).order_by("pk").values_list("pk", flat=True)
    older = Photo.objects.filter(pk__lt=photo.pk).order_by("-pk").values_list("pk", flat=True)
    return Beside(previous=newer.first(), next=older.first())


def back(request: HttpRequest) -> str:
    """The library, narrowed as it was."""
    address = reverse("admin:articles_photo_changelist")
    kept = request.GET.get(FILTERS, "")
    return f"{address}?{urlencode(parse_qsl(kept))}" if kept else address


def _listed(request: HttpRequest) -> list[int]:
    """The ids of the list, in its order; none where its filters are no longer understood."""
    from django.contrib.admin import site
    from django.contrib.admin.options import IncorrectLookupParameters

    asked = HttpRequest()
    asked.user = request.user
    asked.session = request.session
    asked.path = reverse("admin:articles_photo_changelist")
    asked.GET = QueryDict(request.GET[FILTERS])
    admin = site._registry[Photo]
    try:
        found = admin.get_changelist_instance(asked)
    except IncorrectLookupParameters:
        return []
    return list(found.queryset.values_list("pk", flat=True))
