"""The words that the upload and completing scripts say, in the language of the desk."""

from django.utils.translation import gettext as _


def _both(one: str, many: str) -> list[str]:
    """Singular and plural, for English and Danish alike the choice at one."""
    return [one, many]


def words() -> dict[str, str | list[str]]:
    """`{name}` stands for what the script fills in."""
    return {
        "waiting": _("Waiting"),
        "sending": _("{percent} %"),
        "sendingLeft": _("{percent} %, {seconds} s left"),
        "judging": _("Sent. The file is being looked at …"),
        "again": _("{reason} Tried again in {seconds} s."),
        "files": _both(_("{count} file"), _("{count} files")),
        "overall": _("{done} of {all}"),
        "overallLeft": _("{done} of {all}, {left} left"),
        "seconds": _("{count} s"),
        "minutes": _("{count} min"),
        "stored": _("{count} stored"),
        "known": _("{count} known"),
        "refused": _("{count} refused"),
        "failed": _("{count} not sent"),
        "cancelled": _("Cancelled. Nothing was stored."),
        "dropped": _("The network dropped at {percent} %. The file is still in the queue."),
        "unreachable": _("The desk does not answer. The file is still in the queue."),
        "serverError": _("Something failed at our end. The file is still in the queue."),
        "loggedOut": _("You are no longer logged in. The file is still in the queue."),
        "tooLarge": _("Not sent: {size} is more than {limit}. Save it smaller and try again."),
        "tooMany": _("Not sent: {limit} files at a time. Send the rest after these."),
        "empty": _("Not sent: the file is empty."),
        "notAPhoto": _("Not sent: this is no photo. Send a JPEG, PNG, WebP, AVIF or HEIC."),
        "twice": _("Not sent: this file is in the batch already."),
        "doneAll": _("All files are done: {stored} stored, {known} known, {refused} refused."),
        "progress": _("{done} of {all} files are done."),
        "deleted": _("Photo {new} is deleted. Use photo {old}."),
        "notDeleted": _("The photo could not be deleted. Try it on its own page."),
        "use": _("Use {number}"),
        # The grid
        "complete": _both(_("{count} is complete"), _("{count} are complete")),
        "ofAll": _("of {count}"),
        "sameFor": _both(_("Same for {count} selected"), _("Same for all {count} selected")),
        "counter": _("{count} of {max}"),
        "saving": _("Saving …"),
        "saved": _("Saved"),
        "unsaved": _("Not saved yet"),
        "notSaved": _("Not saved. Check the marked fields."),
        "saveFailed": _("Could not be saved: the desk does not answer. Press Save to try again."),
        "saveLoggedOut": _(
            "Could not be saved: you are no longer logged in. Log in in another window, "
            "then press Save."
        ),
        "filled": _both(_("Filled in {count} field."), _("Filled in {count} fields.")),
        "nothingToFill": _("Nothing to fill in: no selected photo has an empty field for it."),
        "undone": _("Undone."),
    }
