"""The addresses of one photo's screens, under /admin/articles/photo/."""

from collections.abc import Callable
from typing import Any

from django.urls import URLPattern, path

from articles.desk.photos import files


def addresses(wrap: Callable[..., Any]) -> list[URLPattern]:
    """`wrap` lets staff in alone: the admin site's `admin_view`."""
    return [
        path(f"{where}/", wrap(view), name=f"articles_photo_{name}")
        for where, view, name in (
            ("<int:pk>/original", files.original, "original"),
            ("<int:pk>/original/<int:original>", files.earlier_original, "earlier"),
            ("<int:pk>/thumbnail", files.thumbnail, "thumbnail"),
            ("<int:pk>/preview", files.preview, "preview"),
        )
    ]
