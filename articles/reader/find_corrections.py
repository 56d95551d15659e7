"""The queries of the corrections page; like all of the site's, each takes `as_of`."""

import datetime as dt
from typing import Final

from django.db.models import Exists, QuerySet

from articles.document.serialise import load_card
from articles.models import liveness
from articles.models.beside import EditionNotice
from articles.models.edition import Deindexed, Notice
from articles.reader.find_lists import LISTED
from articles.reader.rows import Corrected, Listed

_NOTICE: Final = ("notice__date", "notice__text", "slide")


def count(language: str, as_of: dt.datetime) -> int:
    return _public(language, as_of).count()


def corrections(
    language: str, as_of: dt.datetime, *, start: int, stop: int
) -> tuple[Corrected, ...]:
    """From `start` to before `stop`, the newest first: one query."""
    rows = _public(language, as_of).order_by("-notice__date", "-notice_id")
    columns = (*_NOTICE, *(f"edition__{column}" for column in LISTED))
    return tuple(
        Corrected(date, text, slide, Listed(article, topic, slug, published, load_card(card)))
        for date, text, slide, article, topic, slug, published, card in rows.values_list(*columns)[
            start:stop
        ]
    )


def _public(language: str, as_of: dt.datetime) -> QuerySet[EditionNotice]:
    """Those that stand in what is live and not hidden from search engines: none that comes with a
    later Edition, none that went."""
    return EditionNotice.objects.filter(
        ~Exists(Deindexed.of_outer("edition__")),
        liveness.live(as_of, "edition__"),
        notice__kind=Notice.Kind.CORRECTION,
        notice__language=language,
    )
