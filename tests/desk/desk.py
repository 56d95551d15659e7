"""The desk as a browser without script sees it: load a form, type into it, send it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.test import Client
from django.urls import reverse

from articles.models.article import Article, Slide
from articles.models.staff import User
from tests.reader.dom import Node, parse

Values = dict[str, Any]


@dataclass
class Page:
    """A page with the values of its main form, as a browser would send them."""

    address: str
    status: int
    root: Node
    values: Values = field(default_factory=dict)

    def names(self, ending: str) -> list[str]:
        """Names of inputs that end so."""
        return [name for name in self.values if name.endswith(ending)]

    @property
    def errors(self) -> list[str]:
        return self.root.texts("ul.errorlist li")

    @property
    def notes(self) -> list[str]:
        """Messages and error notes on top."""
        return [*self.root.texts("ul.messagelist li"), *self.root.texts(".errornote")]


class Desk:
    """One person at the desk."""

    def __init__(self, person: User | None, *, language: str = "en") -> None:
        self.client = Client(headers={"accept-language": language})
        if person is not None:
            self.client.force_login(person)

    def open(self, address: str, *, form: str = "") -> Page:
        return self._page(address, self.client.get(address), form)

    def article(self, article: Article) -> Page:
        return self.open(change(article), form="article_form")

    def panel(self, article: Article) -> Page:
        return self.open(panel(article), form="publish_form")

    def send(self, page: Page, *, form: str = "", button: str = "_continue", **typed: Any) -> Page:
        """Post the page's values with what was typed; follows where it leads."""
        values = {**page.values, **typed}
        if button:
            values[button] = "1"
        data = {name: value for name, value in values.items() if value is not None}
        response = self.client.post(page.address, data, follow=True)
        address = response.redirect_chain[-1][0] if response.redirect_chain else page.address
        return self._page(address, response, form or "article_form")

    def _page(self, address: str, response: Any, form: str) -> Page:
        html = response.content.decode() if "html" in response.get("Content-Type", "") else ""
        root = parse(html)
        forms = root.all(f'form[id="{form}"]') if form else []
        values = dict(_values(forms[0])) if forms else {}
        return Page(address.partition("#")[0], response.status_code, root, values)


def _values(form: Node) -> Iterator[tuple[str, Any]]:
    """The successful controls of a form; of checkboxes and others with one name, a list."""
    lists: dict[str, list[str]] = {}
    plain: dict[str, list[str]] = {}
    for node in form.everything():
        given = node.attributes
        name, kind = given.get("name", ""), given.get("type", "text")
        if not name or "disabled" in given or "__prefix__" in name:
            continue
        if node.tag == "textarea":
            yield name, "".join(str(child) for child in node.children).removeprefix("\n")
        elif node.tag == "select":
            chosen = [each for each in node.all("option") if "selected" in each.attributes]
            options = chosen or node.all("option")[:1]
            yield name, options[0]["value"] if options else ""
        elif node.tag == "input" and kind in ("checkbox", "radio"):
            if "checked" in given:
                lists.setdefault(name, []).append(given.get("value", "on"))
        elif node.tag == "input" and kind not in ("submit", "button", "file"):
            plain.setdefault(name, []).append(given.get("value", ""))
    for name, values in plain.items():
        yield name, values if len(values) > 1 else values[0]
    yield from lists.items()


def change(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])


def panel(article: Article) -> str:
    return reverse("admin:articles_article_publish", args=[article.pk])


def said(row: models.Model, *columns: str) -> tuple[Any, ...]:
    """What the database has in these columns now."""
    row.refresh_from_db()
    return tuple(getattr(row, column) for column in columns)


def headings(article: Article) -> list[str]:
    return list(Slide.objects.filter(article=article).values_list("heading_en", flat=True))
