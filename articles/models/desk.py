"""What the desk keeps beside the working copy: what was removed, who is here, versions, links."""

import secrets

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.constraints import one_of
from articles.text.languages import LANGUAGES


class Removed(models.Model):
    """A slide or link that was taken out of a working copy, whole: what undo puts back.

    `data` is {column: value} of the row; a slide's also names the links that stood after it.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="removed")
    kind = models.CharField(max_length=5)
    key = models.CharField(max_length=12)
    data = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("removed row")
        verbose_name_plural = _("removed rows")
        ordering = ["-at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["article", "kind", "key"], name="removed_once"),
            one_of("removed_kind_known", "kind", "slide", "link"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class Presence(models.Model):
    """That somebody has an article open in one window; `row` is the slide in work, or ""."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="presences")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    window = models.CharField(max_length=36)
    row = models.CharField(max_length=12, blank=True)
    seen_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        constraints = [
            models.UniqueConstraint(fields=["article", "window"], name="presence_once_per_window"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} at {self.article_id}"


class Sitting(models.Model):
    """One editor's work on one article, from the first change to the last before a pause.

    Its `revision` (django-reversion) is the working copy as the sitting left it; `changes` says
    what this editor changed: [{"row", "field", "language", "before", "value", "at"}, …], one per
    field, `before` of the first change and `value` of the last.
    """

    revision = models.OneToOneField(
        "reversion.Revision", models.CASCADE, related_name="sitting", verbose_name=_("version")
    )
    article = models.ForeignKey(Article, models.CASCADE, related_name="sittings")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    began = models.DateTimeField()
    ended = models.DateTimeField()
    changes = models.JSONField(default=list)
    # A save by hand, a restore, an import: never added to afterwards.
    closed = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering = ["-ended", "-id"]

    def __str__(self) -> str:
        return f"{self.article_id} {self.ended:%Y-%m-%d %H:%M}"


class Waved(models.Model):
    """That a warning of the gate was left as it is, until what it is about changes.

    `row` is a slide's key or "", `mark` what was warned of: see articles.gate.waving.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="waved")
    language = models.CharField(max_length=2)
    row = models.CharField(max_length=12, blank=True)
    field = models.CharField(max_length=40)
    code = models.CharField(max_length=60)
    mark = models.CharField(max_length=16)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("warning left as it is")
        verbose_name_plural = _("warnings left as they are")
        ordering = ["-at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "language", "row", "field", "code", "mark"], name="waved_once"
            ),
            one_of("waved_language_known", "language", *LANGUAGES),
        ]

    def __str__(self) -> str:
        return f"{self.article_id} {self.language} {self.code}"


class Sheet(models.Model):
    """A translation sheet that went out: the texts of both languages as they were sent.

    `texts` is [{"row", "field", "from": original, "to": translation}, …] in the sheet's order;
    `returned` what came back of it, {"row.field": text}, and waits to be taken over.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="sheets")
    language = models.CharField(max_length=2)  # it is translated into
    note = models.CharField(_("for whom"), max_length=120, blank=True)
    texts = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    sent_at = models.DateTimeField()
    returned = models.JSONField(null=True, blank=True)
    returned_at = models.DateTimeField(null=True, blank=True)
    taken_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("translation sheet")
        verbose_name_plural = _("translation sheets")
        ordering = ["-sent_at", "-id"]
        constraints = [one_of("sheet_language_known", "language", *LANGUAGES)]

    def __str__(self) -> str:
        return f"{self.article_id} {self.language} {self.sent_at:%Y-%m-%d}"


def new_token() -> str:
    return secrets.token_urlsafe(24)


class PreviewLink(models.Model):
    """That whoever has the link may read an article's working copy, for a while."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="preview_links")
    token = models.CharField(max_length=40, unique=True, default=new_token, editable=False)
    note = models.CharField(_("for whom"), max_length=120, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)  # last time somebody read it

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering = ["-made_at", "-id"]

    def __str__(self) -> str:
        return f"{self.article_id} {self.made_at:%Y-%m-%d %H:%M}"


class Waiting(models.Model):
    """A publication that waits for pictures in work: `publish` is tried when they are ready.

    `request` holds the arguments of articles.publishing.publish: languages, kind, notes, only,
    expect, ahead. What was `expect`ed when the editor asked must still be so, else it fails.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Waits for its pictures")
        DONE = "done", _("Published")
        FAILED = "failed", _("Not published")
        CANCELLED = "cancelled", _("Cancelled")

    article = models.ForeignKey(Article, models.CASCADE, related_name="waiting")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField()
    request = models.JSONField()
    state = models.CharField(max_length=9, choices=State, default=State.WAITING)
    message = models.TextField(blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("waiting publication")
        verbose_name_plural = _("waiting publications")
        ordering = ["-asked_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article"],
                condition=models.Q(state="waiting"),
                name="waiting_once_per_article",
            ),
            one_of("waiting_state_known", "state", "waiting", "done", "failed", "cancelled"),
        ]

    def __str__(self) -> str:
        return f"{self.article_id} {self.state}"
