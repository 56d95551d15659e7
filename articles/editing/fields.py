"""Which fields of a row a change may set, and what a value becomes before it is stored.

`canonical` gives a value as it is stored and compared; what somebody typed is cleaned, never
cut. What cannot be stored is Unfit, with a message that says what to do.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.editing.changes import LONGEST_BODY
from articles.models.article import Article, ArticleSource, Byline, CrossLink, Slide
from articles.models.photo import Photo
from articles.models.staff import User
from articles.models.translated import column
from articles.text.dates import COPENHAGEN, at_copenhagen, is_doubled, local
from articles.text.sanitise import clean_body, clean_line
from articles.text.slugs import slugify

ASSIGNING: Final = frozenset({"owner", "assignee_en", "assignee_da"})


class Unfit(Exception):
    """A value that cannot be stored; its text is for whoever typed it.

    `why` says the same to somebody who did not type it on a page of ours.
    """

    def __init__(self, message: str, *, why: str = "") -> None:
        super().__init__(message)
        self.why = why or message


@dataclass(frozen=True, slots=True)
class Spec:
    """`clean` takes what came from JSON; `model` is whose row a foreign key points at."""

    clean: Callable[[Any], Any]
    translated: bool = False
    model: type[models.Model] | None = None


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise Unfit(_("That is no text. Load the page again."))
    return value.replace("\x00", "")


def _line(most: int) -> Callable[[Any], str]:
    def clean(value: Any) -> str:
        return _within(clean_line(_string(value)), most)

    return clean


def _paragraphs(most: int) -> Callable[[Any], str]:
    def clean(value: Any) -> str:
        return _within(_string(value).replace("\r\n", "\n").strip(), most)

    return clean


def _within(text: str, most: int) -> str:
    over = len(text) - most
    if over > 0:
        why = ngettext(
            "That is %(over)s character too long: %(most)s at most.",
            "That is %(over)s characters too long: %(most)s at most.",
            over,
        ) % {"over": over, "most": most}
        rest = _("Shorten it; until then it is kept on this computer alone.")
        raise Unfit(f"{why} {rest}", why=why)
    return text


def _body(value: Any) -> str:
    return _within(clean_body(_string(value)), LONGEST_BODY)


def _slug(value: Any) -> str:
    return _within(slugify(_string(value)), 80)


def _choice(choices: type[models.TextChoices]) -> Callable[[Any], str]:
    def clean(value: Any) -> str:
        if value not in choices.values:
            raise Unfit(_("There is no such choice any more. Load the page again."))
        return str(value)

    return clean


def _row(value: Any) -> int | None:
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < 2**63:
        raise Unfit(_("There is no such choice any more. Load the page again."))
    return value


def _address(value: Any) -> str:
    text = _string(value).strip()
    if not text:
        return ""
    if "://" not in text:
        text = f"https://{text}"
    try:
        URLValidator(schemes=["http", "https"])(text)
    except ValidationError:
        raise Unfit(_("That is no web address. It begins with https://.")) from None
    return _within(text, 200)


def _moment(value: Any) -> str:
    """`2026-11-27T05:00` on Copenhagen's clock, or ""."""
    text = _string(value).strip()
    if not text:
        return ""
    try:
        naive = dt.datetime.fromisoformat(text).replace(tzinfo=None, second=0, microsecond=0)
    except ValueError:
        raise Unfit(_("That is no date and time. Choose both.")) from None
    try:
        instant = at_copenhagen(naive)
    except (ValueError, OverflowError):
        raise Unfit(_("The clock skips that hour that night. Choose another.")) from None
    if is_doubled(instant):
        raise Unfit(_("That hour comes twice that night. Choose one before or after."))
    return f"{naive:%Y-%m-%dT%H:%M}"


def _bylines(value: Any) -> list[list[Any]]:
    if not isinstance(value, list) or len(value) > 50:
        raise Unfit(_("That is no list. Load the page again."))
    found: list[list[Any]] = []
    for item in value:
        if not isinstance(item, list) or len(item) != 2 or item[1] not in Byline.Role.values:
            raise Unfit(_("That is no list. Load the page again."))
        pair = [_row(item[0]), str(item[1])]
        if pair[0] is not None and pair not in found:
            found.append(pair)
    return found


def _rows(value: Any) -> list[int]:
    if not isinstance(value, list) or len(value) > 50:
        raise Unfit(_("That is no list. Load the page again."))
    return list(dict.fromkeys(pk for item in value if (pk := _row(item)) is not None))


def _most(model: type[models.Model], field: str) -> int:
    return getattr(model._meta.get_field(column(field, "en")), "max_length", None) or 100_000


def _lines(model: type[models.Model], *names: str) -> dict[str, Spec]:
    return {name: Spec(_line(_most(model, name)), translated=True) for name in names}


SPECS: Final[dict[str, dict[str, Spec]]] = {
    "article": {
        **_lines(Article, "kicker", "headline", "seo_title", "seo_description"),
        "standfirst": Spec(_paragraphs(_most(Article, "standfirst")), translated=True),
        "slug": Spec(_slug, translated=True),
        "stage": Spec(_choice(Article.Stage), translated=True),
        "topic": Spec(_row, model=Article._meta.get_field("topic").related_model),
        "commercial": Spec(_choice(Article.Commercial)),
        "sponsor": Spec(_line(120)),
        "lead_photo": Spec(_row, model=Photo),
        "embargo_until": Spec(_moment),
        "editor_note": Spec(_paragraphs(20_000)),
        "owner": Spec(_row, model=User),
        "assignee_en": Spec(_row, model=User),
        "assignee_da": Spec(_row, model=User),
        "bylines": Spec(_bylines),
        "sources": Spec(_rows),
    },
    "slide": {
        **_lines(Slide, "heading", "caption", "alt"),
        "body": Spec(_body, translated=True),
        "photo": Spec(_row, model=Photo),
        "languages": Spec(_choice(Slide.Languages)),
    },
    "link": {
        **_lines(CrossLink, "label"),
        "target": Spec(_row, model=Article),
        "url": Spec(_address),
    },
}
LISTS: Final = {"bylines": Byline, "sources": ArticleSource}


def spec(kind: str, field: str, language: str) -> Spec:
    """How that field of a row of `kind` is set; raises Unfit where there is none."""
    found = SPECS[kind].get(field)
    if found is None or found.translated != bool(language):
        raise Unfit(_("There is no such field any more. Load the page again."))
    return found


def lenient(found: Spec, base: Any) -> Any:
    """`base` as it would be stored; what could not be is nobody's current value."""
    try:
        return found.clean(base)
    except Unfit:
        return base


def name(field: str, language: str) -> str:
    """`heading_da`, `photo`: the field as values and columns call it."""
    return column(field, language) if language else field


def shown_moment(instant: dt.datetime | None) -> str:
    """A stored instant as `_moment` has it."""
    return f"{local(instant):%Y-%m-%dT%H:%M}" if instant else ""


def stored_moment(text: str) -> dt.datetime | None:
    """The same way back."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=COPENHAGEN) if text else None
