"""How often live articles are read, and how far: sums, and nothing about who read.

articles/reader/tally.py gathers what browsers tell; articles/reader/counted.py alone writes here.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.constraints import one_of
from articles.text.languages import CHOICES, LANGUAGES


class ReadsOnDay(models.Model):
    """Reads of one language of one article on one of Copenhagen's days.

    Old days are folded into the first of their month: articles/reader/fold.py.
    """

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="reads")
    language = models.CharField(_("language"), max_length=2, choices=CHOICES)
    day = models.DateField(_("day"))
    reads = models.PositiveIntegerField(_("reads"))

    class Meta:
        verbose_name = _("reads of a day")
        verbose_name_plural = _("reads by day")
        constraints = [
            models.UniqueConstraint(fields=["article", "language", "day"], name="reads_once_a_day"),
            one_of("reads_language_known", "language", *LANGUAGES),
        ]
        indexes = [models.Index(fields=["day", "language"], name="reads_by_day")]

    def __str__(self) -> str:
        return f"{self.article_id} {self.language} {self.day}: {self.reads}"


class Reached(models.Model):
    """How many reads of an Edition came as far as one step: 0 its page, n its slide n.

    Of an Edition and not of the article, since slides are moved and added between Editions, and
    what is frozen says which slide was number n.
    """

    edition = models.ForeignKey("articles.Edition", models.CASCADE, related_name="reached")
    step = models.PositiveSmallIntegerField(_("slide"))
    reads = models.PositiveIntegerField(_("reads"))

    class Meta:
        verbose_name = _("reads as far as a slide")
        verbose_name_plural = _("reads by slide")
        constraints = [
            models.UniqueConstraint(fields=["edition", "step"], name="reached_once_per_step"),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.step}: {self.reads}"
