"""Staff and their roles. A chief editor hands out roles; a superuser alone makes superusers."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk.roles import NAMES
from articles.models.staff import User


class RoleChoice(forms.ModelMultipleChoiceField):
    def label_from_instance(self, group: Any) -> str:
        return str(NAMES.get(group.name, group.name))


class StaffAdmin(UserAdmin):
    list_display = ("username", "full_name", "email", "roles", "is_active")
    list_filter = ("is_active", "groups")
    filter_horizontal = ()
    add_fieldsets = (
        (
            None,
            {
                "fields": (
                    "username",
                    ("first_name", "last_name"),
                    "usable_password",
                    "password1",
                    "password2",
                )
            },
        ),
    )

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        if obj is None:
            return self.add_fieldsets
        rights = ["is_active", "is_staff", "groups"]
        if request.user.is_superuser:
            rights += ["is_superuser", "user_permissions"]
        return (
            (None, {"fields": ("username", "password")}),
            (
                gettext_lazy("Person"),
                {"fields": (("first_name", "last_name"), ("email", "interface_language"))},
            ),
            (gettext_lazy("Roles"), {"fields": rights}),
            (gettext_lazy("Dates"), {"fields": (("last_login", "date_joined"),)}),
        )

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        return ("last_login", "date_joined")

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[User]:
        return super().get_queryset(request).prefetch_related("groups")

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Nobody changes those who may more than oneself: a new password would be theirs."""
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or request.user.is_superuser or not obj.is_superuser)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return super().has_delete_permission(request, obj) and bool(request.user.is_superuser)

    def formfield_for_manytomany(
        self, db_field: models.ManyToManyField, request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.name != "groups":
            return super().formfield_for_manytomany(db_field, request, **kwargs)
        groups = Group.objects.order_by("name")
        if not request.user.is_superuser:
            groups = groups.filter(name__in=NAMES)  # a group of other rights is not theirs to give
        return RoleChoice(
            groups,
            label=gettext_lazy("Roles"),
            required=False,
            widget=forms.CheckboxSelectMultiple,
            help_text=gettext_lazy(
                "What each may do is in the guide for editors. Night duty is given to a writer:"
                " it lets them publish their own articles, one language at a time."
            ),
        )

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        if not change:
            obj.is_staff = True  # a login that opens nothing helps nobody
        super().save_model(request, obj, form, change)

    @admin.display(description=gettext_lazy("Name"), ordering="last_name")
    def full_name(self, user: User) -> str:
        return user.get_full_name()

    @admin.display(description=gettext_lazy("Roles"))
    def roles(self, user: User) -> str:
        if user.is_superuser:
            return _("Superuser")
        return ", ".join(str(NAMES.get(each.name, each.name)) for each in user.groups.all())
