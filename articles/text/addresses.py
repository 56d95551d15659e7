"""The addresses that the site serves and the desk tells, and the words it keeps for itself. Pure."""

from typing import Final

# Stands in the topic's place while a topic has lost its own word in that language.
NO_TOPIC: Final = {"en": "stories", "da": "historier"}
# The first word of each of the site's own pages, in each language.
WORDS: Final = {
    "search": {"en": "search", "da": "soeg"},
    "archive": {"en": "archive", "da": "arkiv"},
    "corrections": {"en": "corrections", "da": "rettelser"},
    "people": {"en": "people", "da": "personer"},
    "report": {"en": "report", "da": "meld-fejl"},
}
# The word before a page number.
PAGE_WORDS: Final = {"en": "page", "da": "side"}
# Words that may become pages of the site one day: no topic or page should have to move then.
_LATER: Final = {"en": ("topics", "feed"), "da": ("emner", "feed")}
RESERVED: Final = {
    language: frozenset(
        (
            NO_TOPIC[language],
            PAGE_WORDS[language],
            *(words[language] for words in WORDS.values()),
            *_LATER[language],
        )
    )
    for language in NO_TOPIC
}


def article(language: str, topic_slug: str, slug: str) -> str:
    """`/da/sundhed/fire-grader-koldt-vand/`."""
    return f"/{language}/{topic_slug or NO_TOPIC[language]}/{slug}/"


def own(name: str, language: str) -> str:
    """The address of one of the site's own pages: `own("search", "da")` is `/da/soeg/`."""
    return f"/{language}/{WORDS[name][language]}/"
