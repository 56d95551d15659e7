"""A working copy in memory while changes are applied to it: read once, written once.

`load` takes five queries behind the Article's lock, `Draft.write` one per row that changed.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from articles.editing import order
from articles.editing.fields import LISTS, shown_moment, stored_moment
from articles.editing.ranking import ranks
from articles.editing.values import COLUMNS, Values, article_values, row_values
from articles.models.article import Article, CrossLink, Slide
from articles.models.desk import Waved

MODELS: Final[dict[str, Any]] = {"slide": Slide, "link": CrossLink}
AnyRow = Article | Slide | CrossLink


@dataclass
class Draft:
    """One working copy with what was changed in it since it was read.

    `rows` are its slides and links by key, `values` what they hold, `board` their order.
    `touched` are keys of rows whose values changed, `moved` of those that an editor moved.
    `waved` are warnings left as they are, or to be given again: {(row, field, language, code,
    mark): whether it is off}.
    """

    article: Article
    rows: dict[str, Slide | CrossLink]
    values: dict[str, Values]
    board: order.Board
    touched: set[str] = field(default_factory=set)
    moved: set[str] = field(default_factory=set)
    fresh: set[str] = field(default_factory=set)
    gone: list[Slide | CrossLink] = field(default_factory=list)
    before: order.Board = ()
    waved: dict[tuple[str, str, str, str, str], bool] = field(default_factory=dict)

    def kind(self, key: str) -> str:
        return "article" if key == "" else kind_of(self.rows[key])

    def row(self, key: str) -> AnyRow:
        return self.rows[key] if key else self.article

    def knows(self, key: str) -> bool:
        return key == "" or key in self.rows

    @property
    def is_reordered(self) -> bool:
        return self.board != self.before

    @property
    def is_changed(self) -> bool:
        rows = self.touched or self.fresh or self.gone or self.moved
        return bool(rows or self.waved or self.is_reordered)

    def add(self, key: str, kind: str, behind: str, values: Mapping[str, Any]) -> None:
        row = MODELS[kind](article=self.article, key=key)
        self.rows[key] = row
        self.values[key] = {**row_values(kind, row), **values}
        self.board = order.insert(self.board, order.Row(key, kind), behind)
        self.fresh.add(key)

    def drop(self, key: str) -> None:
        row = self.rows.pop(key)
        del self.values[key]
        self.board = order.remove(self.board, key)
        if key in self.fresh:
            self.fresh.discard(key)
        else:
            self.gone.append(row)
        self.touched.discard(key)
        self.moved.discard(key)

    # --- Writing ---------------------------------------------------------------------------------

    def write(self, version: int, *, now: dt.datetime, by: Any) -> None:
        """Everything that changed, under the next `version`."""
        for key in self.touched | self.fresh:
            if key:
                self._fill(key, version)
        for key in self.moved:
            self.rows[key].moved = version
        ranked = self._ranked() if self.is_reordered or self.fresh else set()
        for row in self.gone:
            row.delete()
        self._save("slide", ranked)
        if self.is_reordered or self.fresh:
            ranked |= self._anchored()
        self._save("link", ranked)
        self._write_article(version, now=now, by=by)
        self._write_waved(now=now, by=by)

    def _fill(self, key: str, version: int) -> None:
        row = self.rows[key]
        for named, attribute in COLUMNS[self.kind(key)].items():
            setattr(row, attribute, self.values[key][named])
        row.version = version

    def _ranked(self) -> set[str]:
        """Give ranks to the rows that need one so that all stand in the board's order."""
        written: set[str] = set()
        for kind in MODELS:
            keys = [row.key for row in self.board if row.kind == kind]
            anew = ranks(keys, {key: self.rows[key].order for key in keys})
            for key, rank in anew.items():
                self.rows[key].order = rank
            written |= anew.keys()
        return written

    def _anchored(self) -> set[str]:
        """Let each link stand after the slide above it. Slides have their ids by now."""
        written = set()
        for key, slide in order.anchors(self.board).items():
            link: Any = self.rows[key]
            after = self.rows[slide].pk if slide else None
            if link.after_id != after:
                link.after_id = after
                written.add(key)
        return written

    def _save(self, kind: str, ranked: set[str]) -> None:
        columns = {*COLUMNS[kind].values(), "order", "version", "moved", "basis"}
        columns |= {"after_id"} if kind == "link" else set()
        names = [MODELS[kind]._meta.get_field(each.removesuffix("_id")).name for each in columns]
        for key in sorted(self.touched | self.moved | ranked | self.fresh):
            if key and key in self.rows and self.kind(key) == kind:
                row = self.rows[key]
                if key in self.fresh:
                    row.save(force_insert=True)
                else:
                    row.save(update_fields=names)

    def _write_article(self, version: int, *, now: dt.datetime, by: Any) -> None:
        article, values = self.article, self.values[""]
        article.version, article.changed_at, article.changed_by = version, now, by
        names = ["version", "changed_by", "changed_at"]
        if self.is_reordered:
            article.order_version = version
            names.append("order_version")
        if "" in self.touched:
            article.words_version = version
            for named, attribute in COLUMNS["article"].items():
                value = values[named]
                setattr(article, attribute, _stored(article, named, value))
                names.append(named)
            names += ["words_version", "basis"]
            self._write_lists(values)
        article.save(update_fields=names)

    def _write_waved(self, *, now: dt.datetime, by: Any) -> None:
        for (row, named, language, code, mark), is_off in self.waved.items():
            known = {"row": row, "field": named, "language": language, "code": code, "mark": mark}
            if is_off:
                Waved.objects.get_or_create(
                    article=self.article, **known, defaults={"by": by, "at": now}
                )
            else:
                Waved.objects.filter(article=self.article, **known).delete()

    def _write_lists(self, values: Values) -> None:
        kept = {"bylines": ("contributor_id", "role"), "sources": ("source_id",)}
        models: dict[str, Any] = {**LISTS}
        for named, model in models.items():
            wanted = [tuple(item) if isinstance(item, list) else (item,) for item in values[named]]
            rows: dict[Any, Any] = {
                tuple(getattr(row, name) for name in kept[named]): row
                for row in model._default_manager.filter(article=self.article)
            }
            for key, row in rows.items():
                if key not in wanted:
                    row.delete()
            for at, key in enumerate(wanted):
                row = rows.get(key) or model(
                    article=self.article, **dict(zip(kept[named], key, strict=True))
                )
                if row.pk is None or row.position != at:
                    row.position = at
                    row.save()


def load(article: Article) -> Draft:
    """The working copy of `article`, which the caller has locked."""
    slides: list[Any] = list(Slide.objects.filter(article=article))
    links: list[Any] = list(CrossLink.objects.filter(article=article))
    keys = {slide.pk: slide.key for slide in slides}
    board = order.flat(
        keys.values(), [(link.key, keys.get(link.after_id or 0, "")) for link in links]
    )
    rows: dict[str, Any] = {row.key: row for row in (*slides, *links)}
    values = {key: row_values(kind_of(row), row) for key, row in rows.items()}
    return Draft(article, rows, {"": article_values(article), **values}, board, before=board)


def kind_of(row: AnyRow) -> str:
    if isinstance(row, Slide):
        return "slide"
    return "link" if isinstance(row, CrossLink) else "article"


def _stored(article: Article, named: str, value: Any) -> Any:
    """A moment keeps its seconds, if an editor left it alone."""
    if named != "embargo_until":
        return value
    same = shown_moment(article.embargo_until) == value
    return article.embargo_until if same else stored_moment(value)
