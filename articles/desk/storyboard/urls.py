"""The storyboard's addresses below an article's page; `articles.py` puts them behind the login."""

from collections.abc import Callable
from typing import Final

from django.http import HttpResponseBase

from articles.desk import error_reports, pages
from articles.desk.dashboard import check
from articles.desk.erasing import gone_view, names_view, newsroom_view
from articles.desk.erasing import views as erasing
from articles.desk.history import views as history
from articles.desk.publish import hours, waiting_view, waive_view
from articles.desk.readers import views as readers
from articles.desk.sheets import views as sheets
from articles.desk.storyboard import (
    changes_view,
    findings_view,
    focal,
    links,
    links_view,
    photos,
    rows_view,
    sync,
)

# (path below /articles/article/, view, name without `articles_article_`)
ADDRESSES: Final[list[tuple[str, Callable[..., HttpResponseBase], str]]] = [
    ("<int:pk>/history/", history.show, "history"),
    ("<int:pk>/history/<int:sitting>/restore/", history.restore, "restore"),
    ("<int:pk>/history/<int:sitting>/back/<str:place>/", history.take_back, "take_back"),
    ("<int:pk>/readers/", readers.article, "readers"),
    ("readers/", readers.newsroom, "most_read"),
    ("<int:pk>/erasing/", erasing.show, "erasing"),
    ("<int:pk>/erasing/search-engines/", erasing.search_engines, "deindex"),
    ("<int:pk>/erasing/names/", names_view.names, "anonymise"),
    ("<int:pk>/erasing/erase/", gone_view.gone, "erase"),
    ("names/", newsroom_view.names, "names"),
    ("<int:pk>/changes/", changes_view.changes, "changes"),
    ("new/changes/", changes_view.new_changes, "new_changes"),
    ("<int:pk>/sync/", sync.sync, "sync"),
    ("<int:pk>/photos/", photos.shelf, "photos"),
    ("new/photos/", photos.shelf, "new_photos"),
    ("photos/<int:photo>/cell/", photos.show_cell, "photo_cell"),
    ("photos/<int:photo>/focal/", focal.aim, "photo_focal"),
    ("<int:pk>/links/", links.offers, "links"),
    ("new/links/", links.new_offers, "new_links"),
    ("links/<int:target>/seen/", links.show_seen, "link_seen"),
    ("publish/hour/", hours.hour, "publish_hour"),
    (
        "<int:pk>/waiting/<int:waiting>/cancel/",
        waiting_view.cancel_waiting,
        "waiting_cancel",
    ),
    ("<int:pk>/corrections/<int:owed>/waive/", waive_view.waive_correction, "waive"),
    ("<int:pk>/corrections/<int:owed>/back/", waive_view.unwaive, "unwaive"),
    ("error-reports/", error_reports.show, "error_reports"),
    ("error-reports/<int:report>/handle/", error_reports.handle, "error_report_handle"),
    ("error-reports/<int:report>/reopen/", error_reports.reopen, "error_report_reopen"),
    ("check/", check.check_now, "check"),
    ("<int:pk>/rows/", rows_view.drawn, "rows"),
    ("<int:pk>/findings/", findings_view.findings, "findings"),
    ("new/findings/", findings_view.new_findings, "new_findings"),
    ("new/preview/<str:language>/", pages.new_preview, "new_preview"),
    ("<int:pk>/preview-links/", links_view.links, "preview_links"),
    ("<int:pk>/sheets/", sheets.sheets, "sheets"),
    ("<int:pk>/sheets/<int:sheet>/", sheets.sheet, "sheet"),
    ("<int:pk>/sheets/<int:sheet>/file/", sheets.file, "sheet_file"),
    ("<int:pk>/sheets/<int:sheet>/take/", sheets.take_in, "sheet_take"),
]
