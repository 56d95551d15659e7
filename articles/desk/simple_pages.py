"""The site's simple pages: About, Contact, Privacy."""

from typing import Any

from django import forms
from django.db import models
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk.columns import Bilingual, pair, pairs
from articles.desk.newsroom import ReadersSee
from articles.models.newsroom import Topic
from articles.models.site import Page
from articles.models.translated import read
from articles.text.addresses import RESERVED
from articles.text.languages import AUTONYMS, LANGUAGES
from articles.text.slugs import slugify

_TYPED = gettext_lazy(
    "A blank line begins a paragraph, ## a heading, - an item of a list;"
    " **bold**, *italic*, [words](https://example.org) for a link."
)


class PageForm(forms.ModelForm):
    def clean(self) -> dict[str, Any]:
        super().clean()
        written = [language for language in LANGUAGES if self._is_whole(language)]
        if not written and not self.errors:
            self.add_error(None, _("Write the page in at least one language: title and text."))
        for language in written:
            self._clean_slug(language)
        return self.cleaned_data

    def _is_whole(self, language: str) -> bool:
        """Whether there is a page in `language`; half a one is told where it lacks something."""
        title, text = (self.cleaned_data.get(f"{name}_{language}") for name in ("title", "body"))
        if bool(title) != bool(text):
            missing = "body" if title else "title"
            self.add_error(
                f"{missing}_{language}",
                _("The page has a title and no text.") if title else _("The text has no title."),
            )
        if not title:
            self.cleaned_data[f"slug_{language}"] = ""
        return bool(title and text)

    def _clean_slug(self, language: str) -> None:
        name = f"slug_{language}"
        slug = self.cleaned_data.get(name) or slugify(self.cleaned_data[f"title_{language}"])
        self.cleaned_data[name] = slug
        others = Page.objects.exclude(pk=self.instance.pk)
        if not slug:
            self.add_error(name, _("No address can be made from the title. Type one."))
        elif slug in RESERVED[language]:
            self.add_error(name, _("The site uses this word itself. Type a different one."))
        elif Topic.objects.filter(**{name: slug}).exists():
            self.add_error(name, _("A topic has this address. Type a different one."))
        elif others.filter(**{name: slug}).exists():
            self.add_error(name, _("Another page has this address. Type a different one."))

    def save(self, commit: bool = True) -> Page:
        """Readers who come by an old address are led to the new one."""
        page = super().save(commit=False)
        had = {f"{code}/{self.initial.get(f'slug_{code}') or ''}" for code in LANGUAGES}
        has = {f"{code}/{read(page, 'slug', code)}" for code in LANGUAGES}
        left = {each for each in had if not each.endswith("/")} - has
        page.former = sorted((set(page.former) | left) - has)
        if commit:
            page.save()
        return page


class PageAdmin(Bilingual, ReadersSee):
    form = PageForm
    fields = (*pairs("title", "slug", "body", "description"), ("is_public", "order"))
    list_display = (*pair("title"), "is_public", "order", "where")
    ordering = ("order", "id")

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        name = getattr(db_field, "translated_field", db_field).name
        if field is None:
            return None
        if name == "body":
            field.widget.attrs["rows"] = 18
            field.help_text = _TYPED
        elif name == "slug":
            field.help_text = gettext_lazy("Empty: made from the title.")
        return field

    def where(self, page: Page) -> SafeString | str:
        """The page itself, in each language that it is in."""
        links = [
            format_html('<a href="/{}/{}/" lang="{}">{}</a>', code, slug, code, AUTONYMS[code])
            for code in LANGUAGES
            if page.is_public and (slug := read(page, "slug", code))
        ]
        return format_html("{} {}", *links, *[""] * (2 - len(links))) if links else "–"

    where.short_description = gettext_lazy("On the site")  # type: ignore[attr-defined]
