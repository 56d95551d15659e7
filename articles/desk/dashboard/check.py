"""The button that has everything live checked at once, rather than at night."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.desk.asking import staff
from articles.desk.rights import may
from articles.publishing.watch import ask


@require_POST
def check_now(request: HttpRequest) -> HttpResponse:
    """Asks the worker: a thousand articles take a minute, and nobody shall wait for a page."""
    if not may(request.user, "publish_article"):
        raise PermissionDenied
    ask(by=staff(request))
    messages.success(request, _("A check of everything live is asked for."))
    return HttpResponseRedirect(f"{reverse('admin:index')}#card-watch")
