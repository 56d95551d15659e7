"""Reading the library's page, as somebody sees it."""

from tests.desk.desk import Desk, Page

LIBRARY = "/admin/articles/photo/"


def library(desk: Desk, query: str = "", *, form: str = "changelist-form") -> Page:
    return desk.open(f"{LIBRARY}?{query}" if query else LIBRARY, form=form)


def titles(page: Page) -> list[str]:
    """In the order in which they stand."""
    return page.root.texts("li.pcard a.cap")


def found(desk: Desk, query: str) -> list[str]:
    return sorted(each.removeprefix("dansk ") for each in titles(library(desk, query)))


def numbers(page: Page) -> dict[str, str]:
    """What stands beside each filter, by its words; "" where nothing does."""
    return {
        label.one("span").text
        if len(label.all("span")) == 1
        else label.all("span")[0].text: "".join(label.texts("span.n"))
        for label in page.root.all("label.opt")
    }


def state(page: Page) -> dict[str, str]:
    """What each card says of its photo, by title."""
    return {
        card.one("a.cap").text: card.all("div.meta")[1].text for card in page.root.all("li.pcard")
    }
