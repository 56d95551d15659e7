"""What the desk answers once something was published: in the dialog, on the panel, in the history."""

from collections.abc import Iterable

from django.contrib import messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.desk.asking import staff
from articles.desk.editions import called_off
from articles.desk.names import LANGUAGE_NAMES
from articles.desk.panel import address
from articles.desk.publish.owed import banners, left_owing
from articles.desk.storyboard.states import states_of
from articles.models.article import Article
from articles.models.clock import database_now
from articles.models.edition import Edition
from articles.publishing.owed import unsettled
from articles.text.dates import moment


def panel_address(article: Article) -> str:
    return reverse("admin:articles_article_publish", args=[article.pk])


def log(request: HttpRequest, article: Article, message: str) -> None:
    """Into the article's history, as the stock admin keeps it."""
    LogEntry.objects.log_actions(
        user_id=staff(request).pk,
        queryset=[article],
        action_flag=CHANGE,
        change_message=message,
        single_object=True,
    )


def done(
    request: HttpRequest,
    article: Article,
    editions: list[Edition],
    scheduled: Iterable[Edition],
) -> HttpResponse:
    """`scheduled` were so when the panel was sent: one that has become needless is told of."""
    now = database_now()
    lines = []
    for edition in editions:
        is_live = edition.live_from <= now
        text = (
            _("The %(language)s edition is live.")
            if is_live
            else _("The %(language)s edition goes live on %(when)s.")
        )
        note = text % {
            "language": LANGUAGE_NAMES[edition.language],
            "when": moment(edition.live_from, get_language() or "en"),
        }
        lines.append((note, address(edition) if is_live else ""))
    lines += [(note, "") for note in called_off(scheduled)]
    made = {(edition.language, edition.live_from) for edition in editions}
    owing = unsettled().filter(article=article)
    lines += [
        (left_owing(each, now), "")
        for each in owing
        if (each.note.language, each.note.date) in made
    ]
    return told_of(request, article, lines)


def told_of(request: HttpRequest, article: Article, lines: list[tuple[str, str]]) -> HttpResponse:
    """What was done, with where it is live: as JSON to the dialog, else on the panel's page."""
    for note, _href in lines:
        log(request, article, note)
    if "dialog" in request.GET:
        lines_told = [{"text": note, "href": href} for note, href in lines]
        now = database_now()
        states = {"states": states_of(article, now), "owed": banners(article, now)}
        return JsonResponse({"done": lines_told, **states})
    for note, _href in lines:
        messages.success(request, note)
    return HttpResponseRedirect(panel_address(article))
