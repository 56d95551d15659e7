"""What is wrong with the address of a link, as far as the address tells. Pure: nothing is fetched."""

import html
import ipaddress
import re
from typing import Final, Literal, NamedTuple
from urllib.parse import SplitResult, parse_qsl, urlsplit

Wrong = Literal["nowhere", "malformed", "local", "mail"]
Doubtful = Literal["insecure", "tracking", "shortened", "preview"]

_LINK: Final = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)
_HREF: Final = re.compile(r'href="([^"]*)"')
_TAG: Final = re.compile(r"<[^>]+>")
_HOST: Final = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]{1,62}", re.IGNORECASE)
_MAIL: Final = re.compile(r"[\w.+'-]+@(?:[\w-]+\.)+[^\W\d_]{2,}", re.IGNORECASE)
_LOCAL: Final = re.compile(
    r"(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp)$"
)
_PREVIEW: Final = re.compile(
    r"^(?:staging|stage|preview|dev|test|uat|beta|draft|demo)[\d-]*\.|(?:^|[.-])(?:staging|preview)\.|"
    r"deploy-preview-|\.(?:ngrok(?:-free)?\.(?:app|io)|ngrok\.io|trycloudflare\.com)$"
)
_SHORTENERS: Final = frozenset(
    """bit.ly t.co tinyurl.com goo.gl ow.ly buff.ly lnkd.in is.gd dlvr.it rebrand.ly cutt.ly t.ly fb.me
    trib.al""".split()
)
_PASSING: Final = re.compile(
    r"^(?:l|lm)\.(?:facebook|instagram)\.com$|safelinks\.protection\.outlook\.com$|urldefense|"
    r"^(?:click|clicks|track|tracking|email|links|link|trk|go)\.\w|list-manage\.com$|^feedproxy\."
)
_FOLLOWED: Final = re.compile(
    r"^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_hs\w+|mkt_tok|vero_id|ocid|"
    r"cmpid|wt_mc|ns_campaign|at_(?:medium|campaign)\w*)$"
)
_DRAFT: Final = frozenset({"preview", "preview_id", "preview_nonce", "_thumbnail_id"})

# Networks through which links earn, and what their links carry.
_NETWORKS: Final = re.compile(
    r"(?:^|\.)(?:amzn\.to|awin1\.com|zenaps\.com|shareasale\.com|anrdoezrs\.net|dpbolvw\.net|jdoqocy\.com|"
    r"kqzyfj\.com|tkqlhce\.com|linksynergy\.com|partner-ads\.com|tradedoubler\.com|adtraction\.com|"
    r"tradetracker\.net|daisycon\.io|sjv\.io|pxf\.io|evyy\.net|ojrq\.net|skimresources\.com|"
    r"redirectingat\.com|viglink\.com|prf\.hn|digidip\.net|webgains\.com|flexoffers\.com|avantlink\.com|"
    r"clickbank\.net|rstyle\.me|shopstyle\.it|geni\.us|howl\.me|narrativ\.com|zanox\.com|belboon\.com|"
    r"adservicemedia\.dk|adservice\.com|commission-junction\.com|affiliate\.[\w.-]+|double\.net|"
    r"euroads\.\w+|smartresponse-media\.com|heylink\.com|salestring\.com|addrevenue\.io)$"
)
_EARNING: Final = re.compile(
    r"^(?:aff|affid|aff_?id|aff_sub\d?|affiliate\w*|irclickid|irgwc|clickref|awc|awinaffid|awinmid|"
    r"partner_?id|partnerid|hop|campid|ranmid|raneaid|ransiteid|tduid|at_gd|ref_?aff|affsource)$"
)


class Anchor(NamedTuple):
    """A link within slide text; `href` is None where it has no address."""

    href: str | None
    text: str


def anchors(body: str) -> tuple[Anchor, ...]:
    """The links of stored slide text, in their order."""
    found = []
    for attributes, inner in _LINK.findall(body):
        href = _HREF.search(attributes)
        text = html.unescape(_TAG.sub("", inner)).strip()
        found.append(Anchor(html.unescape(href[1]) if href else None, text))
    return tuple(found)


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url.strip())
        parts.port  # noqa: B018 - raises where it is no number
    except ValueError:
        return None
    return parts


def wrong(url: str | None) -> Wrong | None:
    """Why nobody gets anywhere with `url`: surely so."""
    if not url or not url.strip() or url.strip() in ("#", "/", "http://", "https://"):
        return "nowhere"
    parts = _split(url)
    if parts is None or re.search(r"\s", url.strip()):
        return "malformed"
    if parts.scheme == "mailto":
        return None if _MAIL.fullmatch(parts.path) else "mail"
    if url.startswith(("/", "#")) and not url.startswith("//"):
        return None  # on our own site
    host = (parts.hostname or "").rstrip(".")
    if parts.scheme not in ("http", "https") or not host:
        return "mail" if _MAIL.fullmatch(url) else "malformed"
    if _is_local(host):
        return "local"
    return None if _is_public(host) else "malformed"


def _is_local(host: str) -> bool:
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return bool(_LOCAL.search(host))


def _is_public(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return bool(_HOST.fullmatch(host))
    return True


def doubtful(url: str) -> Doubtful | None:
    """What readers should be spared about `url`, though it may work."""
    parts = _split(url)
    if parts is None or wrong(url) or not parts.hostname:
        return None
    host = parts.hostname.removeprefix("www.")
    query = {name.lower() for name, _value in parse_qsl(parts.query, keep_blank_values=True)}
    if _PREVIEW.search(host) or "/wp-admin/" in parts.path or not query.isdisjoint(_DRAFT):
        return "preview"
    if host in _SHORTENERS:
        return "shortened"
    if _PASSING.search(host) or (host.startswith("google.") and parts.path == "/url"):
        return "tracking"
    if any(_FOLLOWED.match(name) for name in query):
        return "tracking"
    return "insecure" if parts.scheme == "http" else None


def earns(url: str) -> bool:
    """Whether somebody is paid when a reader buys through `url`: a known network, or its marks."""
    parts = _split(url)
    if parts is None or not parts.hostname:
        return False
    host = parts.hostname.removeprefix("www.")
    values = {name.lower(): value.lower() for name, value in parse_qsl(parts.query)}
    if _NETWORKS.search(host) or any(_EARNING.match(name) for name in values):
        return True
    if re.search(r"(?:^|\.)amazon\.[\w.]+$", host) and "tag" in values:
        return True
    if re.search(r"(?:^|\.)(?:booking|hotels|agoda)\.com$", host) and "aid" in values:
        return True
    return "affiliate" in values.get("utm_medium", "") or "affiliate" in values.get(
        "utm_source", ""
    )


def same(url: str) -> str:
    """A form in which two addresses of one page are equal."""
    parts = _split(url)
    if parts is None or not parts.hostname:
        return url.strip().rstrip("/")
    kept = sorted(
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _FOLLOWED.match(name.lower())
    )
    asked = "&".join(f"{name}={value}" for name, value in kept)
    return f"{parts.hostname.removeprefix('www.')}{parts.path.rstrip('/')}?{asked}".rstrip("?")


def path(url: str) -> str:
    """The path of `url` with its slash at the end; "" where it has none."""
    parts = _split(url)
    return f"{parts.path.rstrip('/')}/" if parts and parts.path.strip("/") else ""
