"""The credit that a line of text names, out of the register."""

from articles.models.photo import ImageCredit


def find_credit(text: str) -> ImageCredit | None:
    """The entry that `text` names, in whatever spelling; None if there is none."""
    text = " ".join(text.replace("©", " ").split())
    return ImageCredit.objects.filter(name__iexact=text).first() if text else None
