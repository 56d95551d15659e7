"""What the desk keeps of pages that are live: what a check of them found, which correction is owed."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.constraints import one_of
from articles.models.edition import Notice
from articles.text.languages import CHOICES, LANGUAGES


class Watch(models.Model):
    """A check of everything that is live by the rules of its day.

    `findings` are those that would stop publication: [{"edition": id, "article", "language",
    "code", "level", "slide": key, "number": of that slide, "field", "message": {"en", "da"}}];
    `warnings` are counted: {edition id: how many}; `skipped` are the articles that could not be
    judged. Until it is `done` a worker is at it, or is to be: it has looked at the articles up to
    the id `upto`.
    """

    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    done = models.BooleanField(default=False)
    at = models.DateTimeField(null=True)  # when it was done
    upto = models.PositiveBigIntegerField(default=0)
    articles = models.PositiveIntegerField(default=0)
    findings = models.JSONField(default=list)
    warnings = models.JSONField(default=dict)
    skipped = models.JSONField(default=list)

    class Meta:
        verbose_name = _("check of what is live")
        verbose_name_plural = _("checks of what is live")
        ordering = ["done", "-at"]
        constraints = [
            models.UniqueConstraint(
                fields=["done"], condition=Q(done=False), name="watch_one_at_a_time"
            ),
            models.CheckConstraint(
                name="watch_done_has_its_time",
                condition=Q(done=False, at__isnull=True) | Q(done=True, at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.at or self.asked_at:%Y-%m-%d %H:%M}"


class CorrectionOwed(models.Model):
    """That one language was corrected, and the other (`language`) is to be too.

    It hangs on the public note, not on the Edition: while it waits for its hour an Edition is
    built anew or reissued, and the note stays; where it is cancelled, the note goes, and with it
    what was owed. So too what settled it: the note of the other language's correction.
    """

    note = models.OneToOneField(Notice, models.CASCADE, related_name="owed")
    article = models.ForeignKey(Article, models.CASCADE, related_name="corrections_owed")
    language = models.CharField(_("language"), max_length=2, choices=CHOICES)
    settled_by = models.ForeignKey(Notice, models.SET_NULL, null=True, related_name="settles")
    waived_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    waived_at = models.DateTimeField(null=True)
    reason = models.CharField(_("why not"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("correction owed")
        verbose_name_plural = _("corrections owed")
        ordering = ["note__date", "id"]
        constraints = [
            one_of("correction_owed_language_known", "language", *LANGUAGES),
            models.CheckConstraint(
                name="correction_waived_with_a_reason",
                condition=Q(waived_at__isnull=True, reason="")
                | (Q(waived_at__isnull=False) & ~Q(reason="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article_id} {self.language}"
