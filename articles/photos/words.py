"""Text out of a picture file, made fit to be shown: decoded, repaired, cleaned, cut. Pure."""

import re
import unicodedata
from typing import Final

LONGEST: Final = 5_000  # characters: a caption that its agency wrote as a whole article
_LONGEST_ADDRESS: Final = 2_000
# Cc control, Cf format (direction marks, byte order), Cs half characters, Co private, Cn none.
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_JOINERS: Final = "\u200c\u200d"  # of Persian, of Indian scripts and of emoji: they are spelling
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"'\\^`{|}]+", re.IGNORECASE)


def clean(text: str) -> str:
    """Return `text` on one line: repaired, in NFC, without unseen signs, at most LONGEST long."""
    text = repaired(text[: 4 * LONGEST])
    text = " ".join(text.replace("\x00", " ").split())
    if not text.isascii() or not text.isprintable():
        text = unicodedata.normalize("NFC", text)
        text = "".join(sign for sign in text if _is_seen(sign))
        text = " ".join(text.split())
    return text[:LONGEST].rstrip()


def address(text: str) -> str:
    """Return `text` if it is an http(s) address that can be linked to, else nothing."""
    text = clean(text)
    if text.lower().startswith("www."):
        text = f"https://{text}"
    return text if len(text) <= _LONGEST_ADDRESS and _ADDRESS.fullmatch(text) else ""


def decode(data: bytes) -> str:
    """Decode text whose encoding nobody declared: UTF-8 if it is that, else Windows' Latin-1.

    Text of another encoding that happens to be valid UTF-8 is as good as unknown in practice.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return western(data)


def western(data: bytes) -> str:
    """Decode cp1252; its five unassigned bytes are Latin-1's control characters."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(_western_sign(byte) for byte in data)


def repaired(text: str) -> str:
    """Undo UTF-8 read as Latin-1 and written as UTF-8 again: SÃ¸ren is Søren. Up to twice.

    Only where it is certain: all of the text's letters beyond ASCII must agree to it, and
    become letters and signs of Western and Central Europe.
    """
    for _time in range(2):
        if text.isascii():
            break
        better = _undone(text)
        if better is None:
            break
        text = better
    return text


def _is_seen(sign: str) -> bool:
    return sign in _JOINERS or unicodedata.category(sign) not in _UNSEEN


def _western_sign(byte: int) -> str:
    sign = bytes([byte])
    try:
        return sign.decode("cp1252")
    except UnicodeDecodeError:
        return sign.decode("latin-1")


def _undone(text: str) -> str | None:
    try:
        data = b"".join(_as_byte(sign) for sign in text)
        better = data.decode("utf-8")
    except UnicodeError:
        return None
    signs = [sign for sign in better if not sign.isascii()]
    return better if all(_is_plausible(sign, better) for sign in set(signs)) else None


def _as_byte(sign: str) -> bytes:
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        return sign.encode("latin-1")


def _is_plausible(sign: str, text: str) -> bool:
    """Tell a letter that was meant from one that chance made of two signs: BLÅ” is no Ŕ."""
    if "\xa0" <= sign <= "\xff" or "\u2010" <= sign <= "\u203a" or sign in "€™":
        return True
    if "\u0100" <= sign <= "\u017f":
        return all(
            before.islower() and sign.islower()
            for before, at in zip(" " + text, text, strict=False)
            if at == sign
        )
    return False
