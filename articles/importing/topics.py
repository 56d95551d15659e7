"""A topic for an imported article in a newsroom that has none yet."""

from typing import Final

from articles.models.article import Article
from articles.models.newsroom import Topic
from articles.models.translated import write

FIRST: Final = {"en": ("News", "news"), "da": ("Nyheder", "nyheder")}


def ensure(article: Article) -> bool:
    """Give `article` a topic if the newsroom has none at all; return whether one was made.

    Without a topic it has no address. With topics there is a choice, which is the editors'.
    """
    if article.topic_id is not None or Topic.objects.exists():
        return False
    topic = Topic()
    for language, (name, slug) in FIRST.items():
        write(topic, "name", language, name)
        write(topic, "slug", language, slug)
    topic.save()
    article.topic = topic
    article.save(update_fields=["topic"])
    return True
