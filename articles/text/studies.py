"""Words that lean on a study, a report or a survey, whose source readers want to know. Pure."""

import re
from typing import Final

_EN: Final = re.compile(
    r"\b(?:researchers|scientists|research (?:shows?|suggests?|finds?|found|indicates?|from|by)"
    r"|(?:new|recent|latest|earlier|previous) (?:\w+ )?(?:research|stud(?:y|ies)|surveys?|reports?)"
    r"|(?:a|one|another|this|that|large|small|\w+(?:ish|ian|an|ese)) study(?= (?:of|by|from|in|on|"
    r"shows?|found|finds?|suggests?|published|with|links?|says|cannot|has|reveals?|concludes?)\b|[,.])"
    r"|the study(?= (?:of|by|shows?|found|finds?|suggests?|published|reveals?|says|concludes?)\b)"
    r"|studies (?:show|suggest|have shown|find|found|indicate)|meta-analys[ie]s|clinical trials?"
    r"|(?:a|the|this) (?:\w+ )?(?:report|survey)(?= (?:by|from|of|shows?|found|finds?|says|suggests?|"
    r"published|concludes?|states|reveals?)\b)"
    r"|according to (?:a|the) (?:\w+ )?(?:report|survey|study|analysis))",
    re.IGNORECASE,
)
_DA: Final = re.compile(
    r"\b(?:forsker(?:e|es|ne|nes)|forskning(?:en)? (?:viser|tyder|peger|fra)|"
    r"(?:ny|nye|ifølge|tidligere) (?:\w+ )?(?:forskning|undersøgelser?|studier?|rapport(?:er)?)"
    r"|videnskabsfolk|studier (?:viser|har vist|peger|tyder)|metaanalys\w+"
    r"|(?<!til )(?<!hos )(?:en|én|denne|den) (?:\w+ )?undersøgelse(?= (?:af|fra|blandt|viser|har|der|"
    r"fandt|tyder|peger|kobler|om|offentliggjort)\b|[,.])|undersøgelsen (?:viser|peger|fandt|er lavet|"
    r"kan|har|tyder|omfatter|bygger|konkluderer)|undersøgelser (?:viser|har vist|tyder|peger)"
    r"|(?:et|dette) (?:\w+ )?studie(?= (?:af|fra|viser|har|der|fandt|tyder|peger)\b|[,.])|studiet viser"
    r"|rapporten (?:viser|konkluderer|fastslår|peger)|en (?:ny )?rapport (?:fra|viser|af|om|konkluderer)"
    r"|meningsmåling\w*|rundspørge\w*|spørgeskemaundersøgelse\w*)",
    re.IGNORECASE,
)
# A source named in the text itself, after its label.
_NAMED: Final = re.compile(r"\b(?:sources?|kilder?): ?\w", re.IGNORECASE)


def leans_on(text: str, language: str) -> str:
    """The first words of `text` that lean on somebody’s research, as they stand, else nothing."""
    found = (_DA if language == "da" else _EN).search(text)
    return found[0] if found else ""


def names_a_source(text: str) -> bool:
    """Whether the text says `Source: …` itself."""
    return bool(_NAMED.search(text))
