"""What is written beside each Edition, so that lists need not read whole documents.

Insert-only like the Edition, and by the same act: see articles/publishing/beside.py.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.edition import Edition, Notice
from articles.models.newsroom import Contributor


class EditionByline(models.Model):
    """That a contributor stands in the document's byline number `position`, from 0, in a role.

    The document keeps the name that was printed; whose it is, and so where their page is now,
    stands here.
    """

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="bylines")
    contributor = models.ForeignKey(Contributor, models.CASCADE, related_name="edition_bylines")
    role = models.CharField(max_length=12)
    position = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("byline of an edition")
        verbose_name_plural = _("bylines of editions")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "position"], name="edition_byline_once_per_place"
            )
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.role}"


class EditionNotice(models.Model):
    """That a notice is in an Edition's document; `slide` is its slide's key if that has it still."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="notices")
    notice = models.ForeignKey(Notice, models.CASCADE, related_name="editions")
    slide = models.CharField(max_length=12, blank=True)

    class Meta:
        verbose_name = _("notice of an edition")
        verbose_name_plural = _("notices of editions")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "notice"], name="edition_notice_once")
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.notice_id}"
