"""Which requests come from a reader's page, as far as their headers say. Pure; nothing is kept."""

import re
from collections.abc import Mapping
from typing import Final

# Every browser with a window calls itself Mozilla; tools that run scripts too mostly do not.
_BROWSER: Final = re.compile(r"(?:Mozilla|Opera)/\d")
# Robots that do run scripts give themselves away: by a name, by "(compatible; …", by the address
# that explains them. CUBOT makes telephones.
_ROBOT: Final = re.compile(
    r"(?<!cu)bot\b|bot[/_-]|crawl|spider|slurp|scrap|archiver|headless|phantomjs|lighthouse|pagespeed"
    r"|ptst/|gtmetrix|monitor|synthetic|uptime|prerender|web preview|inspectiontool|googleother"
    r"|read-aloud|externalhit|\w-user\b|compatible;|https?://",
    re.IGNORECASE,
)
# Pages that a browser or a mail program fetches in case somebody should want them.
_PURPOSES: Final = ("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz")
_NOT_READ: Final = re.compile(r"prefetch|prerender|preview", re.IGNORECASE)


def is_left_out(headers: Mapping[str, str]) -> bool:
    """Whether a request with `headers` is a robot's, a page's that nobody looks at, or another
    site's. Headers that old browsers do not send say nothing either way."""
    agent = headers.get("User-Agent", "")
    if not _BROWSER.match(agent) or _ROBOT.search(agent):
        return True
    if any(_NOT_READ.search(headers.get(name, "")) for name in _PURPOSES):
        return True
    return headers.get("Sec-Fetch-Site", "same-origin") != "same-origin"
