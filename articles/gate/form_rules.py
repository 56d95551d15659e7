"""The rules about form: how long, how many, by whom, from where."""

from collections.abc import Iterator, Mapping
from statistics import median
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.document.schema import Document
from articles.gate.registry import Flaw, Level, Remark, World, rule, text_rule
from articles.gate.texts import OF_ARTICLE, OF_SLIDE, Text, texts
from articles.gate.wording import filled, quotation
from articles.text.promises import promise
from articles.text.repeats import Piece, repeats
from articles.text.sanitise import plain
from articles.text.slug_quality import Poor, poor
from articles.text.studies import leans_on, names_a_source

# Well above what the desk's counters advise (storyboard/fields.py): there a counter turns, and a
# house may still like its headlines long. Beyond these a text is cut wherever it is shown.
LONGEST: Final[Mapping[str, int]] = {
    "kicker": 40,
    "headline": 160,
    "standfirst": 350,
    "seo_title": 75,
    "seo_description": 200,
    "heading": 120,
    "caption": 400,
    "alt": 250,
}
FEW_SLIDES: Final = 3
LONG_SLIDE: Final = 600  # characters
TIMES: Final = 2.5  # as long as the other slides
# Where the article itself leans on a study: not a link's words, nor what is seen in a photo.
_TOLD: Final = frozenset({*OF_ARTICLE, *OF_SLIDE} - {"alt"})
NEAR: Final = 2  # slides by which a promise in mid-headline may be missed, to be one of slides


@text_rule(
    "text.long",
    about=_("A headline, standfirst, search text, caption or alt text that is far too long."),
    example="A headline of 161 characters",
    fields=frozenset(LONGEST),
)
def too_long(text: Text) -> Iterator[Flaw]:
    length, longest = len(text.stored), LONGEST[text.field]
    if length > longest:
        yield Flaw(
            filled(
                _("%(length)s characters are too many here. Cut it to %(longest)s."),
                length=length,
                longest=longest,
            )
        )


# Of these, less says nothing to whoever searches.
SHORTEST: Final[Mapping[str, int]] = {"seo_title": 10, "seo_description": 50}


@text_rule(
    "text.short",
    about=_("A title or a description for search engines that is far too short."),
    example="A description of twelve characters",
    fields=frozenset(SHORTEST),
)
def too_short(text: Text) -> Iterator[Flaw]:
    length, shortest = len(text.stored), SHORTEST[text.field]
    if length < shortest:
        yield Flaw(
            filled(
                _(
                    "%(length)s characters are too few for search engines."
                    " Write at least %(shortest)s, or leave it empty."
                ),
                length=length,
                shortest=shortest,
            )
        )


_POOR: Final[Mapping[Poor, str | Promise]] = {
    "number": _("The address “%(slug)s” is only a number. Say what the article is about."),
    "empty": _("The address “%(slug)s” says nothing. Say what the article is about."),
    "default": _("The address “%(slug)s” is a stand-in. Say what the article is about."),
    "long": _("The address is very long. Keep a few words that say what the article is about."),
    "language": _("The address “%(slug)s” is in the other language. Make one from this headline."),
}


@rule(
    "slug.poor",
    Level.WARNS,
    about=_("An address that says nothing, is far too long, or is in the other language."),
    example="/en/health/untitled-2/",
)
def slug_poor(document: Document, world: World) -> Iterator[Remark]:
    if not document.slug:
        return
    what = poor(
        document.slug,
        headline=document.headline,
        language=document.language,
        others=world.other.headline if world.other else "",
    )
    if what:
        yield "", "slug", filled(_POOR[what], slug=quotation(document.slug))


def _promised(document: Document) -> Iterator[tuple[str, int, str, bool]]:
    """(field, number, words, leads) of each promise that the number of slides breaks."""
    slides = len(document.slides)
    for field in ("headline", "seo_title"):
        made = promise(getattr(document, field), document.language)
        if not slides or made is None or made.number == slides:
            continue
        if made.leads or abs(made.number - slides) <= NEAR:
            yield field, made.number, made.words, made.leads


_PROMISED: Final = _(
    "“%(words)s” are promised, but the number of slides is %(slides)s. Change one or the other."
)
_COUNTED: Final = _(
    "“%(words)s”, but the number of slides is %(slides)s."
    " If that counts them, change one or the other."
)


def _told(message: Promise, words: str, slides: int) -> str:
    return filled(message, words=quotation(words), slides=slides)


@rule(
    "headline.promise",
    Level.BLOCKS,
    about=_(
        "A headline that begins with a promise of more signs, reasons or tips than there are slides."
    ),
    example="11 signs of a good harbour (over 10 slides)",
)
def promise_broken(document: Document, world: World) -> Iterator[Remark]:
    slides = len(document.slides)
    for field, number, words, leads in _promised(document):
        if leads and number > slides:
            yield "", field, _told(_PROMISED, words, slides)


@rule(
    "headline.count",
    Level.WARNS,
    about=_("A headline whose number of signs, reasons or tips may not be that of the slides."),
    example="7 reasons to count gulls (over 9 slides)",
)
def promise_doubtful(document: Document, world: World) -> Iterator[Remark]:
    slides = len(document.slides)
    for field, number, words, leads in _promised(document):
        if not leads or number < slides:
            yield "", field, _told(_COUNTED, words, slides)


@rule(
    "slides.few",
    Level.WARNS,
    about=_("A slideshow of one or two slides."),
    example="An article with two slides",
)
def slides_few(document: Document, world: World) -> Iterator[Remark]:
    if 0 < len(document.slides) < FEW_SLIDES:
        yield "", "slides", _("There are fewer than three slides. Add more, if the story has them.")


@rule(
    "slide.long",
    Level.WARNS,
    about=_("A slide far longer than the others."),
    example="900 characters where the others have 300",
)
def slide_long(document: Document, world: World) -> Iterator[Remark]:
    lengths = [len(plain(slide.body)) for slide in document.slides]
    if len(lengths) < FEW_SLIDES:
        return
    usual = median(lengths)
    for slide, length in zip(document.slides, lengths, strict=True):
        if length > max(LONG_SLIDE, TIMES * usual):
            yield (
                slide.key,
                "body",
                filled(
                    _(
                        "%(length)s characters here, about %(usual)s on the other slides. Shorten or split it."
                    ),
                    length=length,
                    usual=round(usual),
                ),
            )


@rule(
    "text.repeated",
    Level.WARNS,
    about=_("A paragraph, a list or a heading that stands in the article a second time."),
    example="The list of slide 3 again on slide 5",
)
def text_repeated(document: Document, world: World) -> Iterator[Remark]:
    pieces = [
        Piece(text.slide, text.field, text.stored)
        for text in texts(document)
        if text.field in ("standfirst", "heading", "body")
    ]
    for found in repeats(pieces):
        yield (
            found.slide,
            found.field,
            filled(
                _("“%(words)s” stands in the article twice. Delete or rewrite one of them."),
                words=quotation(found.words),
            ),
        )


@rule(
    "byline.missing",
    Level.WARNS,
    about=_("An article without a byline."),
    example="An article without a byline",
)
def byline_missing(document: Document, world: World) -> Iterator[Remark]:
    if not document.bylines:
        yield "", "bylines", _("The article has no byline. Choose who wrote it.")


@rule(
    "source.missing",
    Level.WARNS,
    about=_("A study, a report or researchers are mentioned, and no source is given."),
    example="Researchers found that gulls can count.",
)
def source_missing(document: Document, world: World) -> Iterator[Remark]:
    if document.sources or any('href="http' in slide.body for slide in document.slides):
        return
    every = [text.plain for text in texts(document) if text.field in _TOLD]
    if any(map(names_a_source, every)):
        return
    words = next(filter(None, (leans_on(each, document.language) for each in every)), "")
    if words:
        yield (
            "",
            "sources",
            filled(
                _("The text mentions “%(words)s”, but no source is given. Add it."),
                words=quotation(words),
            ),
        )
