"""What an editor reads when two people changed the same thing: who, when, and both texts."""

import datetime as dt
from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.models.article import Article
from articles.models.desk import Sitting
from articles.models.staff import User
from articles.text.dates import moment
from articles.text.words import compare

_TAGS = {"same": "span", "gone": "del", "new": "ins"}


def difference(before: str, after: str) -> SafeString:
    """The words that went and those that came, marked as such; escaped."""
    return format_html_join(
        "", "<{0}>{1}</{0}>", ((_TAGS[run.kind], run.text) for run in compare(before, after))
    )


def called(user: User | None) -> str:
    """What colleagues call somebody; a dash for nobody."""
    return (user.get_full_name() or user.get_username()) if user else "–"


def somebody(pk: int, *, but: User | None, model: type[Model] = Article) -> str:
    """Who, apart from oneself, saved the article last, and when, as the start of a sentence.

    Of another `model` the row with that id.
    """
    entries: list[tuple[dt.datetime, User | None]] = []
    logged = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(model), object_id=str(pk)
    )
    entry = logged.exclude(user=but).select_related("user").order_by("-action_time").first()
    if entry is not None:
        entries.append((entry.action_time, entry.user))
    if model is Article:  # the storyboard saves without an entry in the admin's log
        sittings = Sitting.objects.filter(article=pk, by__isnull=False).exclude(changes=[])
        sitting = sittings.exclude(by=but).select_related("by").order_by("-ended").first()
        if sitting is not None:
            entries.append((sitting.ended, sitting.by))
    if not entries:
        return _("Somebody else")
    when, who = max(entries, key=lambda each: each[0])
    return _("%(name)s (%(when)s)") % {
        "name": called(who),
        "when": moment(when, get_language() or "en"),
    }


def two_versions(who: str, theirs: Any, mine: Any) -> SafeString:
    """The message at a field that two people changed: theirs, with mine marked in it."""
    return format_html(
        '{} <span class="versions">{}</span> {}',
        _("%(who)s has changed this since you opened the page:") % {"who": who},
        difference(str(theirs), str(mine)),
        _("Your version is still in the field. Save again to let it stand."),
    )
