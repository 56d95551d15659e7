"""One article's page for the three acts, and the first of them: what search engines may have."""

from typing import Any

from django.contrib import messages
from django.contrib.admin import site
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from articles.desk.asking import open_article, staff
from articles.desk.erasing.forms import REASONS, IndexForm, NamesForm
from articles.desk.names import LANGUAGE_NAMES
from articles.desk.publish.done import log
from articles.models.article import Article
from articles.models.edition import Deindexed
from articles.publishing.deindex import deindex, index_again
from articles.publishing.errors import PublishingError


def opened(request: HttpRequest, pk: int) -> Article:
    """The article, for who may hide, anonymise and erase it."""
    article, granted = open_article(request, pk)
    if not granted.erase:
        raise PermissionDenied
    return article


def address(article: Article) -> str:
    return reverse("admin:articles_article_erasing", args=[article.pk])


@never_cache
@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """What can be done, how it stands, and what was done before."""
    return show_with(request, opened(request, pk))


def show_with(
    request: HttpRequest,
    article: Article,
    *,
    index: IndexForm | None = None,
    names: NamesForm | None = None,
) -> HttpResponse:
    hidden = set(Deindexed.objects.filter(article=article).values_list("language", flat=True))
    context = {
        "title": _("Hide, anonymise, erase"),
        "index": index or IndexForm(initial={"languages": list(LANGUAGE_NAMES)}),
        "names": names or NamesForm(),
        "states": [(code, name, code in hidden) for code, name in LANGUAGE_NAMES.items()],
        "is_all_hidden": hidden == set(LANGUAGE_NAMES),
        "hidden": hidden,
        "acts": article.erasures.select_related("by"),
    }
    return respond(request, article, "show.html", context)


@require_POST
def search_engines(request: HttpRequest, pk: int) -> HttpResponse:
    """Hide the article from search engines, or (POST "show") let them have it again."""
    article = opened(request, pk)
    form = IndexForm(request.POST)
    if not form.is_valid():
        return show_with(request, article, index=form)
    is_shown = "show" in request.POST
    verb = index_again if is_shown else deindex
    try:
        row = verb(
            article=article,
            languages=form.cleaned_data["languages"],
            by=staff(request),
            reason=form.cleaned_data["reason"],
        )
    except PublishingError as error:
        form.add_error(None, str(error))
        return show_with(request, article, index=form)
    for code in row.languages:
        text = (
            _("Search engines may have the %(language)s version again.")
            if is_shown
            else _("The %(language)s version is hidden from search engines.")
        )
        note = text % {"language": LANGUAGE_NAMES[code]}
        log(request, article, f"{note} {row.reason}")
        messages.success(request, note)
    return HttpResponseRedirect(address(article))


def respond(
    request: HttpRequest, article: Article, template: str, context: dict[str, Any]
) -> HttpResponse:
    forms = (each for each in context.values() if hasattr(each, "errors"))
    return TemplateResponse(
        request,
        f"admin/articles/erasing/{template}",
        {
            **site.each_context(request),
            "opts": Article._meta,
            "original": article,
            "here": address(article),
            "reasons": REASONS,
            **context,
        },
        status=422 if any(form.errors for form in forms) else 200,
    )
