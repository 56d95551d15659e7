"""Words that mark a line of a manuscript as something: named patterns, in both languages.

Each is matched against the whole cleaned line.
"""

import re

from articles.importing.lines import Fate
from articles.text.credits import PICTURE_WORDS


def _any_case(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_NAME = r"[A-ZÆØÅÉÖÄÜ][\w’'.-]*"
_PARTICLE = r"(?:van|von|der|den|de|da|di|la|le|bin|al|af|ten)"
_PERSON = rf"{_NAME}(?: (?:{_PARTICLE} )*{_NAME}){{1,4}}"
_SITE = r"(?:https?://|www\.)[^\s<>()\[\]]+"
_BULLET = r"[\s>»›→▶►•*·–—-]*"

URL = _any_case(rf"<?(?P<url>{_SITE})>?")
LINKED = _any_case(
    rf"\[(?P<title>[^\]]+)\]\((?P<url>{_SITE})\)|(?P<title2>\S.*?)[\s(<\[–-]+(?P<url2>{_SITE})[)>\]]*"
)
# “![What is seen](picture.jpg)”
IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<file>[^()\s]+)\)")
WRAPPED = _any_case(rf"\[(?P<words>[^\]]+)\]\((?P<url>{_SITE})\)")
BYLINE = re.compile(
    r"(?P<label>(?i:by|af|written by|words by|skrevet af|tekst af|reported by)\s*:?|"
    r"(?i:byline|authors?|forfattere?|journalist|skribent|reporter)\s*:)"
    rf"\s+(?P<value>{_PERSON}(?:(?:,| and| og| &| ?/)\s*{_PERSON})*)[,.]?"
)
BAR = re.compile(r"\s+[|·•–—]\s+")
AND = _any_case(r"\s*(?:[,;/]|\band\b|\bog\b|\s&\s)\s*")
LISTED = _any_case(r"\s*(?:[,;]|\band\b|\bog\b)\s*")

# “Photo: …”, also in brackets; a short ending keeps “Photo: a long sentence.” a description.
CREDIT = _any_case(rf"[(\[]?(?P<label>{PICTURE_WORDS})\s*[:：]\s*(?P<value>.{{0,200}})")
CREDIT_BY = re.compile(
    r"[(\[]?(?i:photo(?:graph)?s?|pictures?|images?|foto(?:s|grafi)?|billeder?|illustration)"
    rf" (?i:by|af|courtesy of):? (?P<value>(?:{_NAME}|©).{{1,100}})"
)
COPYRIGHT = _any_case(r"(?:©|\(c\)\s)\s*(?P<value>\S.{1,80})")
# “Also read: One | Also read: Two” on one line: what stands between the two
AGAIN = _any_case(
    r"\s*[|·•/,;–—]\s*(?=(?:also read|read also|see also|related|læs også|se også|læs mere)\s*[:：])"
)
# “A nurse at the window. Photo: Jane Doe/AFP”
CAPTION_WITH_CREDIT = re.compile(
    r"(?P<before>\S.{6,400}?)\s*[(\[–—|/-]?\s*"
    r"\b(?i:(?:arkiv|privat|presse|model|genre)?foto|photos?|fotos|picture|billede|"
    r"(?:image |photo )?credit)\s*[:：]\s*"
    r"(?P<value>(?:[A-ZÆØÅ©]|i[A-Z])[^.:?!()\[\]]{1,60}(?:\.[a-z]{2,3})?)\.?[)\]]?"
)
PLURAL = _any_case(r"all .*|alle .*|photos|pictures|images|fotos|billeder|photo credits")

ALSO_READ = _any_case(
    rf"{_BULLET}(?P<label>also read|read also|read next|read more(?: about this)?|see also|"
    r"watch also|also see|don[’']t miss|more on this|related(?: article| story)?|"
    r"you might also like|"
    r"læs også|læs mere(?: om)?|læs videre|se også|hør også|relateret(?: artikel)?|"
    r"gå ikke glip af|mere om emnet)"
    r"\s*(?P<mark>[:：|–—-]|[>»›→▶►]+|$)\s*(?P<value>.*)"
)
TITLE_AND_SITE = re.compile(r"(?P<title>.+?)\s+[|·»–—-]\s+(?P<site>\S+(?: \S+){0,3})")
BULLETED = re.compile(r"[•*·‣▪→»-]\s+(?P<value>\S.*)")
OTHER_ARTICLES = _any_case(
    r"[\s>»›→•*=_#–—-]*(?:other (?:articles|stories)|more (?:articles|stories|news)|"
    r"related(?: (?:articles|stories|posts|content))?|recommended(?: (?:for you|articles))?|"
    r"(?:you (?:may|might) )?also like|you (?:may|might) also like|most (?:read|popular)|"
    r"latest(?: (?:news|articles|stories))?|trending(?: now)?|read more|read also|also read|"
    r"andre artikler|flere (?:artikler|historier|nyheder)|relaterede(?: (?:artikler|historier))?|"
    r"relateret(?: indhold)?|(?:vi )?anbefale[rt](?: til dig| artikler)?|mest (?:læste|populære)|"
    r"(?:seneste|sidste) (?:nyt|nyheder|artikler)|læs (?:mere|også|flere artikler)|"
    r"måske (?:er du også interesseret i|kan du også lide))[\s:>»›→=_*–—-]*"
)
SOURCES = {
    "en": _any_case(
        r"(?:(?:this|the) (?:article|story|piece|text) (?:is|was) )?(?:based (?:up)?on|builds on)"
        r"(?: the)?(?: (?:information|material|reporting|facts|data|research))?"
        r"(?: (?:given|provided|published))?(?: (?:from|by|in))? (?P<value>.{2,120})"
        r"|source(?:s|\(s\))?\s*[:：]\s*(?P<value2>.{0,200})"
    ),
    "da": _any_case(
        r"(?:(?:denne |den )?(?:artikel|artiklen|historie|historien|tekst|teksten) )?"
        r"(?:er )?(?:baseret|bygget|bygger|baserer sig) på"
        r"(?: (?:informationer|information|oplysninger|materiale|viden|data|forskning))?"
        r"(?: (?:fra|af|i))? (?P<value>.{2,120})"
        r"|kilde(?:r|\(r\))?\s*[:：]\s*(?P<value2>.{0,200})"
    ),
}
SOURCE_LABEL = _any_case(r"(?:sources|source\(s\)|kilder|kilde\(r\))\b.*")

FIELD_WORDS = {
    Fate.HEADLINE: r"(?:main )?headline|title|titel|rubrik|(?:hoved)?overskrift|h1",
    Fate.STANDFIRST: (
        r"stand-?first|deck|dek|intro(?:duction)?|indledning|manchet|underrubrik|ingress|lede|lead|"
        r"summary|resum[eé]|sub-?headline|subtitle|undertitel"
    ),
    Fate.KICKER: r"kicker|trompet|overline|eyebrow|strapline",
    Fate.HEADING: (
        r"heading|slide (?:heading|title|headline)|sub-?heading|mellemrubrik|"
        r"slide-?(?:overskrift|titel)|billedoverskrift|underoverskrift|h2|h3"
    ),
    Fate.BODY: r"text|body(?: text)?|copy|slide ?text|tekst|brødtekst|slide-?tekst|indhold",
    Fate.CAPTION: r"(?:photo |picture |image )?caption|billedtekst|fototekst|cutline",
    Fate.ALT: r"alt(?:[ -]?te(?:xt|kst))?|alternative? te(?:xt|kst)",
}
FIELD = _any_case(
    rf"[(\[]?(?:{'|'.join(f'(?P<{fate.name}>{words})' for fate, words in FIELD_WORDS.items())})"
    r"[)\]]?\s*(?:[:：]\s*|\s[–—-]\s+)(?P<value>.*)"
)
EMBARGO = _any_case(
    r"(?:(?:under |strict )?embargo(?:ed)?|klausul(?:eret)?|må ikke offentliggøres"
    r"|not for (?:release|publication))"
    r"(?:\s*[:：]| (?:until|before|til|før)\b)\s*:?.{0,100}"
)
NOTE = _any_case(
    r"(?:topic|section|category|emne|sektion|kategori|slug|"
    r"seo[ -](?:title|titel|description|beskrivelse)|meta[ -]description|notes?|"
    r"editor[’']s note|note til redaktionen|redaktionel note|publish(?: at| on)?|publicering|"
    r"publiceres|deadline|status|language|sprog|version|subject|from|to|sent|fra|til|sendt)"
    r"\s*[:：]\s*(?P<value>.{0,200})"
)
TAGS = _any_case(r"(?:tags?|keywords?|nøgleord|emneord|stikord)\s*[:：].{0,300}")

SLIDE_MARK = _any_case(
    r"[\[(=_–—\s-]*(?P<word>slide|dias|billede|picture|photo|foto|image)\s*(?:no\.?|nr\.?|#)?\s*"
    r"(?P<number>\d{1,3})(?:\s*(?:/|of|af)\s*\d{1,3})?"
    r"(?:[\s\])=_–—.:-]*|\s*[:.)\]–—=-]+\s*(?P<value>\S.*?))"
)
MARKUP = re.compile(r"(?P<marks>#(?=\s)|#{2,6})\s*(?P<value>[^\s#].*?)\s*#*")
BOLD = re.compile(r"\s*(\*\*|__)(?=\S)(?P<value>(?:(?!\*\*|__).)+)\1\s*:?\s*")
NUMBERED = _any_case(
    r"(?:(?:no\.?|nr\.?)\s*|#)?(?P<number>\d{1,3})"
    r"(?:\s*/\s*\d{1,3}[.):]?|\s*[.):]|\s*[–—-]|(?<=#\d)|(?<=#\d\d))"
    r"\s+(?P<value>\S.*)"
)
BARE_NUMBER = re.compile(r"[(\[#]?(?P<number>\d{1,3})[.):\]]?")
