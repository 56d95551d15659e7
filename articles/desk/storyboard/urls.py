"""The storyboard's addresses below an article's page; `articles.py` puts them behind the login."""

from collections.abc import Callable
from typing import Final

from django.http import HttpResponseBase

# (path below /articles/article/, view, name without `articles_article_`)
ADDRESSES: Final[list[tuple[str, Callable[..., HttpResponseBase], str]]] = []
