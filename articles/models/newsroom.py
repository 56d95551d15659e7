"""What articles refer to: topics, contributors, sources; and the front page's slots."""

from typing import Final

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.models.constraints import one_of
from articles.models.translated import read_any
from articles.text.languages import CHOICES, LANGUAGES

# The front page has as many places as articles/reader/lists.py says; the lead is number 0.
LAST_PLACE: Final = 12
# A slot at this place, which no page has, keeps its article off the front page instead.
HIDDEN: Final = 1000


class Topic(models.Model):
    """A section of the site."""

    name = models.CharField(_("name"), max_length=60)
    slug = models.SlugField(_("address"), max_length=60)
    description = models.CharField(_("description"), max_length=250, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.name or read_any(self, "name", "en")


class Contributor(models.Model):
    """Somebody who makes articles: writer, photographer, translator."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("address"), max_length=120, unique=True)
    bio = models.TextField(_("about"), blank=True)
    email = models.EmailField(_("email for readers"), blank=True)
    url = models.URLField(_("web address"), blank=True)

    class Meta:
        verbose_name = _("contributor")
        verbose_name_plural = _("contributors")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class FormerAddress(models.Model):
    """A slug that a contributor's page had before: it leads to the page for good."""

    slug = models.SlugField(max_length=120, unique=True)
    contributor = models.ForeignKey(Contributor, models.CASCADE, related_name="former_addresses")

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")

    def __str__(self) -> str:
        return self.slug


class Source(models.Model):
    """An organisation that stories build on."""

    name = models.CharField(_("name"), max_length=160)
    url = models.URLField(_("web address"), blank=True)

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name or read_any(self, "name", "en")


class FrontSlot(models.Model):
    """An article pinned to a place of one language's front page, for a while or for good.

    Position 0 is the lead. A place without a slot takes the newest article. At position HIDDEN
    the article is kept off the page.
    """

    language = models.CharField(_("language"), max_length=2, choices=CHOICES)
    position = models.PositiveSmallIntegerField(
        _("position"), validators=[MinValueValidator(0), MaxValueValidator(LAST_PLACE)]
    )
    article = models.ForeignKey(
        "articles.Article", models.CASCADE, related_name="front_slots", verbose_name=_("article")
    )
    shown_from = models.DateTimeField(_("from"))
    shown_until = models.DateTimeField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("front page slot")
        verbose_name_plural = _("front page slots")
        ordering = ["language", "position", "-shown_from", "-id"]
        constraints = [
            models.CheckConstraint(
                name="front_slot_until_after_from",
                condition=Q(shown_until__isnull=True) | Q(shown_until__gt=F("shown_from")),
                violation_error_message=_("A slot ends after it begins."),
            ),
            one_of("front_slot_language_known", "language", *LANGUAGES),
        ]

    def __str__(self) -> str:
        return f"{self.language} {self.position}: {self.article}"
