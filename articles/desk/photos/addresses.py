"""The addresses of one photo's screens, under /admin/articles/photo/."""

from collections.abc import Callable
from typing import Any

from django.urls import URLPattern, path

from articles.desk.photos import (
    files,
    progress,
    rendering,
    replace,
    statement,
    stop,
    takedown,
)


def addresses(wrap: Callable[..., Any]) -> list[URLPattern]:
    """`wrap` lets staff in alone: the admin site's `admin_view`."""
    screens = [
        path(f"{where}/", wrap(view), name=f"articles_photo_{name}")
        for where, view, name in (
            ("progress", progress.progress, "progress"),
            ("<int:pk>/original", files.original, "original"),
            ("<int:pk>/original/<int:original>", files.earlier_original, "earlier"),
            ("<int:pk>/state", rendering.state, "state"),
            ("<int:pk>/try-again", rendering.try_again, "retry"),
            ("<int:pk>/replace", replace.replace, "replace"),
            ("<int:pk>/stop", stop.stop, "stop"),
            ("<int:pk>/take-down", takedown.take_down_photo, "take_down"),
            ("<int:pk>/take-down/<int:record>", takedown.taken_down, "taken_down"),
            ("<int:pk>/release", takedown.release_photo, "release"),
            ("<int:pk>/statement", statement.statement_of_use, "statement"),
        )
    ]
    # A library of a hundred pictures is not fetched again with every page.
    pictures = [
        path(f"{where}/", wrap(view, cacheable=True), name=f"articles_photo_{name}")
        for where, view, name in (
            ("<int:pk>/thumbnail", files.thumbnail, "thumbnail"),
            ("<int:pk>/preview", files.preview, "preview"),
            (
                "<int:pk>/original/<int:original>/thumbnail",
                files.earlier_thumbnail,
                "earlier_small",
            ),
        )
    ]
    return [*screens, *pictures]
