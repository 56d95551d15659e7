"""Take in what came back on a sheet: as ordinary changes, with the ledger told what each is of."""

import hashlib
from collections.abc import Mapping

from django.db import transaction

from articles.editing.apply import Applied, May, apply
from articles.editing.changes import Set
from articles.models.article import Article
from articles.models.clock import database_now
from articles.models.desk import Sheet
from articles.models.staff import User
from articles.sheets.compare import Came, compare
from articles.sheets.send import rows_of, sent
from articles.sheets.workbook import Returned


@transaction.atomic
def keep(sheet: Sheet, returned: Returned) -> None:
    """Keep what came back beside what was sent, until somebody has looked at it.

    Where it came back before, what a line said then stays unless it says something now.
    """
    row = Sheet.objects.select_for_update().get(pk=sheet.pk)
    before = row.returned or {}
    came = {name: list(pair) for name, pair in returned.texts.items()}
    row.returned = before | {
        name: pair for name, pair in came.items() if pair[1] or name not in before
    }
    row.returned_at, row.taken_at = database_now(), None
    row.save(update_fields=["returned", "returned_at", "taken_at"])


def print_of(came: Came) -> str:
    """Short for what a line would write: whoever takes it in has seen just that."""
    return hashlib.sha256(came.value.encode()).hexdigest()[:16]


def what_came(sheet: Sheet) -> list[Came]:
    """What the sheet would change in its article as it is now; nothing where none came back."""
    texts = {name: (pair[0], pair[1]) for name, pair in (sheet.returned or {}).items()}
    return compare(sent(sheet), texts, rows_of(sheet.article), sheet.language) if texts else []


@transaction.atomic
def take(
    sheet: Sheet,
    *,
    wanted: Mapping[str, str],
    seen: Mapping[str, str],
    by: User | None,
    may: May,
) -> Applied:
    """Write the lines that are `wanted`, {reference: print}, over the texts that were `seen` there.

    What somebody has changed here since it was seen is in conflict, and not overwritten; what has
    come back otherwise since is left. It is a version of its own. Raises Article.DoesNotExist.
    """
    Article.objects.select_for_update(no_key=True).get(pk=sheet.article_id)
    sheet.refresh_from_db(fields=["returned"])
    changes = [
        Set(
            each.sent.reference,
            each.sent.row,
            each.sent.field,
            sheet.language,
            seen.get(each.sent.reference, each.now),
            each.value,
            of=each.sent.original,
        )
        for each in what_came(sheet)
        if each.is_takeable and wanted.get(each.sent.reference) == print_of(each)
    ]
    # The sitting that is open is another act than this one.
    apply(article_id=sheet.article_id, changes=[], by=by, may=may, save=True)
    done = apply(article_id=sheet.article_id, changes=changes, by=by, may=may, save=True)
    Sheet.objects.filter(pk=sheet.pk).update(taken_at=done.now)
    return done
