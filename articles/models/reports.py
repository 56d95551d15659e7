"""What readers say is wrong with an article, until somebody at the desk has seen to it."""

from typing import Final

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.constraints import one_of
from articles.text.languages import CHOICES, LANGUAGES

LONGEST: Final = 2000


class ErrorReport(models.Model):
    """One reader's report on one language of one article, open until `handled_at`.

    `edition` is the number of the Edition that the reader had before them; `slide` a slide's key,
    or "" for the whole article. Who wrote is known for as long as one may want to ask: the
    database keeps no name and no address with what is handled.
    """

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="error_reports")
    language = models.CharField(_("language"), max_length=2, choices=CHOICES)
    edition = models.PositiveIntegerField(_("edition"))
    slide = models.CharField(_("slide"), max_length=12, blank=True)
    text = models.TextField(_("what is wrong"), max_length=LONGEST)
    name = models.CharField(_("name"), max_length=120, blank=True)
    email = models.EmailField(_("email"), blank=True)
    at = models.DateTimeField(_("reported"))
    handled_at = models.DateTimeField(_("handled"), null=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("handled by"),
    )
    note = models.CharField(_("what was done"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("error report")
        verbose_name_plural = _("error reports")
        ordering = ["-at", "-id"]
        constraints = [
            one_of("error_report_language_known", "language", *LANGUAGES),
            models.CheckConstraint(
                name="error_report_handled_names_nobody",
                condition=Q(handled_at__isnull=True) | Q(name="", email=""),
            ),
        ]
        indexes = [
            models.Index(fields=["-at"], name="error_report_latest"),
            models.Index(
                fields=["at"], condition=Q(handled_at__isnull=True), name="error_report_open"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article_id} {self.language} {self.at:%Y-%m-%d %H:%M}"
