"""What the publish dialog's script says."""

from django.utils.translation import gettext as _


def words() -> dict[str, str]:
    return {
        "publish.title": _("What to publish"),
        "publish.done": _("Done"),
        "publish.see": _("See it on the site"),
        "publish.held": _(
            "One change of yours is not saved, and not in what you see here: it is in conflict,"
            " refused, or waits for the network."
        ),
        "publish.held_many": _(
            "{count} changes of yours are not saved, and not in what you see here: they are in"
            " conflict, refused, or wait for the network."
        ),
        "publish.failed": _("The panel can not be reached. What you wrote is safe; try again."),
    }
