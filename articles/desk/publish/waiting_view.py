"""Cancelling a publication that waits for pictures, and putting away the word of one that failed."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.desk.asking import open_article, staff
from articles.desk.storyboard.states import states_of
from articles.models.clock import database_now
from articles.models.desk import Waiting
from articles.publishing.waiting import cancel


@require_POST
def cancel_waiting(request: HttpRequest, pk: int, waiting: int) -> HttpResponse:
    """To a script it answers {"states", "text"}; a page without one is led back to the article."""
    article, granted = open_article(request, pk)
    row = get_object_or_404(Waiting, pk=waiting, article=article)
    if not (granted.publish or (granted.publish_one and row.by == staff(request))):
        raise PermissionDenied
    cancel(waiting=row, by=staff(request))
    said = _("It will not be published when the pictures are ready.")
    if request.headers.get("Accept", "").startswith("application/json"):
        return JsonResponse({"states": states_of(article, database_now()), "text": said})
    messages.success(request, said)
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))
