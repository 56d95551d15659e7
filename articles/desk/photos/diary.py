"""What was done to a photo, in its history as the stock admin keeps it."""

from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.http import HttpRequest

from articles.desk.asking import staff
from articles.models.photo import Photo


def log(request: HttpRequest, photo: Photo, message: str | list[dict[str, Any]]) -> None:
    LogEntry.objects.log_actions(
        user_id=staff(request).pk,
        queryset=[photo],
        action_flag=CHANGE,
        change_message=message,
        single_object=True,
    )
