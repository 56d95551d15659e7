"""Every link leads somewhere at once, both languages agree, and nothing comes from elsewhere."""

import re
from collections import Counter, defaultdict
from urllib.parse import urlsplit

from tests.site.crawl import Answer, Crawled, ask

# What a browser fetches by itself, so that it tells somebody who reads what.
FETCHED = ("img[", "source[", "script[", "iframe[", "video[", "audio[", "object[", "embed[", "css")
LINKED = ("stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "manifest")
# The further pages of a list, which are reached through it.
FURTHER = re.compile(r"/(?:page|side)/\d+/$")
LOST = {301, 404, 410}


def test_the_crawl_finds_what_a_newsroom_has(crawled: Crawled) -> None:
    sorts = Counter(page.sort for page in crawled.found)
    assert sorts["is-article"] >= 14 and sorts["is-front"] == 2, sorts
    assert len(crawled.of_kind("text/css")) >= 1


def test_every_reference_leads_somewhere_at_once(crawled: Crawled) -> None:
    """No 4xx, no 5xx, and no redirect that our own pages could have followed themselves."""
    wrong = {
        f"{answer.path} <- {crawled.referrers[answer.path]}": answer.status
        for answer in crawled.answers.values()
        if answer.status != 200 and crawled.referrers[answer.path] != "the check itself"
    }
    # "/" asks for the reader's language; it alone may be named and lead on.
    assert {each: status for each, status in wrong.items() if not each.startswith("/ <-")} == {}


def test_what_is_gone_or_moved_says_so(crawled: Crawled) -> None:
    asked = [
        answer
        for answer in crawled.answers.values()
        if crawled.referrers[answer.path] == "the check itself" and answer.path.count("/") > 2
    ]
    assert {answer.path for answer in asked if answer.status not in LOST} == set()
    for answer in asked:
        language = answer.path.split("/")[1]
        if answer.status == 301:
            assert crawled.named(answer.header("location")).status == 200, answer.path
        elif language in ("en", "da"):
            assert (answer.language, answer.is_for_search_engines) == (language, False)


def test_every_fragment_names_an_element(crawled: Crawled) -> None:
    ids = {page.path: set(map(str, page.all("//@id"))) for page in crawled.pages}
    lost = {
        (page.path, reference.written)
        for page in crawled.pages
        for reference in page.references
        if reference.fragment and (target := crawled.site.path(reference.address)) in ids
        # An article's own identity in its structured data is no place on the page.
        if reference.where != "json-ld" and reference.fragment not in ids[target]
    }
    assert lost == set()


def test_every_id_is_one_of_a_kind(crawled: Crawled) -> None:
    twice = {
        page.path: [each for each, count in Counter(page.all("//@id")).items() if count > 1]
        for page in crawled.pages
    }
    assert {path: ids for path, ids in twice.items() if ids} == {}


def test_nothing_is_fetched_from_elsewhere(crawled: Crawled) -> None:
    elsewhere = {
        (answer.path, reference.where, reference.address)
        for answer in crawled.answers.values()
        for reference in answer.references
        if reference.where.startswith(FETCHED) and crawled.site.path(reference.address) is None
    }
    for page in crawled.pages:
        for link in page.all("//link[@href]"):
            if set(link.get("rel", "").split()) & set(LINKED):
                outward = urlsplit(link.get("href")).netloc
                if outward and crawled.site.path(link.get("href")) is None:
                    elsewhere.add((page.path, "link", link.get("href")))
    assert elsewhere == set()


def test_links_to_others_give_nothing_away(crawled: Crawled) -> None:
    """No window of ours is handed on, and none opens unasked."""
    handed = {
        (page.path, link.get("href"))
        for page in crawled.pages
        for link in page.all("//a[@target]")
        if "noopener" not in link.get("rel", "")
    }
    assert handed == set()


# --- Languages -----------------------------------------------------------------------------------


def test_a_page_is_in_the_language_of_its_address(crawled: Crawled) -> None:
    wrong = {
        page.path: (page.language, page.header("content-language"))
        for page in crawled.pages
        if (language := page.path.split("/")[1]) in ("en", "da")
        and (page.language, page.header("content-language")) != (language, language)
    }
    assert wrong == {}


def test_canonical_is_the_page_itself(crawled: Crawled) -> None:
    wrong = {
        page.path: page.canonical
        for page in crawled.found
        if page.is_for_search_engines and page.canonical != crawled.site.public + page.path
    }
    assert {path: to for path, to in wrong.items() if "?" not in path} == {}
    assert all(crawled.named(to).status == 200 for to in wrong.values())


def alternates(page: Answer) -> dict[str, str]:
    links = page.all("//link[@rel='alternate'][@hreflang]")
    said = [(link.get("hreflang"), link.get("href")) for link in links]
    assert len(dict(said)) == len(said), f"{page.path}: {said}"
    return dict(said)


def test_alternates_agree_from_both_sides(crawled: Crawled) -> None:
    """The same set on both pages, each with itself and x-default, each canonical and found."""
    for page in crawled.found:
        if not (said := alternates(page)):
            continue
        assert set(said) == {"en", "da", "x-default"}, page.path
        assert said[page.language] == page.canonical, page.path
        for hreflang in ("en", "da"):
            target = crawled.named(said[hreflang])
            assert target is not None and target.status == 200, (page.path, said)
            assert (target.language, target.canonical) == (hreflang, said[hreflang])
            assert alternates(target) == said, page.path
        assert said["x-default"] in (said["en"], said["da"], f"{crawled.site.public}/")


def test_the_switch_leads_where_the_alternates_do(crawled: Crawled) -> None:
    for page in crawled.found:
        links = page.all("//nav[contains(@class, 'languages')]//a[@hreflang]")
        switch = {link.get("hreflang"): link.get("href").partition("#")[0] for link in links}
        for hreflang, address in alternates(page).items():
            if hreflang in switch and hreflang != page.language:
                assert crawled.site.path(address) == crawled.site.path(switch[hreflang]), page.path


def test_links_stay_in_the_language(crawled: Crawled) -> None:
    """Except for the switch between them, which says so by `hreflang`."""
    strayed = {
        (page.path, link.get("href"))
        for page in crawled.pages
        for link in page.all("//a[@href]")
        if link.get("hreflang") is None
        and (path := crawled.site.path(link.get("href"))) is not None
        and path.split("/")[1] in {"en", "da"} - {page.language}
    }
    assert {each for each in strayed if each[0].split("/")[1] in ("en", "da")} == set()


# --- One page among others -----------------------------------------------------------------------


def test_titles_and_descriptions_tell_pages_apart(crawled: Crawled) -> None:
    """Within a language: a person has one name in both. A list is described on its first page."""
    told = defaultdict(list)
    for page in crawled.found:
        if page.is_for_search_engines and "?" not in page.path:
            told[page.language, page.one("/html/head/title/text()")].append(page.path)
            if not FURTHER.search(page.path):
                description = page.one("//meta[@name='description']/@content")
                told[page.language, description].append(page.path)
    assert {text: paths for text, paths in told.items() if len(paths) > 1 or not text[1]} == {}


def test_pages_have_one_headline_and_headings_in_order(crawled: Crawled) -> None:
    for page in crawled.pages:
        levels = [int(heading.tag[1]) for heading in page.all("//h1|//h2|//h3|//h4|//h5|//h6")]
        assert levels.count(1) == 1, page.path
        steps = [(a, b) for a, b in zip(levels, levels[1:], strict=False) if b > a + 1]
        assert steps == [], page.path


def test_errors_are_errors_without_a_canonical(crawled: Crawled) -> None:
    for page in crawled.pages:
        if page.status != 200:
            assert (page.canonical, alternates(page), page.is_for_search_engines) == ("", {}, False)


def test_a_form_that_is_sent_with_words_is_answered(crawled: Crawled) -> None:
    """Every form is one that fetches; what it fetches exists, whatever stands in it."""
    forms = {
        (page.path, form.get("action") or page.path, form.xpath("string(.//input[@name]/@name)"))
        for page in crawled.found
        for form in page.all("//form")
        if form.get("method", "get").lower() == "get"
    }
    for where, action, name in {(page.split("/")[1], to, name) for page, to, name in forms}:
        for words in ("", "a", "%C3%A6%22%27%3C%3E", "%00", "x" * 400):
            answer = ask(crawled.site, f"{crawled.site.path(action)}?{name}={words}")
            assert answer.status in (200, 301, 302, 400), (where, action, words)
