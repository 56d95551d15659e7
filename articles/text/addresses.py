"""The address of an article, which the site serves and the desk tells. Pure."""

from typing import Final

# Stands in the topic's place while a topic has lost its own word in that language.
NO_TOPIC: Final = {"en": "stories", "da": "historier"}


def article(language: str, topic_slug: str, slug: str) -> str:
    """`/da/sundhed/fire-grader-koldt-vand/`."""
    return f"/{language}/{topic_slug or NO_TOPIC[language]}/{slug}/"
