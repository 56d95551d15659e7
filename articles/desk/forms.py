"""The forms of a working copy: what an editor types, cleaned and checked."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk.guard import Guarded, Seen, fingerprint, language_of
from articles.models.article import Article
from articles.models.permalink import Permalink
from articles.models.photo import Photo
from articles.models.translated import read
from articles.text.languages import LANGUAGES
from articles.text.sanitise import as_typed, clean_body, clean_line
from articles.text.slugs import slugify

BODIES: Final = tuple(f"body_{language}" for language in LANGUAGES)
SLUGS: Final = tuple(f"slug_{language}" for language in LANGUAGES)


class Line(forms.CharField):
    """One line of text, without what nobody sees or means: see clean_line."""

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return clean_line(value) if isinstance(value, str) else value


class Paragraphs(forms.CharField):
    """Text of several lines, with line ends as the database has them."""

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return value.replace("\r\n", "\n") if isinstance(value, str) else value


class Slug(Line):
    """An address, made from whatever was typed: "Æbler og pærer" is "aebler-og-paerer"."""

    def __init__(self, *, allow_unicode: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)  # a model's SlugField passes it; an address is ASCII alone

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return slugify(value) if isinstance(value, str) else value


class WebAddress(forms.URLField):
    """An address on the web; `example.org` is typed as readily as `https://example.org`."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(assume_scheme="https", **kwargs)


class ArticleForm(Guarded):
    assigning = frozenset({"owner", "assignee_en", "assignee_da"})

    def article_id(self) -> int:
        return self.instance.pk

    def clean(self) -> dict[str, Any]:
        super().clean()
        for name in SLUGS:
            self._require_free(name)
        return self.cleaned_data

    def _require_free(self, name: str) -> None:
        """An address that another article holds is said at once, not first on publishing."""
        slug = self.cleaned_data.get(name)
        if not slug or name not in self.changed_data:
            return
        language = language_of(Article, name)
        claims = Permalink.objects.claiming(language, slug)
        if claims.exclude(article=self.instance.pk).exists():
            self.add_error(name, _("Another article has this address. Type a different one."))


class RowForm(Guarded):
    """A row of an article's list, with its place in it."""

    place = forms.IntegerField(
        label=gettext_lazy("Position"),
        required=False,
        min_value=1,
        widget=forms.NumberInput(attrs={"class": "place", "inputmode": "numeric"}),
    )
    # The id of the row that this form was on, where somebody else has deleted it meanwhile.
    vanished: str | None = None

    def article_id(self) -> int:
        return self.instance.article_id

    def has_changed(self) -> bool:
        return any(name != "place" for name in self.changed_data)  # places are the list's matter

    def is_touched(self) -> bool:
        """Whether the editor wrote in a row that has vanished."""
        seen = Seen.read(self.data).rows.get(f"{self._meta.model._meta.model_name}:{self.vanished}")
        return seen is None or any(
            fingerprint(self.canonical(name, self.cleaned_data.get(name))) != seen[name]
            for name in seen
        )


class SlideForm(RowForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in BODIES:
            self.initial[name] = as_typed(self.initial.get(name) or "")
        if self.instance.pk and self.instance.photo:
            self._show_words_of(self.instance.photo)

    def _show_words_of(self, photo: Photo) -> None:
        """What readers get where the slide says nothing of its own, in the empty fields."""
        for name in ("alt", "caption"):
            for language in LANGUAGES:
                words = read(photo, name, language)
                self.fields[f"{name}_{language}"].widget.attrs["placeholder"] = words

    def canonical(self, name: str, value: Any) -> Any:
        return clean_body(value or "") if name in BODIES else value

    def readable(self, name: str, value: Any) -> str:
        return as_typed(clean_body(value)) if name in BODIES else super().readable(name, value)

    def clean_body_en(self) -> str:
        return clean_body(self.cleaned_data["body_en"] or "")

    def clean_body_da(self) -> str:
        return clean_body(self.cleaned_data["body_da"] or "")

    def leaves(self) -> list[dict[str, Any]]:
        """The fields of each language, for the two leaves of the slide."""
        return [
            {
                "language": language,
                "fields": [
                    self[f"{name}_{language}"] for name in ("heading", "body", "caption", "alt")
                ],
            }
            for language in LANGUAGES
        ]


class LinkForm(RowForm):
    def clean(self) -> dict[str, Any]:
        super().clean()
        if not self.errors and not (
            self.cleaned_data.get("target") or self.cleaned_data.get("url")
        ):
            self.add_error(None, _("Choose an article or give a web address: one of them."))
        return self.cleaned_data


class Reasons(forms.Form):
    """Why readers do not find an article any more, in each language."""

    reason_en = Paragraphs(
        label=gettext_lazy("Reason, for readers (English)"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2, "lang": "en"}),
    )
    reason_da = Paragraphs(
        label=gettext_lazy("Reason, for readers (Danish)"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2, "lang": "da"}),
    )
