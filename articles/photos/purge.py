"""Tell the caches in front to forget an address: an outbox, emptied by the worker.

Each cache of MEDIA_PURGE_URLS gets `PURGE <address>` under the site's own host name, as Varnish,
nginx's purge module and most CDNs understand it. One that cannot be reached is asked again.
"""

import datetime as dt
import http.client
import logging
from collections.abc import Iterable
from typing import Final
from urllib.error import URLError
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, Request

from django.conf import settings

from articles.models.clock import database_now
from articles.models.photo import Purge

log = logging.getLogger(__name__)

TIMEOUT: Final = 2.0  # seconds
AT_ONCE: Final = 50  # addresses before the worker looks at its other work
# A cache that was away for a day has forgotten by itself, or its operator has to look.
GIVE_UP: Final = 30
_LONGEST: Final = dt.timedelta(hours=1)
_FORGOTTEN: Final = 404  # it never knew that address

# No redirects, proxies or cookies: whoever answers is the cache itself.
_opener = OpenerDirector()
for _handler in (HTTPHandler(), HTTPSHandler()):
    _opener.add_handler(_handler)


def later(paths: Iterable[str]) -> None:
    """Put addresses (`/media/renditions/…`) into the outbox; part of the caller's transaction."""
    if not settings.MEDIA_PURGE_URLS:
        return
    now = database_now()
    Purge.objects.bulk_create(
        [Purge(path=path, due_at=now) for path in dict.fromkeys(paths)],
        update_conflicts=True,
        unique_fields=["path"],
        update_fields=["due_at", "tries"],
    )


def send_due() -> bool:
    """Send what is due, a few dozen addresses at most; False if nothing was."""
    due = list(Purge.objects.filter(due_at__lte=database_now())[:AT_ONCE])
    away: set[str] = set()  # within this round: a cache that is down costs one timeout, not fifty
    for purge in due:
        failed = [cache for cache in settings.MEDIA_PURGE_URLS if not _sent(cache, purge, away)]
        if not failed:
            purge.delete()
        elif purge.tries + 1 >= GIVE_UP:
            log.error("Gave up asking %s to forget %s.", ", ".join(failed), purge.path)
            purge.delete()
        else:
            purge.tries += 1
            wait = min(_LONGEST, dt.timedelta(seconds=2**purge.tries))
            purge.due_at = database_now() + wait
            purge.save(update_fields=["tries", "due_at"])
    return bool(due)


def _sent(cache: str, purge: Purge, away: set[str]) -> bool:
    """Whether `cache` has forgotten the address, or never knew it."""
    if cache in away:
        return False
    request = Request(  # noqa: S310  # an operator's own setting
        cache.rstrip("/") + purge.path, method="PURGE", headers={"Host": settings.SITE_HOST}
    )
    try:
        answer = _opener.open(request, timeout=TIMEOUT)
    except (URLError, OSError, http.client.HTTPException) as error:
        away.add(cache)
        log.warning("%s did not forget %s: %s", cache, purge.path, error)
        return False
    with answer:
        if answer.status < 300 or answer.status == _FORGOTTEN:
            return True
        log.warning("%s did not forget %s: it answered %s", cache, purge.path, answer.status)
        return False
