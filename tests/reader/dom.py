"""A page as a tree, and as much of CSS's selectors as the tests of pages need."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)
_SIMPLE = re.compile(r"(?P<tag>[a-z0-9]*)(?P<classes>(?:\.[\w-]+)*)(?P<attributes>(?:\[[^\]]+\])*)")


@dataclass
class Node:
    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        return self.attributes[name]

    @property
    def text(self) -> str:
        """All words inside, single-spaced."""
        return " ".join("".join(self._words()).split())

    def everything(self) -> list["Node"]:
        return [node for node, _ in self._walk(())]

    def all(self, selector: str) -> list["Node"]:
        """Every node that `selector` means: descendants of `tag.class[attribute="value"]`."""
        *outer, last = selector.split()
        return [
            node
            for node, above in self._walk(())
            if _matches(node, last) and _lies_in(above, outer)
        ]

    def one(self, selector: str) -> "Node":
        found = self.all(selector)
        assert len(found) == 1, f"{selector}: {len(found)} found"
        return found[0]

    def texts(self, selector: str) -> list[str]:
        return [node.text for node in self.all(selector)]

    def values(self, selector: str, attribute: str) -> list[str]:
        return [node[attribute] for node in self.all(selector)]

    def _words(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child._words()

    def _walk(self, above: tuple["Node", ...]) -> Iterator[tuple["Node", tuple["Node", ...]]]:
        for child in self.children:
            if isinstance(child, Node):
                yield child, above
                yield from child._walk((*above, child))


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Node("")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in _VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse(html: str) -> Node:
    """The tree of `html`; elements that are not closed in order fail the test."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    assert builder.open == [builder.root], [node.tag for node in builder.open]
    return builder.root


def _matches(node: Node, simple: str) -> bool:
    match = _SIMPLE.fullmatch(simple)
    assert match, simple
    classes = node.attributes.get("class", "").split()
    return (
        (not match["tag"] or match["tag"] == node.tag)
        and all(name in classes for name in match["classes"].split(".")[1:])
        and all(_has(node, each) for each in re.findall(r"\[([^\]]+)\]", match["attributes"]))
    )


def _has(node: Node, condition: str) -> bool:
    name, equals, value = condition.partition("=")
    if not equals:
        return name in node.attributes
    value = value.strip('"')
    if name.endswith("^"):
        return node.attributes.get(name[:-1], "").startswith(value)
    return node.attributes.get(name) == value


def _lies_in(above: tuple[Node, ...], outer: list[str]) -> bool:
    rest = list(outer)
    for node in reversed(above):
        if rest and _matches(node, rest[-1]):
            rest.pop()
    return not rest
