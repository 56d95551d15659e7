"""Apply changes to a working copy: the one verb of the desk's pages, with script or without.

Each change is judged alone: done, in conflict with what somebody else wrote meanwhile, or
refused. It conflicts only where the current value is neither the one that its page had shown nor
the one it brings; so a writer in English and a translator in Danish never meet, and sending twice
what was sent once does no harm. Nothing is overwritten in silence. See docs/decisions/0012.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from django.db import transaction
from django.utils.translation import gettext as _

from articles.editing import order, removed, sittings, translating
from articles.editing.board import Draft, load
from articles.editing.changes import (
    Change,
    GiveUp,
    Insert,
    Move,
    PutBack,
    Recall,
    Remove,
    Set,
    Settle,
    Wave,
)
from articles.editing.checks import check
from articles.editing.fields import ASSIGNING, Unfit, lenient, name, spec
from articles.gate.registry import rules
from articles.gate.texts import FIELDS
from articles.models.article import Article
from articles.models.clock import database_now
from articles.models.staff import User
from articles.text import ledger
from articles.text.languages import LANGUAGES, other

Status = Literal["done", "conflict", "refused"]


@dataclass(frozen=True, slots=True)
class May:
    """What the editor may write: the words of some languages, all else, who works on it."""

    words: frozenset[str] = frozenset()
    whole: bool = False
    assign: bool = False
    # Whether the editor may see an article, and so link to it.
    link: Callable[[int], bool] = field(default=lambda pk: True)


EVERYTHING: Final = May(frozenset(LANGUAGES), whole=True, assign=True)


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one change. `value` is what is stored now; in a conflict `now` is theirs.

    `also` are other fields of the row that the change has set: a link leads to one place.
    """

    id: str
    status: Status
    value: Any = None
    version: int | None = None
    now: Any = None
    by: str = ""
    at: dt.datetime | None = None
    message: str = ""
    also: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Applied:
    """`order` is [[key, kind], …] where it changed, else None."""

    article: Article
    results: tuple[Result, ...]
    order: list[list[str]] | None
    now: dt.datetime
    sitting: Any = None


@transaction.atomic
def apply(
    *,
    article_id: int,
    changes: Sequence[Change],
    by: User | None,
    may: May,
    save: bool = False,
) -> Applied:
    """Apply `changes` in their order; `save` ends the editor's sitting.

    Raises Article.DoesNotExist.
    """
    article = Article.objects.select_for_update(no_key=True).get(pk=article_id)
    now = database_now()
    act = _Act(load(article), by=by, may=may, version=article.version + 1, now=now)
    results = tuple(act.apply(change) for change in changes)
    sitting = None
    if act.draft.is_changed:
        sittings.begin(article, now=now)
        act.draft.write(act.version, now=now, by=by)
        sitting = sittings.record(article, by=by, log=act.log, version=act.version, now=now)
    elif act.log.entries:  # nothing but words given up: on record, and nothing is newer
        sittings.begin(article, now=now)
        sitting = sittings.record(article, by=by, log=act.log, version=article.version, now=now)
    if save:
        sittings.close(article, by=by)
    shown = None
    if act.draft.is_reordered:
        shown = [[row.key, row.kind] for row in act.draft.board]
    return Applied(article, results, shown, now, sitting)


class _Act:
    def __init__(
        self, draft: Draft, *, by: User | None, may: May, version: int, now: dt.datetime
    ) -> None:
        self.draft, self.by, self.may, self.version, self.now = draft, by, may, version, now
        self.log = sittings.Log()

    def apply(self, change: Change) -> Result:
        acts: dict[type, Callable[[Any], Result]] = {
            Set: self.set,
            Insert: self.insert,
            Move: self.move,
            Remove: self.remove,
            PutBack: self.put_back,
            Settle: self.settle,
            Recall: self.recall,
            Wave: self.wave,
            GiveUp: self.give_up,
        }
        try:
            return acts[type(change)](change)
        except Unfit as unfit:
            return Result(change.id, "refused", message=str(unfit))

    # --- Values ----------------------------------------------------------------------------------

    def set(self, change: Set) -> Result:
        self._require(change.field, change.language)
        if not self.draft.knows(change.row) and not self._put_back(change.row):
            raise Unfit(_("What this belongs to is gone for good. Copy your text elsewhere."))
        kind = self.draft.kind(change.row)
        found = spec(kind, change.field, change.language)
        named = name(change.field, change.language)
        value = found.clean(change.value)
        now = self.draft.values[change.row][named]
        if value != now:
            if now != lenient(found, change.base):
                return self._conflict(change, now)
            check(self.draft, change, value, may_link=self.may.link)
            self._write(change, named, now, value)
        also = self._unlink(change, value)
        version = self._version_of(change.row)
        return Result(change.id, "done", value=value, version=version, also=also)

    def _write(self, change: Set, named: str, old: Any, value: Any) -> None:
        values = self.draft.values[change.row]
        values[named] = value
        self.draft.touched.add(change.row)
        self.log.set(change.row, change.field, change.language, old, value)
        if change.language:
            row = self.draft.row(change.row)
            twin = values[name(change.field, other(change.language))]
            row.basis = ledger.after(
                row.basis,
                change.field,
                change.language,
                old=old,
                new=value,
                twin=twin,
                mended=change.mended,
            )
            if change.of is not None and value and twin:
                row.basis = ledger.settled(row.basis, change.field, change.language, of=change.of)

    def _unlink(self, change: Set, value: Any) -> dict[str, Any]:
        """A link leads to one place: its address goes when it gets an article, and the reverse."""
        partner = {"target": "url", "url": "target"}.get(change.field)
        if not partner or not value:
            return {}
        values, nothing = self.draft.values[change.row], "" if partner == "url" else None
        if values[partner]:
            self.log.set(change.row, partner, "", values[partner], nothing)
            values[partner] = nothing
        return {partner: nothing}

    def settle(self, change: Settle) -> Result:
        self._require(change.field, change.language)
        translating.settle(self.draft, change, self.log)
        return Result(change.id, "done", version=self._version_of(change.row))

    def recall(self, change: Recall) -> Result:
        translating.recall(self.draft, change)
        return Result(change.id, "done")

    def wave(self, change: Wave) -> Result:
        self._require(change.field, change.language)
        if change.field not in FIELDS:  # of a photo, the topic, the slides: not of one language
            self._require_whole()
        is_known = self.draft.knows(change.row) and change.code in {each.code for each in rules()}
        if change.off and not is_known:
            raise Unfit(_("There is no such field any more. Load the page again."))
        place = (change.row, change.field, change.language, change.code, change.mark)
        self.draft.waved[place] = change.off
        named = f"{change.field}:{change.code}{sittings.WAVED}"
        before, value = ("", change.mark) if change.off else (change.mark, "")
        self.log.set(change.row, named, change.language, before, value)
        return Result(change.id, "done")

    def give_up(self, change: GiveUp) -> Result:
        self._require(change.field, change.language)
        if not self.draft.knows(change.row):
            raise Unfit(_("There is no such field any more. Load the page again."))
        value = spec(self.draft.kind(change.row), change.field, change.language).clean(change.value)
        now = self.draft.values[change.row][name(change.field, change.language)]
        if value != now:
            named = f"{change.field}{sittings.GIVEN_UP}"
            self.log.set(change.row, named, change.language, value, now)
        return Result(change.id, "done")

    # --- Rows ------------------------------------------------------------------------------------

    def insert(self, change: Insert) -> Result:
        self._require_whole()
        if not self.draft.knows(change.row) and not removed.find(self.draft.article, change.row):
            values: dict[str, Any] = {}
            if change.copy_of in self.draft.rows and change.copy_of:
                values = dict(self.draft.values[change.copy_of])
                if change.kind != self.draft.kind(change.copy_of) or change.kind == "link":
                    values = {}
            self.draft.add(change.row, change.kind, change.behind, values)
            if values:
                self.draft.rows[change.row].basis = dict(self.draft.rows[change.copy_of].basis)
            self.log.set(change.row, "row", "", "", "copied" if values else "added")
        return Result(change.id, "done", version=self._version_of(change.row))

    def move(self, change: Move) -> Result:
        self._require_whole()
        draft = self.draft
        if change.row not in draft.rows or not change.row:
            return Result(change.id, "done")
        moved = order.move(draft.board, change.row, change.behind)
        if moved != draft.board:
            if draft.rows[change.row].moved > change.version and change.row not in draft.moved:
                who, at = sittings.who_changed(draft.article, change.row, "place", "", but=self.by)
                if who:
                    there = order.above(draft.board, change.row)
                    return Result(change.id, "conflict", now=there, by=who, at=at)
            self.log.set(
                change.row, "place", "", order.above(draft.board, change.row), change.behind
            )
            draft.board = moved
            draft.moved.add(change.row)
        return Result(change.id, "done", version=self._version_of(change.row))

    def remove(self, change: Remove) -> Result:
        self._require_whole()
        draft = self.draft
        if change.row and change.row in draft.rows:
            row = draft.rows[change.row]
            if row.version > change.version and change.row not in draft.touched:
                who, at = sittings.who_wrote(draft.article, change.row, change.version, but=self.by)
                if who:
                    return Result(change.id, "conflict", None, row.version, "", who, at)
            removed.keep(draft, change.row, by=self.by, now=self.now)
            heading = {named: draft.values[change.row].get(named, "") for named in _TITLES}
            self.log.set(change.row, "row", "", heading, "removed")
            draft.drop(change.row)
        return Result(change.id, "done")

    def put_back(self, change: PutBack) -> Result:
        self._require_whole()
        if not self.draft.knows(change.row) and not self._put_back(change.row):
            raise Unfit(_("It is gone for good: there is nothing to put back."))
        return Result(change.id, "done", version=self._version_of(change.row))

    def _put_back(self, key: str) -> bool:
        """A row that somebody took out, back where it stood. False where there is none."""
        if not removed.put_back(self.draft, key):
            return False
        self.log.set(key, "row", "", "removed", "put back")
        return True

    # --- Rights and conflicts --------------------------------------------------------------------

    def _require(self, field: str, language: str) -> None:
        plain = self.may.assign if field in ASSIGNING else self.may.whole
        if not (language in self.may.words if language else plain):
            raise Unfit(_("You may not change this. Ask an editor."))

    def _require_whole(self) -> None:
        if not self.may.whole:
            raise Unfit(_("You may not change this. Ask an editor."))

    def _conflict(self, change: Set, now: Any) -> Result:
        who, at = sittings.who_changed(
            self.draft.article, change.row, change.field, change.language, but=None
        )
        return Result(change.id, "conflict", now=now, by=who or _("Somebody else"), at=at)

    def _version_of(self, key: str) -> int:
        if key in self.draft.touched | self.draft.fresh | self.draft.moved:
            return self.version
        if not self.draft.knows(key):
            return 0
        row: Any = self.draft.row(key)
        return row.words_version if key == "" else row.version


_TITLES: Final = ("heading_en", "heading_da", "label_en", "label_da", "target", "url")
