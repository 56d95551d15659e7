"""The lines of a manuscript, and the one fate that each of them gets."""

import html
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop


class Fate(StrEnum):
    """What became of a line. The values are an interface: tools read them in the report."""

    HEADLINE = "headline"
    KICKER = "kicker"
    STANDFIRST = "standfirst"
    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
    ALT = "alt"
    CREDIT = "credit"
    PHOTO_FILE = "photo file"
    STOCK_ID = "stock id"
    LINK = "link"
    SOURCE = "source"
    BYLINE = "byline"
    TEASER_TITLE = "teaser title"
    TEASER_TEXT = "teaser text"
    LABEL = "label"
    BLANK = "blank"
    DROPPED = "dropped"
    NEEDS_YOU = "needs you"


class Why(StrEnum):
    """Why a line was dropped, or why an editor must look at it."""

    # dropped as …
    PLACEHOLDER = gettext_noop("placeholder of the page's template")
    HTML = gettext_noop("HTML code")
    SHARE = gettext_noop("share label")
    DATE = gettext_noop("date of the page")
    EMPTY_DATE = gettext_noop("date label without a date")
    ADVERT = gettext_noop("advertisement label")
    NAVIGATION = gettext_noop("navigation of the page")
    COUNTER = gettext_noop("page counter")
    NOTICE = gettext_noop("notice of the website")
    RULE = gettext_noop("ruled line")
    KEYWORDS = gettext_noop("keywords of a stock photo")
    ADDRESS = gettext_noop("address of the page")
    TAGS = gettext_noop("keywords of the page")
    EMPTY_LABEL = gettext_noop("label with nothing after it")
    REPEATED_HEADLINE = gettext_noop("headline repeated")
    REPEATED_STANDFIRST = gettext_noop("standfirst repeated")
    REPEATED_LINK = gettext_noop("link repeated")
    REPEATED_SOURCE = gettext_noop("source repeated")
    REPEATED_TEASER = gettext_noop("teaser repeated")
    REPEATED_CREDIT = gettext_noop("credit repeated")
    OTHER_BYLINE = gettext_noop("byline of another article")
    OTHER_CREDIT = gettext_noop("photo credit of another article")
    FOOTER = gettext_noop("foot of the page")
    FILE_NAME = gettext_noop("name of a picture's file outside the slides")
    OWN_TEASER = gettext_noop("teaser of this article itself")
    # needs you because …
    NO_HEADING = gettext_noop("this slide has no heading")
    NO_CREDIT = gettext_noop("a slide without photo credit, or a subheading")
    LIKE_BODY = gettext_noop("used as a heading, but it reads like text")
    LIKE_HEADING = gettext_noop("could be a heading or a caption")
    LIKE_CAPTION = gettext_noop("used as a caption, but could be text")
    SUBHEADING = gettext_noop("a subheading inside a slide")
    SECTION = gettext_noop("a heading over several slides, or a slide without text")
    KICKER = gettext_noop("used as a kicker, but could be a section or site name")
    EXTRA_KICKER = gettext_noop("a line above the headline")
    EXTRA_STANDFIRST = gettext_noop("more than one paragraph before the first slide")
    LEAD_CREDIT = gettext_noop("a photo credit above the first slide")
    SECOND_CREDIT = gettext_noop("a second photo credit in one slide")
    SECOND_FIELD = gettext_noop("given more than once")
    COMMERCIAL = gettext_noop("says that this is paid content: set that on the article")
    EMBARGO = gettext_noop("names an embargo: set that on the article")
    FIELD = gettext_noop("set this on the article by hand")
    STRAY_ADDRESS = gettext_noop("a web address on its own")
    AFTER_END = gettext_noop("text after the end of the article")
    LIST_INSIDE = gettext_noop("a list of other articles, though the article goes on below")
    IN_TEASERS = gettext_noop("does not fit the list of other articles")
    SECTION_NAME = gettext_noop("a teaser without text, or the name of a section")
    BARE_LINK = gettext_noop("a link without words: write what it leads to")
    SEVERAL_SOURCES = gettext_noop("one source, or several?")
    HTML_INSIDE = gettext_noop("has HTML code in it")
    MARKDOWN_INSIDE = gettext_noop("has a Markdown link or picture in it")


FATE_NAMES = {
    Fate.HEADLINE: gettext_noop("headline"),
    Fate.KICKER: gettext_noop("kicker"),
    Fate.STANDFIRST: gettext_noop("standfirst"),
    Fate.HEADING: gettext_noop("heading"),
    Fate.BODY: gettext_noop("text"),
    Fate.CAPTION: gettext_noop("caption"),
    Fate.ALT: gettext_noop("alt text"),
    Fate.CREDIT: gettext_noop("photo credit"),
    Fate.PHOTO_FILE: gettext_noop("name of the photo's file"),
    Fate.STOCK_ID: gettext_noop("stock photo number"),
    Fate.LINK: gettext_noop("link to another article"),
    Fate.SOURCE: gettext_noop("source"),
    Fate.BYLINE: gettext_noop("byline"),
    Fate.TEASER_TITLE: gettext_noop("teaser: title"),
    Fate.TEASER_TEXT: gettext_noop("teaser: text"),
    Fate.LABEL: gettext_noop("label"),
    Fate.BLANK: gettext_noop("blank"),
    Fate.DROPPED: gettext_noop("dropped"),
    Fate.NEEDS_YOU: gettext_noop("needs you"),
}


@dataclass(frozen=True)
class Line:
    """One line of the file and what became of it.

    `used` are the words that went into the manuscript, without markers such as “Photo:”.
    `kept` says, for a line that needs you, as what its words were kept; None if they were
    put aside with the other unplaced words. `slide` counts from 1; 0 is before the first.
    """

    number: int
    text: str
    fate: Fate
    why: Why | None = None
    kept: Fate | None = None
    slide: int | None = None
    used: tuple[str, ...] = ()

    @property
    def detail(self) -> str:
        """More about the fate, in the language that is active."""
        parts = [_(self.why)] if self.why else []
        if self.fate is Fate.NEEDS_YOU:
            parts.append(
                _("kept as %(what)s") % {"what": _(FATE_NAMES[self.kept])}
                if self.kept
                else _("put aside")
            )
        if self.slide:
            parts.append(_("slide %(number)d") % {"number": self.slide})
        return ", ".join(parts)


def split(text: str) -> list[str]:
    """Return the lines of `text`, ended by ``\\n``, as an editor numbers them.

    The last may lack its end. Nothing else ends a line: not a form feed, nor U+2028.
    """
    lines = text.split("\n")
    return lines if lines[-1] else lines[:-1]


INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,8}\d?);", re.IGNORECASE)
BOLD = re.compile(r"\*\*(?=\S)([^*]+)(?<=\S)\*\*")
ITALIC_LINE = re.compile(r"([*_])(?=\S)([^*_]+)(?<=\S)\1")


def clean(text: str) -> str:
    """Return the words of a line as an article holds them.

    Composed Unicode, no invisible or control characters, single spaces, entities and the
    stars of bold print (and those around a whole line) resolved. Blank exactly when there is
    nothing to read.
    """
    text = ENTITY.sub(lambda match: html.unescape(match[0]), text)
    text = unicodedata.normalize("NFC", INVISIBLE.sub("", text))
    text = "".join(" " if unicodedata.category(char) in "ZsZlZpCcCs" else char for char in text)
    text = BOLD.sub(r"\1", " ".join(text.split()))
    text = ITALIC_LINE.sub(r"\2", text) if ITALIC_LINE.fullmatch(text) else text
    return "" if all(unicodedata.category(char) in "ZsCf" for char in text) else text
