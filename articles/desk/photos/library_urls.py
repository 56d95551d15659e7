"""The addresses of the library's own screens, under /admin/articles/photo/."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from django.urls import URLPattern, path

from articles.desk.photos.bulk_views import bulk, undo
from articles.desk.photos.credit_pages import credit_usage
from articles.desk.photos.removal import remove

if TYPE_CHECKING:
    from articles.desk.photos.admin import PhotoAdmin


def library_urls(admin: "PhotoAdmin", wrap: Callable[..., Any]) -> list[URLPattern]:
    """`wrap` lets staff in alone: the admin site's `admin_view`."""
    return [
        path(f"{where}/", wrap(partial(view, admin)), name=f"articles_photo_{name}")
        for where, view, name in (
            ("bulk", bulk, "bulk"),
            ("undo", undo, "undo"),
            ("remove", remove, "remove"),
            ("credits", credit_usage, "credit_usage"),
        )
    ]
