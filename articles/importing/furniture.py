"""What belongs to a web page and not to its article: named recognisers, in both languages.

Whole lines only. A paragraph that happens to mention a newsletter is no furniture.
"""

import re

from articles.importing.lines import Why


def _whole(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(patterns)})", re.IGNORECASE)


_MONTHS = (
    "jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch|ts)?|apr(?:il)?|may|maj|june?|juni|july?|juli|"
    "aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DAYS = (
    "(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:man|tirs|ons|tors|fre|lør|søn)dag|"
    "mon|tue|wed|thu|fri|sat|sun"
)
_TIME = (
    r"(?:,?\s*(?:kl\.?|at|@|-|–|\|)?\s*\d{1,2}[.:]\d{2}(?:[.:]\d{2})?"
    r"\s*(?:[ap]\.?m\.?)?(?:\s*(?:CES?T|GMT|UTC))?)?"
)
_DATE = re.compile(
    rf"(?:(?:{_DAYS}),?\s+)?(?:d\.\s*|den\s+)?"
    rf"(?:\d{{1,2}}(?:\.|st|nd|rd|th)?\s+(?:{_MONTHS})\.?(?P<year>,?\s+\d{{4}})?"
    rf"|(?:{_MONTHS})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?P<year2>,?\s+\d{{4}})?"
    rf"|(?P<numeric>\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}})"
    rf"|(?P<ago>(?:(?:for )?\d+ (?:minutes?|hours?|days?|min\.?|minutter|timer?|dage?) "
    rf"(?:ago|siden))|today|i dag|yesterday|i går)){_TIME}\.?",
    re.IGNORECASE,
)
_DATE_LABEL = re.compile(
    r"(?:date|dato|(?:last |first |senest |sidst )?(?:published|updated|publiceret|opdateret|"
    r"udgivet|oprettet|posted)(?: on| at| den| d\.)?)\s*(?P<mark>:|\s|$)\s*(?P<date>.{0,40})",
    re.IGNORECASE,
)
COUNTER = _whole(
    r"\(?\d{1,3}\s*(?:/|of|af|ud af|out of)\s*\d{1,3}\)?",
    r"(?:page|side)\s+\d{1,3}(?:\s*(?:/|of|af)\s*\d{1,3})?",
    r"\d{1,3} (?:photos|pictures|images|slides|billeder|fotos)",
)
FILE = re.compile(
    r"(?:[^\s/\\:]+|[^/\\:,.!?]{1,60})\.(?:jpe?g|png|webp|gif|tiff?|heic|avif)", re.IGNORECASE
)
STOCK_ID = re.compile(
    r"(?:(?:shutterstock|istock|getty ?images|adobe ?stock|alamy|colourbox|depositphotos)"
    r"(?:\.com)?|(?:stock )?(?:photo|image|foto|billede)[ -]?(?:id|nr|no)\.?)"
    r"(?:\s+(?:id|nr|no)\.?)?[\s_:#-]*(?P<id>\d{5,12})",
    re.IGNORECASE,
)
# “Word,,Word,With,Of”: a stock agency's caption with its spaces and stops turned to commas.
KEYWORDS = re.compile(r"[^\s,]+(?:,+[^\s,]+){2,},*|(?=.*,,)[^\s,]+(?:,+\s?[^\s,]+){2,},*")
RULE = re.compile(r"[-=_*~·•.#–—|/\\+<>\s]+")

_PLATFORMS = (
    r"facebook|twitter|x|linkedin|pinterest|whatsapp|e-?mail|mail|messenger|instagram|reddit|"
    r"telegram|bluesky|mastodon|threads|sms"
)
_STEPS = r"(?:previous|prev|next|forrige|næste|tilbage|frem|back|continue|fortsæt)"

_COMMERCIAL = _whole(
    r"sponsored(?: (?:content|post|by .{2,60}))?",
    r"paid (?:content|partnership)(?: .{2,60})?",
    r"(?:annoncør)?betalt indhold(?: .{2,60})?",
    r"annonceindlæg",
    r"(?:sponsoreret|kommercielt)(?: (?:indhold|samarbejde).{0,60})?",
    r"(?:in (?:partnership|collaboration) with|i samarbejde med) .{2,60}",
    r"advertorial",
)

# In this order: the first that matches the whole line, less its final colon or stop, names it.
FURNITURE: tuple[tuple[Why, re.Pattern[str]], ...] = (
    (
        Why.PLACEHOLDER,
        _whole(
            r".*\bhtml code here\b.*",
            r".*\breplace this with\b.*\bhtml\b.*",
            r".*\bhtml-?kode her\b.*",
            r"lorem ipsum\b.*",
            r"(?:your (?:text|content)|(?:din|skriv) tekst)(?: goes)?(?: here| her)",
            r"\{[{%].*[%}]\}",
            r"\[object Object\]|undefined|null",
        ),
    ),
    (Why.HTML, _whole(r"(?:<[a-z/!][^<>]*>\s*)+")),
    (
        Why.SHARE,
        _whole(
            r"share|del",
            r"(?:share|print)(?: (?:this|the))? (?:article|story|page|post|slideshow|gallery)"
            r"(?: (?:on|via|with|by) .{2,30})?",
            r"(?:del|udskriv)(?: (?:denne|dette))? "
            r"(?:artikel|artiklen|side|siden|historie|historien|nyhed|nyheden|opslag|opslaget)"
            r"(?: (?:på|via|med) .{2,30})?",
            rf"(?:share|del) (?:on|via|by|på|med) (?:{_PLATFORMS})",
            r"share this|del dette",
            r"(?:copy|kopi[eé]r) (?:the )?(?:link|url)|link (?:copied|kopieret)",
            r"(?:tip|send til) en ven|tell a friend|pin it|tweet(?: this)?|send (?:som|by) e-?mail",
            r"\d+ (?:shares|delinger)",
        ),
    ),
    (Why.COUNTER, COUNTER),
    (
        Why.ADVERT,
        _whole(
            r"ad(?:vert(?:isement)?)?s?|annoncer?|reklamer?",
            r"(?:the )?(?:article|story) continues (?:below|after)\b.{0,40}",
            r"(?:artiklen|historien|teksten) fortsætter (?:efter|under|nedenfor)\b.{0,40}",
            r"(?:continue|keep) reading(?: below)?|læs videre(?: nedenfor| under .{3,20})?",
            r"scroll (?:down )?(?:to|for) .{3,40}|scroll (?:ned )?for .{3,40}",
        ),
    ),
    (
        Why.NAVIGATION,
        _whole(
            r"[<>‹›«»←→◀▶\s]*(?:previous|prev|next|forrige|næste)"
            r" (?:slide|page|photo|picture|article|billede|side|artikel)[<>‹›«»←→◀▶\s]*",
            rf"[<>‹›«»←→◀▶]+\s*{_STEPS}|{_STEPS}\s*[<>‹›«»←→◀▶]+",
            r"(?:previous|forrige)[\s|/<>‹›«»←→]*(?:next|næste)",
            r"(?:skip|gå|spring) (?:directly )?(?:to|til)\b.{3,30}",
            r"(?:back to|til|tilbage til) (?:top(?:pen)?|the top|forsiden)",
            r"(?:start|see|view|se|vis) (?:the |alle |all )?"
            r"(?:slideshow|gallery|photos|pictures|galleri(?:et)?|billeder(?:ne)?|billedserie[n]?)",
            r"log ?(?:in|ind)|sign in",
            r"(?:home|forside)(?:\s*[>»›/|]\s*[^>»›/|]{2,40}){1,4}",
            r"show (?:more|less)|vis (?:mere|mindre)",
        ),
    ),
    (
        Why.NOTICE,
        _whole(
            r"(?:we|this (?:web)?site) uses? cookies\b.{0,200}",
            r"(?:vi|denne (?:side|hjemmeside)) (?:bruger|anvender) cookies\b.{0,200}",
            r"(?:accept(?:er)?|allow|tillad|afvis|reject|decline) (?:all|alle)(?: cookies)?",
            r"cookie ?(?:settings|indstillinger|policy|politik|s)?",
            r"(?:sign up|subscribe)(?: (?:to|for) (?:our|the)\b.{0,60})?(?: newsletter.{0,40})?",
            r"(?:tilmeld(?: dig)?|få|abonn[eé]r på) (?:vores |det )?(?:nyhedsbrev).{0,60}",
            r"(?:our |vores )?(?:newsletter|nyhedsbrev)",
            r"(?:\d+ )?(?:comments?|kommentar(?:er)?)(?: ?\(\d+\))?",
            r"(?:leave|write|skriv|efterlad) (?:a |en )?(?:comment|kommentar)",
            r"(?:\d+|a|one|en|et) ?-?min(?:ute?r?|utes)?\.? (?:read|læsetid|læsning)",
            r"(?:reading time|læsetid)\s*:?.{0,20}",
            r"(?:all rights reserved|alle rettigheder forbeholdes)",
            r"(?:follow us|følg os)(?: (?:on|på) .{2,40})?",
        ),
    ),
)

# Words that are buttons among other furniture or when they recur, and may be a heading (of a
# slide on back pain, say) where they stand alone.
BUTTONS: tuple[tuple[Why, re.Pattern[str]], ...] = (
    (Why.SHARE, _whole(_PLATFORMS, r"link|copy|kopi[eé]r|gem|save|print|udskriv|send")),
    (Why.NAVIGATION, _whole(_STEPS, r"menu|search|søg|home|forsiden?|close|luk")),
)
# What the foot of a page says; looked for after the article only.
FOOTER = _whole(
    r"(?:©|\(c\)|copyright)\s.{0,80}",
    r"(?:contact|about|kontakt|om)(?: us| os)?",
    r"(?:privacy|cookie|privatlivs|persondata)[ -]?(?:policy|politik|notice)?",
    r"terms(?: (?:of use|and conditions|of service))?|vilkår|betingelser|handelsbetingelser",
    r"read more|læs mere|see (?:all|more)|se (?:alle|flere|mere)|load more|vis flere|hent flere",
    r".{0,3}[›»→>]",
)


LONGEST = 300  # characters; no label of a page is longer, and patterns stay quick


def furniture(text: str) -> Why | None:
    """Return as what a line of cleaned `text` is dropped wherever it stands, or None."""
    if RULE.fullmatch(text):
        return Why.RULE
    if len(text) > LONGEST:
        return None
    bare = text.rstrip(" :.!")
    for why, pattern in FURNITURE:
        if pattern.fullmatch(bare) or pattern.fullmatch(text):
            return why
    date = _DATE_LABEL.fullmatch(text)
    if date and date["mark"] == ":" and not date["date"]:
        return Why.EMPTY_DATE
    if date and (
        _DATE.fullmatch(date["date"]) or (date["mark"] == ":" and _has_digit(date["date"]))
    ):
        return Why.DATE
    if KEYWORDS.fullmatch(text) and any(char.isalpha() for char in text):
        return Why.KEYWORDS
    return None


def is_date(text: str) -> bool:
    """Say whether a line is nothing but a day of a certain year, or a time just passed."""
    date = _DATE.fullmatch(text.strip())
    return date is not None and any(date[part] for part in ("year", "year2", "numeric", "ago"))


def button(text: str) -> Why | None:
    """Return as what a line is dropped if its surroundings show that it is a button."""
    bare = text.rstrip(" :.!")
    return next((why for why, pattern in BUTTONS if pattern.fullmatch(bare)), None)


def is_commercial(text: str) -> bool:
    """Say whether a line declares paid content, which must never be dropped unseen."""
    return _COMMERCIAL.fullmatch(text.rstrip(" :.")) is not None


def _has_digit(text: str) -> bool:
    return any(char.isdigit() for char in text)
