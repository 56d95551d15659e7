"""Words put under seal: kept where backups go, and readable only with the site's SECRET_KEY.

Django signs and does not encrypt, and one text a month is worth no dependency. So this is the
textbook's construction from the standard library: HMAC-SHA256 over a random nonce and a counter
gives a stream that the text is mixed with; a second key authenticates the result, and is asked
before anything is opened (encrypt, then MAC).
"""

import base64
import binascii
import hmac
import json
import secrets
from hashlib import sha256
from typing import Any, Final

from django.conf import settings
from django.utils.crypto import salted_hmac

_SALT: Final = "articles.sealing."
_VERSION: Final = "1."
_NONCE: Final = 16  # bytes
_BLOCK: Final = 32  # bytes, as the hash gives them


class Unreadable(Exception):
    """It was sealed with another SECRET_KEY, or has been tampered with."""


def seal(value: Any) -> str:
    """`value`, anything that JSON can hold, as text that says nothing but its length."""
    plain = json.dumps(value, ensure_ascii=False).encode()
    nonce = secrets.token_bytes(_NONCE)
    stream, proof = _keys(settings.SECRET_KEY)
    hidden = nonce + _mixed(plain, stream, nonce)
    return _VERSION + base64.urlsafe_b64encode(hidden + _tag(hidden, proof)).decode()


def unseal(sealed: str) -> Any:
    """What was sealed with today's SECRET_KEY or one of SECRET_KEY_FALLBACKS; else Unreadable."""
    try:
        raw = base64.b64decode(sealed.removeprefix(_VERSION), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise Unreadable from None
    hidden, tag = raw[:-_BLOCK], raw[-_BLOCK:]
    if not sealed.startswith(_VERSION) or len(hidden) < _NONCE:
        raise Unreadable
    for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        stream, proof = _keys(key)
        if hmac.compare_digest(tag, _tag(hidden, proof)):
            return json.loads(_mixed(hidden[_NONCE:], stream, hidden[:_NONCE]))
    raise Unreadable


def _keys(secret: str) -> tuple[bytes, bytes]:
    """One key for the stream, another for the proof."""
    names = ("stream", "proof")
    first, second = (
        salted_hmac(_SALT + name, "", secret=secret, algorithm="sha256").digest() for name in names
    )
    return first, second


def _mixed(data: bytes, key: bytes, nonce: bytes) -> bytes:
    """Hides what is plain, and shows what is hidden."""
    blocks = range(-(-len(data) // _BLOCK))
    stream = b"".join(hmac.digest(key, nonce + at.to_bytes(8, "big"), sha256) for at in blocks)
    return bytes(one ^ other for one, other in zip(data, stream, strict=False))


def _tag(hidden: bytes, key: bytes) -> bytes:
    return hmac.digest(key, _VERSION.encode() + hidden, sha256)
