"""Colours as browsers show them: whatever a picture is in -> sRGB. Pure.

Profiles are those of ICC.1:2022; their header says at byte 16 what colours they describe.
"""

import io
from contextlib import suppress
from typing import Final

from PIL import Image, ImageCms

MAX_PROFILE: Final = 4 * 1024 * 1024  # bytes: printing profiles have up to three million
_SPACES: Final = {"RGB": b"RGB ", "L": b"GRAY", "CMYK": b"CMYK"}
_INTENT: Final = ImageCms.Intent.RELATIVE_COLORIMETRIC
_FLAGS: Final = ImageCms.Flags.BLACKPOINTCOMPENSATION


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """`image` (L, RGB, RGBA or CMYK) as RGB or RGBA in sRGB.

    A profile that is broken or is made for other colours is passed over: then the numbers as
    they stand are the best there is.
    """
    if image.mode == "RGBA":
        result = to_srgb(image.convert("RGB"), profile)
        result.putalpha(image.getchannel("A"))
        return result
    if profile and len(profile) <= MAX_PROFILE:
        space = profile[16:20]
        if image.mode == "L" and space == b"RGB ":
            image = image.convert("RGB")
        if space == _SPACES.get(image.mode):
            with suppress(ImageCms.PyCMSError, OSError, ValueError, TypeError):
                return _converted(image, profile)
    return image.convert("RGB")


def _converted(image: Image.Image, profile: bytes) -> Image.Image:
    converted = ImageCms.profileToProfile(
        image,
        ImageCms.ImageCmsProfile(io.BytesIO(profile)),
        ImageCms.createProfile("sRGB"),
        renderingIntent=_INTENT,
        outputMode="RGB",
        flags=_FLAGS,
    )
    if converted is None:
        raise ValueError("no conversion")
    return converted


def on_white(image: Image.Image) -> Image.Image:
    """An RGB or RGBA picture as RGB, on white where it is transparent."""
    if image.mode != "RGBA":
        return image
    ground = Image.new("RGB", image.size, "white")
    ground.paste(image, mask=image.getchannel("A"))
    return ground


def average(image: Image.Image) -> str:
    """The one colour ("#rrggbb") that stands for a picture until it is there; white if clear."""
    if image.mode == "RGBA":
        return "#ffffff"
    pixel = image.convert("RGB").resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    return "#{:02x}{:02x}{:02x}".format(*pixel)  # type: ignore[misc]
