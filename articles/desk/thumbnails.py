"""A photo in small, as the desk shows it in lists and beside its slide.

Always by its private address: the public files of a photo whose time is up are denied to
everybody, and one in work has none yet. See articles/desk/photos/files.py.
"""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.models.photo import Photo


def thumbnail_url(photo: Photo) -> str:
    """Where the desk fetches the photo in small."""
    return _address("thumbnail", photo)


def preview_url(photo: Photo) -> str:
    """Where the desk fetches it large enough to aim at."""
    return _address("preview", photo)


def thumbnail(photo: Photo) -> SafeString:
    """Decorative: whatever names the photo stands beside it."""
    return format_html(
        '<img class="thumb" src="{}" alt="" width="{}" height="{}" loading="lazy">',
        thumbnail_url(photo),
        photo.width,
        photo.height,
    )


def _address(which: str, photo: Photo) -> str:
    """Browsers keep the picture, so the address changes with the file and with a take-down."""
    state = f"{photo.sha256[:10]}-{len(photo.renditions)}{'-gone' if photo.taken_down_at else ''}"
    return f"{reverse(f'admin:articles_photo_{which}', args=[photo.pk])}?v={state}"
