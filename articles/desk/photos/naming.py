"""What the desk calls a photo."""

from django.utils.translation import get_language

from articles.models.photo import Photo
from articles.models.translated import read_any


def name_of_photo(photo: Photo) -> str:
    """Its caption or alt text in the desk's language, else in the other; else its file's name."""
    language = get_language() or "en"
    name = read_any(photo, "caption", language) or read_any(photo, "alt", language)
    return name or str(photo)
