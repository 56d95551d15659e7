"""Of the preview beside the board, and of links to it."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def words() -> dict[str, str]:
    return {
        "preview.desk": _("The desk"),
        "preview.main": _("Article"),
        "preview.toggle": _("Show or hide the preview"),
        "preview.follows": _("follows slide {number}"),
        "preview.top": _("follows the slide in work"),
        "preview.not_planned.en": _("English is not planned for this article."),
        "preview.not_planned.da": _("Danish is not planned for this article."),
        "preview.empty.en": _("Nothing is written in English yet."),
        "preview.empty.da": _("Nothing is written in Danish yet."),
        "preview.offline": _("No connection: the preview follows once it is back."),
        "preview.failed": _("The preview can not be shown just now. Your text is safe."),
        "preview.in.en": _("Link to the English page"),
        "preview.in.da": _("Link to the Danish page"),
        "preview.copy": _("Copy"),
        "preview.copied": _("Copied."),
        "preview.copy_by_hand": _("The browser does not let us copy: mark the link and copy it."),
        "preview.until": _("Open until {when}."),
        "preview.revoked": pgettext("a link", "Revoked."),
        "preview.expired": pgettext("a link", "Expired."),
        "preview.revoke": pgettext("a link", "Revoke"),
        "preview.made": _("Made by {by}, {when}."),
        "preview.opened": _("Last opened {when}."),
        "preview.unopened": _("Not opened yet."),
        "preview.anybody": _("For nobody in particular."),
        "preview.link_made": _("The link is made."),
        "preview.share_failed": _("That did not work. Try again."),
        "preview.save_first": _("Write something first: there is nothing to share yet."),
    }
