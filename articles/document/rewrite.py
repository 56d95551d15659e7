"""Texts within stored data (documents, cards, versions, changes) put into other words. Pure.

What a text is, markup or a plain line, is known by the field that it belongs to; it is handed
down to what is nested below, as in a ledger's {"body": {"of": …}} or a change's "before".
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from articles.text.languages import LANGUAGES
from articles.text.replacing import Kind

# What becomes of one text of a field.
Change = Callable[[str, str], str]

_BODY: Final = "body"
_SLUG: Final = "slug"
# Facts of their own: who made a picture or an article, and what it builds on, is changed where
# that is kept. Beside them what is no text at all.
APART: Final = frozenset(
    {
        *("bylines", "sources", "creator", "credit", "credit_url", "copyright_notice"),
        *("usage_terms", "license_url", "acquire_url", "stock_id", "renditions", "colour"),
        *("key", "row", "field", "language", "kind", "code", "after", "at", "date", "expires_at"),
        *("commercial", "expect", "taken_at", "model", "order", "languages", "stage", "slide"),
        *("level", "behind", "state", "role"),
    }
)
_PEOPLE: Final = frozenset({"bylines", "sources"})
_ADDRESSES: Final = frozenset({"url"})
_TEXTS: Final = frozenset(
    {
        *("kicker", "headline", "standfirst", "seo_title", "seo_description", "sponsor"),
        *("heading", _BODY, "caption", "alt", "lead_alt", "label", "text", "reason", "message"),
        *("editor_note", "note", "notes", "captions", "alts", _SLUG),
    }
)
_VALUES: Final = ("before", "value", "from", "to")


def kind_of(field: str) -> Kind | None:
    """How a text of `field` (`body_da`, `caption`) is written; None for what is no text of ours."""
    name = base(field)
    if name in APART:
        return None
    if name in _ADDRESSES:
        return "address"
    return {_BODY: "html", _SLUG: "slug"}.get(name, "plain")  # type: ignore[return-value]


def base(field: str) -> str:
    """`heading` of `heading_da`, `k3x9.heading` and `heading_given_up`."""
    name = field.rpartition(".")[2].removesuffix("_given_up")
    stem, _sep, tail = name.rpartition("_")
    return stem if tail in LANGUAGES and stem else name


def rewritten(value: Any, change: Change, field: str = "") -> Any:
    """`value`, JSON data that belongs to `field`, with each of its texts given to `change`."""
    if isinstance(value, str):
        return change(value, field) if kind_of(field) else value
    if isinstance(value, list):
        return [rewritten(each, change, field) for each in value]
    if isinstance(value, Mapping):
        return {
            key: rewritten(each, change, _below(field, key, value)) for key, each in value.items()
        }
    return value


def _below(field: str, key: str, holder: Mapping[str, Any]) -> str:
    """The field that what stands under `key` of `holder` belongs to: the one that a change names,
    its own, or the one above. That of a row begins with the row's key: `k3x9.heading`."""
    if base(field) in _PEOPLE:
        return field  # a byline's address is no text either, though it has one's name
    row = holder.get("key") or holder.get("row") or ""
    within = f"{row}." if isinstance(row, str) and row else ""
    own = holder.get("field")
    if isinstance(own, str) and key in _VALUES:
        return within + own
    name = base(key)
    return within + key if name in _TEXTS or name in APART or name in _ADDRESSES else field
