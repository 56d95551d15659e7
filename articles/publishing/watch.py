"""The watch over what is live: today's rules once a night, and what they found kept for the desk.

A worker does it a few articles at a time, between its other work; a check that is cut short goes
on where it was.
"""

import datetime as dt
import logging
import time
from collections import Counter
from collections.abc import Iterable
from typing import Any, Final

from django.db import DatabaseError, transaction
from django.utils import translation

from articles.models.clock import DatabaseNow, database_now
from articles.models.edition import Edition
from articles.models.live import Watch
from articles.models.staff import User
from articles.publishing.audit import Audited, audit_live
from articles.text.dates import at_copenhagen, local
from articles.text.languages import LANGUAGES

log = logging.getLogger(__name__)

HOUR: Final = dt.time(4)  # Copenhagen's; no night skips or repeats it
KEPT: Final = 14
_STEP: Final = 0.2  # seconds after which a picture that has come meanwhile is looked for
_READ: Final = 50  # articles of which the ids are read at once


def is_due(checked: dt.datetime | None, now: dt.datetime) -> bool:
    """Whether a check is to be made: there is none yet, or none since four in the morning."""
    return checked is None or checked < _last_night(now)


def _last_night(now: dt.datetime) -> dt.datetime:
    today = local(now).date()
    four = at_copenhagen(dt.datetime.combine(today, HOUR))
    if four > now:
        four = at_copenhagen(dt.datetime.combine(today - dt.timedelta(days=1), HOUR))
    return four


def ask(*, by: User | None) -> Watch:
    """Let a worker check everything as soon as it has time; the one that it is at, if it is."""
    values = {"asked_at": database_now(), "asked_by": by}
    row, _is_new = Watch.objects.get_or_create(done=False, defaults=values)
    return row


@transaction.atomic
def keep(found: Iterable[Audited], *, as_of: dt.datetime) -> Watch:
    """Keep what a whole audit found; of the earlier ones the last few."""
    articles = Edition.objects.live(as_of).order_by().values("article").distinct().count()
    found = list(found)
    row = Watch.objects.create(
        asked_at=as_of,
        done=True,
        at=database_now(),
        articles=articles,
        findings=_findings(found),
        warnings=_warnings(found),
    )
    _forget_old_ones()
    return row


def work() -> bool:
    """For the worker: look at a few articles if a check is asked for or due; False if none is."""
    at_work = _at_work()
    if at_work is None:
        return False
    _go_on(Watch.objects.get(pk=at_work))
    return True


def _at_work() -> int | None:
    """The check that was begun or asked for, or a new one if that is due: one query, as a rule."""
    row = Watch.objects.annotate(now=DatabaseNow()).values("pk", "done", "at", "now").first()
    if row is None or (row["done"] and is_due(row["at"], row["now"])):
        return ask(by=None).pk
    return None if row["done"] else row["pk"]


def _go_on(row: Watch) -> None:
    """Look at the next articles, and note down what comes of it unless another worker has."""
    until = time.monotonic() + _STEP
    now = database_now()
    as_it_was = Watch.objects.filter(pk=row.pk, done=False, upto=row.upto)
    live = Edition.objects.live(now).filter(article__gt=row.upto).order_by("article")
    articles = list(live.values_list("article", flat=True).distinct()[:_READ])
    looked_at = 0
    for article in articles:
        _look(row, article, now)
        looked_at += 1
        if time.monotonic() >= until:
            break
    row.articles += looked_at
    if looked_at == len(articles) < _READ:
        row.done, row.at = True, database_now()
    columns = ("upto", "articles", "findings", "warnings", "skipped", "done", "at")
    if as_it_was.update(**{name: getattr(row, name) for name in columns}) and row.done:
        _forget_old_ones()


def _look(row: Watch, article: int, now: dt.datetime) -> None:
    row.upto = article
    try:
        found = list(audit_live(as_of=now, article=article))
    except DatabaseError:
        raise
    except Exception:  # one text that a rule stumbles over does not keep the others unseen
        log.exception("Article %s could not be checked.", article)
        row.skipped.append(article)
    else:
        row.findings += _findings(found)
        row.warnings |= _warnings(found)


def _forget_old_ones() -> None:
    done = Watch.objects.filter(done=True).order_by("-at", "-pk")
    Watch.objects.filter(pk__in=list(done.values_list("pk", flat=True)[KEPT:])).delete()


def _findings(found: Iterable[Audited]) -> list[dict[str, Any]]:
    """What stops, slide by slide within a page."""
    stops = [each for each in found if each.finding.blocks]
    stops.sort(key=lambda each: (each.article, each.language, each.slide))
    return [_finding(each) for each in stops]


def _finding(each: Audited) -> dict[str, Any]:
    place, message = each.finding.place, {}
    for language in LANGUAGES:
        with translation.override(language):
            message[language] = str(each.finding.message)
    return {
        "edition": each.edition,
        "article": each.article,
        "language": each.language,
        "code": each.finding.code,
        "level": str(each.finding.level),
        "slide": place.slide,
        "number": each.slide,
        "field": place.field,
        "message": message,
    }


def _warnings(found: Iterable[Audited]) -> dict[str, int]:
    return dict(Counter(str(each.edition) for each in found if not each.finding.blocks))
