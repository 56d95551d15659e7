"""What the script of the front page's screen says."""

from django.utils.translation import gettext as _


def words() -> dict[str, str]:
    """Placeholders stand in braces."""
    return {
        "desk": _("The desk"),
        "main": _("Front page"),
        "moved": _("{headline}: now place {place} of {count}."),
        "lead": _("{headline}: now the lead."),
        "lifted": _("Picked up. Arrows move, space drops, Escape puts back."),
        "dropped": _("Dropped."),
        "back": _("Put back."),
        "pinned": _("{headline} is pinned to place {place}."),
        "unpinned": _("{headline} is no longer pinned."),
        "hidden": _("{headline} is hidden from the front page."),
        "shown": _("{headline} is no longer hidden."),
        "removed": _("{headline} is taken away."),
        "undone": _("Undone."),
        "nothing": _("No live article has these words."),
        "failed": _("No answer from the server. Try again."),
        "found": _("{count} found. Arrows choose, Enter adds."),
        "unsaved": _("Not saved yet"),
        "place": _("Place {place}"),
        "lead_place": _("Lead"),
        "full": _("Every place has something pinned. Unpin something first."),
        "preview_failed": _(
            "The preview could not be made. It is tried again with the next change."
        ),
    }
