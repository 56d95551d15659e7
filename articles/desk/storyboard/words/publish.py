"""What the publish dialog's script says."""

from django.utils.translation import gettext as _


def words() -> dict[str, str]:
    return {
        "publish.title": _("What to publish"),
        "publish.see": _("See it on the site"),
        "publish.failed": _("The panel can not be reached. What you wrote is safe; try again."),
    }
