"""The links and lists within slide text, and whether links of two languages lead to the same. Pure."""

import html
import re
from typing import Final, NamedTuple
from urllib.parse import parse_qsl, urlsplit

_HREF: Final = re.compile(r'<a\s[^>]*?href="([^"]*)"', re.IGNORECASE)
_LIST: Final = re.compile(r"<(?:ul|ol)[\s>].*?</(?:ul|ol)>", re.DOTALL)
_ITEM: Final = re.compile(r"<li[\s>]")
# How addresses say which language they are in: en.wikipedia.org, /da/, ?lang=en, who.int.
_TONGUES: Final = frozenset(
    "en da dk uk us gb eng dan english dansk danish engelsk en-gb en-us en-dk da-dk".split()
)
_ENDS: Final = re.compile(r"\.(?:dk|com|org|net|int|eu|info|co\.uk|uk|gov\.uk|org\.uk)$")
_ASKED: Final = frozenset({"lang", "language", "locale", "hl", "l", "sprog"})


class Target(NamedTuple):
    """Where a link leads: `tongue` is the language that its address names, "" for none."""

    host: str
    path: str
    tongue: str


def hrefs(body: str) -> tuple[str, ...]:
    """The addresses of the links of sanitised slide text, in order."""
    return tuple(html.unescape(each) for each in _HREF.findall(body))


def list_lengths(body: str) -> tuple[int, ...]:
    """How many items each list of sanitised slide text has."""
    return tuple(len(_ITEM.findall(each)) for each in _LIST.findall(body))


def target(href: str) -> Target:
    """`href` without what differs between one site's languages. Never raises."""
    try:
        parts = urlsplit(href.strip())
        host = (parts.hostname or "").lower()
    except ValueError:
        return Target("", href.strip(), "")
    if parts.scheme == "mailto":
        return Target("mailto", parts.path.lower(), "")
    labels = [label for label in host.split(".") if label not in ("www", "m")]
    spoken = [label for label in labels[:-1] if label in _TONGUES]
    ending = labels[-1] if labels and labels[-1] in ("dk", "uk") else ""
    host = _ENDS.sub("", ".".join(label for label in labels if label not in spoken))
    segments = [each for each in parts.path.split("/") if each]
    spoken += [each.lower() for each in segments if each.lower() in _TONGUES]
    path = "/".join(each for each in segments if each.lower() not in _TONGUES)
    query = parse_qsl(parts.query)
    spoken += [value.lower() for name, value in query if name.lower() in _ASKED]
    rest = [f"{name}={value}" for name, value in query if _matters(name.lower())]
    return Target(host, "?".join([path, *rest]), (spoken or [ending])[0])


def _matters(name: str) -> bool:
    return name not in _ASKED and not name.startswith(("utm_", "fbclid", "gclid"))


def leads_alike(one: str, two: str) -> bool:
    """Whether two links lead to the same page, or to its versions in two languages."""
    a, b = target(one), target(two)
    if a.host != b.host:
        return False
    return a.path == b.path or a.tongue != b.tongue


def unmatched(ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The links of each that have no counterpart in the other, one for one."""
    left, right = [], list(theirs)
    for href in ours:
        exact = [each for each in right if target(each)[:2] == target(href)[:2]]
        like = exact or [each for each in right if leads_alike(href, each)]
        if like:
            right.remove(like[0])
        else:
            left.append(href)
    return left, right
