"""What an editor, a theme or a page builder put there to be replaced, and nobody did. Pure.

The phrases are those of WordPress (classic and blocks), Elementor, Divi, Wix, Squarespace, Word and
PowerPoint in English and Danish, and what desks on both sides write to themselves (TK, TODO, XXX).
"""

import html
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_LONGEST: Final = 20_000  # characters looked at


class Leftover(NamedTuple):
    """The words at fault; `sure` where no reader could take them for text."""

    words: str
    sure: bool


_EDGE: Final = re.compile(r"</?(?:p|ul|ol|li)\b[^>]*>|<br>")
_TAG: Final = re.compile(r"<[^>]+>")
_SENTENCE: Final = re.compile(r"(?<=[.!?:…])\s+")


def passages(stored: str, *, is_html: bool) -> tuple[str, ...]:
    """The paragraphs and items of a text, without markup: a plain text is one, an empty one none."""
    parts = _EDGE.split(stored) if is_html else [stored]
    plain = (html.unescape(_TAG.sub("", part)) if is_html else part for part in parts)
    return tuple(each for part in plain if (each := " ".join(part[:_LONGEST].split())))


def _any(*patterns: str, exactly: bool = False) -> re.Pattern[str]:
    return re.compile("|".join(patterns), 0 if exactly else re.IGNORECASE)


# --- Markup of templates and page builders --------------------------------------------------------

_CODE: Final = _any(
    r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\{\{|\}\}|\{%|%\}",
    r"<!--.*?-->|<!--|-->|<%.*?%>|<\?(?:php|=|xml)",
    r"\[\[[^\]]*\]\]|\*\|\w+\|\*",
    r"\$\{[^}]*\}|\{[A-Za-z_][\w.]*\}|\{\d\}",
    r"(?<![\w%])%(?:\(\w+\)|\d+\$)?[sd@](?![\w%])|%{1,2}[A-Za-z_]{3,}%{1,2}|(?<!\w)__[A-Z]+__(?!\w)",
    # Shortcodes: with a value, a closing one, of a builder, or well-known.
    r"\[/?[a-z][\w-]*(?:\s[^\]]*)?=[^\]]*\]|\[/[a-z][\w-]*\]|\[[a-z]+_[a-z_]+(?:\s[^\]]*)?\]",
    r"\[(?:gallery|embed|playlist|nextpage|toc|slideshow|youtube|vimeo|adsense|contact-form)\]",
    # What brackets ask for.
    r"(?i:\[(?:(?:insert|indsæt|add|tilføj|your|din|dit|dine) [^\]]*|link|url|quote|citat|image|photo|"
    r"picture|billede|foto|video|ad|annonce|headline|overskrift|caption|billedtekst|text|tekst)\])",
    r"(?i:<(?:insert |indsæt |your |din |dit )?(?:name|navn|date|dato|quote|citat|headline|titel)>)",
    # Markdown.
    r"!?\[[^\]]*\]\((?:https?:|/|#|url)[^)]*\)|^#{1,6} (?=\S)|\*\*[^*\s][^*]*\*\*|```",
    # What programs and spreadsheets say of nothing.
    r"\[object \w+\]|#REF!|#N/A\b|#VALUE!|#NAME\?|#DIV/0!",
    exactly=True,
)

# --- Filler ---------------------------------------------------------------------------------------

_LATIN: Final = frozenset(
    """lorem ipsum dolor amet consectetur consectetuer adipiscing adipisicing elit eiusmod tempor
    incididunt labore dolore aliqua enim minim veniam quis nostrud exercitation ullamco laboris nisi
    aliquip commodo consequat duis aute irure reprehenderit voluptate velit esse cillum fugiat nulla
    pariatur excepteur sint occaecat cupidatat proident sunt culpa officia deserunt mollit laborum
    nonummy nibh euismod tincidunt laoreet magna aliquam erat volutpat wisi tation ullamcorper
    suscipit lobortis vestibulum vivamus praesent pellentesque habitant morbi tristique senectus
    netus malesuada fames turpis egestas curabitur pulvinar mauris fermentum vitae sapien donec
    quam felis ultricies sem nulla vulputate eget arcu rhoncus imperdiet phasellus viverra cras
    ante primis faucibus orci luctus ultrices posuere cubilia curae lacus pretium blandit lectus
    soluta nobis eleifend congue nihil placerat facer possim assum neque porro quisquam dolorem
    dapibus aenean leo ligula porttitor sollicitudin convallis maecenas integer hendrerit""".split()
)
_LATIN_SMALL: Final = frozenset(
    "sit sed do ut et ad ex ea in id est non ac at eu a nec vel".split()
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_LOREM: Final = _any(
    r"\b(?:lorem|bacon|hipster|cupcake|zombie|gangsta|viking) ipsum\b",
    r"^lorem\b|\bdolor sit amet\b",
)
_ENOUGH_LATIN: Final = 3

# --- What desks write to themselves ---------------------------------------------------------------

_NOTES: Final = _any(
    r"(?<![\w’'-])(?:TODO|FIXME|TBD|TKTK\w*|TK TK|XX+X?)(?=:|\s?%)",
    r"(?<![\w’'-])(?:TODO|FIXME|TBD|(?:TK){2,}K?|TK TK)(?![\w’'-])",
    r"[\[(](?:TK|TBC|TBA|TODO|tk|todo|tbc|cq|CQ|[xX]{2,}|\?{2,}|check|tjek)(?:[ :][^\])]{0,60})?[\])]",
    r"[\[(](?:CHECK|TJEK)[\])]|^(?:HUSK|OBS|NB|NOTE)[:!]? ?(?:at )?(?:ring|tjek|check|ret|slet|spørg|ask)\b",
    r"(?<![\w’'-])[xX]{2,}\. (?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w*",
    r"@todo\b|^(?:todo|to do|tk):",
    # A number, a name, a date TK; TK per cent; ends with TK; is TK.
    r"\b(?:number|name|date|figure|quote|link|caption|headline|photo|tal|navn|dato|citat|procent"
    r"|per ?cent|percent|\d+|%) TK\b(?![’'-])",
    r"(?<![\w’'-])TK (?:per ?cent|percent|procent|people|personer|years|år|kroner|euros?|pounds)\b",
    r"^TK(?=[.:!?]*$)|(?<=[a-zæøå,:] )TK(?=[.!?]*$)",
    r"(?<![\w’'-])[xX]{2,}(?: (?:per ?cent|percent|procent|pct\.?|kroner|people|personer|years|år)\b|\s?%)",
    exactly=True,
)
_X: Final = re.compile(r"(?<![\w’'-])(?:XXX+|xxx+)(?![\w’'-])")
# Thirty in Roman figures: Super Bowl XXX, Kapitel XXX, the XXX Olympiad.
_ROMAN: Final = re.compile(r"(?:\b[A-ZÆØÅ][\w’']*|\b(?:chapter|kapitel|bind|del|no\.|nr\.)) $")
_AFTER_ROMAN: Final = re.compile(r"[. ]+Olymp")
_TK: Final = re.compile(r"(?<![\w’'.“”»«-])TK(?![\w’'&.-]| [A-ZÆØÅ&])")
_TBC: Final = re.compile(r"(?<![\w’'-])(?:TBC|TBA)(?![\w’'-]| [A-ZÆØÅ])")

# --- Phrases --------------------------------------------------------------------------------------

_THINGS: Final = (
    r"(?:text|copy|content|html|code|title|sub-?title|sub-?heading|heading|headline|standfirst|"
    r"caption|alt[ -]text|description|image|picture|photo|video|link|url|quote|name|date|body|"
    r"body text|paragraph|source|byline|kicker|excerpt|word|sentence|story)s?"
)
_TING: Final = (
    r"(?:tekst|brødtekst|overskrift|mellemrubrik|underrubrik|rubrik|undertitel|titel|manchet|trompet|billedtekst|"
    r"alt-?tekst|billede|foto|video|link|citat|navn|dato|indhold|html-?kode|kode|beskrivelse|kilde|"
    r"afsnit|slide)(?:en|et|er)?"
)
_ANYWHERE: Final = _any(
    r"\b(?:raw )?html[ -]?(?:code|kode) (?:here|her)\b|\bnon[ -]empty raw html\b",
    r"\breplace this (?:with|text|sentence|paragraph|content|image|photo)\b",
    rf"\b(?:insert|add|enter|type|paste|put|place|write|your) (?:(?:your|the|a|an|some|own|new|any|"
    rf"this|main|short|in) )*(?:{_THINGS} )?{_THINGS} (?:goes |comes )?here\b",
    rf"\b{_THINGS} (?:goes|to go|comes|to come) here\b",
    rf"\b(?:double-?)?click(?: or tap)? (?:here |this (?:text|block) |edit button )*to (?:edit|change|"
    rf"add|enter|insert|type|write)(?: (?:your|a|the|some|this|in) )? ?{_THINGS}\b",
    r"\bclick(?: here)? to edit\b(?=[.!…]*$)|\bclick (?:the )?edit button to\b",
    r"\bdouble[- ]click (?:here|me) to edit\b|\bedit me\b[.!]* it[’']s easy",
    r"\bi(?: am|[’']m) (?:a )?(?:text block|paragraph)\b.{0,20}\bclick\b",
    r"\bthis is (?:a|an|the|your) (?:sample|example|dummy|placeholder|default|demo|first) "
    r"(?:text|page|post|paragraph|headline|heading|content|copy|block|caption|slide|title)\b",
    r"\bthis is the (?:heading|title|caption|standfirst)\b(?=[.!]*$)",
    r"\bwelcome to wordpress\b|\bjust another wordpress (?:site|weblog)\b|\bpowered by wordpress\b",
    r"\bedit or (?:delete|remove) (?:it|this text)\b|\bthen start (?:writing|blogging)\b",
    r"\bstart writing or type /|\btype / to choose a block\b",
    r"\berror! (?:reference source|bookmark) not\b|\bfejl! (?:henvisningskilde|bogmærke)\b",
    r"\bnote to (?:the )?(?:editor|editors|desk|subs?|translator|web):",
    r"\bthe way you tell your story online can make all the difference\b",
    # Danish
    rf"\b(?:indsæt|tilføj|skriv|placér|placer|sæt|angiv|indtast|din|dit|dine) (?:(?:din|dit|dine|en|et|"
    rf"den|det|egen|eget|ny|nyt|noget|selv|ind) )*{_TING} (?:ind )?her\b",
    rf"\b(?:her kan du|her skal du) (?:skrive|indsætte|tilføje) (?:din|dit|en|et|noget)? ?{_TING}\b",
    rf"\b{_TING} (?:skal stå|indsættes|kommer) her\b|\bher kommer (?:din |en |der )?{_TING}\b(?=[.!]*$)",
    rf"\b(?:dobbelt)?klik(?: eller tryk)?(?: her)? for at (?:redigere|tilføje|indsætte|skrive|angive)"
    rf"(?: (?:din|dit|en|et|noget))?(?: {_TING}\b|(?=[.!…]*$))",
    r"\b(?:erstat|udskift|slet|redig[eé]r) denne (?:eksempel)?tekst\b",
    r"\bdette er (?:en|et|din|dit) (?:eksempel|prøve|dummy|pladsholder|standard|demo|test)-?"
    r"(?:tekst|side|indlæg|afsnit|overskrift)\b",
    r"\bvelkommen til wordpress\b|\bdette er dit første indlæg\b",
    r"\b(?:note )?til (?:redaktionen|redaktøren|redaktøren|desken|oversætteren|korrekturen):",
)
_VERB: Final = (
    r"(?:insert|add|enter|type|paste|write|upload|indsæt|tilføj|skriv|angiv|indtast|upload)"
)
# Only where they are all there is of a sentence.
_ALONE: Final = _any(
    rf"(?:please )?{_VERB} (?:(?:your|some|din|dit|noget) )*(?:{_THINGS}|{_TING})(?: here| her)?",
    r"(?:start )?(?:typ(?:e|ing)|writ(?:e|ing)|skriv|begynd at skrive)(?: something| noget)?(?: here| her)",
    r"(?:type|write|skriv) (?:something|noget)|click to edit|start typing",
    rf"your {_THINGS} here|di[nt]e? {_TING} her",
    rf"(?:{_THINGS}|{_TING}) (?:here|her|goes here|to come|to follow|missing|tbc|følger|kommer|"
    r"mangler|på vej|udfyldes|skal udfyldes|indsættes)",
    r"(?:sample|placeholder|dummy|filler|example) (?:page|text|content|copy|post|headline|image|title)",
    r"(?:eksempel|prøve|fyld|blind|dummy|pladsholder|demo)-?(?:tekst|side|overskrift|billede)",
    r"(?:slide|post|page|section|block) (?:title|heading|headline|text)(?: \d+)?",
    r"(?:new|ny|nyt) (?:slide|post|page|side|indlæg)(?: \d+)?|ikke-kategoriseret|uncategorized",
    r"(?:no|uden) (?:title|titel|headline|overskrift)|\(no title\)|unavngivet",
    r"(?:sub)?heading \d|overskrift \d|paragraph \d|asdf\w*|qwerty(?:uiop)?\w*|foo ?bar(?: baz)?",
    r"(?:this is |det(?:te| her) er )?(?:an? |en )?(?:placeholder|pladsholder)|auto draft|text block",
    rf"(?:{_THINGS}|{_TING}) (?:kommer senere|tk)|mangler (?:{_TING})|tk|body text|brødtekst|mellemrubrik",
    r"(?:edit|replace|change|delete) (?:me|this text)|(?:slet|redig[eé]r|ret|udskift) (?:mig|denne tekst)",
    r"(?:for)?navn (?:og )?efternavn(?:,? titel)?|navn navnesen|(?:first ?)?name (?:and )?(?:last ?name|surname)",
    r"(?:asd){2,}\w*|(?:bla){2,}|ingen titel|ikke kategoriseret|caption text|tekst til \w+",
    r"(?:accordion|tab|toggle|item) (?:title|content)|her skal (?:der )?stå .{2,30}",
    r"(?:describe|beskriv) (?:the |this )?(?:image|photo|picture|billedet|fotoet)(?: here| her)?",
    r"(?:test){2,}|test(?:[ ,]+test)+|test \d+(?: ?\d+)*|undefined|null|nan|\(blank\)|\(tom\)",
)
# What may be meant: a critic’s “Untitled”, a page about the web.
_MAYBE: Final = _any(
    rf"{_VERB} (?:a|an|en|et) (?:{_THINGS}|{_TING})",
    r"title|headline|heading|caption|text|content|paragraph|body|untitled|hello world|none|foo|"
    r"overskrift|titel|tekst|indhold|billedtekst|alt[- ]te(?:kst|xt)|(?:this is a|dette er en) test",
    rf"your {_THINGS}|di[nt]e? {_TING}|(?:add|insert|enter|type|tilføj|indsæt|angiv) (?:\w+ ){{1,3}}her(?:e)?",
    r"manchet|rubrik|trompet|standfirst|kicker|n/a|hej verden|coming soon|kommer snart|tab \d",
    r"make it stand out|it all begins with an idea",  # Squarespace
    r"test(?:ing)?|bla(?:h)?(?: bla(?:h)?)+|\?+|[.…]+|-+|_+|x+",
)
_MAYBE_ANYWHERE: Final = _any(
    r"\b(?:placeholder|dummy|filler|boilerplate) (?:text|copy|content|headline|image|title|caption)\b",
    r"\[(?:name|navn|age|alder|date|dato|city|number|tal|title|titel|source|kilde)\]",
    r"\b(?:fyldtekst|blindtekst|dummytekst|pladsholdertekst)(?:en)?\b",
)
_SIGNS: Final = " \t.,;:!?…*_[](){}<>“”\"'’»«"
# No phrase of _ANYWHERE is without one of these words; most texts are, and are done with quickly.
_TELLING: Final = frozenset(
    """here her html replace click doubleclick edit block sample example dummy placeholder default demo
    first heading title caption standfirst wordpress delete remove start type error fejl klik
    dobbeltklik erstat udskift slet rediger redigér indlæg editor editors desk sub subs translator
    web story redaktionen redaktøren desken oversætteren korrekturen dette velkommen your""".split()
)
_CODELIKE: Final = re.compile(r"[\[\]{}<>%$#|_*`]")
_CAPITALS: Final = re.compile(
    r"HUSK|OBS|NB|NOTE|TK|TO ?DO|TB[ADC]|[Xx]{2}|FIXME|\?\?|@todo|[Cc][Qq]\b|[\[(]|^(?:to ?do|tk):"
)


def placeholders(passage: str) -> Iterator[Leftover]:
    """What of one paragraph was there to be replaced, the surest first; nothing of real prose.

    `a to-do list`, `TK Maxx` and `Super Bowl XXX` are prose.
    """
    passage = passage[:_LONGEST]
    words = _WORD.findall(passage.lower())
    yield from (Leftover(each.strip(), sure=True) for each in _surely(passage, frozenset(words)))
    yield from _latin(words)
    for sentence in _SENTENCE.split(passage):
        bare = sentence.strip(_SIGNS)
        if _ALONE.fullmatch(bare):
            yield Leftover(bare, sure=True)
    yield from _perhaps(passage)


def _surely(passage: str, words: frozenset[str]) -> Iterator[str]:
    if _CODELIKE.search(passage):
        yield from (found[0] for found in _CODE.finditer(passage))
    if not words.isdisjoint(("ipsum", "lorem", "amet")):
        yield from (found[0] for found in _LOREM.finditer(passage))
    if _CAPITALS.search(passage):
        yield from (found[0] for found in _NOTES.finditer(passage))
        yield from (found for found in _crosses(passage) if found.isupper())
    if not words.isdisjoint(_TELLING):
        yield from (found[0] for found in _ANYWHERE.finditer(passage))


def _crosses(passage: str) -> Iterator[str]:
    """XXX for a number or a name: not thirty in Roman figures."""
    for found in _X.finditer(passage):
        before, after = passage[: found.start()], passage[found.end() :]
        if not (_ROMAN.search(before) or _AFTER_ROMAN.match(after)):
            yield found[0]


def _perhaps(passage: str) -> Iterator[Leftover]:
    whole = passage.strip(_SIGNS) or passage.strip()
    if _MAYBE.fullmatch(whole):
        yield Leftover(whole, sure=False)
    if _CAPITALS.search(passage):
        yield from (Leftover(each, sure=False) for each in _crosses(passage))
        for pattern in (_TK, _TBC):
            yield from (Leftover(found[0], sure=False) for found in pattern.finditer(passage))
    for found in _MAYBE_ANYWHERE.finditer(passage):
        yield Leftover(found[0], sure=False)


def _latin(words: list[str]) -> Iterator[Leftover]:
    """Three words of filler Latin in a row, small ones between them."""
    if len(_LATIN.intersection(words)) < _ENOUGH_LATIN:
        return
    run: list[str] = []
    for word in [*words, ""]:
        if word in _LATIN or (run and word in _LATIN_SMALL):
            run.append(word)
            continue
        if sum(each in _LATIN for each in run) >= _ENOUGH_LATIN:
            yield Leftover(" ".join(run[:4]), sure=True)
        run = []


# --- Labels with nothing behind them --------------------------------------------------------------

_LABEL: Final = (
    r"(?:Date|Published|Updated|Last updated|By|Author|Byline|Written by|Photo|Photos|Photo by|Image|"
    r"Picture|Credit|Photo credit|Illustration|Video|Source|Sources|Caption|Also read|Read also|"
    r"Read more|See also|Tags|Topics|Category|Location|Share|Share this(?: article| story)?|Fact box|"
    r"Dato|Publiceret|Opdateret|Sidst opdateret|Af|Skrevet af|Forfatter|Tekst|Foto|Fotos|Billede|"
    r"Billeder|Fotograf|Kredit|Kilde|Kilder|Billedtekst|Læs også|Læs mere|Se også|Emner|Kategori|"
    r"Sted|Del|Del denne artikel|Del artiklen|Faktaboks)"
)
_BEGINNING: Final = r"(?:^|(?<=[.:!?)”»\"’]\s)|(?<=[|/–]\s))"
_EMPTY: Final = re.compile(rf"{_BEGINNING}{_LABEL}:(?=[\s/|,;.–—-]*$)", re.IGNORECASE)
_LABELLED: Final = re.compile(rf"{_BEGINNING}{_LABEL}:(?=\s*[/|]?\s*{_LABEL}:)", re.IGNORECASE)


def empty_labels(passage: str) -> tuple[str, ...]:
    """The labels in a paragraph with nothing behind them: `Photo:` at its end, `Kilde: Foto: …`."""
    passage = passage[:_LONGEST]
    if ":" not in passage:
        return ()
    found = [*_LABELLED.finditer(passage), *_EMPTY.finditer(passage)]
    return tuple(each[0] for each in found)
