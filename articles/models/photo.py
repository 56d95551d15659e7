"""The photo library: pictures, and whom they are credited to."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.constraints import one_of


class ImageCredit(models.Model):
    """The agency or person that a photo is credited to."""

    class Kind(models.TextChoices):
        AGENCY = "agency", _("Agency")
        PERSON = "person", _("Person")
        OWN = "own", _("Our own")

    name = models.CharField(_("name"), max_length=120, unique=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.AGENCY)
    url = models.URLField(_("web address"), blank=True)
    license_url = models.URLField(_("licence page"), blank=True)
    acquire_url = models.URLField(_("where to license it"), blank=True)
    byline_required = models.BooleanField(_("photographer must be named"), default=False)
    # One a line, as they turn up in files: see articles.text.matching.
    aliases = models.TextField(
        _("other spellings"),
        blank=True,
        help_text=_("One a line, as agencies write them in files."),
    )
    default_days = models.PositiveSmallIntegerField(
        _("usable for"),
        null=True,
        blank=True,
        help_text=_("Days from the upload of a new photo. Empty: without end."),
    )

    class Meta:
        verbose_name = _("photo credit")
        verbose_name_plural = _("photo credits")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Photo(models.Model):
    """One picture, as it came in, with its rights and what is said of it."""

    class Basis(models.TextChoices):
        OWN = "own", _("Our own")
        STOCK = "stock", _("Stock licence")
        AGENCY = "agency", _("Agency agreement")
        HANDOUT = "handout", _("Handout")
        COMMONS = "commons", _("Creative Commons")
        UNKNOWN = "unknown", _("Not yet known")

    class Work(models.TextChoices):
        """Where its renditions are; see articles.photos.queue."""

        WAITING = "waiting", _("Waiting")
        WORKING = "working", _("In work")
        READY = "ready", _("Ready")
        FAILED = "failed", _("Failed")

    file = models.FileField(_("original file"), max_length=160)
    filename = models.CharField(_("name of the file as it came"), max_length=255, blank=True)
    sha256 = models.CharField(max_length=64, unique=True, editable=False)
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    size = models.PositiveBigIntegerField(_("bytes"), default=0, editable=False)
    phash = models.CharField(max_length=16, blank=True, editable=False)  # 64 bits in hex
    colour = models.CharField(max_length=7, blank=True, editable=False)  # average, "#rrggbb"
    # [{"format": "avif", "width": 800, "height": 533, "name": "…-800-….avif"}, …]: what exists.
    # "format" is "avif", "jpeg", or "share": the 1200 x 630 JPEG that other sites show.
    renditions = models.JSONField(default=list, editable=False)
    work = models.CharField(max_length=8, choices=Work, default=Work.WAITING, editable=False)
    work_since = models.DateTimeField(null=True, editable=False)  # claimed, or to be tried again
    work_tries = models.PositiveSmallIntegerField(default=0, editable=False)
    work_error = models.CharField(max_length=300, blank=True, editable=False)
    # Set with every change that live pages have yet to show; see articles.publishing.catch_up.
    pages_due = models.BooleanField(default=False, editable=False)
    taken_at = models.DateTimeField(_("taken"), null=True, blank=True)

    byline = models.CharField(_("photographer"), max_length=120, blank=True)
    credit = models.ForeignKey(
        ImageCredit, models.PROTECT, null=True, blank=True, verbose_name=_("credit")
    )
    basis = models.CharField(
        _("our right to it"), max_length=10, choices=Basis, default=Basis.UNKNOWN
    )
    licence_ref = models.CharField(_("licence or invoice number"), max_length=120, blank=True)
    copyright_notice = models.CharField(_("copyright notice"), max_length=250, blank=True)
    usage_terms = models.TextField(_("terms of use"), blank=True)
    license_url = models.URLField(_("licence page"), blank=True)
    acquire_url = models.URLField(_("where to license it"), blank=True)
    stock_id = models.CharField(_("stock number"), max_length=60, blank=True)
    editorial_only = models.BooleanField(_("for editorial use only"), default=False)
    expires_at = models.DateTimeField(_("may be used until"), null=True, blank=True)
    taken_down_at = models.DateTimeField(_("taken down"), null=True, editable=False)
    substitute = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, verbose_name=_("shown instead from then")
    )

    alt = models.CharField(
        _("alt text"),
        max_length=300,
        blank=True,
        help_text=_("What is seen, for those who cannot see it."),
    )
    caption = models.CharField(_("caption"), max_length=500, blank=True)
    focal_x = models.FloatField(
        default=0.5, validators=[MinValueValidator(0.0), MaxValueValidator(1.0)]
    )
    focal_y = models.FloatField(
        default=0.5, validators=[MinValueValidator(0.0), MaxValueValidator(1.0)]
    )
    # The translation ledger of its words: see articles.text.ledger.
    ledger = models.JSONField(default=dict, editable=False)
    metadata = models.JSONField(_("as read from the file"), default=dict, editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("uploaded by"),
    )
    uploaded_at = models.DateTimeField(_("uploaded"), auto_now_add=True)

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["-id"]
        permissions = [
            ("take_down_photo", _("Can take a photo down everywhere")),
            ("release_photo", _("Can see and release what was taken down")),
        ]
        indexes = [
            # The few that somebody waits for, out of many thousands.
            models.Index(
                fields=["work", "work_since"],
                condition=models.Q(work__in=["waiting", "working", "failed"]),
                name="photo_in_work",
            ),
            models.Index(fields=["id"], condition=models.Q(pages_due=True), name="photo_pages_due"),
            models.Index(fields=["expires_at"], name="photo_expiry"),
        ]
        constraints = [
            one_of("photo_work_known", "work", "waiting", "working", "ready", "failed"),
            one_of(
                "photo_basis_known",
                "basis",
                "own",
                "stock",
                "agency",
                "handout",
                "commons",
                "unknown",
            ),
        ]

    def __str__(self) -> str:
        return self.filename or f"{self.sha256[:10]}"


class Original(models.Model):
    """One file that came in for a photo. The newest is shown; the earlier ones are kept.

    `stem` begins the name of every public file that was ever made of it, so that an address
    leads to its photo: see articles.reader.media.
    """

    photo = models.ForeignKey(Photo, models.CASCADE, related_name="originals")
    sha256 = models.CharField(max_length=64, unique=True)
    stem = models.CharField(max_length=27, unique=True)
    file = models.CharField(max_length=160)
    filename = models.CharField(max_length=255, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    uploaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("original file")
        verbose_name_plural = _("original files")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.filename or self.stem


class TakeDown(models.Model):
    """That a photo was taken off every page, by whom, why and how: kept as evidence.

    `plan` says what becomes of each use, and so lets an interrupted one be finished:
    see articles.publishing.take_down.
    """

    photo = models.ForeignKey(Photo, models.PROTECT, related_name="take_downs")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(_("taken down"))
    reason = models.TextField(_("reason"))
    plan = models.JSONField(default=dict)
    done_at = models.DateTimeField(null=True)
    released_at = models.DateTimeField(_("released"), null=True)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("take-down")
        verbose_name_plural = _("take-downs")
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.photo_id} {self.at:%Y-%m-%d %H:%M}"


class Purge(models.Model):
    """An address that the caches in front are yet to forget: see articles.photos.purge."""

    path = models.CharField(max_length=300, unique=True)  # as "/media/renditions/…"
    due_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["due_at", "id"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.path
