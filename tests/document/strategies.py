"""Working copies at random: any text may be missing, any slide in one language alone."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from articles.document.schema import BylineDocument, NoticeDocument, PhotoFacts
from articles.document.working_copy import (
    ArticleTexts,
    SlideTexts,
    WorkingCopy,
    WorkingLink,
    WorkingPhoto,
    WorkingSlide,
    WorkingSource,
)
from articles.text.languages import LANGUAGES
from tests.documents import ARTICLE, a_rendition

KEYS = [f"key{number}" for number in range(5)]
WORDS = st.sampled_from(["", "", " ", "One", "Two words", "Ærø & <b>bro</b>", "\u200bthree "])
INSTANTS = st.sampled_from(["", "2026-11-01T00:00:00+00:00", "2027-01-01T00:00:00+00:00"])
ARTICLES = st.sampled_from([ARTICLE, 8, 9, None])


def marked(language: str) -> st.SearchStrategy[str]:
    """Words that say their language, or none at all."""
    return WORDS.map(lambda words: f"{words} [{language}]" if words.strip() else words)


def each_language(make: Callable[[str], st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:
    """In both languages, in one, or in none."""
    return st.fixed_dictionaries({}, optional={language: make(language) for language in LANGUAGES})


def texts(of: type, language: str) -> st.SearchStrategy[Any]:
    return st.builds(of, **{name: marked(language) for name in of.__slots__})  # type: ignore[attr-defined]


FACTS = st.builds(
    PhotoFacts,
    id=st.integers(1, 4),
    width=st.just(1600),
    height=st.just(1067),
    creator=st.sampled_from(["", "Signe Brandt"]),
    credit=st.sampled_from(["", "Kystfoto"]),
    usage_terms=st.sampled_from(["", "once"]),
    license_url=st.sampled_from(["", "https://licence.example/"]),
    expires_at=INSTANTS,
    focal_x=st.sampled_from([0.0, 0.5]),
    byline_required=st.booleans(),
    colour=st.sampled_from(["", "#aabbcc"]),
    renditions=st.sampled_from([(), (a_rendition(400),), (a_rendition(400), a_rendition(800))]),
)


def working_photos(substitute: st.SearchStrategy[Any]) -> st.SearchStrategy[WorkingPhoto]:
    return st.builds(
        WorkingPhoto,
        facts=FACTS,
        alt=each_language(marked),
        caption=each_language(marked),
        substitute=substitute,
    )


PHOTOS = st.none() | working_photos(st.none() | working_photos(st.none()))


def slides(key: str) -> st.SearchStrategy[WorkingSlide]:
    return st.builds(
        WorkingSlide,
        key=st.just(key),
        texts=each_language(lambda language: texts(SlideTexts, language)),
        languages=st.sampled_from(["both", "both", "en", "da"]),
        photo=PHOTOS,
    )


LINKS = st.builds(
    WorkingLink,
    after=st.sampled_from(["", *KEYS]),
    article=ARTICLES,
    url=st.just(""),
    labels=each_language(marked),
) | st.builds(
    WorkingLink,
    after=st.sampled_from(["", *KEYS]),
    url=st.sampled_from(["https://a.example/", "https://b.example/"]),
    labels=each_language(marked),
)
NOTICES = st.builds(
    NoticeDocument,
    kind=st.sampled_from(["correction", "reply"]),
    text=st.sampled_from(["First.", "Second."]),
    date=INSTANTS,
    slide=st.sampled_from(["", *KEYS]),
)
BYLINES = st.builds(
    BylineDocument,
    name=st.just("Maja Holt"),
    slug=st.sampled_from(["maja-holt", "maja-holt-2"]),
    role=st.sampled_from(["text", "pictures"]),
)
SOURCES = st.builds(
    WorkingSource,
    names=each_language(marked),
    url=st.sampled_from(["", "https://source.example/"]),
)


def few(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=3).map(tuple)


SLIDES = (
    st.permutations(KEYS)
    .flatmap(lambda keys: st.integers(0, len(keys)).map(lambda count: keys[:count]))
    .flatmap(lambda keys: st.tuples(*map(slides, keys)))
)
WORKING_COPIES = st.builds(
    WorkingCopy,
    article=st.just(ARTICLE),
    texts=each_language(lambda language: texts(ArticleTexts, language)),
    topic=st.sampled_from([None, 3, 4]),
    commercial=st.sampled_from(["none", "affiliate", "sponsored"]),
    sponsor=st.sampled_from(["", "Rugkompagniet"]),
    lead=PHOTOS,
    bylines=few(BYLINES),
    sources=few(SOURCES),
    slides=SLIDES,
    links=few(LINKS),
    notices=each_language(lambda language: few(NOTICES)),
)
