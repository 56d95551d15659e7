"""What live means, for every query that asks for it: written once, or a draft leaks where it is not."""

import datetime as dt

from django.db.models import Q


def running(as_of: dt.datetime, through: str = "") -> Q:
    """`live_from <= as_of < live_until`, an empty `live_until` being open."""
    return Q(
        Q((f"{through}live_until__isnull", True)) | Q((f"{through}live_until__gt", as_of)),
        (f"{through}live_from__lte", as_of),
    )


def live(as_of: dt.datetime, through: str = "") -> Q:
    """Editions that readers see at `as_of`; `through` leads to them from another table ("edition__")."""
    return running(as_of, through) & Q((f"{through}cancelled_at__isnull", True))
