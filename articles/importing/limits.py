"""How many characters the fields of the models hold, for what an import writes into them."""

from typing import Final, cast

from django.db.models import Field, Model

from articles.models.article import Article, CrossLink, Slide
from articles.models.newsroom import Contributor, Source
from articles.models.photo import ImageCredit, Photo


def _of(model: type[Model], field: str) -> int:
    column = cast("Field[str, str]", model._meta.get_field(field))
    return cast("int", column.max_length)


HEADLINE: Final = _of(Article, "headline")
KICKER: Final = _of(Article, "kicker")
HEADING: Final = _of(Slide, "heading")
CAPTION: Final = _of(Slide, "caption")
ALT: Final = _of(Slide, "alt")
LINK: Final = min(_of(CrossLink, "label"), HEADLINE)  # a title becomes a label or a headline
LINK_URL: Final = _of(CrossLink, "url")
BYLINE: Final = _of(Contributor, "name")
SOURCE: Final = _of(Source, "name")
SOURCE_URL: Final = _of(Source, "url")
CREDIT: Final = min(_of(ImageCredit, "name"), _of(Photo, "byline"))
STOCK_ID: Final = _of(Photo, "stock_id")
