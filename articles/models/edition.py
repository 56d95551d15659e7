"""What the site serves: frozen Editions, the notes on them, and when pages change.

An Edition is inserted once and never saved again. Its lifetime (when readers see it) is
written by `articles.publishing.lifetimes` alone.
"""

import datetime as dt
from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from articles.models import liveness
from articles.models.constraints import one_of
from articles.text.languages import CHOICES, LANGUAGES


class Frozen(Exception):
    """An Edition was about to be changed."""

    def __init__(self) -> None:
        super().__init__("Editions are frozen: publish a new one instead.")


class EditionQuerySet(models.QuerySet["Edition"]):
    def live(self, as_of: dt.datetime) -> "EditionQuerySet":
        """Those that readers see at `as_of`: at most one per article and language."""
        return self.filter(liveness.live(as_of))

    def standing(self) -> "EditionQuerySet":
        """Those that were not cancelled before anyone saw them."""
        return self.filter(cancelled_at__isnull=True)

    def indexed(self) -> "EditionQuerySet":
        """Those that search engines may have: for feeds, sitemaps and whatever machines read."""
        return self.exclude(Exists(Deindexed.of_outer()))

    def update(self, **kwargs: Any) -> NoReturn:
        raise Frozen

    def delete(self) -> NoReturn:
        raise Frozen

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise Frozen


class Edition(models.Model):
    """One language of one article as published: a complete document, and when it is live.

    Live means `live_from <= as_of < live_until`; an empty `live_until` is open. Of one that was
    erased (`erased_at`) the times and the digest are left, and an empty document.
    """

    class Kind(models.TextChoices):
        FIRST = "first", _("First publication")
        UPDATE = "update", _("Update")
        CORRECTION = "correction", _("Correction")
        MINOR = "minor", _("Wording only")
        REISSUE = "reissue", _("Automatic update")

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="editions")
    language = models.CharField(_("language"), max_length=2, choices=CHOICES)
    number = models.PositiveIntegerField(_("number"))
    topic = models.ForeignKey("articles.Topic", models.PROTECT, related_name="+")
    slug = models.CharField(_("address"), max_length=80)
    document = models.JSONField()
    card = models.JSONField()
    schema = models.PositiveSmallIntegerField()
    digest = models.CharField(max_length=64)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("published by"),
    )
    overrules = models.JSONField(default=list)
    photos: models.ManyToManyField = models.ManyToManyField(
        "articles.Photo", related_name="editions"
    )
    published_at = models.DateTimeField(_("put in"))

    # The lifetime columns: see articles.publishing.lifetimes.
    live_from = models.DateTimeField(_("live from"))
    live_until = models.DateTimeField(_("live until"), null=True)
    first_live_from = models.DateTimeField(_("first published"))
    modified_at = models.DateTimeField(_("last changed for readers"))
    cancelled_at = models.DateTimeField(_("cancelled"), null=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True)
    withdrawal_reason = models.CharField(_("reason for withdrawing"), max_length=300, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("cancelled or withdrawn by"),
    )
    successor = models.ForeignKey(
        "articles.Article",
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("successor"),
    )

    # Written by articles.publishing.erase alone.
    erased_at = models.DateTimeField(_("erased"), null=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["-live_from", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "language", "number"], name="edition_number_once"
            ),
            models.CheckConstraint(
                name="edition_ends_after_it_begins",
                condition=Q(live_until__isnull=True) | Q(live_until__gte=F("live_from")),
            ),
            one_of("edition_language_known", "language", *LANGUAGES),
            one_of(
                "edition_kind_known", "kind", "first", "update", "correction", "minor", "reissue"
            ),
        ]
        indexes = [
            # Whole, or SQLite would take a wider index that has all columns, and sort everything; or
            # read past documents to see what is live, for each row that a later page passes over.
            models.Index(
                fields=[
                    *("language", "-first_live_from", "-id"),
                    *("article", "live_from", "live_until", "cancelled_at"),
                ],
                condition=Q(cancelled_at__isnull=True),
                name="edition_newest",
            ),
            models.Index(
                fields=[
                    *("language", "topic", "-first_live_from", "-id"),
                    *("article", "live_from", "live_until", "cancelled_at"),
                ],
                condition=Q(cancelled_at__isnull=True),
                name="edition_newest_of_topic",
            ),
            # All that a list of everything asks (reader/find_sitemaps.py): rows, which hold whole
            # documents, are not looked at.
            models.Index(
                fields=[
                    "language",
                    "topic",
                    "article",
                    "modified_at",
                    "live_from",
                    "live_until",
                    "cancelled_at",
                    "first_live_from",
                ],
                condition=Q(cancelled_at__isnull=True),
                name="edition_listed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article_id} {self.language} {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise Frozen
        # Else a new object with an old one's id would be written over it.
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise Frozen

    def is_live(self, as_of: dt.datetime) -> bool:
        return (
            self.cancelled_at is None
            and self.live_from <= as_of
            and (self.live_until is None or as_of < self.live_until)
        )

    def was_seen(self, as_of: dt.datetime) -> bool:
        """Whether readers have been able to see it by `as_of`, for any time at all."""
        return (
            self.cancelled_at is None
            and self.live_from <= as_of
            and (self.live_until is None or self.live_until > self.live_from)
        )


class Deindexed(models.Model):
    """That search engines are to leave one language of an article alone; readers have it still."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="deindexed")
    language = models.CharField(_("language"), max_length=2, choices=CHOICES)
    since = models.DateTimeField(_("since"))

    class Meta:
        verbose_name = _("article hidden from search engines")
        verbose_name_plural = _("articles hidden from search engines")
        constraints = [
            models.UniqueConstraint(fields=["article", "language"], name="deindexed_once"),
            one_of("deindexed_language_known", "language", *LANGUAGES),
        ]

    def __str__(self) -> str:
        return f"{self.article_id} {self.language}"

    @classmethod
    def of_outer(cls, through: str = "") -> "models.QuerySet[Deindexed]":
        """The row of an outer query's Edition, if there is one; `through` leads to the Edition
        from another table ("edition__")."""
        return cls.objects.filter(
            article=OuterRef(f"{through}article"), language=OuterRef(f"{through}language")
        )


class Notice(models.Model):
    """A dated note that readers see on an article: a correction, a reply, a ruling."""

    class Kind(models.TextChoices):
        CORRECTION = "correction", _("Correction")
        REPLY = "reply", _("Reply")
        RULING = "ruling", _("Ruling")
        EDITOR = "editor", _("Editor’s note")

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="notices")
    # The key of the slide that it stands at, rather than the slide: the note outlives it.
    slide = models.CharField(_("slide"), max_length=12, blank=True)
    language = models.CharField(_("language"), max_length=2, choices=CHOICES)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    text = models.TextField(_("text"))
    date = models.DateTimeField(_("date"))

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["date", "id"]
        constraints = [
            one_of("notice_language_known", "language", *LANGUAGES),
            one_of("notice_kind_known", "kind", "correction", "reply", "ruling", "editor"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.text[:60]}"


class Generation(models.Model):
    """One row: how often anything that readers see was written. See publishing/generation.py."""

    counter = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(name="generation_is_one_row", condition=Q(id=1)),
        ]

    def __str__(self) -> str:
        return str(self.counter)


class Instant(models.Model):
    """A time at which pages change by the clock alone; `key` says on whose behalf."""

    key = models.CharField(max_length=40, db_index=True)
    at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return f"{self.key} {self.at:%Y-%m-%d %H:%M:%S}"
