"""The rules about language: each text in its own, and furniture of the page as well."""

from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.document.schema import Document
from articles.gate.registry import Flaw, Level, Remark, World, rule, text_rule
from articles.gate.texts import FIELDS, NAMES, Text, texts
from articles.gate.wording import later
from articles.text.interface_words import furniture, mended
from articles.text.sameness import Verdict, is_same, verdict
from articles.text.strays import Stray, strays

# Fields that readers read through: what is the same there was not translated.
_LITTLE: Final = 3  # letters: of, the, and
READ_THROUGH: Final = frozenset({"headline", "standfirst", "heading", "body"})


# --- Text in the wrong language ------------------------------------------------------------------


@text_rule(
    "language.wrong",
    Level.BLOCKS,
    about=_("Text in the other language: a whole field, or a sentence of six words or more."),
    example="Hvis du vågner om natten, skal du ikke se på uret. (in an English text)",
    fields=FIELDS | NAMES,
)
def wrong(text: Text) -> Iterator[Flaw]:
    for stray in strays(text.stored, text.language, is_html=text.is_html):
        if not stray.is_sure and furniture(text.stored, text.language):
            continue  # such a label may be all that sounds foreign, and is found below
        if text.field in NAMES and not (stray.is_sure and _is_spoken(text.stored)):
            continue
        level = Level.BLOCKS if stray.is_sure else Level.WARNS
        yield Flaw(_wrong_message(stray, text.language), level=level)


def _is_spoken(name: str) -> bool:
    """Whether a source's name is no name: houses keep theirs, the Royal Society and its like."""
    return sum(word.islower() and len(word) > _LITTLE for word in name.split()) > 1


def _in_danish(stray: Stray) -> str:
    if not stray.is_sure:
        message = gettext("“%(passage)s” looks English. Translate it, unless it is a name.")
    elif stray.is_all:
        message = gettext("“%(passage)s” is English. Write this text in Danish.")
    else:
        message = gettext(
            "“%(passage)s” is English. Translate the sentence, or put it in quotation marks."
        )
    return message % {"passage": stray.passage}


def _in_english(stray: Stray) -> str:
    if not stray.is_sure:
        message = gettext("“%(passage)s” looks Danish. Translate it, unless it is a name.")
    elif stray.is_all:
        message = gettext("“%(passage)s” is Danish. Write this text in English.")
    else:
        message = gettext(
            "“%(passage)s” is Danish. Translate the sentence, or put it in quotation marks."
        )
    return message % {"passage": stray.passage}


def _wrong_message(stray: Stray, language: str) -> str:
    return later(_in_danish if language == "da" else _in_english, stray)


# --- The same in both languages ------------------------------------------------------------------


@rule(
    "language.same",
    Level.BLOCKS,
    about=_("A headline, standfirst, heading or slide text that is the same in both languages."),
    example="Three tips for better sleep, as the heading of the Danish slide too",
)
def same(document: Document, world: World) -> Iterator[Remark]:
    for text, judged in _shared(document, world):
        if judged == "wrong" and text.field in READ_THROUGH and not _is_told(text):
            yield text.slide, text.where, SAME[document.language]


@rule(
    "language.alike",
    Level.WARNS,
    about=_("A caption, an alt text or a few words that are the same in both languages."),
    example="Morning traffic, as the caption of the Danish slide too",
)
def alike(document: Document, world: World) -> Iterator[Remark]:
    for text, judged in _shared(document, world):
        settled = judged == "wrong" and text.field in READ_THROUGH
        if judged != "fine" and not settled and not _is_told(text):
            yield text.slide, text.where, ALIKE[document.language]


SAME: Final = {
    "da": _("The English text has the very same words. Write this one in Danish."),
    "en": _("The Danish text has the very same words. Write this one in English."),
}
ALIKE: Final = {
    "da": _("The English text has the very same words. Translate them, unless they are a name."),
    "en": _("The Danish text has the very same words. Translate them, unless they are a name."),
}


def _shared(document: Document, world: World) -> Iterator[tuple[Text, Verdict]]:
    """The texts that the other language has word for word, and what to think of each."""
    if world.other is None:
        return
    others = {(each.slide, each.field): each.plain for each in texts(world.other, world.rows)}
    for text in texts(document, world.rows):
        if text.field in FIELDS and is_same(text.plain, others.get((text.slide, text.field), "")):
            yield text, verdict(text.plain, document.language)


def _is_told(text: Text) -> bool:
    """Whether `language.wrong` says of all of it that it is in the other language."""
    found = strays(text.stored, text.language, is_html=text.is_html)
    return any(each.is_all and each.is_sure for each in found)


# --- The page's furniture ------------------------------------------------------------------------


@text_rule(
    "language.interface",
    Level.BLOCKS,
    about=_("Labels and buttons of the other language, such as “Also read:” in Danish text."),
    example="Foto: Kystfoto (in an English caption)",
    fields=FIELDS | NAMES,
)
def interface(text: Text) -> Iterator[Flaw]:
    found = furniture(text.stored, text.language)
    if not found:
        return
    fix = mended(text.stored, text.language)
    told: set[str] = set()
    for each in found:
        if each.words.lower() in told:
            continue
        told.add(each.words.lower())
        message = later(_interface_message, each.words, each.meant, text.language)
        if each.is_sure:
            yield Flaw(message, fix)
        else:
            yield Flaw(message, level=Level.WARNS)


def _interface_message(words: str, meant: str, language: str) -> str:
    message = (
        gettext("“%(words)s” is English. Write “%(meant)s” here.")
        if language == "da"
        else gettext("“%(words)s” is Danish. Write “%(meant)s” here.")
    )
    return message % {"words": words, "meant": meant}
