"""The journal of what was hidden, anonymised and erased: once in the database, once beside it.

A backup that is restored is older than some of these acts, and knows nothing of them. So each is
written as a small file under `erasures/` of the media folder too, from where `again` takes what
the database does not know. Neither holds a name in the clear: see articles.publishing.sealing.
"""

import datetime as dt
import json
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import PurePosixPath
from typing import Any, Final

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from articles.models.article import Article
from articles.models.erasure import Erasure
from articles.models.staff import User
from articles.publishing.sealing import seal

FOLDER: Final = "erasures"


@dataclass(frozen=True, slots=True)
class Entry:
    """One act as the journal's file has it. `began` is when its article was created: after a
    restore another one may have its number. Instants are ISO 8601 in UTC."""

    uid: str
    article: int
    began: str
    kind: str
    languages: list[str]
    by: str
    at: str
    reason: str
    details: dict[str, Any] = field(default_factory=dict)
    sealed: str = ""


def note(
    article: Article,
    kind: str,
    *,
    by: User | None,
    at: dt.datetime,
    reason: str,
    languages: list[str],
    details: Mapping[str, Any] | None = None,
    words: Any = None,
    again: Entry | None = None,
) -> Erasure:
    """Write an act down, as part of its transaction; its file follows once that is committed.

    `words` (JSON data) are sealed. One that is done `again` keeps its own uid, date and seal.
    """
    row = Erasure.objects.create(
        uid=uuid.UUID(again.uid) if again else uuid.uuid4(),
        article=article,
        number=article.pk,
        kind=kind,
        languages=languages,
        by=by,
        at=dt.datetime.fromisoformat(again.at) if again else at,
        reason=reason.strip(),
        details=dict(details or {}),
        sealed=again.sealed if again else (seal(words) if words is not None else ""),
        again_at=at if again else None,
    )
    if again is None:
        transaction.on_commit(partial(write, row), robust=True)
    return row


def entry_of(row: Erasure) -> Entry:
    return Entry(
        uid=str(row.uid),
        article=row.number,
        began=row.article.created_at.astimezone(dt.UTC).isoformat() if row.article else "",
        kind=row.kind,
        languages=list(row.languages),
        by=row.by.get_username() if row.by else "",
        at=row.at.astimezone(dt.UTC).isoformat(),
        reason=row.reason,
        details=dict(row.details),
        sealed=row.sealed,
    )


def name_of(entry: Entry) -> str:
    """`erasures/2026-11-27T101500-….json`: in the order of time."""
    at = dt.datetime.fromisoformat(entry.at)
    return f"{FOLDER}/{at:%Y-%m-%dT%H%M%S}-{entry.uid}.json"


def write(row: Erasure) -> None:
    """The act's file, anew if there is one."""
    entry = entry_of(row)
    text = json.dumps(asdict(entry), ensure_ascii=False, indent=2)
    name = name_of(entry)
    if default_storage.exists(name):
        default_storage.delete(name)
    default_storage.save(name, ContentFile(text.encode(), name=PurePosixPath(name).name))


def is_written(row: Erasure) -> bool:
    return default_storage.exists(name_of(entry_of(row)))


def entries() -> Iterator[Entry]:
    """All that has a file, in order of time. A file that is none of ours raises ValueError."""
    try:
        names = default_storage.listdir(FOLDER)[1]
    except FileNotFoundError:
        return
    found = [_read(f"{FOLDER}/{name}") for name in names if name.endswith(".json")]
    yield from sorted(found, key=lambda entry: (dt.datetime.fromisoformat(entry.at), entry.uid))


def _read(name: str) -> Entry:
    with default_storage.open(name) as file:
        try:
            return Entry(**json.loads(file.read()))
        except (TypeError, ValueError) as error:
            raise ValueError(f"{name} is no entry of the journal: {error}") from error
