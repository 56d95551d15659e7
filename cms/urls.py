"""Every address: the desk under /admin/, the readers' site under /en/ and /da/."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from articles.desk.shared_preview import shared

handler404 = "articles.reader.errors.not_found"
handler500 = "articles.reader.errors.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("admin/", admin.site.urls),
    path("preview/<str:signed>/<str:language>/", shared, name="shared_preview"),
    path("", include("articles.reader.urls")),  # last: it answers every other address
]
