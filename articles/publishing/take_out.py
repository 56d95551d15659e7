"""A photo is taken out of one article's working copy, as out of its pages."""

from collections.abc import Sequence

from articles.document.patch import Removal
from articles.models.article import Article, Slide
from articles.models.translated import column, write
from articles.text.languages import LANGUAGES

_WORDS = [column(name, language) for name in ("alt", "caption") for language in LANGUAGES]


def take_out(article: Article, photo: int, removal: Removal, substitute: int | None) -> bool:
    """Let no slide of a locked article show `photo`, nor its lead; False if none did.

    A slide's own alt text and caption described that picture, and go with it. A slide is not
    dropped if a language would be left without any.
    """
    slides = list(article.slides.order_by("order", "id"))
    showing = [slide for slide in slides if slide.photo_id == photo]
    dropped = _to_drop(slides, showing) if removal == "drop" else []
    for slide in showing:
        if slide in dropped:
            _move_links(slide, slides, dropped)
            slide.delete()
        else:
            _show(slide, substitute if removal == "substitute" else None)
    leads = article.lead_photo_id == photo
    if leads:
        article.lead_photo_id = substitute if removal == "substitute" else None
    if leads or showing:
        article.save(update_fields=["lead_photo", "changed_at"])
    return bool(leads or showing)


def _to_drop(slides: Sequence[Slide], showing: Sequence[Slide]) -> list[Slide]:
    left = list(slides)
    dropped = []
    for slide in reversed(showing):
        without = [each for each in left if each != slide]
        if _languages(without) == _languages(left):
            left = without
            dropped.append(slide)
    return dropped


def _languages(slides: Sequence[Slide]) -> set[str]:
    """Those in which at least one of `slides` stands."""
    return {
        language
        for slide in slides
        for language in LANGUAGES
        if slide.languages in ("both", language)
    }


def _move_links(slide: Slide, slides: Sequence[Slide], dropped: Sequence[Slide]) -> None:
    """Its links follow the slide before it that stays; none: the standfirst."""
    before = [each for each in slides[: slides.index(slide)] if each not in dropped]
    slide.links.update(after=before[-1] if before else None)


def _show(slide: Slide, photo: int | None) -> None:
    slide.photo_id = photo
    for name in ("alt", "caption"):
        for language in LANGUAGES:
            write(slide, name, language, "")
    slide.save(update_fields=["photo", *_WORDS])
