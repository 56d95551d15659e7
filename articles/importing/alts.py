"""Alt texts where nobody has written one: said to be what they are, and reported."""

from typing import Final

from django.db import transaction
from django.utils.translation import ngettext

from articles.models.article import Article, Slide
from articles.models.translated import column, read, write
from articles.text.languages import other

# They do not pretend to say what is seen. They stand on the page, so in the page's language.
STAND_IN: Final = {"en": "Photo for “{}”", "da": "Foto til »{}«"}


@transaction.atomic
def stand_in(article: Article, language: str) -> str:
    """Give photos without an alt text one that names the slide's heading.

    Returns the warning, also put on the article's note for the desk, that an editor has to
    write what is really seen; empty if nothing was missing.
    """
    locked = Article.objects.select_for_update().get(pk=article.pk)
    slides = locked.slides.exclude(languages=other(language)).select_related("photo")
    numbers = []
    for number, slide in enumerate(slides, 1):
        if _lacks(slide, language):
            text = STAND_IN[language].format(read(slide, "heading", language))
            write(slide, "alt", language, text)
            slide.save(update_fields=[column("alt", language)])
            numbers.append(str(number))
    if not numbers:
        return ""
    warning = ngettext(
        "Nobody has written an alt text for the photo of slide %(numbers)s. Its heading stands"
        " in, which tells nobody what is seen. Write that.",
        "Nobody has written alt texts for the photos of slides %(numbers)s. Their headings stand"
        " in, which tells nobody what is seen. Write that.",
        len(numbers),
    ) % {"numbers": ", ".join(numbers)}
    locked.editor_note = "\n\n".join(filter(None, (locked.editor_note, warning)))
    locked.save(update_fields=["editor_note"])
    return warning


def _lacks(slide: Slide, language: str) -> bool:
    if slide.photo is None or not read(slide, "heading", language):
        return False
    return not (read(slide, "alt", language) or read(slide.photo, "alt", language))
