"""What every answer says about itself: what a browser may do with it, how long it is good for."""

import re

from tests.site.crawl import Answer, Crawled, ask

STRICT = {
    "strict-transport-security": re.compile(r"max-age=(?:3[1-9]|[4-9]\d|\d{3})\d{6}\b"),
    "x-content-type-options": re.compile("^nosniff$"),
    "referrer-policy": re.compile(r"^(?:strict-origin|no-referrer|same-origin)"),
    "cross-origin-opener-policy": re.compile("^same-origin"),
    "permissions-policy": re.compile(r"camera=\(\)"),
}
# Where nothing is given, the browser asks nobody, not even us.
LOCKED = {"default-src": "'none'", "base-uri": "'none'", "frame-ancestors": "'none'"}
ALLOWED = {"'none'", "'self'", "data:"}


def policy(answer: Answer) -> dict[str, str]:
    parts = [part.split(None, 1) for part in answer.header("content-security-policy").split(";")]
    return {part[0]: "".join(part[1:]) for part in parts if part}


def test_every_answer_has_a_content_policy_without_a_hole(crawled: Crawled) -> None:
    said = {answer.header("content-security-policy") for answer in crawled.answers.values()}
    for answer in crawled.answers.values():
        directives = policy(answer)
        assert LOCKED.items() <= directives.items(), answer.path
        assert directives["form-action"] in ("'self'", "'none'"), answer.path
        for name, sources in directives.items():
            open_to = set(sources.split()) - ALLOWED
            assert not open_to, f"{answer.path}: {name} {open_to}"
        assert "data:" not in directives.get("script-src", ""), answer.path
    assert len(said) <= 2, said


def test_every_answer_has_the_other_headers_of_safety(crawled: Crawled) -> None:
    lacking = {
        (answer.path, name, answer.header(name))
        for answer in crawled.answers.values()
        for name, pattern in STRICT.items()
        if not pattern.search(answer.header(name))
    }
    assert lacking == set()


def test_nothing_sets_a_cookie_or_depends_on_one(crawled: Crawled) -> None:
    cookies = {answer.path for answer in crawled.answers.values() if answer.header("set-cookie")}
    assert cookies == set()
    varying = {
        answer.path
        for answer in crawled.answers.values()
        if "cookie" in answer.header("vary").lower()
    }
    assert varying <= {"/"}


def test_pages_are_fresh_for_a_minute_and_recognised_again(crawled: Crawled) -> None:
    """Or kept by nobody: a form that a reader fills in, which no search engine is to find."""
    for page in crawled.found:
        said = page.header("cache-control")
        if said == "no-store":
            assert not page.is_for_search_engines, page.path
            continue
        age = re.search(r"max-age=(\d+)", said)
        assert "public" in said and age and int(age[1]) <= 60, f"{page.path}: {said}"
        assert "stale" not in said, page.path
        if "?" not in page.path:
            again = ask(crawled.site, page.path, If_None_Match=page.header("etag"))
            assert (again.status, again.body) == (304, b""), page.path


YEAR = 365 * 24 * 60 * 60


def test_files_are_kept_for_a_year_and_feeds_recognised_again(crawled: Crawled) -> None:
    for answer in crawled.answers.values():
        said = answer.header("cache-control")
        age = int(re.search(r"max-age=(\d+)|$", said)[1] or 0)
        is_for_good = "immutable" in said and age >= YEAR - 24 * 60 * 60
        # A picture whose rights end is kept until then.
        is_until_then = answer.path.startswith("/media/") and 0 < age < YEAR
        if answer.path.startswith(("/static/", "/media/")) and answer.status == 200:
            assert is_for_good or is_until_then, f"{answer.path}: {said}"
        elif answer.kind.endswith(("atom+xml", "feed+json")):
            again = ask(crawled.site, answer.path, If_None_Match=answer.header("etag"))
            assert (again.status, again.body) == (304, b""), answer.path


def test_no_page_holds_what_the_policy_forbids(crawled: Crawled) -> None:
    """No inline style, script or handler: browsers would drop it without a word to readers."""
    for page in crawled.pages:
        scripts = "//script[not(@src)][not(@type='application/ld+json')]"
        inline = page.all(f"//style | //*[@style] | {scripts}")
        handlers = page.all("//@*[starts-with(name(), 'on')]")
        assert (inline, handlers) == ([], []), page.path
        assert page.all("//a[starts-with(@href, 'javascript:')]") == [], page.path


def test_texts_are_sent_compressed(crawled: Crawled) -> None:
    for answer in crawled.answers.values():
        if answer.status == 200 and answer.kind in ("text/html", "text/css", "text/javascript"):
            sent = ask(crawled.site, answer.path, Accept_Encoding="gzip")
            assert sent.header("content-encoding") == "gzip" or len(answer.body) < 400, answer.path
            assert "accept-encoding" in sent.header("vary").lower(), answer.path
