"""What an editor, or an earlier version, says of a translation: entries of the ledger."""

from django.utils.translation import gettext as _

from articles.editing.board import Draft
from articles.editing.changes import Recall, Settle
from articles.editing.fields import Unfit, name
from articles.editing.sittings import SETTLED, Log
from articles.text import ledger
from articles.text.languages import LANGUAGES, other


def settle(draft: Draft, change: Settle, log: Log) -> None:
    """Let the ledger of `draft` say what the text that `change` names is a translation of."""
    if not draft.knows(change.row) or not change.language:
        raise Unfit(_("There is no such field any more. Load the page again."))
    twin = draft.values[change.row].get(name(change.field, other(change.language)))
    if change.field not in ledger.FIELDS or twin is None:
        raise Unfit(_("There is no such field any more. Load the page again."))
    row = draft.row(change.row)
    of = twin if change.of is None else change.of
    settled = ledger.settled(row.basis, change.field, change.language, of=of)
    if settled != row.basis:
        was = row.basis.get(change.field, {}).get("of", "")
        row.basis = dict(settled)
        draft.touched.add(change.row)
        log.set(change.row, f"{change.field}{SETTLED}", change.language, was, of)


def recall(draft: Draft, change: Recall) -> None:
    """Let the ledger of `draft` say again what it said when the row held what it holds now.

    Of a field whose texts are not both back it goes on saying what became of them.
    """
    if not draft.knows(change.row):
        return
    row, values = draft.row(change.row), draft.values[change.row]
    back = [
        field
        for field in ledger.FIELDS
        if all(
            values.get(named) == change.values.get(named)
            for named in (name(field, language) for language in LANGUAGES)
        )
    ]
    recalled = ledger.recalled(row.basis, change.basis, back)
    if recalled != row.basis:
        row.basis = dict(recalled)
        draft.touched.add(change.row)
