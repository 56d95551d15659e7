"""A clean article in the database, as the desk would have stored it."""

from articles.document.working_copy import WorkingCopy, WorkingPhoto
from articles.models.article import Article, Slide
from articles.models.photo import ImageCredit, Photo
from articles.text.languages import LANGUAGES
from articles.text.ranks import spread
from tests import newsroom


def store(working: WorkingCopy, others: dict[int, Article] | None = None) -> Article:
    """`working` as an Article; links to articles lead to those of `others`, by their id there."""
    texts = {
        f"{name}_{language}": getattr(working.texts[language], name)
        for language in LANGUAGES
        for name in ("kicker", "headline", "slug", "standfirst", "seo_title", "seo_description")
    }
    article = newsroom.article(
        slides=0, by="", **texts, commercial=working.commercial, sponsor=working.sponsor
    )
    for byline in working.bylines:
        newsroom.byline(article, byline.name)
    for source in working.sources:
        newsroom.source(article, source.names["en"], source.names["da"], source.url)
    slides = _slides(article, working)
    for link in working.links:
        to = (others or {}).get(link.article or 0, article) if link.article else link.url
        labels = {f"label_{language}": text for language, text in link.labels.items()}
        newsroom.link(article, to, after=slides.get(link.after), key=link.key, **labels)
    return article


def _slides(article: Article, working: WorkingCopy) -> dict[str, Slide]:
    stored = {}
    for slide, order in zip(working.slides, spread(len(working.slides)), strict=True):
        texts = {
            f"{name}_{language}": getattr(slide.texts[language], name)
            for language in slide.texts
            for name in ("heading", "body", "caption", "alt")
        }
        stored[slide.key] = Slide.objects.create(
            article=article,
            key=slide.key,
            order=order,
            languages=slide.languages,
            photo=_photo(slide.photo) if slide.photo else None,
            **texts,
        )
    return stored


def _photo(photo: WorkingPhoto) -> Photo:
    facts = photo.facts
    credit, _ = ImageCredit.objects.get_or_create(name=facts.credit)
    blank = dict.fromkeys(("alt_en", "alt_da", "caption_en", "caption_da"), "")
    return newsroom.photo(byline=facts.creator, credit=credit, width=facts.width, **blank)
