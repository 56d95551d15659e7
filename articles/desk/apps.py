"""The desk as an app: the stock admin with our site object and the languages' names."""

from django.apps import apps
from django.contrib.admin.apps import AdminConfig
from django.utils.text import format_lazy


class DeskConfig(AdminConfig):
    default_site = "articles.desk.site.DeskSite"

    def ready(self) -> None:
        name_languages()
        super().ready()


def name_languages() -> None:
    """Let every translated column be called `headline (English)` on screen, not `headline [en]`."""
    from articles.desk.names import LANGUAGE_NAMES

    for model in apps.get_app_config("articles").get_models():
        for field in model._meta.fields:
            language = getattr(field, "language", None)
            if language and hasattr(field, "translated_field"):
                field.verbose_name = format_lazy(
                    "{field} ({language})",
                    field=field.translated_field.verbose_name,
                    language=LANGUAGE_NAMES[language],
                )
