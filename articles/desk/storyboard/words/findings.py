"""Of what the gate says beside the fields."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def words() -> dict[str, Any]:
    return {
        "findings.block": _("Stops publication"),
        "findings.warn": _("To look at"),
        "findings.in.en": _("In English"),
        "findings.in.da": _("In Danish"),
        "findings.none": _("There is nothing to mend."),
        "findings.next": _("Next finding"),
        "findings.previous": _("Previous finding"),
        "findings.count.block": [_("1 stops publication"), _("{count} stop publication")],
        "findings.count.warn": [_("1 to look at"), _("{count} to look at")],
        "findings.stale.en": _("The English has changed since this was translated:"),
        "findings.stale.da": _("The Danish has changed since this was translated:"),
        "findings.fix": _("Mend it"),
        "findings.fixed": _("Mended"),
        "findings.still_right": _("Still right"),
        "findings.translated": _("{done}/{of} translated"),
        "findings.settled": _("Said to be still right"),
        "findings.leave": pgettext("a warning", "Leave it"),
        "findings.left": _("Left as it is"),
        "findings.waved": _("Left as it is"),
        "findings.warn_again": _("Warn again"),
        "findings.warned_again": _("Warned of again"),
        "findings.count.waved": [_("1 left as it is"), _("{count} left as they are")],
    }
