"""What an import needs to know of the newsroom, read from the database."""

import hashlib
from dataclasses import replace
from typing import Final

from django.utils.translation import gettext as _

from articles.importing.errors import ManuscriptError
from articles.importing.pairing import Side
from articles.importing.parts import Manuscript
from articles.importing.photos_csv import PhotoFolder
from articles.importing.planned import Existing, ExistingSlide, Newsroom, PlannedSlide, UnnamedLink
from articles.importing.titles import normalise
from articles.models.article import Article, Slide
from articles.models.clock import database_now
from articles.models.edition import Edition
from articles.models.newsroom import Topic
from articles.models.permalink import Permalink
from articles.models.translated import column, read
from articles.text.languages import other
from articles.text.sanitise import plain

# The key in Article.import_ref of a draft that an import made for a title it met.
STUB: Final = "stub"


def newsroom(language: str) -> Newsroom:
    """Return the titles of all articles in `language`, and the first topic."""
    headline = column("headline", language)
    # The oldest article wins where titles are equal, but what readers see wins over any draft.
    drafts = Article.objects.order_by("-pk").values_list("pk", headline)
    live = Edition.objects.live(database_now()).filter(language=language)
    titles = {normalise(title): pk for pk, title in drafts if title}
    titles |= {
        normalise(title): pk for pk, title in live.values_list("article_id", "card__headline")
    }
    titles.pop("", None)
    return Newsroom(titles, Topic.objects.values_list("pk", flat=True).first())


def topic(slug: str) -> int:
    """Return the topic with that address in either language."""
    topics = {read(each, "slug", lang): each.pk for lang in ("en", "da") for each in _topics()}
    if slug not in topics:
        raise ManuscriptError(
            _("There is no topic “%(slug)s”. Choose one of: %(topics)s.")
            % {"slug": slug, "topics": ", ".join(filter(None, topics)) or _("none yet")}
        )
    return topics[slug]


def _topics() -> list[Topic]:
    return list(Topic.objects.all())


def imported(ref: str, language: str) -> Article | None:
    """Return the article that this very manuscript was imported into."""
    return Article.objects.filter(**{f"import_ref__{language}": ref}).order_by("pk").first()


def stub(headline: str, language: str) -> Article | None:
    """Return the draft that an earlier import made for this title, if it is untouched since."""
    stubs = Article.objects.filter(
        **{f"import_ref__{STUB}": language}, slides=None, editions=None
    ).order_by("pk")
    key = normalise(headline)
    return next((s for s in stubs if normalise(read(s, "headline", language)) == key), None)


def find_article(text: str) -> Article:
    """Return the article with that number or address (slug)."""
    wanted = text.strip().strip("/").rpartition("/")[2]
    article = Article.objects.filter(pk=int(wanted)).first() if wanted.isdecimal() else None
    if article is None:
        article = _addressed(wanted, language=text.strip().strip("/").partition("/")[0])
    if article is None:
        raise ManuscriptError(
            _("There is no article “%(article)s”. Give its number, as in the desk's address.")
            % {"article": text}
        )
    return article


def _addressed(slug: str, *, language: str) -> Article | None:
    """Return the article with that slug, which each language gives out by itself."""
    links = Permalink.objects.filter(slug=slug).select_related("article")
    articles = {link.article for link in links.filter(language=language) or links}
    if len(articles) > 1:
        raise ManuscriptError(
            _(
                "The address “%(slug)s” is that of different articles in the two languages:"
                " %(ids)s. Give the number of the one you mean."
            )
            % {"slug": slug, "ids": ", ".join(str(pk) for pk in sorted(a.pk for a in articles))}
        )
    return next(iter(articles), None)


def unpictured(article: Article, manuscript: Manuscript) -> tuple[PlannedSlide, ...]:
    """Return the slides without a photo that the manuscript knows, numbered as it numbers them.

    The desk may have moved, added or retold slides since: then the heading tells which is which.
    """
    language = manuscript.language
    slides = list(article.slides.exclude(languages=other(language)))
    numbered = dict(enumerate(manuscript.slides, 1))
    if len(slides) == len(numbered):
        pairs = list(zip(slides, numbered, strict=True))
    else:
        by_heading = {normalise(slide.heading): number for number, slide in numbered.items()}
        keyed = ((slide, normalise(read(slide, "heading", language))) for slide in slides)
        pairs = [(slide, by_heading.pop(key)) for slide, key in keyed if key in by_heading]
    return tuple(
        PlannedSlide(slide.pk, numbered[number], number)
        for slide, number in pairs
        if slide.photo_id is None
    )


def unused(folder: PhotoFolder, article: Article) -> PhotoFolder:
    """Return `folder` without the files that the article's slides show already."""
    shown = set(article.slides.exclude(photo=None).values_list("photo__sha256", flat=True))
    return replace(
        folder,
        files=tuple(
            file
            for file in folder.files
            if hashlib.sha256(file.read_bytes()).hexdigest() not in shown
        ),
    )


def existing(article: Article, language: str) -> Existing:
    """Return what `article` has to pair with; raise ManuscriptError if it has `language`."""
    slides = list(article.slides.all())
    if any(_has_text(slide, language) for slide in slides):
        text = {
            "en": _("Article %(id)d has an English text, and an import overwrites nothing."),
            "da": _("Article %(id)d has a Danish text, and an import overwrites nothing."),
        }[language]
        raise ManuscriptError(f"{text} {_('Edit it at the desk.')}" % {"id": article.pk})
    return Existing(
        article.pk,
        read(article, "headline", language),
        tuple(
            ExistingSlide(slide.pk, _side(slide, other(language)), slide.photo_id is not None)
            for slide in slides
        ),
        article.topic_id is not None,
        _unnamed_links(article, slides, language),
    )


def _unnamed_links(article: Article, slides: list[Slide], language: str) -> tuple[UnnamedLink, ...]:
    places = {slide.pk: place for place, slide in enumerate(slides, 1)}
    links = article.links.filter(target__isnull=False).select_related("target")
    return tuple(
        UnnamedLink(places.get(link.after_id or 0, 0), link.target.pk)
        for link in links
        if link.target and not read(link.target, "headline", language)
    )


def _has_text(slide: Slide, language: str) -> bool:
    return any(read(slide, field, language) for field in ("heading", "body"))


def _side(slide: Slide, language: str) -> Side:
    return Side(read(slide, "heading", language), plain(read(slide, "body", language)))


def sides(found: Existing) -> list[Side]:
    """Return the existing slides as pairing compares them."""
    return [slide.side for slide in found.slides]
