"""What a newsroom says of itself and how its site looks: one row; and the site's simple pages."""

from typing import Any, Final

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.translated import read_any

_COLOUR: Final = RegexValidator(
    r"^#[0-9a-f]{6}\Z", _("Write a colour as # and six letters or digits, like #2438b0.")
)


def _colour(label: Any) -> models.CharField:
    return models.CharField(label, max_length=7, blank=True, validators=[_COLOUR])


class SiteSettings(models.Model):
    """Name, colours, logo, icon, and who answers for what is published. Empty: Diptych's own.

    `logo` is SVG as `articles.text.drawing` lets it through; `icon` the stem of the files that
    `articles.photos.icons` made. Colours are "#rrggbb": `accent` for links and topics, `ornament`
    for decoration, each for light and for dark screens.
    """

    name = models.CharField(_("name of the site"), max_length=60, default="Diptych")
    tagline = models.CharField(_("tagline"), max_length=120, blank=True)
    accent = _colour(_("colour of links and topics"))
    accent_dark = _colour(_("the same on dark screens"))
    ornament = _colour(_("colour of ornaments"))
    ornament_dark = _colour(_("the same on dark screens"))
    logo = models.TextField(_("logo"), blank=True)
    icon = models.CharField(_("icon"), max_length=40, blank=True)
    publisher = models.CharField(_("publisher"), max_length=120, blank=True)
    company_number = models.CharField(_("company number (CVR)"), max_length=40, blank=True)
    responsible_editor = models.CharField(_("responsible editor"), max_length=120, blank=True)
    address = models.TextField(_("postal address"), max_length=300, blank=True)
    email = models.EmailField(_("email"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    complaints = models.TextField(_("how to complain"), max_length=600, blank=True)

    class Meta:
        verbose_name = _("site settings")
        verbose_name_plural = _("site settings")
        constraints = [models.CheckConstraint(name="site_settings_is_one_row", condition=Q(id=1))]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def current(cls) -> "SiteSettings":
        """The row; before anybody has saved one, the defaults."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)


class Page(models.Model):
    """A simple page: About, Contact, Privacy. In a language it stands where all of it is written.

    `body` is Markdown. `former` are addresses that it had ("en/about-us"): they lead to it still.
    """

    title = models.CharField(_("title"), max_length=80, blank=True)
    slug = models.SlugField(_("address"), max_length=60, blank=True)
    description = models.CharField(_("for search engines"), max_length=200, blank=True)
    body = models.TextField(_("text"), blank=True)
    is_public = models.BooleanField(_("readers see it"), default=False)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    former = models.JSONField(default=list, editable=False)
    changed_at = models.DateTimeField(_("last changed"), auto_now=True)

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.title or read_any(self, "title", "en")
