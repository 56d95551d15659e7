"""Veiled addresses: known to whoever asks for one, and read by nobody.

Of an address that names somebody who was erased or anonymised, a keyed hash is kept in its place:
the site still answers for it (410, or 301 to where the article is now), and no other article can
have it; but from the database alone not even a guess can be tried. The key comes from SECRET_KEY;
while that is being changed, SECRET_KEY_FALLBACKS know the ones before.
"""

from typing import Final

from django.conf import settings
from django.utils.crypto import salted_hmac

# No address begins so: see articles.text.slugs.
MARK: Final = "~"
_SALT: Final = "articles.veil"


def veil(language: str, slug: str) -> str:
    """What is kept of an address: 41 characters."""
    return _veil(language, slug, settings.SECRET_KEY)


def veils(language: str, slug: str) -> tuple[str, ...]:
    """The same by each of the keys that it may have been veiled with."""
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return tuple(_veil(language, slug, key) for key in keys)


def is_veiled(slug: str) -> bool:
    return slug.startswith(MARK)


def _veil(language: str, slug: str, key: str) -> str:
    hashed = salted_hmac(_SALT, f"{language}/{slug}", secret=key, algorithm="sha256")
    return MARK + hashed.hexdigest()[:40]
