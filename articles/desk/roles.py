"""The staff roles: groups of permissions, made by migration 0003.

What a role may do with one particular article (a writer's own draft, say) is in rights.py.
"""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WRITER: Final = "writer"
TRANSLATOR: Final = "translator"
PHOTO_EDITOR: Final = "photo editor"
EDITOR: Final = "editor"
CHIEF_EDITOR: Final = "chief editor"
NIGHT_DUTY: Final = "night duty"

# As people read them; the keys are the groups' names in the database.
NAMES: Final[dict[str, str | Promise]] = {
    WRITER: _("Writer"),
    TRANSLATOR: _("Translator"),
    PHOTO_EDITOR: _("Photo editor"),
    EDITOR: _("Editor"),
    CHIEF_EDITOR: _("Chief editor"),
    NIGHT_DUTY: _("Night duty"),
}

_VIEW_ROOM: Final = {"view_topic", "view_contributor", "view_source"}
_VIEW_PHOTOS: Final = {"view_photo", "view_imagecredit"}
_KEEP_PHOTOS: Final = _VIEW_PHOTOS | {
    "add_photo",
    "change_photo",
    "add_imagecredit",
    "change_imagecredit",
}
_EDITOR: Final = (
    _VIEW_ROOM
    | _KEEP_PHOTOS
    | {
        "view_article",
        "add_article",
        "change_article",
        "delete_article",
        "view_all_articles",
        "edit_all_articles",
        "publish_article",
        "take_down_photo",
        "add_contributor",
        "change_contributor",
        "add_source",
        "change_source",
        "view_frontslot",
        "add_frontslot",
        "change_frontslot",
        "delete_frontslot",
    }
)

ROLES: Final[dict[str, frozenset[str]]] = {
    WRITER: frozenset(
        _VIEW_ROOM
        | _VIEW_PHOTOS
        | {"view_article", "add_article", "change_article", "delete_article", "add_source"}
    ),
    TRANSLATOR: frozenset(
        _VIEW_ROOM | _VIEW_PHOTOS | {"view_article", "change_article", "translate_article"}
    ),
    PHOTO_EDITOR: frozenset(
        _KEEP_PHOTOS
        | {
            "delete_photo",
            "delete_imagecredit",
            "take_down_photo",
            "view_article",
            "view_all_articles",
        }
    ),
    EDITOR: frozenset(_EDITOR),
    CHIEF_EDITOR: frozenset(
        _EDITOR
        | {
            "withdraw_article",
            "correct_article",
            "erase_article",
            "view_erasure",
            "delete_photo",
            "delete_imagecredit",
            "release_photo",
            "add_topic",
            "change_topic",
            "delete_topic",
            "delete_contributor",
            "delete_source",
            "change_sitesettings",
            "view_sitesettings",
            "view_page",
            "add_page",
            "change_page",
            "delete_page",
            "view_user",
            "add_user",
            "change_user",
        }
    ),
    # On top of being a writer: one language of one's own articles, alone.
    NIGHT_DUTY: frozenset({"publish_one_language"}),
}
