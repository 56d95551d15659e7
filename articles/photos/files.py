"""What is known of a photo's public files, without their bytes. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rendition:
    """One public file of a photo: `format` is "avif" or "jpeg", sizes in pixels."""

    format: str
    width: int
    height: int
    name: str
