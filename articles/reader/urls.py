"""The readers' addresses; addresses.py writes them. The last pattern takes every other path."""

from collections.abc import Iterator

from django.urls import URLPattern, path, re_path, register_converter

from articles.photos import icons
from articles.reader import (
    archive_views,
    brand,
    corrections_views,
    machines,
    media,
    people_views,
    report_views,
    searching,
    views,
)
from articles.reader.addresses import FEEDS, PAGE_WORDS, WORDS
from articles.reader.reading import View
from articles.reader.reads import beacon


class LanguageConverter:
    regex = "en|da"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class WordConverter(LanguageConverter):
    """A slug in the one form that `articles.text.slugs` makes."""

    regex = "[a-z0-9]+(?:-[a-z0-9]+)*"


register_converter(LanguageConverter, "language")
register_converter(WordConverter, "word")

# At the end of a list's address: nothing, or a page number as addresses.paged writes it.
_PAGES = {
    language: rf"(?:{word}/(?P<page>[1-9][0-9]{{0,5}})/)?$" for language, word in PAGE_WORDS.items()
}


def _own(name: str, rest: str, view: View, *, is_paged: bool = True) -> Iterator[URLPattern]:
    """`/en/people/…` and `/da/personer/…`: the pages whose first word is the site's own."""
    for language, word in WORDS[name].items():
        end = _PAGES[language] if is_paged else "$"
        yield re_path(rf"^(?P<language>{language})/{word}/{rest}{end}", view)


urlpatterns = [
    path("", views.root),
    re_path(
        r"^media/renditions/(?P<name>(?P<stem>[0-9a-f]{2}/[0-9a-f]{24})-[0-9a-z-]+\.[a-z]+)$",
        media.rendition,
    ),
    re_path(r"^theme-(?P<digest>[0-9a-f]{12})\.css$", brand.colours),
    re_path(
        rf"^icons/(?P<stem>[0-9a-f]{{24}})-(?P<size>{'|'.join(icons.SIZES)})\.png$", brand.icon
    ),
    path("favicon.ico", brand.favicon),
    path("<language:language>/opensearch.xml", searching.description),
    path("<language:language>/manifest.webmanifest", brand.manifest),
    re_path(
        rf"^(?P<language>{LanguageConverter.regex})/(?:(?P<topic>{WordConverter.regex})/)?"
        rf"feed\.(?P<kind>{'|'.join(FEEDS)})$",
        machines.feed,
    ),
    path("sitemap.xml", machines.sitemap_index),
    path("sitemap-pages.xml", machines.sitemap_pages),
    path("sitemap-news.xml", machines.sitemap_news),
    re_path(r"^sitemap-articles-(?P<number>[1-9][0-9]{0,6})\.xml$", machines.sitemap_articles),
    path("robots.txt", machines.robots),
    re_path(
        r"^reads/(?P<edition>[1-9][0-9]{0,17})/(?P<slides>[0-9]{1,3})/(?P<sign>[0-9a-f]{10})$",
        beacon.told,
    ),
    path("<language:language>/", views.front),
    *_own("search", "", searching.search, is_paged=False),
    *_own("report", "", report_views.report, is_paged=False),
    *_own("archive", "", archive_views.months, is_paged=False),
    *_own("archive", "(?P<year>[0-9]{4})/(?P<number>0[1-9]|1[0-2])/", archive_views.month),
    *_own("corrections", "", corrections_views.all_corrections),
    *_own("people", rf"(?P<slug>{WordConverter.regex})/", people_views.person),
    path("<language:language>/<word:slug>/", views.topic),
    *(
        re_path(
            rf"^(?P<language>{language})/(?P<slug>{WordConverter.regex})"
            rf"/{word}/(?P<page>[1-9][0-9]{{0,5}})/$",
            views.topic,
        )
        for language, word in PAGE_WORDS.items()
    ),
    path("<language:language>/<word:topic>/<word:slug>/", views.article),
    re_path(r"", views.elsewhere),
]
