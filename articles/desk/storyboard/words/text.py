"""What the script says about writing: rich text, lengths, addresses, finding and replacing."""

from typing import Any

from django.utils.translation import gettext as _


def words() -> dict[str, Any]:
    return {**_writing(), **_finding()}


def _finding() -> dict[str, Any]:
    return {
        "text.find_title": _("Find and replace"),
        "text.find": _("Find"),
        "text.replace_by": _("Replace by"),
        "text.find_language": _("Look in"),
        "text.find_en": _("English"),
        "text.find_da": _("Danish"),
        "text.find_case": _("Match case"),
        "text.find_whole": _("Whole words"),
        "text.find_previous": _("Previous"),
        "text.find_next": _("Next"),
        "text.find_close": _("Close"),
        "text.find_at": _("{at} of {count}"),
        "text.find_none": _("Nothing found"),
        "text.replace": _("Replace"),
        "text.replace_all": _("Replace all"),
        "text.replaced": _("{count} replaced"),
        "text.undo": _("Undo"),
    }


def _writing() -> dict[str, str]:
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
        "text.slug_live": _(
            "Readers have this address. It stays when the headline changes, so that links work."
        ),
        "text.slug_past": _(
            "Readers have had this address. It stays when the headline changes, so that links work."
        ),
        "text.slug_redirects": _("Once published, {address} leads here by itself."),
    }
