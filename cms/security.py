"""The headers that tell browsers what a page may do: little on the site, a little more at the desk.

Neither has inline scripts or styles, so neither policy allows any.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse


def policy(**directives: str) -> str:
    return "; ".join(f"{name.replace('_', '-')} {value}" for name, value in directives.items())


SITE_POLICY = policy(
    default_src="'none'",
    script_src="'self'",
    style_src="'self'",
    img_src="'self'",
    connect_src="'self'",
    manifest_src="'self'",
    base_uri="'none'",
    form_action="'self'",
    frame_ancestors="'none'",
)
# A reader's page seen from the desk: as strict, but the desk may frame it.
PREVIEW_POLICY = SITE_POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
# The admin's own styles draw with data: pictures; its pop-ups and our previews are frames.
DESK_POLICY = policy(
    default_src="'none'",
    script_src="'self'",
    style_src="'self'",
    img_src="'self' data:",
    font_src="'self'",
    connect_src="'self'",
    frame_src="'self'",
    base_uri="'none'",
    form_action="'self'",
    frame_ancestors="'self'",
)
PERMISSIONS = ", ".join(
    f"{feature}=()" for feature in ("camera", "geolocation", "microphone", "payment", "usb")
)


class SecurityHeadersMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.desk = reverse("admin:index")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        headers = response.headers
        at_desk = request.path.startswith(self.desk)
        headers["Permissions-Policy"] = PERMISSIONS
        if at_desk:
            headers["X-Frame-Options"] = "SAMEORIGIN"
            # The address of a draft is nobody else's business.
            headers["Referrer-Policy"] = "same-origin"
        # Django's page about an exception, on a development machine, styles itself inline.
        if not (settings.DEBUG and response.status_code == 500):
            headers["Content-Security-Policy"] = self.policy(response) if at_desk else SITE_POLICY
        return response

    @staticmethod
    def policy(response: HttpResponse) -> str:
        """What a page under the desk's addresses may do."""
        is_readers_page = getattr(response, "is_readers_page", False)
        return PREVIEW_POLICY if is_readers_page else DESK_POLICY
