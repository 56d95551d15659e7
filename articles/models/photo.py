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

    file = models.FileField(_("original file"), max_length=160)
    filename = models.CharField(_("name of the file as it came"), max_length=255, blank=True)
    sha256 = models.CharField(max_length=64, unique=True, editable=False)
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    # [{"format": "avif", "width": 800, "height": 533, "name": "…-800.avif"}, …], by width
    renditions = models.JSONField(default=list, editable=False)
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
        constraints = [
            one_of(
                "photo_basis_known",
                "basis",
                "own",
                "stock",
                "agency",
                "handout",
                "commons",
                "unknown",
            )
        ]

    def __str__(self) -> str:
        return self.filename or f"{self.sha256[:10]}"
