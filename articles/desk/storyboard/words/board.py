"""What the board says: rows, their order, shortcuts, chips."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.desk.states import NAMES


def words() -> dict[str, Any]:
    return {**_rows(), **_glyphs(), **_keys(), **_chips()}


def _rows() -> dict[str, Any]:
    return {
        "board.slide": _("Slide {number}"),
        "board.link": _("Also read"),
        "board.count": [_("{count} slide"), _("{count} slides")],
        "board.untitled": pgettext("a slide without heading or text", "Nothing written"),
        "board.added.slide": _("Slide added"),
        "board.added.link": _("Link added"),
        "board.duplicated": _("Slide duplicated"),
        "board.removed": _("{what} deleted."),
        "board.undo": _("Undo"),
        "board.redo": _("Do again"),
        "board.undone": _("Undone: {what}"),
        "board.redone": _("Done again: {what}"),
        "board.close": _("Close"),
        "board.moved": _("{what} moved"),
        "board.moved.slide": _("The slide is now number {place} of {count}."),
        "board.moved.link": _("The link is now row {place} of {count}."),
        "board.top": _("It stands on top already."),
        "board.bottom": _("It stands last already."),
        "board.lifted": _("{what} picked up. Arrows move it, Space drops it, Escape puts it back."),
        "board.dropped": _("{what} dropped."),
        "board.put_back": _("{what} put back."),
        "board.languages": _("Languages of a slide changed"),
        "board.gone": _("{what} was deleted by {by}."),
        "board.somebody": _("somebody else"),
        "board.fold_all": _("Collapse all"),
        "board.unfold_all": _("Unfold all"),
        "board.block": [_("{count} error"), _("{count} errors")],
        "board.warn": [_("{count} warning"), _("{count} warnings")],
    }


def _glyphs() -> dict[str, Any]:
    """What the small leaf of each language means, for whoever does not see it."""
    return {
        "board.in.en": _("English"),
        "board.in.da": _("Danish"),
        "board.is.block": _("stopped by the gate"),
        "board.is.missing": _("nothing written"),
        "board.is.stale": _("behind the other language"),
        "board.is.none": _("does not stand in this language"),
        "board.is.waiting": _("Waits for its pictures"),
        **{f"board.is.{state}": str(name) for state, name in NAMES.items()},
    }


def _keys() -> dict[str, Any]:
    return {
        "board.keys.or": pgettext("between two shortcuts", "or"),
        "board.keys.going": _("Going about"),
        "board.keys.building": _("Building"),
        "board.keys.looking": _("Looking"),
        "board.keys.save": _("Save now, as a version of its own"),
        "board.keys.list": _("This list"),
        "board.keys.new": _("New slide below"),
        "board.keys.carry": _("Carry the slide up or down"),
        "board.keys.fold": _("Collapse or unfold the slide"),
        "board.keys.fold_all": _("Collapse all"),
        "board.keys.go": _("Next or previous slide"),
        "board.keys.ends": _("To the headline, to the last slide"),
        "board.keys.across": _("Same field, other language"),
        "board.keys.view": _("English, both, Danish"),
        "board.keys.list_of_slides": _("List of slides"),
    }


def _chips() -> dict[str, Any]:
    return {
        "chips.add": _("Add: {what}"),
        "chips.remove": _("Remove {name}"),
        "chips.role": _("Role of {name}"),
        "chips.search": _("Type a name"),
        "chips.none": _("Nobody and nothing is called that."),
        "chips.added": _("{name} added."),
        "chips.removed": _("{name} removed."),
        "chips.found": [_("{count} found"), _("{count} found")],
        "chips.moved": _("{name} is now number {place} of {count}."),
    }
