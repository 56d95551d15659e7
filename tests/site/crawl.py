"""Everything that a visitor, a browser or a search engine can reach from the two front pages.

`crawl(site)` follows links, sources, candidates of `srcset`, style sheets, manifests, feeds,
sitemaps and the addresses in structured data, and never leaves the site. Pages of every kind are
found, not listed, so that what is new is checked from its first day.
"""

import functools
import http.client
import json
import re
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import quote, urldefrag, urljoin, urlsplit

from lxml import etree, html

from tests.site.server import Site

START: Final = ("/", "/en/", "/da/", "/robots.txt", "/favicon.ico")
# Only asked for its head: bytes of pictures say nothing here.
BULKY: Final = re.compile(r"^/media/|\.(?:png|jpe?g|avif|webp|ico)$")
# What is asked of a search: something that both newsrooms write of, and nothing that any would.
WORDS: Final = {"en": ("harbour", "xyzzyx"), "da": ("havn", "xyzzyx")}
# More pages than both newsrooms have by far: a crawl that gets here goes in circles.
LIMIT: Final = 4_000
# Of addresses that differ in their query alone, so many stand for all.
SAMPLE: Final = 12
_ADDRESSES: Final = ("href", "src", "poster", "action", "formaction", "data", "cite")
_META: Final = re.compile(r"^(?:og:(?:url|image|image:url|image:secure_url|video)|twitter:image)$")
_SITEMAP: Final = re.compile(r"^sitemap:\s*(\S+)", re.IGNORECASE | re.MULTILINE)
_IN_STYLES: Final = re.compile(r"""url\(\s*['"]?([^'")]+)['"]?\s*\)|@import\s+['"]([^'"]+)""")


@dataclass(frozen=True, slots=True)
class Reference:
    """That a page names an address: `where` says in what, as in `a[href]` or `script[src]`."""

    where: str
    written: str
    address: str  # absolute, without fragment
    fragment: str = ""


@dataclass(eq=False)
class Answer:
    """What the site answered to one path, and what it refers to."""

    site: Site
    path: str
    status: int
    headers: list[tuple[str, str]]  # names in lower case; Set-Cookie may come twice
    body: bytes

    def header(self, name: str) -> str:
        return ", ".join(value for key, value in self.headers if key == name)

    @functools.cached_property
    def kind(self) -> str:
        return self.header("content-type").partition(";")[0].strip()

    @property
    def is_page(self) -> bool:
        return self.kind == "text/html" and bool(self.body)

    @property
    def text(self) -> str:
        return self.body.decode()

    @functools.cached_property
    def document(self) -> Any:
        """The page as a tree of elements, by which everything is looked up with XPath."""
        return html.document_fromstring(self.body, parser=html.HTMLParser(encoding="utf-8"))

    @functools.cached_property
    def xml(self) -> Any:
        return etree.fromstring(self.body, etree.XMLParser(resolve_entities=False, no_network=True))

    def all(self, xpath: str) -> list[Any]:
        return list(self.document.xpath(xpath))

    def one(self, xpath: str) -> str:
        """The only attribute or text at `xpath`, trimmed; "" where there is none."""
        found = self.document.xpath(xpath)
        if isinstance(found, str):
            return " ".join(found.split())
        assert len(found) <= 1, f"{self.path}: {len(found)} of {xpath}"
        return " ".join(str(found[0]).split()) if found else ""

    @property
    def language(self) -> str:
        return self.one("/html/@lang")

    @property
    def canonical(self) -> str:
        return self.one("//link[@rel='canonical']/@href")

    @property
    def is_for_search_engines(self) -> bool:
        """Whether the page wants to be found: complete, and not `noindex`."""
        robots = self.one("//meta[@name='robots']/@content") + self.header("x-robots-tag")
        return self.is_page and self.status == 200 and "noindex" not in robots

    @property
    def sort(self) -> str:
        """The kind of page, by the class of its body: `is-article`."""
        return (self.one("//body/@class").split() or ["plain"])[0]

    @functools.cached_property
    def structured(self) -> list[dict[str, Any]]:
        """The page's JSON-LD, one item for each script."""
        scripts = self.all("//script[@type='application/ld+json']/text()")
        return [json.loads(script) for script in scripts]

    @functools.cached_property
    def references(self) -> list[Reference]:
        return list(_references(self))


@dataclass
class Crawled:
    """A site as it was found; `referrers` says by whom a path is named first."""

    site: Site
    answers: dict[str, Answer] = field(default_factory=dict)
    referrers: dict[str, str] = field(default_factory=dict)

    @property
    def pages(self) -> list[Answer]:
        return [answer for answer in self.answers.values() if answer.is_page]

    @property
    def found(self) -> list[Answer]:
        """The pages that stand in answers of 200."""
        return [page for page in self.pages if page.status == 200]

    def named(self, address: str) -> Answer | None:
        """The answer to an absolute address of the site."""
        path = self.site.path(urldefrag(address).url)
        return self.answers.get(path) if path is not None else None

    def of_kind(self, *kinds: str) -> list[Answer]:
        found = [each for each in self.answers.values() if each.kind in kinds]
        return [each for each in found if each.status == 200 and each.body]


def crawl(site: Site, *also: str) -> Crawled:
    """Ask for everything that is reachable, and for the paths `also`, each path once."""
    crawled = Crawled(site)
    connection = _connect(site)
    waiting = deque([*START, *also])
    asked_of: Counter[str] = Counter()
    crawled.referrers |= dict.fromkeys(waiting, "the check itself")
    while waiting:
        path = waiting.popleft()
        answer = crawled.answers[path] = ask(site, path, connection=connection)
        assert len(crawled.answers) <= LIMIT, f"{path}, from {crawled.referrers[path]}"
        for reference in answer.references:
            found = site.path(reference.address)
            if found is None or found in crawled.referrers or _goes_in_circles(path, found):
                continue
            asked_of[urlsplit(found).path] += "?" in found
            if asked_of[urlsplit(found).path] > SAMPLE:
                continue
            crawled.referrers[found] = path
            waiting.append(found)
    connection.close()
    return crawled


def ask(
    site: Site,
    path: str,
    *,
    method: str = "",
    connection: http.client.HTTPConnection | None = None,
    **headers: str,
) -> Answer:
    """One request without cookies, redirects not followed."""
    if connection is None:
        with closing(_connect(site)) as own:
            return ask(site, path, method=method, connection=own, **headers)
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    method = method or ("HEAD" if BULKY.search(path) else "GET")
    connection.request(method, path, headers=sent)
    response = connection.getresponse()
    said = [(name.lower(), value) for name, value in response.getheaders()]
    return Answer(site, path, response.status, said, response.read())


def _connect(site: Site) -> http.client.HTTPConnection:
    return http.client.HTTPConnection(urlsplit(site.origin).netloc, timeout=60)


def _goes_in_circles(page: str, found: str) -> bool:
    """Filters lead to filters without end: what has a query is not followed to another query."""
    return bool(urlsplit(page).query and urlsplit(found).query)


# --- What an answer refers to --------------------------------------------------------------------


def _references(answer: Answer) -> Iterator[Reference]:
    if location := answer.header("location"):
        yield _reference(answer, "Location", location)
    if answer.is_page:
        yield from _in_page(answer)
    elif answer.kind == "text/css":
        for url, imported in _IN_STYLES.findall(answer.text):
            yield from _mentioned(answer, "css", url or imported)
    elif answer.path == "/robots.txt":
        for address in _SITEMAP.findall(answer.text):
            yield _reference(answer, "robots.txt", address)
    elif answer.kind.endswith("xml") and answer.kind != "image/svg+xml" and answer.body:
        yield from _in_xml(answer)
    elif answer.kind.endswith("json") and answer.body:
        for address in _in_data(json.loads(answer.body), manifest="manifest" in answer.kind):
            yield _reference(answer, "json", address)


def _in_page(answer: Answer) -> Iterator[Reference]:
    for element in answer.document.iter(etree.Element):
        for where, written in _in_element(element):
            yield from _mentioned(answer, f"{element.tag}[{where}]", written)
    for form in answer.all("//form[not(@method) or @method='get']"):
        for name in form.xpath(".//input[@type='search' or @type='text']/@name"):
            for word in WORDS.get(answer.language, ()):
                asked = f"{form.get('action') or answer.path}?{name}={word}"
                yield from _mentioned(answer, "form", asked)
    for data in answer.structured:
        for address in _in_data(data):
            yield from _mentioned(answer, "json-ld", address)


def _in_element(element: Any) -> Iterator[tuple[str, str]]:
    """The attributes of `element` that name an address, and the addresses."""
    for name in _ADDRESSES:
        # What a form sends has its fields in it.
        if element.get(name) is not None and element.tag != "form":
            yield name, element.get(name)
    candidates = element.get("srcset", "").split(",")
    yield from (("srcset", each.split()[0]) for each in candidates if each.strip())
    if element.tag == "meta" and _META.match(element.get("property") or element.get("name", "")):
        yield "content", element.get("content", "")


def _in_xml(answer: Answer) -> Iterator[Reference]:
    for element in answer.xml.iter(etree.Element):
        name = etree.QName(element).localname
        for written in (element.get("href"), element.text if name in ("loc", "uri") else None):
            if written and written.strip():
                yield from _mentioned(answer, name, written.strip())
        if element.get("type") == "html" and element.text:
            for each in html.fragments_fromstring(element.text):
                if not isinstance(each, str):
                    for address in each.xpath(".//@href | .//@src"):
                        yield from _mentioned(answer, f"{name} html", str(address))


def _in_data(data: Any, *, manifest: bool = False) -> Iterator[str]:
    """Every address in JSON: whatever begins as one; in a manifest also what is rooted."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key not in ("@context", "@type"):
                yield from _in_data(value, manifest=manifest)
    elif isinstance(data, list):
        for value in data:
            yield from _in_data(value, manifest=manifest)
    elif isinstance(data, str) and _is_address(data, rooted=manifest):
        yield data


def _is_address(text: str, *, rooted: bool) -> bool:
    begins = ("http://", "https://", "/") if rooted else ("http://", "https://")
    return text.startswith(begins) and " " not in text


def _mentioned(answer: Answer, where: str, written: str) -> Iterator[Reference]:
    if not written.startswith(("mailto:", "tel:", "data:", "sms:", "tag:")) and written != "#":
        yield _reference(answer, where, written)


def _reference(answer: Answer, where: str, written: str) -> Reference:
    base = urljoin(answer.site.origin, answer.path)
    address, fragment = urldefrag(urljoin(base, written.strip()))
    address = quote(address, safe="%/:?&=#+!$,;'@()*~[]")  # as browsers do
    return Reference(where, written, address, fragment)
