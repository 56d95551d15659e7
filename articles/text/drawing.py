"""A logo as SVG that can stand in every page: shapes and nothing that acts, loads or styles."""

import re
from typing import Final
from xml.etree.ElementTree import Element, ParseError, tostring

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

LONGEST: Final = 6000  # characters: every page carries it
_SHAPES: Final = {
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polygon", "polyline",
}  # fmt: skip
_LEFT_OUT: Final = {"title", "desc", "metadata", "defs", "namedview"}
_ATTRIBUTES: Final = {
    "d", "points", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width",
    "height", "viewBox", "transform", "fill", "fill-rule", "clip-rule", "fill-opacity", "opacity",
    "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit",
    "stroke-opacity",
}  # fmt: skip
_PLAIN: Final = re.compile(r"[\w\s#.,+%()-]*\Z", re.ASCII)
_NUMBER: Final = r"(\d+(?:\.\d*)?|\.\d+)"
_VIEW_BOX: Final = re.compile(rf"-?{_NUMBER}[\s,]+-?{_NUMBER}[\s,]+{_NUMBER}[\s,]+{_NUMBER}\Z")


class Unfit(ValueError):
    """`reason` is one of: unreadable, element, box, empty, long; `name` the element, if one."""

    def __init__(self, reason: str, name: str = "") -> None:
        super().__init__(f"{reason}: {name}" if name else reason)
        self.reason = reason
        self.name = name


def logo(source: str) -> str:
    """`source` as inline SVG with class "word", 32 pixels high; raises Unfit.

    Shapes of one colour may be filled with `currentColor`: they follow light and dark.
    """
    try:
        root = fromstring(source.encode(), forbid_dtd=True)
    except (ParseError, DefusedXmlException) as error:
        raise Unfit("unreadable") from error
    if _name(root) != "svg":
        raise Unfit("unreadable")
    box = _VIEW_BOX.match(root.get("viewBox", "").strip())
    if box is None or not float(box[3]) or not float(box[4]):
        raise Unfit("box")
    drawn = _copy(root)
    if not any(_name(each) in _SHAPES - {"svg", "g"} for each in drawn.iter()):
        raise Unfit("empty")
    for name in ("width", "height", "x", "y"):
        drawn.attrib.pop(name, None)
    width = round(32 * float(box[3]) / float(box[4]))
    drawn.attrib.update(
        {"class": "word own", "width": str(width), "height": "32", "aria-hidden": "true"}
    )
    text = tostring(drawn, encoding="unicode")
    if len(text) > LONGEST:
        raise Unfit("long")
    return text


def _copy(element: Element) -> Element:
    made = Element(
        _name(element),
        {
            name: " ".join(value.split())
            for name, value in element.attrib.items()
            if name in _ATTRIBUTES and _PLAIN.match(value) and "url" not in value
        },
    )
    for child in element:
        name = _name(child)
        if name in _SHAPES:
            made.append(_copy(child))
        elif name not in _LEFT_OUT:
            raise Unfit("element", name)
    return made


def _name(element: Element) -> str:
    tag = element.tag if isinstance(element.tag, str) else "comment"
    return tag.rpartition("}")[2]
