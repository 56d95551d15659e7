"""One of several processes at work on the same database: does what it is told, line by line.

Orders and answers are JSON, one a line; Actor in processes.py starts it and is the other end.
"""

import datetime as dt
import functools
import importlib
import json
import random
import sys
import traceback
from collections import Counter
from typing import Any

from django.db import transaction

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


def answer(said: Answer) -> None:
    sys.stdout.write(f"{json.dumps(said)}\n")
    sys.stdout.flush()


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
    """From now on say `paused` and wait for a line "before" or "after" calling `place`."""
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
        answer({"paused": place})
        sys.stdin.readline()

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


def read(seconds: float) -> Answer:
    """Make pages for a while: what was live, by the name of the generation it was read under."""
    pages: dict[str, list[int]] = {}
    end = database_now() + dt.timedelta(seconds=seconds)
    clashes = 0
    while (before := ask()).as_of < end:
        live = sorted(Edition.objects.live(before.as_of).values_list("pk", flat=True))
        after = ask()
        if (before.counter, before.passed) == (after.counter, after.passed):
            # Nothing was committed meanwhile: this is what the name stands for.
            page = pages.setdefault(f"{before.counter} {before.passed}", live)
            clashes += page != live
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


def main() -> None:
    # The newsroom's renditions are only named: none can be stamped with a new credit.
    module.stamp = lambda photo: list(photo.renditions)
    answer({"ready": True})
    for line in sys.stdin:
        order = json.loads(line)
        try:
            said = ORDERS[order.pop("do")](**order)
        except Refused as refused:
            said = {"refused": "Refused", "codes": [f.code for f in refused.findings]}
        except PublishingError as error:
            said = {"refused": type(error).__name__}
        except Exception:
            said = {"crash": traceback.format_exc()}
        answer(said)
