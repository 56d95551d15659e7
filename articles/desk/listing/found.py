"""Search in the texts of articles, in both languages."""

from typing import Final

from django.db.models import Exists, OuterRef, QuerySet

from articles.desk.columns import pair
from articles.desk.searching import holds, words
from articles.models.article import Article, Slide

SEARCHED: Final = (*pair("kicker"), *pair("headline"), *pair("slug"), *pair("standfirst"))
SEARCHED_SLIDES: Final = (*pair("heading"), *pair("body"), *pair("caption"))


def search(articles: QuerySet[Article], query: str) -> QuerySet[Article]:
    """Articles with every word of `query` somewhere in their texts, in either language."""
    for word in words(query):
        in_slides = Slide.objects.filter(holds(SEARCHED_SLIDES, word), article=OuterRef("pk"))
        articles = articles.filter(holds(SEARCHED, word) | Exists(in_slides))
    return articles
