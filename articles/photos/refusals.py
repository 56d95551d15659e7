"""What people are told of a file that is not taken: code of formats or picture -> message."""

from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.photos.errors import DiskFull, PhotoRefused

# What formats.recognise calls it -> what that is.
_THINGS: Final = {
    "svg": gettext_lazy("an SVG drawing"),
    "html": gettext_lazy("a web page"),
    "text": gettext_lazy("a text file"),
    "gif": gettext_lazy("a GIF"),
    "tiff": gettext_lazy("a TIFF"),
    "raw": gettext_lazy("a camera’s raw file"),
    "psd": gettext_lazy("a Photoshop file"),
    "pdf": gettext_lazy("a PDF"),
    "postscript": gettext_lazy("a PostScript or EPS file"),
    "bmp": gettext_lazy("a Windows bitmap (BMP)"),
    "icon": gettext_lazy("an icon"),
    "jpeg2000": gettext_lazy("a JPEG 2000"),
    "jpegxl": gettext_lazy("a JPEG XL"),
    "raster": gettext_lazy("a picture in a format that few programs know"),
    "video": gettext_lazy("a video"),
    "sound": gettext_lazy("a sound recording"),
    "archive": gettext_lazy("a ZIP or another archive"),
    "office": gettext_lazy("an Office document"),
    "program": gettext_lazy("a program"),
}
# Code of picture.Unfit or of the sandbox -> message; figures are filled in.
_MESSAGES: Final = {
    "empty": gettext_lazy("The file is empty. Look at the one you have, and send it again."),
    "unknown": gettext_lazy(
        "This is not a picture that we know. Send a JPEG, PNG, WebP, AVIF or HEIC."
    ),
    "damaged": gettext_lazy(
        "The file is damaged. Export the picture again and upload the new file."
    ),
    "moving": gettext_lazy("Moving pictures are not taken. Save one frame and upload that."),
    "bytes": gettext_lazy("The file is larger than %(limit)d MB. Save it smaller and try again."),
    "pixels": gettext_lazy(
        "The picture has %(found).1f million pixels; the limit is %(limit)d. "
        "Save it smaller and try again."
    ),
    "pixels-png": gettext_lazy(
        "This PNG has %(found).1f million pixels; the limit for PNG is %(limit)d. "
        "Save it as JPEG, or smaller."
    ),
    "pixels-webp": gettext_lazy(
        "This WebP has %(found).1f million pixels; the limit for WebP is %(limit)d. "
        "Save it as JPEG, or smaller."
    ),
    "pixels-avif": gettext_lazy(
        "This AVIF has %(found).1f million pixels; the limit for AVIF is %(limit)d. "
        "Save it as JPEG, or smaller."
    ),
    "pixels-heif": gettext_lazy(
        "This HEIC has %(found).1f million pixels; the limit for HEIC is %(limit)d. "
        "Save it as JPEG, or smaller."
    ),
    "progressive": gettext_lazy(
        "This progressive JPEG has %(found).1f million pixels; the limit for such is %(limit)d. "
        "Save it without “progressive”, or smaller."
    ),
    "lossless": gettext_lazy(
        "This lossless JPEG has %(found).1f million pixels; the limit for such is %(limit)d. "
        "Save it as an ordinary JPEG."
    ),
    "side": gettext_lazy(
        "The picture is %(found)d pixels long; the limit is %(limit)d. Crop it or save it smaller."
    ),
    "small": gettext_lazy(
        "The picture is %(width)d × %(height)d pixels. Less than %(limit)d is too small to show."
    ),
    "narrow": gettext_lazy(
        "The picture is %(width)d × %(height)d pixels: too narrow to be shown. Crop it to at "
        "most %(limit)d times as long as wide."
    ),
    "slow": gettext_lazy(
        "The picture takes too long to read. Save it again as an ordinary JPEG, or smaller."
    ),
    "memory": gettext_lazy(
        "The picture takes too much memory to read. Save it as an ordinary JPEG, or smaller."
    ),
    "full": gettext_lazy(
        "The disk is full, so nothing was stored. Tell those who run the site; try later."
    ),
}


def refusal(code: str, **figures: float) -> PhotoRefused:
    """The exception to raise, in the language of whoever waits. Unknown codes mean damaged."""
    if code in _THINGS:
        what: Any = _THINGS[code]
        return PhotoRefused(
            _("This is %(what)s. Send a JPEG, PNG, WebP, AVIF or HEIC.") % {"what": what}
        )
    message = str(_MESSAGES.get(code, _MESSAGES["damaged"]))
    try:
        message = message % figures
    except (KeyError, TypeError, ValueError):  # figures from a process that is not believed
        message = str(_MESSAGES["damaged"])
    return DiskFull(message) if code == "full" else PhotoRefused(message)
