"""The form by which readers report an error, and what it takes to be let through.

No cookie says who writes. The form carries a signed slip with what it is about and since when it
has been open: a form that nobody can have filled in, or that is too old, comes back as it was.
"""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar, Final

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models.reports import LONGEST, ErrorReport
from articles.reader import addresses
from articles.reader.frames import Frame

# Seconds that nobody writes in, and that a form may be open for.
FASTEST: Final = 3
SLOWEST: Final = 24 * 60 * 60
# Reports in an hour, of everything and of one article: more are no readers.
HOURLY: Final = 120
HOURLY_OF_ONE: Final = 20
_SALT: Final = "articles.report"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a report is about: `edition` is a number, `slide` a key or ""."""

    article: int
    edition: int
    slide: str = ""

    def address(self, language: str) -> str:
        return addresses.report(language, self.article, self.edition, self.slide)


@dataclass(frozen=True, slots=True)
class ReportPage:
    """`headline` and `back` are the article's; `slide` is the number of the slide in it, or 0."""

    template: ClassVar[str] = "reader/report.html"

    frame: Frame
    headline: str
    back: str
    slide: int
    heading: str
    form: "ReportForm | None"
    slip: str = ""
    is_full: bool = False

    @property
    def is_sent(self) -> bool:
        return self.form is None and not self.is_full


class ReportForm(forms.Form):
    text = forms.CharField(
        label=_("What is wrong?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Write what is wrong.")},
    )
    name = forms.CharField(
        label=pgettext_lazy("of a reader", "Your name"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Your email"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    # People do not see it; what fills in every field does.
    website = forms.CharField(required=False, widget=forms.TextInput(attrs={"tabindex": -1}))

    @property
    def is_trap_sprung(self) -> bool:
        return bool(self.cleaned_data.get("website"))


def slip(subject: Subject, now: dt.datetime) -> str:
    """`subject` and `now`, signed."""
    since = int(now.timestamp())
    return signing.dumps([subject.article, subject.edition, subject.slide, since], salt=_SALT)


def read_slip(text: str, now: dt.datetime) -> tuple[Subject, int] | None:
    """What the form was about, and for how many seconds it was open; None if it is not ours."""
    try:
        article, edition, slide, since = signing.loads(text, salt=_SALT)
    except signing.BadSignature:
        return None
    return Subject(article, edition, slide), int(now.timestamp()) - since


def is_full(article: int, now: dt.datetime) -> bool:
    """Whether too much has come within the hour: two queries."""
    lately = ErrorReport.objects.filter(at__gt=now - dt.timedelta(hours=1))
    return lately.count() >= HOURLY or lately.filter(article=article).count() >= HOURLY_OF_ONE


def take_in(form: ReportForm, subject: Subject, language: str, now: dt.datetime) -> None:
    """Keep what `form` says, unless it is no reader's, or waits already word for word."""
    data = form.cleaned_data
    about = {"article_id": subject.article, "language": language, "slide": subject.slide}
    if form.is_trap_sprung:
        return
    if ErrorReport.objects.filter(**about, text=data["text"], handled_at=None).exists():
        return
    ErrorReport.objects.create(
        **about,
        edition=subject.edition,
        text=data["text"],
        name=data["name"],
        email=data["email"],
        at=now,
    )
