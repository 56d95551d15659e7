"""An article as schema.org's NewsArticle, for search engines. Pure."""

import json
from typing import Any, Final

from django.utils.safestring import SafeString, mark_safe

from articles.reader import addresses
from articles.reader.pages import ArticlePage

PUBLISHER: Final = "Diptych"
# What could end the <script> element, or begin another, is written as JSON allows: escaped.
_ESCAPES: Final = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def news_article(page: ArticlePage) -> dict[str, Any]:
    """`page` as a NewsArticle; what it does not know is left out."""
    updated = page.updated or page.published
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": page.frame.canonical,
        "headline": page.headline,
        "description": page.description,
        "inLanguage": page.frame.language,
        "datePublished": page.published.iso if page.published else "",
        "dateModified": updated.iso if updated else "",
        "author": [
            {"@type": "Person", "name": name}
            for byline in page.bylines
            if byline.role == "text"
            for name in byline.names
        ],
        "image": _images(page),
        "publisher": {
            "@type": "NewsMediaOrganization",
            "name": PUBLISHER,
            "url": addresses.absolute("/"),
        },
        "sponsor": {"@type": "Organization", "name": page.sponsor} if page.sponsor else "",
    }
    return {name: value for name, value in data.items() if value}


def as_script(data: dict[str, Any]) -> SafeString:
    """JSON that can stand inside a <script> element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(_ESCAPES))  # noqa: S308 - escaped just now


def _images(page: ArticlePage) -> list[str]:
    pictures = [page.picture, *(slide.picture for slide in page.slides)]
    return list(dict.fromkeys(picture.shared.url for picture in pictures if picture))
