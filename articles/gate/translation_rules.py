"""The rules about the two halves of an article: what the one says and the other does not.

They only warn. A correction goes out in one language before the other has it, and nobody can tell
here which of two figures is the wrong one: blocking would hold up the half that is right.
"""

from collections.abc import Iterator
from typing import Final, TypeVar

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.document.schema import Document, SlideDocument
from articles.gate.registry import Level, Remark, World, rule
from articles.gate.texts import OF_ARTICLE, OF_SLIDE
from articles.gate.wording import filled, later, quotation
from articles.text import languages
from articles.text.discrepancies import Difference, difference
from articles.text.hrefs import hrefs, list_lengths, unmatched
from articles.text.number_style import as_meant
from articles.text.sanitise import plain

_Side = TypeVar("_Side", str, int)
# The other fields have rules of their own when they are empty: one finding is enough.
_MAY_BE_BLANK: Final = ("kicker", "seo_title", "seo_description")


def _both(document: Document, other: Document) -> Iterator[tuple[SlideDocument, SlideDocument]]:
    """Each slide that both languages have: here, and there."""
    theirs = {slide.key: slide for slide in other.slides if slide.shared}
    for slide in document.slides:
        if slide.shared and slide.key in theirs:
            yield slide, theirs[slide.key]


# --- Numbers -------------------------------------------------------------------------------------


@rule(
    "translation.numbers",
    Level.WARNS,
    about=_("A number, percentage, unit, sum, date or time that the other language lacks."),
    example="72 patients – 27 patienter",
)
def numbers_differ(document: Document, world: World) -> Iterator[Remark]:
    other = world.other
    if other is None:
        return
    everywhere = tuple(text for slide in other.slides for text in _texts_of(slide).values())
    back = tuple(text for slide in document.slides for text in _texts_of(slide).values())
    head, their_head = _head(document), _head(other)
    yield from _differing("", head, their_head, document.language, (back, everywhere))
    for ours, theirs in _both(document, other):
        here, there = _texts_of(ours), _texts_of(theirs)
        yield from _differing(ours.key, here, there, document.language, ((), ()))


def _differing(
    slide: str,
    here: dict[str, str],
    there: dict[str, str],
    language: str,
    around: tuple[tuple[str, ...], tuple[str, ...]],
) -> Iterator[Remark]:
    # What is written the other language's way is that rule's affair: here counts what is meant.
    here = {name: as_meant(text, language) for name, text in here.items()}
    there = {name: as_meant(text, languages.other(language)) for name, text in there.items()}
    for name, text in here.items():
        if not text or not there.get(name):
            continue
        near = [*(each for key, each in here.items() if key != name), *around[0]]
        far = [*(each for key, each in there.items() if key != name), *around[1]]
        if found := difference(text, there[name], language, near=near, far=far):
            yield slide, name, later(_say_numbers, found, language)


def _head(document: Document) -> dict[str, str]:
    return {name: getattr(document, name) for name in OF_ARTICLE}


def _texts_of(slide: SlideDocument) -> dict[str, str]:
    """Its texts; the library's words of a photo are nobody's translation."""
    texts = {name: getattr(slide, name) for name in OF_SLIDE}
    texts["body"] = plain(slide.body)
    photo = slide.photo
    if photo and slide.caption == photo.caption:
        texts["caption"] = ""
    if photo and slide.alt == photo.alt:
        texts["alt"] = ""
    return texts


def _say_numbers(found: Difference, language: str) -> str:
    english, danish = _by_language(_quote(found.here), _quote(found.there), language)
    if english and danish:
        text = gettext("The English says %(english)s, the Danish %(danish)s. Check which is right.")
    elif english:
        text = gettext("In the English, but not in the Danish: %(english)s. Check both.")
    else:
        text = gettext("In the Danish, but not in the English: %(danish)s. Check both.")
    return text % {"english": english, "danish": danish}


def _by_language(here: _Side, there: _Side, language: str) -> tuple[_Side, _Side]:
    """What the English has, and what the Danish."""
    return (here, there) if language == "en" else (there, here)


def _quote(words: tuple[str, ...]) -> str:
    return ", ".join(gettext("“%(words)s”") % {"words": each} for each in words)


# --- Blank halves --------------------------------------------------------------------------------


@rule(
    "translation.missing",
    Level.WARNS,
    about=_("A field or a shared slide that only the other language has."),
    example="The English has a caption, the Danish none.",
)
def half_is_blank(document: Document, world: World) -> Iterator[Remark]:
    other = world.other
    if other is None:
        return
    for name in _MAY_BE_BLANK:
        if getattr(other, name) and not getattr(document, name):
            yield "", name, _filled(document.language)
    keys = {slide.key for slide in document.slides}
    for slide in other.slides:
        if slide.shared and slide.key not in keys:
            yield "", "slides", later(_left_out, slide.heading, document.language)
    for ours, theirs in _both(document, other):
        yield from _of_the_photo(ours, theirs, document.language)
    # A link to a web address without words is left out altogether: it has a rule of its own.
    for row in world.rows if world.at_desk else ():
        if row.article and row.labels.get(other.language) and not row.labels.get(document.language):
            yield row.key, "label", _filled(document.language)


def _of_the_photo(ours: SlideDocument, theirs: SlideDocument, language: str) -> Iterator[Remark]:
    if theirs.caption and not ours.caption:
        yield ours.key, "caption", _filled(language)
    for name in ("caption", "alt"):
        if _is_own(theirs, name) and _is_of_the_library(ours, name):
            yield ours.key, name, _OF_THE_LIBRARY[language]


def _is_own(slide: SlideDocument, name: str) -> bool:
    """Whether the slide says something else of its photo than the library does."""
    words = getattr(slide, name)
    return bool(words and slide.photo) and words != getattr(slide.photo, name)


def _is_of_the_library(slide: SlideDocument, name: str) -> bool:
    words = getattr(slide, name)
    return bool(words and slide.photo) and words == getattr(slide.photo, name)


_OF_THE_LIBRARY: Final = {
    "en": _(
        "The Danish has words of its own here, the English shows the library’s. Write them in"
        " English too, or delete the Danish."
    ),
    "da": _(
        "The English has words of its own here, the Danish shows the library’s. Write them in"
        " Danish too, or delete the English."
    ),
}


def _filled(language: str) -> str | Promise:
    if language == "en":
        return _("The Danish has a text here, the English none. Write it, or delete the Danish.")
    return _("The English has a text here, the Danish none. Write it, or delete the English.")


def _left_out(heading: str, language: str) -> str:
    text = (
        gettext("The slide %(heading)s is in the Danish, but not in the English. Add it.")
        if language == "en"
        else gettext("The slide %(heading)s is in the English, but not in the Danish. Add it.")
    )
    return text % {"heading": _quote((heading,))}


@rule(
    "translation.sources",
    Level.WARNS,
    about=_("A source that has a name in the other language alone."),
    example="The Danish Health Authority, and no Danish name",
)
def sources_differ(document: Document, world: World) -> Iterator[Remark]:
    here, there = len(document.sources), len(world.other.sources) if world.other else 0
    if here < there:
        english, danish = _by_language(here, there, document.language)
        message = _(
            "Sources: %(english)s in the English, %(danish)s in the Danish."
            " Name each in both languages."
        )
        yield "", "sources", filled(message, english=english, danish=danish)


# --- Links and lists -----------------------------------------------------------------------------


@rule(
    "translation.links",
    Level.WARNS,
    about=_("Links within a slide’s text that lead elsewhere than in the other language."),
    example='<a href="https://one.example/"> – <a href="https://two.example/">',
)
def links_differ(document: Document, world: World) -> Iterator[Remark]:
    if world.other is None:
        return
    for ours, theirs in _both(document, world.other):
        if plain(ours.body) and plain(theirs.body):
            left, right = unmatched(hrefs(ours.body), hrefs(theirs.body))
            if left or right:
                message = later(_say_links, tuple(left), tuple(right), document.language)
                yield ours.key, "body", message


def _address(url: str) -> str:
    """As much of an address as tells it from another."""
    return quotation(url.removeprefix("https://").removeprefix("http://").removeprefix("www."))


def _say_links(left: tuple[str, ...], right: tuple[str, ...], language: str) -> str:
    here, there = (", ".join(map(_address, each)) for each in (left, right))
    english, danish = _by_language(here, there, language)
    if english and danish:
        text = gettext("The English links to %(english)s, the Danish to %(danish)s. Check both.")
    elif english:
        text = gettext("The English links to %(english)s, the Danish does not. Check both.")
    else:
        text = gettext("The Danish links to %(danish)s, the English does not. Check both.")
    return text % {"english": english, "danish": danish}


@rule(
    "translation.lists",
    Level.WARNS,
    about=_("A list with more or fewer items than in the other language."),
    example="<ul><li>One</li><li>Two</li></ul> – <ul><li>En</li></ul>",
)
def lists_differ(document: Document, world: World) -> Iterator[Remark]:
    if world.other is None:
        return
    for ours, theirs in _both(document, world.other):
        here, there = list_lengths(ours.body), list_lengths(theirs.body)
        if here != there and plain(ours.body) and plain(theirs.body):
            yield ours.key, "body", later(_say_lists, sum(here), sum(there), document.language)


def _say_lists(here: int, there: int, language: str) -> str:
    if here == there:
        return gettext("The lists are divided differently in the two languages. Check both.")
    english, danish = _by_language(here, there, language)
    text = gettext("List items: %(english)s in the English, %(danish)s in the Danish. Check both.")
    return text % {"english": english, "danish": danish}
