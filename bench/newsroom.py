"""A made-up newsroom of any size, for measuring: complete Editions in both languages, twenty years of them.

They are written past the verbs that publish, which check what a hundred thousand times need not be checked.
"""

import datetime as dt
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from articles.document.schema import Document
    from articles.models.edition import Edition
    from articles.models.search import SearchEntry

TOPICS: Final = 7
# The words of each text: the headline; standfirst and kicker; the slides.
_HEAD: Final = (8,)
_LEAD: Final = (22, 2)
_REST: Final = (50, 50, 50, 50, 50, 50)
_YEARS: Final = 20
_BATCH: Final = 500
_VOCABULARY: Final = 40_000


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a language, the commonest first, their stems, and how common each is."""

    language: str
    ranked: tuple[str, ...]
    stems: tuple[str, ...]
    cumulated: tuple[float, ...]

    def some(self, chance: Random, count: int) -> list[int]:
        """So many words, by their ranks."""
        return chance.choices(range(len(self.ranked)), cum_weights=self.cumulated, k=count)

    def written(self, ranks: list[int]) -> str:
        return " ".join(self.ranked[rank] for rank in ranks).capitalize()

    def indexed(self, ranks: list[int]) -> str:
        return " ".join(self.stems[rank] for rank in ranks)


def words_of(language: str) -> Words:
    """The words of our own lists, then compounds of them: as frequent as words are (Zipf)."""
    from articles.text.lexicon import section
    from articles.text.stems import stem

    chance = Random(language)  # noqa: S311 - the same each time
    small, common = list(section(language, "small")), list(section(language, "common"))
    chance.shuffle(common)
    ranked = dict.fromkeys([*small, *common])
    long = [word for word in common if len(word) > 3 and word.isalpha()]
    while len(ranked) < _VOCABULARY:
        ranked[chance.choice(long) + chance.choice(long)] = None
    weights = (1 / (rank + 2.7) for rank in range(len(ranked)))
    stems = tuple(stem(word, language) for word in ranked)
    return Words(language, tuple(ranked), stems, tuple(accumulate(weights)))


def build(articles: int) -> Words:
    """The newsroom in the database at hand, if it is not there; gives its English words."""
    from django.core.management import call_command
    from django.db import connection

    from articles.models.edition import Edition
    from articles.publishing import merging

    call_command("migrate", verbosity=0, interactive=False)
    tongues = {language: words_of(language) for language in ("en", "da")}
    if count() < 2 * articles:
        if Edition.objects.exists():
            raise SystemExit("The bench's newsroom is half built: remove its database.")
        _topics()
        for done in _publish(articles, tongues):
            sys.stderr.write(f"\r{done:,} of {articles:,} articles")
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        merging.merge()  # as the worker does
        sys.stderr.write("\n")
    return tongues["en"]


def count() -> int:
    from articles.models.edition import Edition

    return Edition.objects.count()


def _topics() -> None:
    from articles.models.newsroom import Topic

    for number in range(1, TOPICS + 1):
        Topic.objects.create(
            name_en=f"Topic {number}",
            name_da=f"Emne {number}",
            slug_en=f"topic-{number}",
            slug_da=f"emne-{number}",
        )


def _publish(articles: int, tongues: dict[str, Words]) -> Iterator[int]:
    from django.db import connection, transaction

    from articles.models.article import Article
    from articles.models.edition import Edition
    from articles.models.newsroom import Topic
    from articles.models.search import SearchEntry

    chance = Random(articles)  # noqa: S311 - the same each time
    topics = list(Topic.objects.values_list("pk", flat=True))
    step = dt.timedelta(days=365 * _YEARS) / articles
    first = dt.datetime.now(dt.UTC) - dt.timedelta(days=365 * _YEARS)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:  # in large pieces, or it would take hours
            cursor.execute(
                "INSERT INTO articles_searchindex(articles_searchindex, rank) "
                "VALUES ('hashsize', 134217728)"
            )
    for start in range(0, articles, _BATCH):
        with transaction.atomic():
            made = Article.objects.bulk_create(Article() for _ in range(_BATCH))
            told = [
                _Story(words, article.pk, chance.choice(topics), chance)
                for article in made
                for words in tongues.values()
            ]
            editions = Edition.objects.bulk_create(
                story.edition(first + (start + number // 2) * step)
                for number, story in enumerate(told)
            )
            pairs = zip(told, editions, strict=True)
            SearchEntry.objects.bulk_create(story.entry(edition) for story, edition in pairs)
        yield start + _BATCH


class _Story:
    """One article in one language; what is indexed of it is what the program would index."""

    def __init__(self, words: Words, article: int, topic: int, chance: Random) -> None:
        self.words, self.article, self.topic = words, article, topic
        self.head, self.lead, self.rest = (
            [words.some(chance, count) for count in counts] for counts in (_HEAD, _LEAD, _REST)
        )

    def edition(self, at: dt.datetime) -> "Edition":
        from articles.document.build import card
        from articles.document.serialise import dump
        from articles.models.edition import Edition

        document = self.document()
        return Edition(
            article_id=self.article,
            language=self.words.language,
            number=1,
            topic_id=self.topic,
            slug=document.slug,
            document=dump(document),
            card=dump(card(document)),
            schema=document.schema,
            digest="0" * 64,
            kind=Edition.Kind.FIRST,
            published_at=at,
            live_from=at,
            first_live_from=at,
            modified_at=at,
        )

    def document(self) -> "Document":
        from articles.document.schema import Document, SlideDocument

        (headline,), (standfirst, kicker) = (
            [self.words.written(text) for text in texts] for texts in (self.head, self.lead)
        )
        return Document(
            article=self.article,
            language=self.words.language,
            topic=self.topic,
            slug=f"story-{self.article}",
            kicker=kicker,
            headline=headline,
            standfirst=standfirst,
            seo_title="",
            seo_description="",
            slides=tuple(
                SlideDocument(f"s{number}", "", f"<p>{self.words.written(text)}.</p>", "", "", None)
                for number, text in enumerate(self.rest)
            ),
        )

    def entry(self, edition: "Edition") -> "SearchEntry":
        from articles.document.searchable import BREAK, tokens
        from articles.models.search import SearchEntry

        said = "\n".join(
            BREAK.join(self.words.indexed(text) for text in level)
            for level in (self.head, self.lead, self.rest)
        )
        return SearchEntry(
            edition=edition,
            language=self.words.language,
            published=edition.first_live_from,
            live_from=edition.live_from,
            words=said,
            tokens=tokens(said, self.words.language, self.topic),
        )
