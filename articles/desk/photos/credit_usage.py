"""What was shown of each credit's photos in a month: the screen, and the table for the accounts."""

import datetime as dt
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse

if TYPE_CHECKING:
    from articles.desk.photos.admin import PhotoAdmin


def credit_usage(admin: "PhotoAdmin", request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(dt.date.today()))  # noqa: DTZ011
