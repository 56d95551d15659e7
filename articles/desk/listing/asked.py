"""What is asked before many articles are changed: one form per act."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk.conflicts import called
from articles.desk.forms import Reasons
from articles.models.article import Article
from articles.models.newsroom import Topic
from articles.models.staff import User
from articles.text.languages import CHOICES, LANGUAGES


class _Person(forms.ModelChoiceField):
    def label_from_instance(self, user: Any) -> str:
        return called(user)


class _Languages(forms.Form):
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages"),
        choices=CHOICES,
        initial=list(LANGUAGES),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose a language.")},
    )


class PublishForm(_Languages):
    def wanted(self) -> dict[str, Any]:
        return {"languages": self.cleaned_data["languages"]}


class StageForm(_Languages):
    stage = forms.ChoiceField(
        label=gettext_lazy("Stage"),
        choices=[(each.value, each.label) for each in (Article.Stage.READY, Article.Stage.WRITING)],
        initial=Article.Stage.READY,
        widget=forms.RadioSelect,
    )

    def wanted(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {"fields": [["stage", language, data["stage"]] for language in data["languages"]]}


class TopicForm(forms.Form):
    topic: Any = forms.ModelChoiceField(
        Topic.objects.all(), label=gettext_lazy("Topic"), empty_label=gettext_lazy("Choose a topic")
    )

    def wanted(self) -> dict[str, Any]:
        return {"fields": [["topic", "", self.cleaned_data["topic"].pk]]}


class PeopleForm(forms.Form):
    """Whoever is left out stays as it is."""

    owner = _Person(User.objects.none(), label=gettext_lazy("Owner"), required=False)
    assignee_en = _Person(User.objects.none(), label=gettext_lazy("English text"), required=False)
    assignee_da = _Person(User.objects.none(), label=gettext_lazy("Danish text"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        staff = User.objects.filter(is_active=True, is_staff=True)
        for field in self.fields.values():
            field.queryset = staff.order_by("first_name", "last_name", "username")
            field.empty_label = _("No change")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors and not any(data.values()):
            raise forms.ValidationError(_("Nothing would change. Choose somebody."))
        return data

    def wanted(self) -> dict[str, Any]:
        return {"fields": [[name, "", who.pk] for name, who in self.cleaned_data.items() if who]}


class WithdrawForm(Reasons, _Languages):
    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for language in data.get("languages", []):
            name = f"reason_{language}"
            if not data.get(name, "").strip() and name not in self.errors:
                self.add_error(name, _("Say why. Readers see this on the page that is gone."))
        return data

    def wanted(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            "languages": data["languages"],
            "reasons": {each: data[f"reason_{each}"] for each in data["languages"]},
        }


class CopyForm(forms.Form):
    def wanted(self) -> dict[str, Any]:
        return {}


FORMS: dict[str, Any] = {
    "publish": PublishForm,
    "stage": StageForm,
    "topic": TopicForm,
    "people": PeopleForm,
    "copy": CopyForm,
    "withdraw": WithdrawForm,
}
