"""The words of a document by how much they say of it: what search looks in, and shows. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from articles.document.schema import Document, SlideDocument
from articles.text.sanitise import plain
from articles.text.stems import stem, words

# The levels, from what says most: each has the words of those before it too.
HEAD: Final = "h"
LEAD: Final = "l"
WHOLE: Final = "w"
LEVELS: Final = (HEAD, LEAD, WHOLE)

BREAK: Final = " . "  # no phrase reaches from one text into the next


@dataclass(frozen=True, slots=True)
class Searchable:
    """Plain texts: the headline; kicker and standfirst; everything else, in the page's order."""

    head: tuple[str, ...]
    lead: tuple[str, ...]
    rest: tuple[str, ...]


def searchable(document: Document) -> Searchable:
    """What readers can see of `document` and might remember it by. Alt texts they do not see."""
    return Searchable(
        head=_said(document.headline),
        lead=_said(document.standfirst, document.kicker),
        rest=_said(*_rest(document)),
    )


def passages(document: Document) -> tuple[str, ...]:
    """The same texts in pieces that make sense by themselves, to be quoted from."""
    slides = (
        text
        for slide in document.slides
        for text in (_sentences(slide.heading, plain(slide.body)), *_of_picture(slide))
    )
    return _said(document.standfirst, document.kicker, *slides, *_about(document))


def _sentences(heading: str, body: str) -> str:
    stop = "" if heading.endswith((".", "?", "!", "…", ":")) or not (heading and body) else "."
    return f"{heading}{stop} {body}".strip()


def _rest(document: Document) -> Iterator[str]:
    for slide in document.slides:
        yield from (slide.heading, plain(slide.body), *_of_picture(slide))
    yield from _about(document)


def _of_picture(slide: SlideDocument) -> Iterator[str]:
    if slide.photo:
        yield from (slide.caption, slide.photo.creator, slide.photo.credit)


def _about(document: Document) -> Iterator[str]:
    yield from (notice.text for notice in document.notices)
    yield from (byline.name for byline in document.bylines)
    yield from (source.name for source in document.sources)
    yield document.sponsor


def _said(*texts: str) -> tuple[str, ...]:
    return tuple(text for text in texts if text.strip())


def lines(text: Searchable, language: str) -> str:
    """The stems of each level in their order, a line for each: where phrases are looked up."""
    return "\n".join(
        BREAK.join(" ".join(_stems(each, language)) for each in level)
        for level in (text.head, text.lead, text.rest)
    )


def until(lines: str, level: str) -> str:
    """All that `level` has of what `lines` gave, on one line with a blank at both ends."""
    wanted = LEVELS.index(level) + 1
    return f" {BREAK.join(lines.split(chr(10), wanted)[:wanted])} "


def tokens(lines: str, language: str, topic: int | None) -> str:
    """What databases index: each stem once for each level that has it, and the topic."""
    found = {of_topic(topic)} if topic else set()
    for level in LEVELS:
        stems = set(until(lines, level).split()) - {"."}
        found |= {token(level, language, each) for each in stems}
    return " ".join(sorted(found))


def token(level: str, language: str, form: str) -> str:
    """`hebridge`: *bridge* in a headline in English. Small letters and digits alone."""
    return f"{level}{language[0]}{form}"


def of_topic(topic: int) -> str:
    return f"t{topic}"


def _stems(text: str, language: str) -> Iterator[str]:
    return (form for word in words(text) if (form := stem(word.text, language)))
