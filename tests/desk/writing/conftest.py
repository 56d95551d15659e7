"""A page with two slides' fields and the scripts of writing, under the desk's own policy."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import ConsoleMessage, Page

from articles.desk.storyboard.words import words

SCRIPTS = "/static/desk/storyboard"


def rich(row: str, language: str, body: str = "") -> str:
    key = f"f-{row}-body_{language}"
    return (
        f'<div class="f f-body" data-field="body" data-language="{language}" data-kind="rich">'
        f'<div class="lab"><span class="l" id="l-{key}">Text</span></div>'
        f'<textarea id="{key}" name="{key}"></textarea>'
        f'<div class="rt" role="textbox" aria-multiline="true" aria-labelledby="l-{key}" '
        f'lang="{language}" spellcheck="true" data-empty="Write the text here.">{body}</div>'
        '<div class="notes"></div></div>'
    )


def line(row: str, field: str, language: str, value: str = "", *, limit: int = 0) -> str:
    key = f"f-{row or 'article'}-{field}_{language}"
    count = f'<span class="count" data-limit="{limit}"></span>' if limit else ""
    kind = "slug" if field == "slug" else "line"
    return (
        f'<div class="f f-{field}" data-field="{field}" data-language="{language}" '
        f'data-kind="{kind}"><div class="lab"><label for="{key}">{field.title()}</label>{count}'
        f'</div><textarea id="{key}" lang="{language}" rows="1" maxlength="200">{value}</textarea>'
        '<div class="notes"></div></div>'
    )


def leaf(language: str, *fields: str) -> str:
    return f'<div class="leaf {language}" role="group">{"".join(fields)}</div>'


def row(key: str, *leaves: str) -> str:
    return (
        f'<li class="row slide" data-kind="slide" data-row="{key}" id="slide-{key}">'
        f'<div class="row-grid">{"".join(leaves)}</div></li>'
    )


class Bench:
    """The page, and what its store would have been given."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def show(self, *rows: str, cover: str = "", **config: Any) -> None:
        """Puts `rows` on the page and starts the scripts."""
        told = {
            "words": words(),
            "values": {},
            "urls": {},
            "may": {"words": ["en", "da"]},
            **config,
        }
        self.page.evaluate(
            """async ([rows, config, scripts]) => {
                const sheet = (name) => new Promise((done) => {
                    const link = document.createElement("link");
                    Object.assign(link, { rel: "stylesheet", href: `${scripts}/${name}.css` });
                    link.addEventListener("load", done);
                    document.head.append(link);
                });
                await Promise.all(["parts", "keys", "board", "fields", "rows", "text"].map(sheet));
                document.documentElement.className = "scripted";
                document.body.className = "storyboard change-form";
                document.body.innerHTML = '<p id="say" role="status"></p>' +
                    '<script type="application/json" id="storyboard-config"></' + 'script>' +
                    `<div class="toasts"></div><div class="board" data-shown="both">${rows.cover}` +
                    `<ol class="slides" id="slides">${rows.slides}</ol></div>`;
                document.getElementById("storyboard-config").textContent = config;
                const page = await import(`${scripts}/page.js`);
                const fields = await import(`${scripts}/fields.js`);
                const writing = await import(`${scripts}/text/main.js`);
                const editor = await import(`${scripts}/text/editor.js`);
                const keys = await import(`${scripts}/keys.js`);
                const undo = await import(`${scripts}/undo.js`);
                await editor.load();
                window.fields = fields;
                window.heard = [];
                page.on("changed", ({ row, field, language, value }) =>
                    window.heard.push([row, field, language, value]));
                fields.startFields();
                for (const part of [keys, undo, writing]) part.start();
            }""",
            [{"cover": cover, "slides": "".join(rows)}, json.dumps(told), SCRIPTS],
        )

    def heard(self) -> Any:
        """The last change that the store was told of: [row, field, language, value]."""
        return self.page.evaluate("window.heard.at(-1) ?? null")

    def value(self, row: str, field: str, language: str) -> Any:
        find = "fields.read(fields.find(row, field, language))"
        return self.page.evaluate(f"([row, field, language]) => {find}", [row, field, language])

    def write(self, row: str, field: str, language: str, value: str) -> None:
        """A value from elsewhere."""
        self.page.evaluate(
            "([row, field, language, value]) =>"
            " fields.write(fields.find(row, field, language), value)",
            [row, field, language, value],
        )

    def call(self, module: str, function: str, argument: Any) -> Any:
        """What a function of one of the modules answers."""
        return self.page.evaluate(
            """async ([path, name, argument]) => {
                const module = await import(path);
                if (module.load) await module.load();
                return Array.isArray(argument)
                    ? argument.map((each) => module[name](each)) : module[name](argument);
            }""",
            [f"{SCRIPTS}/text/{module}.js", function, argument],
        )

    def paste(self, html: str, text: str = "") -> None:
        """Pastes into what has the focus."""
        self.page.evaluate(
            """([html, text]) => {
                const data = new DataTransfer();
                if (html) data.setData("text/html", html);
                data.setData("text/plain", text);
                const init = { clipboardData: data, bubbles: true, cancelable: true };
                document.activeElement.dispatchEvent(new ClipboardEvent("paste", init));
            }""",
            [html, text],
        )


@pytest.fixture
def complaints(page: Page) -> Iterator[list[str]]:
    """What the browser complains of: blocked by policy, errors of script."""
    said: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            said.append(message.text)

    page.on("console", note)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield said
    assert said == []


@pytest.fixture
def bench(page: Page, live_server: Any, complaints: list[str]) -> Bench:
    page.set_default_timeout(5_000)
    page.goto(f"{live_server.url}/admin/login/")
    return Bench(page)
