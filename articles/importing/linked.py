"""Title and address of a link, as desks write the two on one line."""

from articles.importing import markers


def link(text: str) -> tuple[str, str]:
    """Return `(title, url)` of `[Title](url)`, `Title (url)`, a bare address or a bare title."""
    match = markers.LINKED.fullmatch(text)
    if match:
        title = match["title"] or match["title2"]
        return title.rstrip(" (<[–-"), match["url"] or match["url2"]
    alone = markers.URL.fullmatch(text)
    return ("", alone["url"]) if alone else (text, "")


def links(text: str) -> list[tuple[str, str]]:
    """Return title and address of each link on a line that says “Also read:” more than once.

    Empty for a line that says it once: that is one link, whatever stands in its title.
    """
    also_read = [markers.ALSO_READ.fullmatch(part) for part in markers.AGAIN.split(text)]
    if len(also_read) < 2 or not all(also_read):
        return []
    return [link(match["value"]) for match in also_read if match]
