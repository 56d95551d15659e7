"""An article that names somebody wherever an article can, and a look through the whole database."""

import datetime as dt
import html
import re
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.contrib.admin.models import CHANGE, LogEntry
from django.db import connection

from articles.editing.apply import EVERYTHING, apply
from articles.editing.changes import Remove, Set
from articles.models.article import Article
from articles.models.clock import database_now
from articles.models.desk import PreviewLink, Sheet, Waiting
from articles.models.live import CorrectionOwed, Watch
from articles.models.reports import ErrorReport
from articles.models.staff import User
from articles.publishing.waive import waive
from tests import newsroom
from tests.newsroom import MONDAY

NAME = "Jens Hansen"
HOUR = dt.timedelta(hours=1)


def story(by: User) -> Article:
    """Live in both languages after an update, a correction and a change of wording, with more
    scheduled; on the front page, sent to a translator, waited for, quoted by the nightly check.

    All of that by an hour before noon on Monday.
    """
    with newsroom.at(MONDAY - 9 * HOUR):
        made = begun()
        newsroom.publish(made)
    third = made.slides.all()[2]
    with newsroom.at(MONDAY - 8 * HOUR):
        write(made, by, third.key, heading_en="Hansen again", body_da="<p>Hansen igen.</p>")
        write(made, by, "", headline_en="Jens Hansen falls", slug_en="jens-hansen-falls")
        newsroom.publish(made)
    with newsroom.at(MONDAY - 7 * HOUR):
        correct(made, by)
    with newsroom.at(MONDAY - 6 * HOUR):
        newsroom.publish(made, "en", kind="minor")
        remove(made, by, third.key)
        newsroom.publish(made, at=MONDAY + 48 * HOUR)
        newsroom.pin(made)
        papers(made, by)
    made.refresh_from_db()
    return made


def begun() -> Article:
    made = newsroom.article(
        "Jens Hansen climbs",
        "Jens Hansen klatrer",
        slides=3,
        editor_note="Hansen’s lawyer has called.",
        sponsor="Hansen & sons",
        import_ref={"en": "jens hansen.docx"},
        seo_title_en="Who is Jens Hansen?",
        standfirst_da="»JENS HANSENS fald,« siger Hansens nabo.",
    )
    first, second, _third = made.slides.all()
    newsroom.change(
        first,
        heading_en="Hansen’s first step",
        heading_da="Hansens første trin",
        body_en="<p><strong>Jens</strong> Hansen fell.</p>",
        body_da="<p>Jens&nbsp;Hansen faldt.</p><ul><li>Sagde Hansen.</li></ul>",
        caption_en="Jens Hansen, 41.",
        alt_da="Jens Hansen på en stige.",
    )
    newsroom.change(second.photo, alt_en="Hansen at dawn.", caption_da="Hansen ved daggry.")
    newsroom.link(made, "https://example.org/", label_en="More on Hansen", label_da="Mere")
    return made


def write(of: Article, by: User, row: str, **values: str) -> None:
    """As the storyboard does it, one change per column."""
    holder: Any = Article.objects.get(pk=of.pk) if not row else of.slides.get(key=row)
    changes = [
        Set(name, row, name[:-3], name[-2:], getattr(holder, name), value)
        for name, value in values.items()
    ]
    done = apply(article_id=of.pk, changes=changes, by=by, may=EVERYTHING)
    assert {each.status for each in done.results} == {"done"}, done.results


def remove(of: Article, by: User, row: str) -> None:
    version = Article.objects.get(pk=of.pk).version
    done = apply(article_id=of.pk, changes=[Remove("out", row, version)], by=by, may=EVERYTHING)
    assert [each.status for each in done.results] == ["done"], done.results


def correct(of: Article, by: User) -> None:
    """In English alone; the Danish needs none, and the reason says whose fault it was."""
    newsroom.publish(of, "en", kind="correction", notes={"en": "Hansen is 42."})
    waive(owed=CorrectionOwed.objects.get(), by=by, reason="Hansen never told the Danes.")


def papers(of: Article, by: User) -> None:
    now = database_now()
    texts = [
        {
            "row": "",
            "kind": "article",
            "number": 0,
            "field": "headline",
            "from": "Jens Hansen falls",
            "to": "",
            "was": "",
        }
    ]
    Sheet.objects.create(
        article=of,
        language="da",
        note="for Hansen’s cousin",
        texts=texts,
        returned={".headline": "Jens Hansen falder"},
        sent_at=now,
    )
    PreviewLink.objects.create(
        article=of, note="Hansen himself", made_at=now, expires_at=now + 48 * HOUR
    )
    ErrorReport.objects.create(
        article=of, language="en", edition=1, text="Hansen is my uncle.", name="Ole Hansen", at=now
    )
    request = {"languages": ["en"], "notes": {"en": "Hansen is 43."}, "expect": {}}
    Waiting.objects.create(article=of, by=by, asked_at=now, request=request)
    finding = {"article": of.pk, "message": {"en": "“Hansen” twice.", "da": "»Hansen« to gange."}}
    Watch.objects.create(asked_at=now, done=True, at=now, findings=[finding])
    LogEntry.objects.log_actions(
        user_id=by.pk,
        queryset=[of],
        action_flag=CHANGE,
        change_message="Withdrawn: Hansen has complained.",
        single_object=True,
    )
    slot: Any = of.front_slots.get()
    LogEntry.objects.log_actions(
        user_id=by.pk, queryset=[slot], action_flag=CHANGE, change_message="", single_object=True
    )


# --- The database as it is -----------------------------------------------------------------------


def tables() -> Iterator[str]:
    yield from sorted(connection.introspection.table_names())


def standing(words: str) -> set[str]:
    """`table.column` of every text in the whole database that holds `words`, in any spelling."""
    runs = re.findall(r"[^\W_]+", words.casefold())
    pattern = re.compile(r"[\W_]*".join(map(re.escape, runs)))
    found = set()
    with connection.cursor() as cursor:
        for table in tables():
            cursor.execute(f'SELECT * FROM "{table}"')
            columns = [each[0] for each in cursor.description]
            for row in cursor.fetchall():
                for column, value in zip(columns, row, strict=True):
                    if value is not None and pattern.search(_text(value)):
                        found.add(f"{table.removeprefix('articles_')}.{column}")
    return found


def _text(value: Any) -> str:
    """As people read it: JSON may have its letters written as numbers."""
    if isinstance(value, bytes | memoryview):
        value = bytes(value).decode("utf-8", "replace")
    text = value if isinstance(value, str) else repr(value)
    return re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), text).casefold()


# --- What everybody is shown ---------------------------------------------------------------------

_ADDRESS = re.compile(r"""(?:(?:href|action)="|(?<=>)|(?<=["\s(]))(?:%s)?(/[^"'<>\s)]*)""")


def crawl(client: Any, *starts: str, within: str = r"/(?!admin|media|static)") -> dict[str, str]:
    """{address: what it answers} of all that can be reached from `starts`, as text."""
    linked = re.compile(_ADDRESS.pattern % re.escape(settings.SITE_URL))
    seen: dict[str, str] = {}
    waiting = list(starts)
    while waiting:
        address = waiting.pop().replace("&amp;", "&").partition("#")[0]
        if address in seen or not re.match(within, address):
            continue
        response = client.get(address)
        text = b"".join(response).decode("utf-8", "replace")
        seen[address] = f"{response.status_code} {response.get('Location', '')}\n{text}"
        waiting += linked.findall(text) + [response.get("Location", "")]
    return seen


def shown(pages: dict[str, str], words: str) -> set[str]:
    """The addresses that hold `words`, or answer with them."""
    runs = re.findall(r"[^\W_]+", words.casefold())
    pattern = re.compile(r"[\W_]*".join(map(re.escape, runs)))
    return {
        address
        for address, text in pages.items()
        if pattern.search(f"{address} {html.unescape(text)}".casefold())
    }
