"""Which article has which address, for good."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.constraints import one_of
from articles.models.veils import veils
from articles.text.languages import CHOICES, LANGUAGES


class PermalinkQuerySet(models.QuerySet["Permalink"]):
    def claiming(self, language: str, slug: str) -> "PermalinkQuerySet":
        """The claim of that address, be it veiled."""
        return self.filter(language=language, slug__in=[slug, *veils(language, slug)])


class Permalink(models.Model):
    """The claim of one address by one article: for good, once it was live.

    Of an address that must not be read any more the claim is veiled: see articles.models.veils.
    """

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="permalinks")
    language = models.CharField(max_length=2, choices=CHOICES)
    slug = models.CharField(max_length=80)

    objects = PermalinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("address")
        verbose_name_plural = _("addresses")
        constraints = [
            models.UniqueConstraint(fields=["language", "slug"], name="permalink_claimed_once"),
            one_of("permalink_language_known", "language", *LANGUAGES),
        ]

    def __str__(self) -> str:
        return f"{self.language}/{self.slug}"
