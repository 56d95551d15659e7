"""Say that a correction of one language is not needed in the other, or take that back."""

from django.db import transaction

from articles.models.live import CorrectionOwed
from articles.models.staff import User
from articles.publishing.errors import NothingOwed, ReasonMissing
from articles.publishing.lock import lock


@transaction.atomic
def waive(*, owed: CorrectionOwed, by: User | None, reason: str) -> None:
    """Let the correction not be owed any more. Raises NothingOwed where it is not, ReasonMissing."""
    _article, now = lock(owed.article_id)
    if not reason.strip():
        raise ReasonMissing
    rows = CorrectionOwed.objects.filter(pk=owed.pk, settled_by=None, waived_at=None)
    if not rows.update(waived_at=now, waived_by=by, reason=reason.strip()):
        raise NothingOwed


@transaction.atomic
def take_back(*, owed: CorrectionOwed) -> None:
    """Let it be owed again. Raises NothingOwed where it was not waived."""
    lock(owed.article_id)
    rows = CorrectionOwed.objects.filter(pk=owed.pk, waived_at__isnull=False)
    if not rows.update(waived_at=None, waived_by=None, reason=""):
        raise NothingOwed
