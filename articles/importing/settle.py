"""What the lines of a manuscript say about each other: the second look.

Every step takes all tokens and settles one kind that a line alone leaves open.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from articles.importing.classify import Kind, Token, after, ends_sentence, following, preceding
from articles.importing.headings import LONG_HEADING, settle_headings
from articles.importing.lines import Fate, Why
from articles.importing.markers import ALSO_READ, BULLETED, TITLE_AND_SITE
from articles.importing.titles import normalise

PAGE_FURNITURE = frozenset({Why.SHARE, Why.NAVIGATION, Why.NOTICE})
FRONT = frozenset({Fate.HEADLINE, Fate.STANDFIRST, Fate.KICKER})
# What holds words of the story, so that counting it tells front from slides.
WORDS = frozenset({Kind.TEXT, Kind.FIELD, Kind.MARKUP, Kind.NUMBERED})
# What shows that a slide has begun.
SLIDE_SIGNS = frozenset({Kind.CREDIT, Kind.SLIDE_MARK})


def settle(tokens: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """Return the tokens of the article and those of the list of other articles after it."""
    tokens = _buttons(list(tokens))  # first: what is left of them is text, which all others count
    tokens = _fields(tokens)  # before the tail, since a labelled text is no teaser
    tokens, tail = _split_tail(tokens)  # from here on nothing looks at other articles
    tokens = _front_matter(tokens)  # dates and bylines, before a label takes one for its value
    tokens = _empty_labels(tokens)  # before the headings: a link's title below its label is none
    tokens = settle_headings(tokens)
    tokens = _repeats(tokens)  # needs the headings, which may repeat the headline and stay
    tokens = _after_end(tokens)  # needs them too: a heading below the source is a further slide
    tokens = _general_credit(tokens)  # last, as a credit is a slide's sign to all the others
    return tokens, tail


def _buttons(tokens: list[Token]) -> list[Token]:
    """Drop “Facebook” and “Next” among their like or when they recur; else they are text."""
    counts = Counter(t.text.casefold() for t in tokens if t.kind is Kind.BUTTON)

    def is_furniture(token: Token | None) -> bool:
        return token is not None and (token.kind is Kind.BUTTON or token.why in PAGE_FURNITURE)

    return [
        token
        if token.kind is not Kind.BUTTON
        else replace(token, kind=Kind.FURNITURE)
        if counts[token.text.casefold()] > 1
        or any(map(is_furniture, (preceding(tokens, index), following(tokens, index))))
        else token.as_text()
        for index, token in enumerate(tokens)
    ]


def _fields(tokens: list[Token]) -> list[Token]:
    """Keep “Text: …” a label only in a manuscript that is labelled throughout.

    “Caption:” and “Alt:” mean one thing only and always count.
    """
    labels = [t for t in tokens if t.kind is Kind.FIELD]
    kinds = {t.field for t in labels} - {Fate.CAPTION, Fate.ALT}
    words = [t.number for t in tokens if t.kind in WORDS][:6]
    opens = any(t.field in FRONT and t.number in words for t in labels)
    labelled = len(kinds) > 1 or opens
    tokens = [
        token.as_text()
        if token.kind is Kind.FIELD and token.field not in (Fate.CAPTION, Fate.ALT) and not labelled
        else token
        for token in tokens
    ]
    return _field_values(_one_headline(tokens))


def _one_headline(tokens: list[Token]) -> list[Token]:
    """“Title:” is the headline the first time and a slide's heading from then on."""
    seen = False
    settled = []
    for token in tokens:
        is_headline = token.kind is Kind.FIELD and token.field == Fate.HEADLINE
        settled.append(replace(token, field=Fate.HEADING) if is_headline and seen else token)
        seen = seen or is_headline or token.kind is Kind.SLIDE_MARK
    return settled


def _field_values(tokens: list[Token]) -> list[Token]:
    """Give a label that stands alone the line that follows."""
    tokens = list(tokens)
    for index, token in enumerate(tokens):
        if token.kind is Kind.FIELD and not token.value:
            place = next(after(tokens, index), None)
            if place is not None and tokens[place].kind in (Kind.TEXT, Kind.NUMBERED, Kind.MARKUP):
                value = tokens[place]
                tokens[place] = replace(value, kind=Kind.FIELD, field=token.field, value=value.text)
    return tokens


def _front_matter(tokens: list[Token]) -> list[Token]:
    """Settle dates, bylines, notes and addresses, which mean that only around the headline."""
    words = paragraphs = 0
    slides = False
    last = max((t.number for t in tokens if t.kind in WORDS), default=0)
    labelled = any(t.kind is Kind.FIELD and t.field in FRONT for t in tokens)
    settled = []
    for index, token in enumerate(tokens):
        in_front = paragraphs < 2 and not slides
        # “1 May 1940” above a paragraph or a credit heads a slide of a history.
        heads = paragraphs > 0 and _is_paragraph(following(tokens, index))
        fits = {
            Kind.DATE: in_front and not heads and not _heads_credit(following(tokens, index)),
            Kind.BYLINE: bool(token.field or (in_front and words) or token.number > last),
            Kind.ASIDE: in_front or labelled or token.why is not Why.FIELD,
        }.get(token.kind, True)
        settled.append(_as_front(token, in_front=in_front) if fits else token.as_text())
        words += token.kind in WORDS
        paragraphs += _is_paragraph(token)
        slides = slides or token.kind in SLIDE_SIGNS
    return settled


def _is_paragraph(token: Token | None) -> bool:
    return token is not None and token.kind is Kind.TEXT and len(token.text) > 60


def _heads_credit(token: Token | None) -> bool:
    return token is not None and token.kind is Kind.CREDIT


def _as_front(token: Token, *, in_front: bool) -> Token:
    if token.kind is Kind.URL and in_front:
        return replace(token, kind=Kind.FURNITURE, why=Why.ADDRESS)
    return replace(token, kind=Kind.FURNITURE) if token.kind is Kind.DATE else token


def _split_tail(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """Cut where the list of other articles begins.

    Its heading may also stand inside the article and announce only the next line, like
    “Also read:”; what shows that the article goes on decides.
    """
    settled = list(tokens)
    for index, token in enumerate(tokens):
        if token.kind is not Kind.OTHER_ARTICLES:
            continue
        if _opens_list(tokens[:index], token, tokens[index + 1 :]):
            return settled[:index], settled[index:]
        inside = None if _means_next_line(token) else Why.LIST_INSIDE
        settled[index] = replace(token, kind=Kind.ALSO_READ, why=inside)
    place = _unlabelled_list(settled)
    return settled[:place], settled[place:]


def _opens_list(above: list[Token], label: Token, below: list[Token]) -> bool:
    if sum(t.kind in WORDS for t in above) < 3:
        return False
    if any(map(_shows_slide, below)):
        has_slides = any(t.kind is Kind.TEXT and _is_full(t.text) for t in below)
        started = any(map(_shows_slide, above))
        return started and not has_slides and not _means_next_line(label)
    if not _means_next_line(label):
        return True
    # “Also read:” over one line, or with a proper list below it, is no heading of a list.
    lists = any(t.kind is Kind.OTHER_ARTICLES and not _means_next_line(t) for t in below)
    return not lists and sum(t.kind in WORDS for t in below) > 1


def _shows_slide(token: Token) -> bool:
    """Bare numbers do not count here: lists of the most read have them, too."""
    return token.kind is Kind.CREDIT or (token.kind is Kind.SLIDE_MARK and bool(token.field))


def _is_full(text: str) -> bool:
    """Tell a slide's text from a teaser's, which breaks off."""
    return len(text) > 120 and not text.endswith(("...", "…"))


def _means_next_line(label: Token) -> bool:
    return ALSO_READ.fullmatch(label.text) is not None


def _unlabelled_list(tokens: list[Token]) -> int:
    """Return where a list without a heading begins: below the source line, known by its titles.

    They recur, or the article links to them.
    """
    source = next((i for i, t in reversed([*enumerate(tokens)]) if t.kind is Kind.SOURCE), None)
    if source is None or any(t.kind in SLIDE_SIGNS for t in tokens[source:]):
        return len(tokens)
    links = {normalise(t.value) for t in tokens if t.kind is Kind.ALSO_READ and t.value}
    texts = [i for i in range(source, len(tokens)) if tokens[i].kind is Kind.TEXT]
    counts = Counter(normalise(tokens[i].text) for i in texts)
    known = any(count > 1 or title in links for title, count in counts.items())
    return texts[0] if known else len(tokens)


def _empty_labels(tokens: list[Token]) -> list[Token]:
    """Give “Also read:”, “Photo:” and “Source:” that stand alone the line right below.

    “Also read:” may be followed by a list with bullets or by an address alone, “Sources:” by a
    list without bullets.
    """
    tokens = list(tokens)
    for index, token in enumerate(tokens):
        if token.value or token.kind not in (Kind.ALSO_READ, Kind.CREDIT, Kind.SOURCE):
            continue
        for place in after(tokens, index):
            value = tokens[place]
            if not _completes(token, value, following(tokens, place)):
                break
            tokens[index] = replace(token, kind=Kind.FIELD, field=Fate.LABEL)
            words = "" if value.kind is Kind.URL else value.value
            tokens[place] = replace(value, kind=token.kind, field=token.field, value=words)
            listed = BULLETED.match(value.text) or (token.kind is Kind.SOURCE and value.glued)
            if token.kind is Kind.CREDIT or not listed:
                break
    return tokens


def _completes(label: Token, value: Token, then: Token | None) -> bool:
    if label.kind is Kind.CREDIT and value.kind is Kind.CREDIT:
        return value.glued
    if label.kind is Kind.ALSO_READ and value.kind is Kind.URL:
        return True
    if value.kind is not Kind.TEXT or len(value.text.split()) > LONG_HEADING:
        return False
    if label.kind is Kind.ALSO_READ:
        heads_slide = then is not None and then.kind in SLIDE_SIGNS
        announces = label.text.endswith(":") or label.why is Why.LIST_INSIDE
        return value.glued or (announces and not heads_slide)
    return value.glued and not value.text.endswith(".")


def _repeats(tokens: list[Token]) -> list[Token]:
    """Drop a headline that the page shows twice, as its title or below a breadcrumb."""
    settled = list(tokens)
    seen: list[Token] = []
    for index, token in enumerate(tokens):
        if len(seen) > 5 or token.kind in SLIDE_SIGNS or _heads(token):
            break
        if token.kind not in WORDS:
            continue
        then = following(tokens, index)
        twin = next((t for t in seen if _is_same(t, token)), None)
        if twin is None or (then is not None and then.kind is Kind.CREDIT):
            seen.append(token)
            continue
        # Of “Title | Site name” and “Title” the bare one stays.
        worse = twin if len(twin.text) > len(token.text) else token
        place = next(i for i, t in enumerate(settled) if t.number == worse.number)
        ends = ends_sentence(worse.text) and not worse.text.endswith("?")
        why = Why.REPEATED_STANDFIRST if ends else Why.REPEATED_HEADLINE
        settled[place] = replace(worse, kind=Kind.FURNITURE, why=why)
    return settled


def _heads(token: Token) -> bool:
    return token.kind is Kind.FIELD and token.field == Fate.HEADING


def _is_same(one: Token, other: Token) -> bool:
    short, long = sorted((one.value, other.value), key=len)
    if normalise(short) == normalise(long):
        return True
    named = TITLE_AND_SITE.fullmatch(long)
    return named is not None and normalise(named["title"]) == normalise(short)


def _after_end(tokens: list[Token]) -> list[Token]:
    """Put aside text that follows the source line when nothing shows a further slide.

    It may be a teaser, a disclaimer or a slide whose photo line is lost: nobody can tell.
    """
    source = max((t.number for t in tokens if t.kind is Kind.SOURCE and t.value), default=0)
    after_source = [t for t in tokens if t.number > source]
    if not source or any(t.kind in SLIDE_SIGNS or _heads(t) for t in after_source):
        return tokens
    story = sum(t.kind in WORDS for t in tokens if t.number < source)
    rest = sum(t.kind is Kind.TEXT for t in after_source)
    credited = sum(t.kind is Kind.CREDIT for t in tokens)
    if story < 4 or (credited < 2 and rest > 2):
        return tokens
    return [
        replace(t, kind=Kind.ASIDE, why=Why.AFTER_END)
        if t.number > source and t.kind is Kind.TEXT
        else t
        for t in tokens
    ]


def _general_credit(tokens: list[Token]) -> list[Token]:
    """Take a single “Photos: …” as the credit of all slides."""
    credited = [t for t in tokens if t.kind is Kind.CREDIT]
    if len(credited) != 1 or credited[0].field != "plural" or not credited[0].value:
        return tokens
    return [
        replace(t, kind=Kind.FIELD, field=Fate.CREDIT) if t is credited[0] else t for t in tokens
    ]
