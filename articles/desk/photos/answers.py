"""What became of one file that was sent: stored, known, alike, or refused; in the user's words."""

from dataclasses import dataclass
from typing import Any, Final

from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk.thumbnails import thumbnail_url
from articles.models.photo import Photo
from articles.photos.intake import Intake

STORED: Final = "stored"
SAME: Final = "same"
SIMILAR: Final = "similar"
REFUSED: Final = "refused"
# The columns that a file can fill, in the order in which they are told.
_READ: Final = {
    "byline": gettext_lazy("photographer"),
    "credit_id": gettext_lazy("credit"),
    "copyright_notice": gettext_lazy("copyright notice"),
    "caption_en": gettext_lazy("English caption"),
    "caption_da": gettext_lazy("Danish caption"),
    "alt_en": gettext_lazy("English alt text"),
    "alt_da": gettext_lazy("Danish alt text"),
    "usage_terms": gettext_lazy("terms of use"),
    "license_url": gettext_lazy("licence page"),
    "acquire_url": gettext_lazy("where to license it"),
    "stock_id": gettext_lazy("stock number"),
    "taken_at": gettext_lazy("date taken"),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """`photo` is the one stored or the one that was here; `like` the one that it resembles.

    `code` is the HTTP status of an answer to one file: 200; 422 for one that is refused, 413 for
    one that is too large, 507 where there was no room and a later try may do.
    """

    filename: str
    status: str
    photo: Photo | None = None
    like: Photo | None = None
    reason: str = ""
    code: int = 200

    @property
    def sentence(self) -> SafeString:
        """The answer with its numbers as links; escaped."""
        if self.status == SAME:
            return format_html(_("Same file as photo {}. Nothing stored twice."), _link(self.photo))
        if self.status == SIMILAR:
            return format_html(
                _("Stored as photo {}. Looks like photo {}: compare before you use it."),
                _link(self.photo),
                _link(self.like),
            )
        if self.status == STORED:
            told = format_html(_("Stored as photo {}."), _link(self.photo))
            return format_html("{} {}", told, self.read_sentence) if self.read else told
        return format_html(_("Refused: {}"), self.reason)

    @property
    def message(self) -> str:
        """The same without links."""
        number, like = (each.pk if each else "" for each in (self.photo, self.like))
        if self.status == SAME:
            return _("Same file as photo {}. Nothing stored twice.").format(number)
        if self.status == SIMILAR:
            return _("Stored as photo {}. Looks like photo {}: compare before you use it.").format(
                number, like
            )
        if self.status == STORED:
            told = _("Stored as photo {}.").format(number)
            return f"{told} {self.read_sentence}" if self.read else told
        return _("Refused: {}").format(self.reason)

    @property
    def read(self) -> list[str]:
        """What was read from the file, by name. Nothing of a photo that was here before."""
        if self.photo is None or self.status == SAME:
            return []
        return [str(name) for column, name in _READ.items() if getattr(self.photo, column)]

    @property
    def read_sentence(self) -> str:
        names = get_text_list(self.read, _("and"))
        return _("Read from the file: %(names)s.") % {"names": names}

    def as_json(self) -> dict[str, Any]:
        """The facts of the answer; what is HTML is added by the view."""
        photo = self.photo
        return {
            "status": self.status,
            "message": self.message,
            "answer": self.sentence,
            "photo": photo.pk if photo else None,
            "number": str(photo.pk) if photo else "",
            "name": str(photo) if photo else "",
            "url": url(photo) if photo else "",
            "thumbnail": thumbnail_url(photo) if photo else "",
            "like": self.like.pk if self.like else None,
            "read": self.read,
            "again": self.code == 507,
        }


def answer(filename: str, intake: Intake) -> Answer:
    """What is told of a file that was taken in, or was here already."""
    if intake.photo.taken_down_at is not None:
        said = _("This is photo %(number)s, which was taken down. It can not be used.")
        return refused(filename, said % {"number": intake.photo.pk})
    if not intake.created:
        return Answer(filename, SAME, intake.photo)
    if intake.looks_like is not None:
        return Answer(filename, SIMILAR, intake.photo, intake.looks_like)
    return Answer(filename, STORED, intake.photo)


def refused(filename: str, reason: str, *, code: int = 422) -> Answer:
    return Answer(filename, REFUSED, reason=reason, code=code)


def url(photo: Photo) -> str:
    return reverse("admin:articles_photo_change", args=[quote(photo.pk)])


def _link(photo: Photo | None) -> SafeString:
    if photo is None:
        return SafeString("")
    return format_html('<a href="{}">{}</a>', url(photo), photo.pk)
