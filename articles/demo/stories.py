"""The demo's stories and newsroom, as their TOML files hold them."""

import datetime as dt
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final

from articles.text.dates import at_copenhagen, local

HERE: Final = Path(__file__).parent

Table = dict[str, Any]


@cache
def newsroom() -> Table:
    """Topics, contributors, credits and sources."""
    return _read(HERE / "newsroom.toml")


@cache
def site() -> Table:
    """What the newsroom says of itself, and its simple pages."""
    return _read(HERE / "site.toml")


@cache
def photos() -> dict[str, Table]:
    """Every photo by name."""
    return {
        name: table
        for path in sorted((HERE / "photos").glob("*.toml"))
        for name, table in _read(path).items()
    }


@cache
def library() -> dict[str, Table]:
    """The photos that stand in no story, by name."""
    return dict(_read(HERE / "library.toml")["photos"])


@cache
def rights() -> dict[str, Table]:
    """What became of the rights of photos that stand in stories, by name."""
    return dict(_read(HERE / "library.toml")["rights"])


@cache
def stories() -> tuple[Table, ...]:
    """Every story, the oldest first, those never published last."""
    found = [_read(path) for path in (HERE / "stories").glob("*.toml")]
    return tuple(sorted(found, key=lambda story: (-story.get("days_ago", -1), story["ref"])))


def photos_used() -> list[str]:
    """The names of the photos that stand in a story, each once."""
    names = (slide.get("photo", "") for story in stories() for slide in story["slides"])
    return sorted({name for name in names if name})


def on_day(today: dt.datetime, *, days: int, time: str = "06:00") -> dt.datetime:
    """The instant at which Copenhagen's clock shows `time`, `days` from `today`."""
    hour, minute = map(int, time.split(":"))
    date = local(today).date() + dt.timedelta(days=days)
    return at_copenhagen(dt.datetime.combine(date, dt.time(hour, minute)))


def _read(path: Path) -> Table:
    return tomllib.loads(path.read_text(encoding="utf-8"))
