"""The queries for the site's settings and simple pages. Two for a generation, then none."""

from collections.abc import Sequence

from django.utils.safestring import mark_safe

from articles.models import generation
from articles.models.site import Page, SiteSettings
from articles.models.translated import read
from articles.reader import addresses, theme
from articles.reader.site import PageLink, Site
from articles.text.languages import LANGUAGES, other


def site(language: str) -> Site:
    """The site as it is told in `language`."""
    return generation.kept("site", _both)[language]


def text_of(page: int, language: str) -> tuple[str, str]:
    """The Markdown of a simple page, and what search engines are told of it: one query."""
    found = Page.objects.get(pk=page)
    return read(found, "body", language), read(found, "description", language)


def _both() -> dict[str, Site]:
    settings = SiteSettings.current()
    pages = list(Page.objects.filter(is_public=True).defer("body_en", "body_da"))
    return {language: _site(settings, pages, language) for language in LANGUAGES}


def _site(settings: SiteSettings, pages: Sequence[Page], language: str) -> Site:
    return Site(
        language=language,
        name=settings.name,
        tagline=read(settings, "tagline", language),
        logo=mark_safe(settings.logo),  # noqa: S308 - see articles.text.drawing
        theme=theme.address(settings),
        icon=settings.icon,
        publisher=settings.publisher,
        company_number=settings.company_number,
        responsible_editor=settings.responsible_editor,
        address=tuple(filter(None, map(str.strip, settings.address.splitlines()))),
        email=settings.email,
        phone=settings.phone,
        complaints=read(settings, "complaints", language),
        pages=tuple(_link(page, language) for page in pages if read(page, "slug", language)),
    )


def _link(page: Page, language: str) -> PageLink:
    slug = read(page, "slug", language)
    return PageLink(
        id=page.pk,
        text=read(page, "title", language),
        slug=slug,
        href=addresses.topic(language, slug),
        other_slug=read(page, "slug", other(language)),
        former=tuple(page.former),
    )
