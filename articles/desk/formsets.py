"""The lists of a working copy (slides, links, bylines, sources): order, deletion, two editors."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, Q
from django.forms.models import BaseInlineFormSet
from django.utils.translation import gettext as _

from articles.desk.conflicts import somebody
from articles.desk.guard import Seen
from articles.desk.rights import visible_to
from articles.editing.ranking import arrange, ranks, weave
from articles.models.article import Article, CrossLink, Slide


class RowFormSet(BaseInlineFormSet):
    """Rows in an order that the editor gives by numbers. Only what moves is written."""

    instance: Article
    forms: Any  # of RowForm
    rank_field = "order"
    moved = False

    # --- What the page shows ---------------------------------------------------------------------

    def get_queryset(self) -> Any:
        """The rows; those that were fetched with the article, for a page that is only shown."""
        fetched = getattr(self.instance, "_prefetched_objects_cache", {}).get(self.prefix)
        return super().get_queryset() if self.is_bound or fetched is None else fetched

    def shown_order(self) -> list[int]:
        """The ids of the rows in the database, in order."""
        return [row.pk for row in self.get_queryset()]

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        places = {pk: number for number, pk in enumerate(self.shown_order(), 1)}
        form.initial["place"] = places.get(form.instance.pk)
        if not form.rights.whole:
            del form.fields["place"]

    def _construct_form(self, i: int, **kwargs: Any) -> Any:
        form = super()._construct_form(i, **kwargs)  # type: ignore[misc]
        if self.is_bound and i < self.initial_form_count() and form.instance.pk is None:
            form.vanished = str(self.data.get(form.add_prefix("id"), ""))
            form.fields["id"] = forms.CharField(required=False, widget=forms.HiddenInput)
        return form

    # --- What came back --------------------------------------------------------------------------

    def clean(self) -> None:
        super().clean()
        errors = [*self._changed_and_deleted(), *self._reordered()]
        if errors:
            raise ValidationError(errors)

    @cached_property
    def rescued(self) -> list[Any]:
        """Forms whose row somebody else deleted while this editor wrote in it: they stay."""
        return [
            form
            for form in self.forms
            if form.vanished is not None and not self._is_deleted(form) and form.is_touched()
        ]

    def _changed_and_deleted(self) -> list[str]:
        """Rows that this editor deletes without having seen what somebody else wrote in them."""
        unseen = [
            form
            for form in self.forms
            if form.instance.pk and self._is_deleted(form) and form.changed_meanwhile()
        ]
        if not unseen:
            return []
        return [
            _("%(who)s has changed what you delete. Read it; save again to delete it all the same.")
            % {"who": somebody(self.instance.pk, but=self.forms[0].user)}
        ]

    def _reordered(self) -> list[str]:
        seen, now = self._seen_order, self.shown_order()
        if not self._wanted() or [pk for pk in now if pk in seen] == [
            pk for pk in seen if pk in now
        ]:
            return []
        return [
            _("%(who)s has changed the order. Save again to let yours stand.")
            % {"who": somebody(self.instance.pk, but=self.forms[0].user)}
        ]

    def _is_deleted(self, form: Any) -> bool:
        return bool(form.cleaned_data.get("DELETE"))

    @cached_property
    def _seen_order(self) -> list[int]:
        return list(Seen.read(self.data).orders.get(self.prefix or "", []))

    def _wanted(self) -> dict[int, int]:
        """The rows, by id, whose number was changed on the page, with that number."""
        seen = {pk: number for number, pk in enumerate(self._seen_order, 1)}
        return {
            form.instance.pk: place
            for form in self.initial_forms
            if form.instance.pk
            and (place := form.cleaned_data.get("place"))
            and place != seen.get(form.instance.pk)
        }

    # --- Saving ----------------------------------------------------------------------------------

    def save(self, commit: bool = True) -> list[Model]:
        before, wanted = self.shown_order(), self._wanted()
        saved = super().save(commit=commit)
        for form in self.rescued:
            self.new_objects.append(self.save_new(form))
        new = {row.pk: self._place_of(row) for row in self.new_objects}
        wanted |= {pk: place for pk, place in new.items() if place}
        self.moved = self._write_order(before, [*new], wanted)
        return saved

    @property
    def has_written(self) -> bool:
        """Whether saving changed anything."""
        return bool(self.moved or self.new_objects or self.changed_objects or self.deleted_objects)

    def _place_of(self, row: Model) -> int | None:
        form = next(form for form in self.forms if form.instance is row)
        return form.cleaned_data.get("place")

    def _write_order(self, before: list[int], new: list[int], wanted: Mapping[int, int]) -> bool:
        """Rank the new rows and those that moved; rows that this page never showed stay put.

        Returns whether one moved that was there before.
        """
        if not new and not wanted:
            return False
        known = [pk for pk in before if pk in self._seen_order]
        arranged = weave(arrange([*known, *new], wanted), before)
        left = self._rows().filter(article=self.instance).in_bulk()
        rows = [pk for pk in arranged if pk in left]
        written = self._ranks(rows, left)
        for pk, rank in written.items():
            self._rows().filter(pk=pk).update(**{self.rank_field: rank})
        return bool(wanted.keys() & written.keys() - {*new})

    def _rows(self) -> Any:
        return self.get_queryset().model._default_manager

    def _ranks(self, rows: list[int], left: Mapping[int, Any]) -> Mapping[int, Any]:
        return ranks(rows, {pk: row.order for pk, row in left.items()})


class NumberedFormSet(RowFormSet):
    """The short lists, whose order is a number, of rows of another table."""

    rank_field = "position"
    named = ""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        each = form.fields[self.named]
        if isinstance(each, forms.ModelChoiceField) and not each.disabled:
            each.choices = self._names

    @cached_property
    def _names(self) -> list[tuple[Any, str]]:
        """Asked for once, for all rows."""
        rows: Any = self.model._meta.get_field(self.named).related_model
        return [("", "–"), *((row.pk, str(row)) for row in rows._default_manager.all())]

    def _ranks(self, rows: list[int], left: Mapping[int, Any]) -> Mapping[int, Any]:
        return {pk: at for at, pk in enumerate(rows) if left[pk].position != at}


class BylineFormSet(NumberedFormSet):
    named = "contributor"


class SourceFormSet(NumberedFormSet):
    named = "source"


class SlideFormSet(RowFormSet):
    @cached_property
    def heirs(self) -> dict[int, Slide | None]:
        """For each slide that is deleted: the one before it that stays, which takes its links."""
        leaving = {form.instance.pk for form in self.deleted_forms if form.instance.pk}
        heirs: dict[int, Slide | None] = {}
        stays: Slide | None = None
        for slide in self.get_queryset():
            if slide.pk in leaving:
                heirs[slide.pk] = stays
            else:
                stays = slide
        return heirs

    def save(self, commit: bool = True) -> list[Model]:
        for pk, heir in self.heirs.items():
            CrossLink.objects.filter(after=pk).update(after=heir)
        return super().save(commit=commit)


class LinkFormSet(RowFormSet):
    # Of the slides that are deleted in the same act: see SlideFormSet.
    heirs: Mapping[int, Slide | None] = {}

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        # One links to what one may see; what an editor has linked to already stays.
        may_see = visible_to(form.user).values("pk")
        form.fields["target"].queryset = Article.objects.filter(
            Q(pk__in=may_see) | Q(pk=form.instance.target_id)
        )
        after = form.fields["after"]
        if isinstance(after, forms.ModelChoiceField):
            after.queryset = Slide.objects.filter(article=self.instance.pk or 0)
            if not after.disabled:
                after.choices = self._slides

    @cached_property
    def _slides(self) -> list[tuple[Any, str]]:
        slides = self.instance.slides.all() if self.instance.pk else ()
        return [
            ("", _("After the standfirst")),
            *((slide.pk, f"{number}. {slide}") for number, slide in enumerate(slides, 1)),
        ]

    def save_new(self, form: Any, commit: bool = True) -> Model:
        self._inherit(form)
        return super().save_new(form, commit=commit)

    def save_existing(self, form: Any, obj: Model, commit: bool = True) -> Model:
        self._inherit(form)
        return super().save_existing(form, obj, commit=commit)

    def _inherit(self, form: Any) -> None:
        after = form.instance.after_id
        if after in self.heirs:
            form.instance.after = self.heirs[after]
