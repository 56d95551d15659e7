"""What the chief editor took out of sight or out of the world: who, when, why; and without naming."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.constraints import one_of


class Erasure(models.Model):
    """One act: an article hidden from search engines (or shown to them again), anonymised, erased.

    It is kept for good and names nobody. `details` are numbers alone; `sealed` are the words that
    were replaced, so that it can be done again after a backup was restored: readable only with the
    site's SECRET_KEY (articles.publishing.sealing), and empty once that is needed no more.
    `number` is the article's, which outlives it.
    """

    class Kind(models.TextChoices):
        DEINDEX = "deindex", _("Hidden from search engines")
        INDEX = "index", _("Shown to search engines again")
        ANONYMISE = "anonymise", _("Anonymised")
        ERASE = "erase", _("Erased")

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    article = models.ForeignKey(
        "articles.Article",
        models.SET_NULL,
        null=True,
        related_name="erasures",
        verbose_name=_("article"),
    )
    number = models.PositiveBigIntegerField(_("article’s number"))
    kind = models.CharField(_("what was done"), max_length=9, choices=Kind)
    languages = models.JSONField(_("languages"), default=list)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )
    at = models.DateTimeField(_("when"))
    reason = models.TextField(_("reason"))
    details = models.JSONField(default=dict)
    sealed = models.TextField(blank=True)
    again_at = models.DateTimeField(_("done again after a restore"), null=True)

    class Meta:
        verbose_name = _("erasure")
        verbose_name_plural = _("erasures")
        ordering = ["-at", "-id"]
        default_permissions = ("view",)
        constraints = [
            one_of("erasure_kind_known", "kind", "deindex", "index", "anonymise", "erase")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"
