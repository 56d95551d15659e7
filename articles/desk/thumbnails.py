"""A photo in small, as the desk shows it in lists and beside its slide."""

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.models.photo import Photo

WIDTH = 480  # pixels: sharp at the widest place a thumbnail has


def thumbnail_url(photo: Photo) -> str:
    """The smallest JPEG that is wide enough; "" where nothing was rendered."""
    jpegs = sorted(
        (each for each in photo.renditions if each["format"] == "jpeg"),
        key=lambda each: each["width"],
    )
    chosen = next((each for each in jpegs if each["width"] >= WIDTH), jpegs[-1] if jpegs else None)
    return f"{settings.MEDIA_URL}renditions/{chosen['name']}" if chosen else ""


def thumbnail(photo: Photo) -> SafeString:
    """Decorative: whatever names the photo stands beside it."""
    url = thumbnail_url(photo)
    if not url:
        return format_html('<span class="thumb empty"></span>')
    return format_html(
        '<img class="thumb" src="{}" alt="" width="{}" height="{}" loading="lazy">',
        url,
        photo.width,
        photo.height,
    )
