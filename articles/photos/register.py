"""The credit register, asked with what files and manuscripts write. One query each."""

from collections.abc import Iterable

from articles.models.photo import ImageCredit
from articles.text.credits import is_agency
from articles.text.matching import Entry, key, matching


def find(credit_text: str, creator: str = "") -> tuple[str, ImageCredit | None]:
    """Return the byline and the entry that a file's credit line and its creator mean.

    Without a credit line the creator may be an entry. A credit line that the register does not
    know credits no entry: the byline is then the creator, or the person that the text names.
    """
    credits = {credit.name: credit for credit in ImageCredit.objects.order_by("pk")}
    entries = [Entry(credit.name, credit.aliases.splitlines()) for credit in credits.values()]
    byline, name = matching(credit_text or creator, entries)
    if creator and not (credit_text or name):
        byline = creator
    elif credit_text and creator:
        own, itself = matching(creator, entries)
        others = [each for each in byline.split("/") if is_agency(each)]
        byline = _joined([own if itself and itself == name else creator, *others])
    return byline, credits[name] if name else None


def named(name: str) -> ImageCredit | None:
    """Return the entry of that very name, or of an alias, however it is spelled."""
    wanted = key(name)
    credits = list(ImageCredit.objects.order_by("pk"))
    for credit in credits:
        if wanted and key(credit.name) == wanted:
            return credit
    return next((c for c in credits if wanted and wanted in map(key, c.aliases.splitlines())), None)


def _joined(names: Iterable[str]) -> str:
    """One name each, however often and however spelled it was given."""
    several: dict[str, str] = {}
    for name in names:
        several.setdefault(key(name), name)
    return "/".join(filter(None, several.values()))
