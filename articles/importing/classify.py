"""What one line of a manuscript says about itself, in either language."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from articles.importing import furniture, markers
from articles.importing.lines import Fate, Why, clean, split
from articles.importing.linked import link
from articles.text.credits import is_description, is_library


class Kind(Enum):
    BLANK = auto()
    FURNITURE = auto()  # dropped; why
    BUTTON = auto()  # furniture or a heading, as its surroundings show; why
    DATE = auto()  # a date on its own: furniture above the standfirst
    ASIDE = auto()  # needs you and is put aside; why
    CREDIT = auto()  # value: the credit; before: a caption in front of it; field: plural
    PHOTO_FILE = auto()  # before: its alt text
    STOCK_ID = auto()
    ALSO_READ = auto()  # value: title, or empty when it stands on the next line; url
    OTHER_ARTICLES = auto()
    SOURCE = auto()  # value: the name or names; field: language of the phrase; url
    FIELD = auto()  # “Standfirst: …” of a labelled manuscript; field: its fate
    SLIDE_MARK = auto()  # “Slide 3: …”; level: the number
    MARKUP = auto()  # “## …”; level
    NUMBERED = auto()  # “3. …”; level: the number
    BYLINE = auto()
    URL = auto()
    TEXT = auto()


@dataclass(frozen=True)
class Token:
    """A line with what it says about itself. `text` is cleaned; `glued`: no blank line above."""

    number: int
    raw: str
    text: str
    kind: Kind
    value: str = ""
    before: str = ""
    url: str = ""
    field: str = ""
    level: int = 0
    why: Why | None = None
    glued: bool = False

    def as_text(self) -> "Token":
        return replace(self, kind=Kind.TEXT, value=self.text, before="", field="", level=0)


LONGEST = 600  # characters; anything longer is a paragraph, whatever it begins with
BOLD_LEVEL = 7  # one below every “######”
Recogniser = Callable[[Token], Token | None]


def classify(number: int, raw: str, *, glued: bool = False) -> Token:
    """Say what one line is, from its own words alone."""
    text = clean(raw)
    line = Token(number, raw, text, Kind.TEXT if text else Kind.BLANK, value=text, glued=glued)
    if not text:
        return line
    recognisers = RECOGNISERS if len(text) <= LONGEST else (_field, _numbered)
    found = (recognise(line) for recognise in recognisers)
    return next((token for token in found if token), line)


def _url(line: Token) -> Token | None:
    match = markers.URL.fullmatch(line.text)
    return replace(line, kind=Kind.URL, url=match["url"]) if match else None


def _furniture(line: Token) -> Token | None:
    why = furniture.furniture(line.text)
    return replace(line, kind=Kind.FURNITURE, why=why) if why else None


def _button(line: Token) -> Token | None:
    why = furniture.button(line.text)
    return replace(line, kind=Kind.BUTTON, why=why) if why else None


def _commercial(line: Token) -> Token | None:
    if furniture.is_commercial(line.text):
        return replace(line, kind=Kind.ASIDE, why=Why.COMMERCIAL)
    return None


def _date(line: Token) -> Token | None:
    return replace(line, kind=Kind.DATE, why=Why.DATE) if furniture.is_date(line.text) else None


def _image(line: Token) -> Token | None:
    match = markers.IMAGE.fullmatch(line.text)
    if not match:
        return None
    return replace(line, kind=Kind.PHOTO_FILE, value=match["file"], before=match["alt"].strip())


def _stock(line: Token) -> Token | None:
    match = furniture.STOCK_ID.fullmatch(line.text)
    if match:
        return replace(line, kind=Kind.STOCK_ID, value=match["id"])
    if furniture.FILE.fullmatch(line.text):
        return replace(line, kind=Kind.PHOTO_FILE)
    return None


def _other_articles(line: Token) -> Token | None:
    if markers.OTHER_ARTICLES.fullmatch(line.text):
        return replace(line, kind=Kind.OTHER_ARTICLES, value="")
    return None


def _also_read(line: Token) -> Token | None:
    wrapped = markers.WRAPPED.fullmatch(line.text)
    match = markers.ALSO_READ.fullmatch(wrapped["words"] if wrapped else line.text)
    if not match or (wrapped and not match["value"]):
        return None
    title, url = (match["value"], wrapped["url"]) if wrapped else link(match["value"])
    return replace(line, kind=Kind.ALSO_READ, value=title, url=url)


def _slide_mark(line: Token) -> Token | None:
    match = markers.SLIDE_MARK.fullmatch(markup_free(line.text))
    if not match:
        return None
    word, value = match["word"].casefold(), match["value"] or ""
    if word not in ("slide", "dias") and value and not is_description(value):
        return None  # “Photo 3: Jane Doe” credits
    return replace(line, kind=Kind.SLIDE_MARK, value=value, level=int(match["number"]), field=word)


def _markup(line: Token) -> Token | None:
    match = markers.MARKUP.fullmatch(line.text)
    if match:
        return replace(line, kind=Kind.MARKUP, value=match["value"], level=len(match["marks"]))
    bold = markers.BOLD.fullmatch(line.raw)
    if bold and len(line.text.split()) <= 20:
        return replace(line, kind=Kind.MARKUP, value=clean(bold["value"]), level=BOLD_LEVEL)
    return None


def markup_free(text: str) -> str:
    match = markers.MARKUP.fullmatch(text)
    return match["value"] if match else text


def _source(line: Token) -> Token | None:
    for language, pattern in markers.SOURCES.items():
        match = pattern.fullmatch(line.text)
        if not match:
            continue
        labelled = match["value2"] is not None
        value, url = link((match["value2"] if labelled else match["value"]).rstrip(" ."))
        if not labelled and (is_description(value) or len(value.split()) > 10):
            return None  # “Based on what we know …” is a sentence of the story
        kind = Kind.CREDIT if labelled and is_library(value) else Kind.SOURCE
        return replace(line, kind=kind, value=value, url=url, field=language)
    return None


def _field(line: Token) -> Token | None:
    match = markers.FIELD.fullmatch(markup_free(line.text))
    if not match:
        return None
    name = next(fate.name for fate in markers.FIELD_WORDS if match[fate.name])
    return replace(line, kind=Kind.FIELD, value=match["value"], field=Fate[name])


def _credit(line: Token) -> Token | None:
    match = markers.CREDIT.fullmatch(line.text)
    if match:
        value = _balanced(match["value"])
        twice = markers.CREDIT.fullmatch(value)  # “Photo: Photo: NASA”
        value = twice["value"] if twice else value
        if furniture.FILE.fullmatch(value):
            return replace(line, kind=Kind.PHOTO_FILE, value=value)
        if is_description(value):
            return replace(line, kind=Kind.FIELD, value=value, field=Fate.CAPTION)
        plural = "plural" if markers.PLURAL.fullmatch(match["label"]) else ""
        return replace(line, kind=Kind.CREDIT, value=_end(value), field=plural)
    match = markers.CREDIT_BY.fullmatch(line.text) or markers.COPYRIGHT.fullmatch(line.text)
    if match and not is_description(_balanced(match["value"])):
        return replace(line, kind=Kind.CREDIT, value=_end(_balanced(match["value"])))
    if is_library(line.text):
        return replace(line, kind=Kind.CREDIT, value=_end(line.text))
    match = markers.CAPTION_WITH_CREDIT.fullmatch(line.text) if len(line.text) < 500 else None
    if match and not is_description(match["value"]):
        return replace(line, kind=Kind.CREDIT, before=match["before"], value=_end(match["value"]))
    return None


def _balanced(credit: str) -> str:
    """Drop the bracket that closed the whole line, but none that the credit itself opened."""
    bare = credit.rstrip(" .")
    for opening, closing in ("()", "[]"):
        if bare.endswith(closing) and bare.count(closing) > bare.count(opening):
            return bare[:-1].rstrip()
    return credit.rstrip()


def _end(credit: str) -> str:
    """Drop the full stop of a sentence: `Shutterstock.com.`, but not that of `Acme Inc.`"""
    last = (credit.split() or [""])[-1]
    return credit[:-1] if credit.endswith(".") and ("." in last[:-1] or len(last) > 4) else credit


def _byline(line: Token) -> Token | None:
    name, *dates = markers.BAR.split(line.text)
    match = markers.BYLINE.fullmatch(name)
    if not match or not all(map(furniture.is_date, dates)):
        return None
    certain = "certain" if match["label"].rstrip().endswith(":") or " " in match["label"] else ""
    return replace(line, kind=Kind.BYLINE, value=match["value"], field=certain)


def _note(line: Token) -> Token | None:
    if markers.TAGS.fullmatch(line.text):
        return replace(line, kind=Kind.FURNITURE, why=Why.TAGS)
    if markers.EMBARGO.fullmatch(line.text):
        return replace(line, kind=Kind.ASIDE, why=Why.EMBARGO)
    if markers.NOTE.fullmatch(line.text):
        return replace(line, kind=Kind.ASIDE, why=Why.FIELD)
    return None


def _numbered(line: Token) -> Token | None:
    match = markers.NUMBERED.fullmatch(line.text)
    if match:
        return replace(line, kind=Kind.NUMBERED, value=match["value"], level=int(match["number"]))
    bare = markers.BARE_NUMBER.fullmatch(line.text)
    if bare:
        return replace(line, kind=Kind.SLIDE_MARK, value="", level=int(bare["number"]), field="")
    return None


# The order decides: an address may hold commas, “Read more” alone opens a list, and so on.
RECOGNISERS: tuple[Recogniser, ...] = (
    _url,
    _image,
    _other_articles,
    _furniture,
    _button,
    _commercial,
    _stock,
    _date,
    _also_read,
    _slide_mark,
    _source,
    _field,
    _credit,
    _byline,
    _note,
    _numbered,
    _markup,
)


def tokens(text: str) -> Iterator[Token]:
    """Classify every line of `text` by itself."""
    glued = False
    for number, raw in enumerate(split(text), start=1):
        token = classify(number, raw, glued=glued)
        glued = token.kind is not Kind.BLANK
        yield token


def after(tokens: Sequence[Token], index: int) -> Iterator[int]:
    """Yield the places after `index` whose tokens are not blank."""
    return (i for i in range(index + 1, len(tokens)) if tokens[i].kind is not Kind.BLANK)


def following(tokens: Sequence[Token], index: int) -> Token | None:
    return next((tokens[i] for i in after(tokens, index)), None)


def preceding(tokens: Sequence[Token], index: int) -> Token | None:
    places = range(index - 1, -1, -1)
    return next((tokens[i] for i in places if tokens[i].kind is not Kind.BLANK), None)


_SENTENCE_END = re.compile(r"[.!?…:;][\"”’»)\]]*$")


def ends_sentence(text: str) -> bool:
    return _SENTENCE_END.search(text) is not None
