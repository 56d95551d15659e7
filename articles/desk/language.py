"""The language of the desk: one's own setting, else the one chosen before, else the browser's."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_POST

from articles.models.staff import User
from articles.text.languages import LANGUAGES


class DeskLanguageMiddleware:
    """Speaks the right language at the desk alone: a reader's page takes its own from its path."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.desk = reverse("admin:index")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(self.desk):
            return self.get_response(request)
        language = language_for(request)
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        patch_vary_headers(response, ["Accept-Language", "Cookie"])
        return response


def language_for(request: HttpRequest) -> str:
    """The language of the desk for whoever asks."""
    if isinstance(request.user, User) and request.user.interface_language in LANGUAGES:
        return request.user.interface_language
    # Django's own: the language cookie, then Accept-Language, then the default.
    return translation.get_language_from_request(request)


@require_POST
@csrf_protect
def switch(request: HttpRequest) -> HttpResponse:
    """Choose the desk's language, for this browser and for oneself; back to where one was."""
    language = request.POST.get("language", "")
    onward = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(
        onward, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        onward = reverse("admin:index")
    response = HttpResponseRedirect(onward)
    if language not in LANGUAGES:
        return response
    if isinstance(request.user, User):
        User.objects.filter(pk=request.user.pk).update(interface_language=language)
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    return response
