"""The working copy: what the desk edits, in both languages. Never seen by the site."""

import secrets
from typing import Final

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.models.constraints import one_of
from articles.models.newsroom import Contributor, Source, Topic
from articles.models.photo import Photo
from articles.models.translated import read_any
from articles.text.languages import LANGUAGES

# No vowels: a key is part of a public address and must not spell a word.
_KEY_LETTERS: Final = "bcdfghjkmnpqrstvwxz23456789"


def new_key() -> str:
    """A slide's public name: short, random, and the same wherever the slide moves."""
    return "".join(secrets.choice(_KEY_LETTERS) for _ in range(5))


class Article(models.Model):
    class Stage(models.TextChoices):
        WRITING = "writing", _("Writing")
        READY = "ready", _("Ready")
        NOT_PLANNED = "not_planned", _("Not planned")

    class Commercial(models.TextChoices):
        NONE = "none", _("Editorial")
        AFFILIATE = "affiliate", _("Has affiliate links")
        SPONSORED = "sponsored", _("Sponsored")

    kicker = models.CharField(_("kicker"), max_length=80, blank=True)
    headline = models.CharField(_("headline"), max_length=200, blank=True)
    slug = models.SlugField(
        _("address"), max_length=80, blank=True, help_text=_("Empty: made from the headline.")
    )
    standfirst = models.TextField(_("standfirst"), max_length=600, blank=True)
    seo_title = models.CharField(_("title for search engines"), max_length=120, blank=True)
    seo_description = models.CharField(
        _("description for search engines"), max_length=300, blank=True
    )
    stage = models.CharField(_("stage"), max_length=12, choices=Stage, default=Stage.WRITING)

    topic = models.ForeignKey(Topic, models.PROTECT, null=True, blank=True, verbose_name=_("topic"))
    lead_photo = models.ForeignKey(
        Photo,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("lead photo"),
        help_text=_("Empty: the first slide's."),
    )
    commercial = models.CharField(
        _("commercial content"), max_length=10, choices=Commercial, default=Commercial.NONE
    )
    sponsor = models.CharField(_("sponsor"), max_length=120, blank=True)
    embargo_until = models.DateTimeField(_("embargo until"), null=True, blank=True)
    editor_note = models.TextField(
        _("note for the desk"), blank=True, help_text=_("Never published.")
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("owner"),
    )
    assignee_en = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("English text by"),
    )
    assignee_da = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("Danish text by"),
    )
    # {language: reference}: of the manuscript each language was imported from
    import_ref = models.JSONField(default=dict, editable=False)
    contributors: models.ManyToManyField = models.ManyToManyField(
        Contributor, through="Byline", related_name="articles"
    )
    sources: models.ManyToManyField = models.ManyToManyField(
        Source, through="ArticleSource", related_name="articles"
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    # Every act of editing takes the next number; what it wrote carries that number, so that an
    # open page can ask what is newer than what it shows. See articles.editing.
    version = models.PositiveBigIntegerField(default=0, editable=False)
    words_version = models.PositiveBigIntegerField(default=0, editable=False)  # its own fields
    order_version = models.PositiveBigIntegerField(default=0, editable=False)  # of its rows
    # The translation ledger of its own fields: see articles.text.ledger.
    basis = models.JSONField(default=dict, editable=False)
    # Nothing of it is left but its number: see articles.publishing.erase.
    erased_at = models.DateTimeField(_("erased"), null=True, editable=False)
    # Made up by the page that began the article: asking twice makes one.
    token = models.CharField(max_length=36, unique=True, null=True, editable=False)  # noqa: DJ001

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-changed_at", "-id"]
        permissions = [
            ("view_all_articles", _("Can see every article")),
            ("edit_all_articles", _("Can edit every article")),
            ("translate_article", _("Can edit the language assigned")),
            ("publish_article", _("Can publish and schedule")),
            ("publish_one_language", _("Can publish one language of own articles (night duty)")),
            ("withdraw_article", _("Can withdraw")),
            ("correct_article", _("Can publish corrections")),
            ("erase_article", _("Can hide from search engines, anonymise and erase")),
        ]
        constraints = [
            one_of("article_commercial_known", "commercial", "none", "affiliate", "sponsored")
        ]

    def __str__(self) -> str:
        language = get_language() or ""
        return read_any(self, "headline", language if language in LANGUAGES else "en") or _(
            "Article %(id)s"
        ) % {"id": self.pk}


class Slide(models.Model):
    """One step of an article, in both languages unless `languages` says otherwise."""

    class Languages(models.TextChoices):
        BOTH = "both", _("Both languages")
        ENGLISH = "en", _("English only")
        DANISH = "da", _("Danish only")

    article = models.ForeignKey(Article, models.CASCADE, related_name="slides")
    key = models.CharField(max_length=12, default=new_key, editable=False)
    order = models.CharField(max_length=255, editable=False)
    languages = models.CharField(
        _("stands in"), max_length=4, choices=Languages, default=Languages.BOTH
    )
    photo = models.ForeignKey(
        Photo,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="slides",
        verbose_name=_("photo"),
    )
    heading = models.CharField(_("heading"), max_length=160, blank=True)
    body = models.TextField(_("text"), blank=True)
    caption = models.CharField(_("caption"), max_length=500, blank=True)
    alt = models.CharField(_("alt text"), max_length=300, blank=True)
    version = models.PositiveBigIntegerField(default=0, editable=False)
    moved = models.PositiveBigIntegerField(default=0, editable=False)  # version of its last move
    basis = models.JSONField(default=dict, editable=False)  # as an Article's

    class Meta:
        verbose_name = _("slide")
        verbose_name_plural = _("slides")
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["article", "key"], name="slide_key_once_per_article"),
            one_of("slide_languages_known", "languages", "both", "en", "da"),
        ]

    def __str__(self) -> str:
        language = get_language() or ""
        return read_any(self, "heading", language if language in LANGUAGES else "en") or self.key


class CrossLink(models.Model):
    """An "Also read" link, standing after a slide: to an article of ours or to an address."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="links")
    key = models.CharField(max_length=12, default=new_key, editable=False)
    after = models.ForeignKey(
        Slide,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="links",
        verbose_name=_("after slide"),
        help_text=_("Empty: after the standfirst."),
    )
    order = models.CharField(max_length=255, editable=False)
    target = models.ForeignKey(
        Article,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="linked_from",
        verbose_name=_("article"),
    )
    url = models.URLField(_("or web address"), blank=True)
    label = models.CharField(
        _("text of the link"),
        max_length=200,
        blank=True,
        help_text=_("Empty: the headline that readers see there."),
    )
    version = models.PositiveBigIntegerField(default=0, editable=False)
    moved = models.PositiveBigIntegerField(default=0, editable=False)
    basis = models.JSONField(default=dict, editable=False)  # as an Article's

    class Meta:
        verbose_name = _("also read link")
        verbose_name_plural = _("also read links")
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["article", "key"], name="link_key_once_per_article"),
            # A new one has neither yet; readers get it once it leads somewhere.
            models.CheckConstraint(
                name="cross_link_not_both",
                condition=Q(target__isnull=True) | Q(url=""),
                violation_error_message=_("Choose an article or give a web address: one of them."),
            ),
            models.CheckConstraint(
                name="cross_link_not_to_itself",
                condition=Q(target__isnull=True) | ~Q(target=F("article")),
                violation_error_message=_("An article cannot link to itself."),
            ),
            models.UniqueConstraint(
                fields=["article", "target"],
                name="cross_link_once_per_target",
                violation_error_message=_("This article is linked already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.target) if self.target_id else self.url


class Byline(models.Model):
    """Who made an article, in which role."""

    class Role(models.TextChoices):
        TEXT = "text", _("Text")
        PICTURES = "pictures", _("Pictures")
        TRANSLATION = "translation", _("Translation")
        EDITING = "editing", _("Editing")

    article = models.ForeignKey(Article, models.CASCADE, related_name="bylines")
    contributor = models.ForeignKey(
        Contributor, models.PROTECT, related_name="bylines", verbose_name=_("contributor")
    )
    role = models.CharField(_("role"), max_length=12, choices=Role, default=Role.TEXT)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "contributor", "role"], name="byline_once_per_role"
            ),
            one_of("byline_role_known", "role", "text", "pictures", "translation", "editing"),
        ]

    def __str__(self) -> str:
        return f"{self.contributor} ({self.get_role_display()})"


class ArticleSource(models.Model):
    """That an article builds on a source."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="article_sources")
    source = models.ForeignKey(Source, models.PROTECT, related_name="+", verbose_name=_("source"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["article", "source"], name="source_once_per_article")
        ]

    def __str__(self) -> str:
        return str(self.source)
