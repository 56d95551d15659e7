"""Begin a new article from one that is there."""

from django.contrib import messages
from django.contrib.admin.models import ADDITION, LogEntry
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.desk.asking import open_article, staff
from articles.desk.rights import rights_on_new
from articles.editing.duplicate import duplicate as copy
from articles.models.article import Article


@require_POST
def duplicate(request: HttpRequest, pk: int) -> HttpResponse:
    article, _granted = open_article(request, pk)
    if not rights_on_new(request.user).view:
        raise PermissionDenied
    made = copy(article_id=article.pk, by=staff(request))
    note = _("Copied from “%(title)s”.") % {"title": article}
    LogEntry.objects.log_actions(
        user_id=staff(request).pk,
        queryset=Article.objects.filter(pk=made.pk),
        action_flag=ADDITION,
        change_message=note,
        single_object=True,
    )
    messages.success(
        request,
        _("This is a copy of “%(title)s”. Give it a headline and an address of its own.")
        % {"title": article},
    )
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[made.pk]))
