"""Where the words of an article are held: every table and column, in one list.

What is anonymised or erased is so here and nowhere else, so a column that is new and holds words
has to be entered: tests/publishing/test_holdings.py goes through all of the database and asks.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from reversion.models import Version

from articles.models.article import Article, CrossLink, Slide
from articles.models.desk import PreviewLink, Removed, Sheet, Sitting, Waiting
from articles.models.edition import Edition, Notice
from articles.models.live import CorrectionOwed
from articles.models.photo import Original, Photo
from articles.models.reports import ErrorReport
from articles.models.translated import column
from articles.text.languages import LANGUAGES


def _nothing() -> Q:
    return Q()


@dataclass(frozen=True, slots=True)
class Holding:
    """One table. `of` leads from its row to the article, `columns` hold the words; of those that
    are JSON in a column of text `encoded` says so. `about` tells one row from another."""

    name: str
    model: type[models.Model]
    of: str
    columns: tuple[str, ...]
    encoded: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    within: Callable[[], Q] = field(default=_nothing)

    def rows(self, which: Any) -> list[dict[str, Any]]:
        """Its rows for one article, or for a collection of ids, as {column: value}."""
        lookup = self.of if isinstance(which, int) else f"{self.of}__in"
        found = self.all().filter(**{lookup: which}).order_by("pk").distinct()
        return list(found.values("pk", *self.columns, *self.about))

    def all(self) -> models.QuerySet[Any]:
        """Past managers: a translated model's would put another column for the one that is named."""
        return models.QuerySet(self.model).filter(self.within())

    def write(self, pk: int, values: dict[str, Any]) -> None:
        models.QuerySet(self.model).filter(pk=pk).update(**values)


def _translated(*names: str) -> tuple[str, ...]:
    """The columns of translated fields: each language's, and the bare one beside them."""
    return tuple(
        each for name in names for each in (name, *(column(name, code) for code in LANGUAGES))
    )


def _log_of_articles() -> Q:
    return Q(content_type=ContentType.objects.get_for_model(Article))


EDITIONS: Final = Holding(
    "edition",
    Edition,
    "article",
    ("document", "card", "slug", "overrules", "withdrawal_reason"),
    about=("language", "number"),
)
WORKING: Final = (
    Holding(
        "article",
        Article,
        "pk",
        (
            *_translated("kicker", "headline", "slug", "standfirst", "seo_title"),
            *_translated("seo_description"),
            *("sponsor", "editor_note", "import_ref", "basis"),
        ),
    ),
    Holding(
        "slide",
        Slide,
        "article",
        (*_translated("heading", "body", "caption", "alt"), "basis"),
        about=("key",),
    ),
    Holding("link", CrossLink, "article", (*_translated("label"), "url", "basis"), about=("key",)),
)
NOTICES: Final = Holding("notice", Notice, "article", ("text",), about=("language", "kind"))
HISTORY: Final = (
    Holding("sitting", Sitting, "article", ("changes",)),
    Holding(
        "version",
        Version,
        "revision__sitting__article",
        ("serialized_data", "object_repr"),
        encoded=("serialized_data",),
    ),
    Holding("removed", Removed, "article", ("data",)),
    Holding(
        "log", LogEntry, "object_id", ("object_repr", "change_message"), within=_log_of_articles
    ),
)
PAPERS: Final = (
    Holding("sheet", Sheet, "article", ("texts", "returned", "note")),
    Holding("preview", PreviewLink, "article", ("note",)),
    Holding("waiting", Waiting, "article", ("request", "message")),
    Holding("owed", CorrectionOwed, "article", ("reason",)),
    Holding(
        "report", ErrorReport, "article", ("text", "name", "note"), about=("language", "edition")
    ),
)
# Every word that is an article's own.
OF_ARTICLE: Final = (EDITIONS, *WORKING, NOTICES, *HISTORY, *PAPERS)
# A photo's words are the library's: they may be on other pages as well.
LIBRARY: Final = (
    Holding(
        "photo",
        Photo,
        "pk",
        (*_translated("alt", "caption"), "ledger", "filename", "metadata"),
    ),
    Holding("original", Original, "photo", ("filename",)),
)


def photos_of(article: int) -> list[int]:
    """The photos that an article shows, or has shown: two queries."""
    used = Photo.objects.filter(Q(slides__article=article) | Q(editions__article=article))
    lead = Article.objects.filter(pk=article).values_list("lead_photo", flat=True)
    return sorted({*used.values_list("pk", flat=True), *filter(None, lead)})


def alone_in(article: int, photos: Iterable[int]) -> set[int]:
    """Those of `photos` that nothing but `article` uses, or has used: three queries."""
    ids = set(photos)
    slides = Slide.objects.filter(photo__in=ids).exclude(article=article)
    leads = Article.objects.filter(lead_photo__in=ids).exclude(pk=article)
    editions = Edition.objects.filter(photos__in=ids).exclude(article=article)
    elsewhere = {
        *slides.values_list("photo", flat=True),
        *leads.values_list("lead_photo", flat=True),
        *editions.values_list("photos", flat=True),
    }
    return ids - elsewhere
