"""What becomes of a reader's report of an error: it is handled, with a note, or open again."""

from articles.models.clock import database_now
from articles.models.reports import ErrorReport
from articles.models.staff import User


def handle(*, report: int, by: User, note: str = "") -> bool:
    """Close it and forget who wrote; False where somebody has closed it already."""
    rows = ErrorReport.objects.filter(pk=report, handled_at=None)
    return bool(
        rows.update(handled_at=database_now(), handled_by=by, note=note.strip(), name="", email="")
    )


def reopen(*, report: int) -> bool:
    """Let it wait again; who wrote stays forgotten. False where it is open."""
    rows = ErrorReport.objects.filter(pk=report, handled_at__isnull=False)
    return bool(rows.update(handled_at=None, handled_by=None, note=""))
