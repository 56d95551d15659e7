"""What makes an address poor, though it is one. Pure."""

import re
from typing import Final, Literal

from articles.text.slugs import slugify

Poor = Literal["number", "empty", "default", "long", "language"]

_STOP: Final = frozenset(
    """a an the and or of to in on at is are for with by as it its be this that from was i you
    og eller af til paa ved er en et den det de der som for med i om at fra ikke har var du
    hvad hvordan hvorfor what how why who when where""".split()
)
_DEFAULT: Final = re.compile(
    r"(?:untitled|unavngivet|uden-titel|no-title|new|ny|nyt|copy|kopi|test|draft|kladde|slide|page|"
    r"side|post|article|artikel|headline|overskrift|auto-draft|sample-page|hello-world|lorem-ipsum|"
    r"img|dsc|image|foto|photo)(?:-(?:article|artikel|post|page|copy|kopi|\d+))*"
    r"|lorem-ipsum.*|todo|tk|tbd|x{2,}",
)
# A headline may be about a copy.
_COPY: Final = re.compile(r".*-(?:copy|kopi)(?:-\d+)?|(?:copy|kopi)-(?:of|af)-.*")
_COPIES: Final = re.compile(r"\b(?:cop(?:y|ies)|kopi)", re.IGNORECASE)
# Words of one language that the other does not have, spelt as in an address.
_OWN: Final = {
    "en": frozenset(
        "the and of that with this was from your why how what are who when they".split()
    ),
    "da": frozenset(
        "og det ikke som til paa hvorfor hvordan hvad saadan derfor efter blev er".split()
    ),
}
_LONG: Final = 70  # where somebody typed it: one made of the headline ends at a whole word


def poor(slug: str, *, headline: str, language: str, others: str = "") -> Poor | None:
    """What is poor about `slug`; `others` is the headline in the other language.

    One that is made of its own headline is neither too long nor in the wrong language.
    """
    words = slug.split("-")
    letters = [word for word in words if not word.isdigit()]
    if not letters:
        return "number"
    if _DEFAULT.fullmatch(slug):
        return "default"
    if _COPY.fullmatch(slug) and not _COPIES.search(headline):
        return "default"
    if all(word in _STOP for word in letters) or max(map(len, letters)) < 2:
        return "empty"
    own = frozenset(slugify(headline, max_length=300).split("-"))
    if own.issuperset(words):
        return None
    if len(slug) > _LONG:
        return "long"
    return "language" if _is_of_the_other(words, own, language, others) else None


def _is_of_the_other(words: list[str], own: frozenset[str], language: str, others: str) -> bool:
    telling = [word for word in words if word not in _STOP and not word.isdigit()]
    theirs = frozenset(slugify(others, max_length=300).split("-")) if others else frozenset()
    shared = sum(word in own for word in telling)
    foreign = sum(word in theirs and word not in own for word in telling)
    if shared:  # a name, a figure, a loan word
        return foreign > max(2, len(telling) / 2) and not any(
            word in _OWN[language] for word in words
        )
    if len(telling) > 1 and foreign * 2 > len(telling):
        return True
    other = "da" if language == "en" else "en"
    strange = sum(word in _OWN[other] and word not in own for word in words)
    return strange > 1 and not any(word in _OWN[language] for word in words)
