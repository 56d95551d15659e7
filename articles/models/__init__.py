"""Registers every model. Import from the modules, `articles.models.edition`, not from here:
the readers' site must not come near `articles.models.article`."""

from articles.models.article import (
    Article,
    ArticleSource,
    Byline,
    CrossLink,
    Slide,
)
from articles.models.beside import EditionByline, EditionNotice, Gist, Related
from articles.models.desk import Presence, PreviewLink, Removed, Sheet, Sitting, Waiting, Waved
from articles.models.edition import (
    Deindexed,
    Edition,
    Generation,
    Instant,
    Notice,
)
from articles.models.erasure import Erasure
from articles.models.live import CorrectionOwed, Watch
from articles.models.newsroom import Contributor, FormerAddress, FrontSlot, Source, Topic
from articles.models.permalink import Permalink
from articles.models.photo import ImageCredit, Original, Photo, TakeDown
from articles.models.reads import Reached, ReadsOnDay
from articles.models.reports import ErrorReport
from articles.models.search import SearchEntry
from articles.models.site import Page, SiteSettings
from articles.models.staff import User

__all__ = [
    "Article",
    "ArticleSource",
    "Byline",
    "Contributor",
    "CorrectionOwed",
    "CrossLink",
    "Deindexed",
    "Edition",
    "EditionByline",
    "EditionNotice",
    "Erasure",
    "ErrorReport",
    "FormerAddress",
    "FrontSlot",
    "Generation",
    "Gist",
    "ImageCredit",
    "Instant",
    "Notice",
    "Original",
    "Page",
    "Permalink",
    "Photo",
    "Presence",
    "PreviewLink",
    "Reached",
    "ReadsOnDay",
    "Related",
    "Removed",
    "SearchEntry",
    "Sheet",
    "SiteSettings",
    "Sitting",
    "Slide",
    "Source",
    "TakeDown",
    "Topic",
    "User",
    "Waiting",
    "Watch",
    "Waved",
]
