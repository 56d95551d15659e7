"""Paragraphs with their places, and all that hangs on them, to the parts of a manuscript."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from articles.importing import markers
from articles.importing.classify import Kind, Token
from articles.importing.costs import State
from articles.importing.layout import Placed
from articles.importing.ledger import Ledger
from articles.importing.lines import Fate, Why
from articles.importing.linked import links
from articles.importing.parts import ManuscriptLink, ManuscriptSlide, ManuscriptSource
from articles.importing.titles import normalise

Group = Sequence[Token]

MARKDOWN = "]("
HTML = re.compile(r"</?[a-z][a-z0-9]*(\s[^<>]*)?/?>", re.IGNORECASE)
PUT_ASIDE = frozenset({Why.EXTRA_KICKER, Why.LEAD_CREDIT})
FATES = {
    State.KICKER: Fate.KICKER,
    State.HEADLINE: Fate.HEADLINE,
    State.LEAD_CREDIT: Fate.CREDIT,
    State.STANDFIRST: Fate.STANDFIRST,
    State.HEADING: Fate.HEADING,
    State.CAPTION: Fate.CAPTION,
    State.CREDIT: Fate.CREDIT,
    State.BELOW: Fate.CAPTION,
    State.BODY: Fate.BODY,
}
ON_PHOTO = frozenset({Kind.PHOTO_FILE, Kind.STOCK_ID})


@dataclass
class Slide:
    """A slide while it is filled: the words of each fate, in their order."""

    words: dict[Fate, list[str]] = field(default_factory=dict)
    lines: list[int] = field(default_factory=list)

    def add(self, fate: Fate, words: str, group: Group) -> None:
        self.words.setdefault(fate, []).append(words)
        self.lines.extend(token.number for token in group)

    def frozen(self, general_credit: str) -> ManuscriptSlide:
        def joined(fate: Fate) -> str:
            return " ".join(word for word in self.words.get(fate, ()) if word)

        return ManuscriptSlide(
            heading=joined(Fate.HEADING),
            paragraphs=tuple(self.words.get(Fate.BODY, ())),
            caption=joined(Fate.CAPTION),
            alt=joined(Fate.ALT),
            credit=joined(Fate.CREDIT) or general_credit,
            photo_file=joined(Fate.PHOTO_FILE),
            stock_id=joined(Fate.STOCK_ID),
            lines=tuple(sorted(self.lines)),
        )


class Assembler:
    """Takes the groups of lines one by one and enters each in the ledger."""

    def __init__(self, ledger: Ledger, doubts: Mapping[int, Why]) -> None:
        self.ledger = ledger
        self.doubts = doubts
        self.front: dict[Fate, list[str]] = {}
        self.slides: list[Slide] = []
        self.links: list[ManuscriptLink] = []
        self.sources: list[ManuscriptSource] = []
        self.general_credit = ""
        self._waiting: list[Group] = []
        self._last: Kind | None = None
        self._linked = 0  # the place of the link that the line above gave or repeated
        self._hang: dict[Kind, Callable[[Group], None]] = {
            Kind.FIELD: self._field,
            Kind.ALSO_READ: self._link,
            Kind.SOURCE: self._source,
            Kind.BYLINE: self._byline,
            Kind.URL: self._url,
            Kind.PHOTO_FILE: self._photo_file,
            Kind.STOCK_ID: self._stock_id,
        }

    def place(self, placed: Placed) -> None:
        """Take a paragraph or a credit whose place is known."""
        group = placed.item.tokens
        if placed.opens:
            self.slides.append(Slide())
            waiting, self._waiting = self._waiting, []
            for each in waiting:
                self.hang(each)
        fate = FATES[placed.state]
        why = self.doubts.get(group[0].number)
        if why in PUT_ASIDE:
            self.ledger.aside(group, why)
        elif placed.item.is_credit:
            self._credit(group[0])
        elif not self.slides:
            self.front.setdefault(fate, []).append(placed.item.text)
            self._use(group, fate)
        else:
            self.slides[-1].add(fate, placed.item.text, group)
            self._use(group, fate if placed.item.text else Fate.LABEL)
        self._last = group[0].kind

    def hang(self, group: Group, *, next_slide: bool = False) -> None:
        """Take what is no paragraph; with `next_slide` it belongs to the one about to open."""
        kind = group[0].kind
        if next_slide and (kind in ON_PHOTO or group[0].field in (Fate.CAPTION, Fate.ALT)):
            self._waiting.append(group)
        elif kind is Kind.BLANK:
            self.ledger.use(group, Fate.BLANK)
            return
        elif kind is Kind.FURNITURE:
            self.ledger.drop(group, group[0].why or Why.NAVIGATION)
        elif kind is Kind.ASIDE:
            self.ledger.aside(group, group[0].why or Why.FIELD)
        else:
            self._hang[kind](group)
        self._last = kind

    @property
    def _number(self) -> int:
        return len(self.slides)

    def _use(self, group: Group, fate: Fate, *used: str) -> None:
        """Enter lines as used, or as needing a look where there is a doubt."""
        why = self.doubts.get(group[0].number)
        if not why and any(HTML.search(token.value) for token in group):
            why = Why.HTML_INSIDE
        if not why and any(MARKDOWN in token.value for token in group):
            why = Why.MARKDOWN_INSIDE
        slide = self._number or None
        if why:
            self.ledger.keep(group, why, fate, *used, slide=slide)
        else:
            self.ledger.use(group, fate, *used, slide=slide)

    def _credit(self, token: Token) -> None:
        slide = self.slides[-1]
        known = slide.words.get(Fate.CREDIT, [])
        if token.value in known:
            self.ledger.drop([token], Why.REPEATED_CREDIT if token.value else Why.EMPTY_LABEL)
            return
        if any(known):
            self.ledger.aside([token], Why.SECOND_CREDIT, slide=self._number)
            return
        slide.add(Fate.CREDIT, token.value, [token])
        if token.before:
            slide.add(Fate.CAPTION, token.before, [])
        self._use([token], Fate.CREDIT if token.value else Fate.LABEL, token.before, token.value)

    def _field(self, group: Group) -> None:
        fate, words = Fate(group[0].field), _words(group)
        if fate is Fate.LABEL or not words:
            self._label(group)
        elif fate is Fate.CREDIT:
            self.general_credit = words
            self.ledger.use(group, Fate.CREDIT)
        elif fate in (Fate.CAPTION, Fate.ALT):
            self._on_photo(group, fate)
        elif (fate is Fate.STANDFIRST and len(group) > 1) or fate not in self.front:
            self.front.setdefault(fate, []).append(words)
            self._use(group, fate)
        elif words in self.front[fate]:
            is_standfirst = fate is Fate.STANDFIRST
            self.ledger.drop(
                group, Why.REPEATED_STANDFIRST if is_standfirst else Why.REPEATED_HEADLINE
            )
        else:
            self.ledger.aside(group, Why.SECOND_FIELD)

    def _label(self, group: Group) -> None:
        why = group[0].why
        if why:
            self.ledger.keep(group, why, Fate.LABEL, slide=self._number or None)
        elif group[0].kind is Kind.ALSO_READ:
            self.ledger.drop(group, Why.EMPTY_LABEL)
        else:
            self.ledger.use(group, Fate.LABEL)

    def _on_photo(self, group: Group, fate: Fate) -> None:
        if self.slides:
            self.slides[-1].add(fate, _words(group), group)
            self._use(group, fate)
        elif fate is Fate.PHOTO_FILE:
            self.ledger.drop(group, Why.FILE_NAME)
        else:
            self.ledger.aside(group, Why.LEAD_CREDIT)

    def _photo_file(self, group: Group) -> None:
        alt = group[0].before
        if alt and (not self.slides or self.slides[-1].words.keys() & {Fate.PHOTO_FILE, Fate.ALT}):
            self.ledger.aside(group, Why.SECOND_FIELD, slide=self._number or None)
        elif alt:
            self.slides[-1].add(Fate.PHOTO_FILE, group[0].value, group)
            self.slides[-1].add(Fate.ALT, alt, [])
            self._use(group, Fate.ALT, alt, group[0].value)
        elif self.slides and self.slides[-1].words.get(Fate.PHOTO_FILE):
            self.ledger.drop(group, Why.FILE_NAME)
        else:
            self._on_photo(group, Fate.PHOTO_FILE)

    def _stock_id(self, group: Group) -> None:
        if self.slides and self.slides[-1].words.get(Fate.STOCK_ID):
            self.ledger.aside(group, Why.SECOND_FIELD)
        else:
            self._on_photo(group, Fate.STOCK_ID)

    def _link(self, group: Group) -> None:
        if len(group) == 1 and (several := links(group[0].text)):
            self._links(group, several)
            return
        title, url = _words(group), group[0].url
        bulleted = markers.BULLETED.fullmatch(title)
        title = bulleted["value"] if bulleted and len(group) == 1 else title
        if not (title or url):
            self._label(group)
            return
        keys = [normalise(link.title) for link in self.links]
        if title and normalise(title) in keys:
            self._linked = keys.index(normalise(title))
            self._again(group, url)
            return
        self._linked = len(self.links)
        self.links.append(ManuscriptLink(self._number, title, url, group[0].number))
        used = [title, url] if len(group) == 1 else []
        if title:
            self._use(group, Fate.LINK, *used)
        else:
            self.ledger.keep(group, Why.BARE_LINK, Fate.LINK, *used, slide=self._number or None)

    def _links(self, group: Group, several: list[tuple[str, str]]) -> None:
        """Enter a line with several links; titles that were there before are not repeated."""
        self._linked = len(self.links)
        for title, url in several:
            if normalise(title) not in {normalise(link.title) for link in self.links} or url:
                self.links.append(ManuscriptLink(self._number, title, url, group[0].number))
        self._use(group, Fate.LINK, *(part for each in several for part in each))

    def _again(self, group: Group, url: str) -> None:
        """Enter a link whose title was there before; only its address may say something new."""
        link = self.links[self._linked]
        if url in ("", link.url):
            self.ledger.drop(group, Why.REPEATED_LINK)
        elif link.url:
            self.ledger.aside(group, Why.REPEATED_LINK, slide=self._number or None)
        else:
            self.links[self._linked] = replace(link, url=url)
            self._use(group, Fate.LINK, link.title, url)

    def _source(self, group: Group) -> None:
        token = group[0]
        plural = markers.SOURCE_LABEL.fullmatch(token.text)
        words = _words(group)
        several = plural and len(group) == 1 and not token.url
        names = [name for name in markers.LISTED.split(words) if name] if several else [words]
        if not (words or token.url):
            self.ledger.drop(group, Why.EMPTY_LABEL)
            return
        known = {normalise(source.name) for source in self.sources}
        new = [name for name in names if normalise(name) not in known]
        self.sources += [
            ManuscriptSource(name, token.url, token.field, token.number) for name in new
        ]
        if new and not several and markers.LISTED.search(words):
            self.ledger.keep(group, Why.SEVERAL_SOURCES, Fate.SOURCE, *new, token.url)
        elif new:
            again = [name for name in names if name not in new]
            self._use(group, Fate.SOURCE, *new, *again, token.url)
        else:
            self.ledger.drop(group, Why.REPEATED_SOURCE)

    def _byline(self, group: Group) -> None:
        names = [name for name in markers.AND.split(_words(group)) if name]
        known = self.front.setdefault(Fate.BYLINE, [])
        known += [name for name in names if name not in known]
        self._use(group, Fate.BYLINE, *names)

    def _url(self, group: Group) -> None:
        """Take an address on a line of its own: that of the link or source right above."""
        url = group[0].url
        link = self.links[self._linked] if self._last is Kind.ALSO_READ and self.links else None
        if link and link.url == url:
            self.ledger.drop(group, Why.REPEATED_LINK)
        elif link and not link.url:
            self.links[self._linked] = replace(link, url=url)
            self._use(group, Fate.LINK, url)
        elif self._last is Kind.SOURCE and self.sources and not self.sources[-1].url:
            self.sources[-1] = replace(self.sources[-1], url=url)
            self._use(group, Fate.SOURCE, url)
        else:
            self.ledger.aside(group, Why.STRAY_ADDRESS, slide=self._number or None)


def _words(group: Group) -> str:
    return " ".join(token.value for token in group if token.value)
