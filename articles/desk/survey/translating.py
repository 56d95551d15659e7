"""What one language of a working copy lacks that the other has, and what is behind it."""

from collections.abc import Mapping
from dataclasses import dataclass

from articles.models.article import Article, CrossLink, Slide
from articles.models.translated import read
from articles.text.languages import LANGUAGES
from articles.text.ledger import FIELDS, missing, stale


@dataclass(frozen=True, slots=True)
class Gaps:
    """`missing` and `stale` count fields, `slides` the slides that have such a field; `begun` is
    False where nothing at all was written in the language."""

    missing: int = 0
    stale: int = 0
    slides: int = 0
    begun: bool = True

    def __bool__(self) -> bool:
        return bool(self.missing or self.stale)


def gaps(article: Article) -> Mapping[str, Gaps]:
    """Those of each language; `article` with its slides and links prefetched: no query."""
    lacking = dict.fromkeys(LANGUAGES, 0)
    behind = dict.fromkeys(LANGUAGES, 0)
    slides = dict.fromkeys(LANGUAGES, 0)
    begun = dict.fromkeys(LANGUAGES, False)
    shared = [slide for slide in article.slides.all() if slide.languages == "both"]
    rows: list[Article | Slide | CrossLink] = [article, *shared, *article.links.all()]
    for row in rows:
        texts = _texts(row)
        lacks = missing(texts)
        late = [to for to, _text in stale(row.basis, texts).values()]
        for language in LANGUAGES:
            lacking[language] += len(lacks.get(language, ()))
            behind[language] += late.count(language)
            if isinstance(row, Slide) and (lacks.get(language) or language in late):
                slides[language] += 1
            begun[language] |= any(texts[language].values())
    return {
        each: Gaps(lacking[each], behind[each], slides[each], begun[each]) for each in LANGUAGES
    }


def _texts(row: Article | Slide | CrossLink) -> dict[str, dict[str, str]]:
    names = [name for name in FIELDS if hasattr(row, f"{name}_{LANGUAGES[0]}")]
    return {language: {name: read(row, name, language) for name in names} for language in LANGUAGES}
