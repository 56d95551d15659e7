"""One of several processes at work on the same database: does what it is told, order by order.

Orders and answers are dicts; Actor in processes.py starts it and is the other end of the line.
"""

import datetime as dt
import functools
import importlib
import random
import traceback
from collections import Counter
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import dj_database_url
from django.conf import settings
from django.db import connection, transaction

from articles.editing.apply import EVERYTHING, apply
from articles.editing.changes import Set
from articles.models.article import Article
from articles.models.clock import database_now
from articles.models.edition import Edition
from articles.models.generation import ask
from articles.models.photo import Photo
from articles.photos.queue import run_one
from articles.publishing import catch_up as module
from articles.publishing.cancel import cancel
from articles.publishing.due import due
from articles.publishing.errors import PublishingError, Refused
from articles.publishing.lock import lock
from articles.publishing.publish import Ahead, publish
from articles.publishing.republish import republish
from articles.publishing.take_down import take_down
from articles.publishing.withdraw import withdraw
from articles.reader.reads import tally
from articles.reader.reads.fold import fold

Answer = dict[str, Any]


# --- Orders: each is a function of the same name -------------------------------------------------


def publish_now(article: int, languages: list[str]) -> Answer:
    editions = publish(article=Article(pk=article), languages=languages, by=None)
    return {"editions": [edition.pk for edition in editions]}


def withdraw_now(article: int, languages: list[str], successor: int | None = None) -> Answer:
    better = Article(pk=successor) if successor else None
    ended = withdraw(article=Article(pk=article), languages=languages, by=None, successor=better)
    return {"editions": [edition.pk for edition in ended]}


def correct(photo: int, byline: str) -> Answer:
    """Change a photo's credit, as the desk does."""
    with transaction.atomic():
        Photo.objects.filter(pk=photo).update(byline=byline)
        due([photo])
        edited()
    return {}


def catch_up_now(most: int | None = None) -> Answer:
    done = module.catch_up(most=most)
    return {"editions": [page.edition for page in done.pages], "left": done.left}


def take_down_now(photo: int) -> Answer:
    row = take_down(photo=Photo.objects.get(pk=photo), by=None, reason="Claimed.")
    return {"done": row.done_at is not None}


def edit(article: int, columns: dict[str, Any]) -> Answer:
    """Change the working copy under its lock, as the desk does."""
    with transaction.atomic():
        locked, _now = lock(article)
        for name, value in columns.items():
            setattr(locked, name, value)
        locked.save(update_fields=list(columns))
        edited()
    return {}


def write_words(article: int, row: str, field: str, language: str, words: list[str]) -> Answer:
    """Add each of `words` to one field, as a page does that has seen it; tells which were taken."""
    taken, base = [], ""
    for number, each in enumerate(words):
        for _ in range(50):
            change = Set(str(number), row, field, language, base, f"{base} {each}".strip())
            result = apply(article_id=article, changes=[change], by=None, may=EVERYTHING).results[0]
            base = result.value if result.status == "done" else result.now
            if result.status == "done":
                taken.append(each)
                break
    return {"taken": taken}


def edited() -> None:
    """A place to pause at, before the commit."""


def pause_at(place: str, when: str) -> Answer:
    """From now on say `paused` and wait for a word "before" or "after" calling `place`."""
    module, _, name = place.rpartition(".")
    home = importlib.import_module(module)
    original = getattr(home, name)

    @functools.wraps(original)
    def paused(*args: Any, **kwargs: Any) -> Any:
        if when == "before":
            wait()
        result = original(*args, **kwargs)
        if when == "after":
            wait()
        return result

    def wait() -> None:
        setattr(home, name, original)
        _line[0].send({"paused": place})
        _line[0].recv()

    setattr(home, name, paused)
    return {}


def chance(seed: int, articles: list[int], steps: int) -> Answer:
    """Acts at random; tells how many were done and which were refused."""
    draw = random.Random(seed)
    done, refused = 0, Counter[str]()
    for _ in range(steps):
        try:
            done += _act(draw, draw.choice(articles))
        except PublishingError as error:
            refused[type(error).__name__] += 1
    return {"done": done, "refused": refused}


def _act(draw: random.Random, article: int) -> int:
    """One act; 1 if it counts as a publication of some kind."""
    languages = draw.choice([["en"], ["da"], ["en", "da"], ["da", "en"]])
    editions = list(Edition.objects.filter(article_id=article))
    scheduled = [e for e in editions if e.live_from > database_now() and not e.cancelled_at]
    match draw.choice("write publish publish schedule schedule withdraw cancel republish".split()):
        case "write":
            language = draw.choice(["en", "da"])
            text = str(draw.random())
            edit(article, {f"headline_{language}": text, f"slug_{language}": draw.choice("abcd")})
            return 0
        case "publish":
            publish_now(article, languages)
        case "schedule":
            at = database_now() + dt.timedelta(milliseconds=draw.choice([30, 100, 400, 3_600_000]))
            ahead: Ahead = draw.choice(["rebuild", "cancel"])
            publish(article=Article(pk=article), languages=languages, by=None, at=at, ahead=ahead)
        case "withdraw":
            withdraw_now(article, languages)
        case "cancel" if scheduled:
            cancel(edition=draw.choice(scheduled), by=None)
        case "republish" if editions:
            republish(edition=draw.choice(editions), by=None)
        case _:
            return 0
    return 1


def read() -> Answer:
    """Make pages until the next word: what was live, by the generation's name it was read under."""
    pages: dict[str, list[int]] = {}
    clashes = 0
    while not _line[0].poll(0.01):  # seconds; those who write need the processor too
        before = ask()
        live = sorted(Edition.objects.live(before.as_of).values_list("pk", flat=True))
        after = ask()
        if (before.counter, before.passed) == (after.counter, after.passed):
            # Nothing was committed meanwhile: this is what the name stands for.
            page = pages.setdefault(f"{before.counter} {before.passed}", live)
            clashes += page != live
    _line[0].recv()
    return {"pages": pages, "clashes": clashes}


def render() -> Answer:
    """Make renditions for as long as there is a photo that waits for them."""
    count = 0
    while run_one():
        count += 1
    return {"rendered": count}


def be_read(editions: list[int], times: int) -> Answer:
    """Count each of `editions` so often, as far as slide 2, and write the sums after each round."""
    for _ in range(times):
        for edition in editions:
            tally.add(edition, range(3))
        tally.settle()
    return {"left": len(tally._told)}


def fold_now(as_of: str) -> Answer:
    return {"folded": fold(as_of=dt.datetime.fromisoformat(as_of))}


ORDERS = {
    order.__name__: order
    for order in (
        *(publish_now, withdraw_now, edit, pause_at, chance, read, render),
        *(correct, catch_up_now, take_down_now, write_words),
        *(be_read, fold_now),
    )
}


_line: list[Connection] = []  # to whoever gives the orders


def main(line: Connection, database_url: str, media_root: str) -> None:
    """Do what comes over the line, until nobody holds its other end."""
    _line[:] = [line]
    connection.settings_dict["NAME"] = dj_database_url.parse(database_url)["NAME"]
    settings.MEDIA_ROOT = Path(media_root)
    # The newsroom's renditions are only named: none can be stamped with a new credit.
    module.stamp = lambda photo: list(photo.renditions)
    line.send({"ready": True})
    while True:
        try:
            order = line.recv()
        except EOFError:
            return
        line.send(_done(order))


def _done(order: dict[str, Any]) -> Answer:
    try:
        return ORDERS[order.pop("do")](**order)
    except Refused as refused:
        return {"refused": "Refused", "codes": [f.code for f in refused.findings]}
    except PublishingError as error:
        return {"refused": type(error).__name__}
    except Exception:
        return {"crash": traceback.format_exc()}
