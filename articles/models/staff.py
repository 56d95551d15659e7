"""Who works at the desk."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.text.languages import CHOICES


class User(AbstractUser):
    """A member of staff. What one may do comes from groups (articles/desk/roles.py)."""

    interface_language = models.CharField(
        _("language of the desk"),
        max_length=2,
        choices=CHOICES,
        blank=True,
        help_text=_("Leave empty to follow the browser."),
    )

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")

    def __str__(self) -> str:
        return self.get_full_name() or self.get_username()
