"""Of photos in place and of links."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def words() -> dict[str, str]:
    return {
        "photo.keys.choose": _("Choose the slide’s photo"),
        "photo.changed": _("Photo changed"),
        "photo.removed": _("Photo removed"),
        "photo.undo": pgettext("take back", "Undo"),
        "photo.sending": _("{name}: {percent} %"),
        "photo.judging": _("{name}: being looked at…"),
        "photo.failed": _("{name}: it did not arrive. Try again."),
        "photo.login": _("{name}: you are logged out. Log in in another window and try again."),
        "photo.large": _("{name}: the file is too large."),
        "photo.dropped": _("Photos placed: {count}"),
        "photo.drop": _("Drop the photos: they fill empty slides in order, then make new ones"),
        "photo.not_yours": _("You may not upload photos. Choose one from the library."),
        "photo.dismiss": _("Dismiss"),
        "photo.lost": _("The photos could not be fetched. Check the connection and try again."),
        "photo.alt": _("Alt text saved"),
        "photo.focal": _("Focal point set"),
        "photo.at": _("{across} % across, {down} % down"),
        "photo.unsaved": _("It was not saved. Check the connection and try again."),
        "link.twice": _("Left out: the same link stands further up"),
        "link.itself": _("Left out: it is this article"),
        "link.found": _("Articles found: {count}"),
        "link.related": _("Related articles: {count}"),
        "link.address": _("Left out: no text for the link in this language"),
        "link.nowhere": _("Choose an article or give a web address"),
        "link.lost": _("The search did not answer. Try again."),
    }
