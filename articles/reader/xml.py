"""XML for machines: a tree that is well-formed whatever the texts in it hold. Pure.

Names of another namespace are written with their prefix, which the root declares: `root` takes
{"xmlns:media": address}.
"""

import re
from collections.abc import Mapping
from typing import Final
from xml.etree.ElementTree import Element, SubElement, tostring

# What no XML document may hold, not even escaped: a single such character would void all of it.
_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def root(tag: str, attributes: Mapping[str, str]) -> Element:
    return Element(tag, dict(attributes))


def add(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """A child of `parent`; attributes that are empty are left out (`type_` means `type`)."""
    child = SubElement(
        parent,
        tag,
        {name.rstrip("_"): _clean(value) for name, value in attributes.items() if value},
    )
    child.text = _clean(text) or None
    return child


def write(tree: Element) -> bytes:
    """The document, in UTF-8, with its declaration."""
    return tostring(tree, encoding="UTF-8", xml_declaration=True)


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", text)
