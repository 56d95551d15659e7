"""The page and the list of articles."""

from functools import partial
from typing import Any, Final

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import flatten_fieldsets
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.gzip import gzip_page

from articles.desk import pages, publishing, taking_back
from articles.desk.asking import rights_of, staff
from articles.desk.columns import Bilingual, pairs
from articles.desk.conflicts import called, somebody
from articles.desk.forms import ArticleForm
from articles.desk.formsets import LinkFormSet, RowFormSet, SlideFormSet
from articles.desk.guard import Guarded, Seen, name_of
from articles.desk.inlines import BylineInline, LinkInline, SlideInline, SourceInline
from articles.desk.listing.mixin import Listing
from articles.desk.rights import may, visible_to
from articles.desk.slides import add_slide, duplicate
from articles.desk.storyboard import page
from articles.desk.storyboard.urls import ADDRESSES
from articles.desk.widgets import PhotoChooser
from articles.editing import follow
from articles.models.article import Article, Slide
from articles.models.staff import User

# Where a request keeps the working copy as it was before the plain form wrote it.
_BEFORE: Final = "_article_before"


class StaffChoice(forms.ModelChoiceField):
    def label_from_instance(self, user: Any) -> str:
        return called(user)


class ArticleAdmin(Listing, Bilingual, admin.ModelAdmin):
    form = ArticleForm
    inlines = (SlideInline, LinkInline, BylineInline, SourceInline)
    fieldsets = (
        (None, {"fields": pairs("kicker", "headline", "slug", "standfirst", "stage")}),
        (
            gettext_lazy("Both languages"),
            {
                "fields": [
                    ("topic", "commercial", "sponsor"),
                    ("owner", "assignee_en", "assignee_da"),
                    ("lead_photo", "embargo_until", "editor_note"),
                ],
                "classes": ["settings"],
            },
        ),
        (
            gettext_lazy("Search engines"),
            {"fields": pairs("seo_title", "seo_description"), "classes": ["collapse"]},
        ),
    )
    ordering = ("-changed_at", "-id")
    save_on_top = True
    change_form_template = "admin/articles/storyboard/form.html"

    # --- Who may ---------------------------------------------------------------------------------

    def has_view_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return may(request.user, "view_article") if obj is None else rights_of(request, obj).view

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        if obj is None:
            return may(request.user, "change_article")
        return rights_of(request, obj).change

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        if obj is None:
            return may(request.user, "delete_article")
        return rights_of(request, obj).delete

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Article]:
        return visible_to(request.user)

    # --- The page --------------------------------------------------------------------------------

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Article | None:
        """Locked while something is written: what is compared on saving must stay as it is."""
        if request.method == "POST" and transaction.get_connection().in_atomic_block:
            held = Article.objects.select_for_update().filter(pk=object_id).values_list("pk")
            list(held if object_id.isdigit() else ())
        if request.method == "GET" and object_id.isdigit():
            return page.fetch(self.get_queryset(request), int(object_id))
        return super().get_object(request, object_id, from_field)

    def get_form(
        self, request: HttpRequest, obj: Article | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form: Any = super().get_form(request, obj, change, **kwargs)
        if change and not self.has_change_permission(request, obj):
            # The admin leaves out what one may only read; the board shows it, closed.
            form = forms.modelform_factory(
                Article,
                form=self.form,
                fields=flatten_fieldsets(self.fieldsets),
                formfield_callback=partial(self.formfield_for_dbfield, request=request),
            )
        form.rights = rights_of(request, obj)
        form.user = request.user
        return form

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> forms.ModelChoiceField | None:
        if db_field.name == "lead_photo":
            kwargs["widget"] = PhotoChooser(db_field, self.admin_site)
        if db_field.related_model is User:
            staff = User.objects.filter(is_active=True, is_staff=True)
            kwargs.update(
                queryset=staff.order_by("first_name", "last_name"), form_class=StaffChoice
            )
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @method_decorator(gzip_page)
    def changeform_view(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """A long article's page is four hundred kilobytes of much the same."""
        return super().changeform_view(*args, **kwargs)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {**super().get_changeform_initial_data(request), "owner": staff(request).pk}

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context["seen"] = seen(context)
        context.update(page.context(request, context))
        return super().render_change_form(request, context, *args, **kwargs)

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return (
            [
                path(f"<int:pk>/{address}/", wrap(view), name=f"articles_article_{name}")
                for address, view, name in (
                    ("publish", publishing.panel, "publish"),
                    ("withdraw", taking_back.withdraw_article, "withdraw"),
                    ("preview/<str:language>", pages.preview, "preview"),
                    ("editions/<int:edition>", pages.as_published, "edition"),
                    ("editions/<int:edition>/cancel", publishing.cancel_edition, "cancel"),
                    (
                        "editions/<int:edition>/republish",
                        taking_back.republish_edition,
                        "republish",
                    ),
                )
            ]
            + [
                path(address, wrap(view), name=f"articles_article_{name}")
                for address, view, name in ADDRESSES
            ]
            + self.listing_urls()
            + super().get_urls()
        )

    # --- Saving ----------------------------------------------------------------------------------

    def save_model(
        self, request: HttpRequest, obj: Article, form: ArticleForm, change: bool
    ) -> None:
        was = follow.before(Article.objects.get(pk=obj.pk)) if change else follow.NOTHING
        setattr(request, _BEFORE, was)
        if not change and obj.owner_id is None:
            obj.owner = staff(request)
        if not change or form.changed_data:  # else it would count as changed, see states.py
            super().save_model(request, obj, form, change)

    def save_related(
        self, request: HttpRequest, form: ArticleForm, formsets: list[RowFormSet], change: bool
    ) -> None:
        heirs = next((f.heirs for f in formsets if isinstance(f, SlideFormSet)), {})
        for formset in formsets:
            if isinstance(formset, LinkFormSet):
                formset.heirs = heirs
        super().save_related(request, form, formsets, change)
        was: follow.Before = getattr(request, _BEFORE)
        follow.follow(article_id=form.instance.pk, was=was, by=staff(request))
        self._tell(request, form, formsets)

    def _tell(self, request: HttpRequest, form: ArticleForm, formsets: list[RowFormSet]) -> None:
        """Say so where somebody else's work and this editor's were put together."""
        who = somebody(form.instance.pk, but=staff(request))
        every = [form, *(each for formset in formsets for each in formset.forms)]
        if any(each.together for each in every):
            note = _(
                "%(who)s has changed the article meanwhile. Your changes were added to theirs."
            )
            self.message_user(request, note % {"who": who}, messages.WARNING)
        if any(formset.rescued for formset in formsets):
            note = _("%(who)s had deleted something that you have changed. Yours was kept.")
            self.message_user(request, note % {"who": who}, messages.WARNING)

    def construct_change_message(
        self, request: HttpRequest, form: Any, formsets: Any, add: bool = False
    ) -> list[dict[str, Any]]:
        message = super().construct_change_message(request, form, formsets, add)
        if any(formset.moved for formset in formsets):
            message.append({"changed": {"fields": ["Order"]}})
        return message

    def response_add(
        self, request: HttpRequest, obj: Article, post_url_continue: str | None = None
    ) -> HttpResponse:
        return self._after_slides(request, obj) or super().response_add(
            request, obj, post_url_continue
        )

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        return self._after_slides(request, obj) or super().response_change(request, obj)

    def _after_slides(self, request: HttpRequest, article: Article) -> HttpResponse | None:
        """Buttons that save the page and then do something to its slides."""
        if not rights_of(request, article).whole:
            return None
        was = follow.before(article)
        if "_add_slide" in request.POST:
            slide = add_slide(article)
        elif (pk := request.POST.get("_duplicate", "")).isdigit():
            slide = duplicate(get_object_or_404(Slide, pk=pk, article=article))
        else:
            return None
        follow.follow(article_id=article.pk, was=was, by=staff(request))
        at = list(article.slides.values_list("pk", flat=True)).index(slide.pk)
        url = reverse("admin:articles_article_change", args=[article.pk])
        return HttpResponseRedirect(f"{url}#slides-{at}")


def seen(context: dict[str, Any]) -> str:
    """For the hidden input: what this page shows of what is in the database. See guard.py."""
    formsets = [each.formset for each in context["inline_admin_formsets"]]
    forms = [context["adminform"].form, *(form for each in formsets for form in each.forms)]
    return Seen(
        rows={
            name_of(form.instance): form.fingerprints()
            for form in forms
            if isinstance(form, Guarded) and form.instance.pk
        },
        orders={each.prefix: each.shown_order() for each in formsets},
    ).write()
