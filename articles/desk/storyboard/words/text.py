"""What the script says about writing: rich text, lengths, addresses, finding and replacing."""

from django.utils.translation import gettext as _


def words() -> dict[str, str]:
    return {
        "text.tools": _("Formatting"),
        "text.bold": _("Bold"),
        "text.italic": _("Italic"),
        "text.link": _("Link"),
        "text.list": _("List"),
        "text.cancel": _("Cancel"),
        "text.link_title": _("Link"),
        "text.link_address": _("Address"),
        "text.link_help": _("A web address (https://…) or an email address."),
        "text.link_bad": _("This is no address. Begin with https:// or type an email address."),
        "text.link_save": _("Save link"),
        "text.link_remove": _("Remove link"),
        "text.over": _("{field}: longer than {limit} characters."),
        "text.cut": _("{field}: what was pasted is cut off after {limit} characters."),
        "text.slug_live": _(
            "Readers have this address. It stays when the headline changes, so that links work."
        ),
        "text.slug_past": _(
            "Readers have had this address. It stays when the headline changes, so that links work."
        ),
        "text.slug_redirects": _("Once published, {address} leads here by itself."),
    }
