"""The number of a stock or agency picture, from the name that its agency gave to the file."""

import re
from pathlib import PurePath
from typing import Final

# How agencies name the files that they sell; group 1 is the number, as the agency writes it.
_NAMES: Final = tuple(
    re.compile(rf"(?:^|(?<=[^a-z])){pattern}(?![a-z0-9])", re.IGNORECASE)
    for pattern in (
        r"shutter-?stock[-_ ](?:editorial[-_ ])?(\d{5,12}[a-z]{0,2})",
        r"stock-(?:photo|vector|illustration)-(?:[a-z0-9]+-)*(\d{6,12})",
        r"i-?stock(?:-?photo)?[-_ ]?0*(\d{5,12})(?:x*(?:small|medium|large))?",
        r"getty-?images?[-_ ](?:[a-z]+[-_ ])?(\d{5,12})",
        r"(?:adobe-?stock|fotolia)[-_ ]0*(\d{5,12})",
        r"deposit-?photos?[-_ ](\d{5,12})",
        r"dreams-?time(?:[-_ ]?[a-z]{1,7})?[-_ ]?(\d{5,12})",
        r"alamy(?:[-_ ](?:stock|photo|image|id))*[-_ ]([a-z0-9]{6,8})",
        r"(?:ritzau[-_ ]?)?scanpix[-_ ](\d{8}-\d{6}-[a-z0-9]{1,2})",
        r"(?:ritzau[-_ ]?)?scanpix[-_ ]((?:[a-z]{1,2})?(?=[a-z0-9]*\d{3})[a-z0-9]{5,14})",
        r"colou?rbox[-_ ]?(\d{5,12})",
        r"123rf[-_ ](\d{5,12})",
        r"bigstock[-_ ](?:[a-z]+[-_ ])*(\d{5,12})",
        r"freepik[-_ ](\d{5,12})",
        r"pexels-(?:[a-z]+-)*(\d{4,12})",
        r"imago[-_ ]?(?:images?[-_ ])?0*(\d{6,12}[a-z]?)",
        r"afp[-_ ](?:000[-_])?([a-z0-9]{6,8})",
    )
)
_UNSPLASH: Final = re.compile(r"[a-z].*?-([a-z0-9_-]{11})-unsplash(?![a-z0-9])", re.IGNORECASE)
_AFP: Final = re.compile(r"000_([0-9a-z]{6,8})(?![a-z0-9])", re.IGNORECASE)
_SCANPIX: Final = re.compile(r"((?:19|20)\d{6}-\d{6}-[a-z0-9]{1,2})(?![a-z0-9])", re.IGNORECASE)


def stock_id(filename: str) -> str:
    """Return `123456789` of `shutterstock_123456789.jpg`; nothing for a name of no agency's kind.

    Any folder and suffix are left out; copies ("… (1)", "crop of …") keep the number.
    """
    name = PurePath(filename.replace("\\", "/")).name[:255]
    stem = name.rsplit(".", 1)[0] if "." in name else name
    for pattern in _NAMES:
        if (found := pattern.search(stem)) and any(sign.isdigit() for sign in found[1]):
            return found[1]
    for whole in (_UNSPLASH, _AFP, _SCANPIX):
        if found := whole.match(stem):
            return found[1]
    return ""
