"""What saving says: whether all is saved, two versions of one field, who is here, what was left."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def words() -> dict[str, Any]:
    return {**_saving(), **_trouble(), **_versions(), **_present(), **_left(), **_fields()}


def _saving() -> dict[str, Any]:
    return {
        "store.saving": _("Saving…"),
        "store.saved": _("Saved {time}"),
        "store.new": _("Saved from the first word on"),
        "store.unkept": _("Not saved, and this browser keeps nothing. Do not close the page."),
        "store.online": _("All is saved again."),
        "store.unreadable": _("The server could not read this. Load the page again."),
    }


def _trouble() -> dict[str, Any]:
    kept = [
        _("{count} change is kept on this computer and saved by itself later."),
        _("{count} changes are kept on this computer and saved by themselves later."),
    ]

    def long(text: str) -> list[str]:
        return [f"{text} {each}" for each in kept]

    return {
        "store.offline": [
            _("Offline: {count} change kept here"),
            _("Offline: {count} changes kept here"),
        ],
        "store.server": _("Not saved: the server does not answer"),
        "store.login": _("Not saved: you are logged out"),
        "store.forbidden": _("Not saved: you may not change this"),
        "store.gone": _("Not saved: the article is gone"),
        "store.offline.long": long(_("No connection to the server.")),
        "store.server.long": long(_("The server does not answer as it should.")),
        "store.login.long": long(_("You are no longer logged in.")),
        "store.forbidden.long": long(_("You may no longer change this article.")),
        "store.gone.long": [
            _("The article was deleted. {count} change is kept on this computer: copy your text."),
            _(
                "The article was deleted. {count} changes are kept on this computer: copy your text."
            ),
        ],
        "store.log_in": _("Log in in another tab"),
        "store.again": _("Try again now"),
    }


def _versions() -> dict[str, Any]:
    return {
        "store.conflict": _("{name} changed this field while you were writing"),
        "store.yours": _("Yours, {time}"),
        "store.theirs": _("By {name}"),
        "store.theirs_at": _("By {name}, {time}"),
        "store.keep": _("Keep mine"),
        "store.take": _("Take the one by {name}"),
        "store.kept_mine": _("Yours is kept. The other version is in History."),
        "store.took": _("The version by {name} stands now."),
        "store.mine_back": _("Bring mine back"),
        "store.two_versions": [
            _("Two versions: {where}. Nothing has been overwritten."),
            _("Two versions in {count} fields, first {where}. Nothing has been overwritten."),
        ],
        "store.show": _("Show"),
        "store.later": pgettext("not now", "Later"),
        "store.moved_too": _("{name} moved this row meanwhile. Nothing has been overwritten."),
        "store.changed_too": _("{name} wrote in the row that you deleted. It stays."),
        "store.move_anyway": _("Move it anyway"),
        "store.remove_anyway": _("Delete it anyway"),
        "store.leave_it": _("Leave it"),
        "store.understood": _("Understood"),
    }


def _present() -> dict[str, Any]:
    return {
        "store.you": _("{name} (you)"),
        "store.other_window": _("{where} (another window of yours)"),
        "store.slide": pgettext("in a sentence", "slide {number}"),
        "store.also_here": _("Also here now: {name}"),
    }


def _left() -> dict[str, Any]:
    return {
        "store.held": [
            _("1 change is not saved: see the note at it"),
            _("{count} changes are not saved: see the notes at them"),
        ],
        "store.recover": [
            _("{count} change from {time} was not saved"),
            _("{count} changes from {time} were not saved"),
        ],
        "store.recover.help": _(
            "The page was closed before the server had all of it; this computer has kept it. "
            "Struck through is what stands there now, underlined what was kept."
        ),
        "store.put_in": _("Put in"),
        "store.throw_away": _("Throw away"),
        "store.put_in_all": _("Put all in"),
        "store.throw_away_all": _("Throw all away"),
        "store.put_in_done": _("Put in."),
        "store.row.slide": _("A new slide"),
        "store.row.link": _("A new link"),
        "store.row.move": _("Moved"),
        "store.row.remove": _("Taken out"),
        "store.row.put_back": _("Put back"),
        "store.empty": pgettext("a field", "(empty)"),
        "store.format_only": _("Only the formatting differs."),
        "store.photo": _("Photo {number}"),
    }


def _fields() -> dict[str, Any]:
    return {
        "store.en": _("English"),
        "store.da": _("Danish"),
        "store.field.heading": _("Heading"),
        "store.field.body": _("Text"),
        "store.field.caption": _("Caption"),
        "store.field.alt": _("Alt text"),
        "store.field.photo": _("Photo"),
        "store.field.languages": _("Languages"),
        "store.field.label": _("Label"),
        "store.field.target": _("Article"),
        "store.field.url": _("Web address"),
    }
