"""Work on many articles, kept in the session between its steps: left, reloaded, gone on with."""

import secrets
import time
from typing import Any, Final

from django.http import HttpRequest

from articles.desk.listing.acts import DONE, act

MOST: Final = 1000  # articles at a time
STEP: Final = 5  # that the bar moves on by
_SECONDS: Final = 3.0
_KEPT: Final = "articles_many"
_JOBS: Final = 5  # of one editor; older ones are forgotten

Job = dict[str, Any]


def begin(request: HttpRequest, *, action: str, ids: list[int], wanted: dict[str, Any]) -> str:
    """Keep the work to do; its name. `ids` are the articles in order."""
    name = secrets.token_urlsafe(6)
    jobs = {**request.session.get(_KEPT, {})}
    while len(jobs) >= _JOBS:
        jobs.pop(next(iter(jobs)))
    jobs[name] = {"action": action, "left": ids[:MOST], "wanted": wanted, "done": []}
    request.session[_KEPT] = jobs
    return name


def find(request: HttpRequest, name: str) -> Job | None:
    found: Job | None = request.session.get(_KEPT, {}).get(name)
    return found


def step(request: HttpRequest, job: Job, *, most: int = STEP) -> list[dict[str, Any]]:
    """Do the next few; what came of each. Each is taken off before it is tried."""
    until = time.monotonic() + _SECONDS
    made: list[dict[str, Any]] = []
    while job["left"] and len(made) < most and time.monotonic() < until:
        pk = job["left"].pop(0)
        outcome = act(request, pk, job["action"], job["wanted"])
        job["done"].append(outcome)
        made.append(outcome)
    request.session.modified = True
    return made


def undoing(request: HttpRequest, job: Job) -> str | None:
    """A job that gives the articles their earlier values again; None where there is nothing."""
    back = {
        str(each["article"]): each["back"]
        for each in job["done"]
        if each["status"] == DONE and each.get("back")
    }
    if not back or job.get("undone"):
        return None
    job["undone"] = True
    return begin(request, action=job["action"], ids=[int(pk) for pk in back], wanted={"back": back})


def may_undo(job: Job) -> bool:
    can = any(each["status"] == DONE and each.get("back") for each in job["done"])
    return can and not job["left"] and not job.get("undone") and "back" not in job["wanted"]
