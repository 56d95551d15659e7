"""Photos with all the words that somebody looks for, or with that number."""

import re
from typing import Final

from django.db.models import Q, QuerySet

from articles.desk.columns import pair
from articles.desk.searching import holds, words
from articles.models.photo import Photo

COLUMNS: Final = (
    *pair("caption"),
    *pair("alt"),
    "byline",
    "credit__name",
    "credit__aliases",
    "stock_id",
    "filename",
)
_NUMBER: Final = re.compile(r"(?P<sign>#?)(?P<digits>\d{1,18})")


def search(photos: QuerySet[Photo], query: str) -> QuerySet[Photo]:
    """Those that hold every word of `query`, each in any column of either language.

    `#123` is photo 123; `123` is that one too, besides stock numbers and file names.
    """
    alone = _NUMBER.fullmatch(query.strip())
    if alone and alone["sign"]:
        return photos.filter(pk=int(alone["digits"]))
    for word in words(query):
        condition = holds(COLUMNS, word)
        if alone:
            condition |= Q(pk=int(alone["digits"]))
        photos = photos.filter(condition)
    return photos
