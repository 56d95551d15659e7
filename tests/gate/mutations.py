"""Whether the tests of the gate notice when a rule is gone: `python -m tests.gate.mutations`.

In a copy of the project, one after the other, each rule is taken off the register, and each finding
that a rule's function gives is left out; with --conditions, each `if` is taken as always and as never
true instead. After each the tests of the gate run, those of the module first. What survives is listed:
a test is missing, or the line is not needed. Exit code 1: a rule or a finding survived.
"""

import ast
import shutil
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from articles.gate.registry import MODULES

ROOT: Final = Path(__file__).parents[2]
MAKERS: Final = frozenset({"rule", "text_rule", "photo_rule"})


@dataclass(frozen=True, slots=True)
class Mutation:
    """Lines `first` to `last` of a module of the gate become `text`."""

    kind: str
    module: str
    first: int
    last: int
    text: str
    told: str

    def applied(self, source: str) -> str:
        lines = source.splitlines(keepends=True)
        return "".join([*lines[: self.first - 1], self.text + "\n", *lines[self.last :]])


def mutations(module: str, source: str, *, conditions: bool = False) -> Iterator[Mutation]:
    for node in ast.walk(ast.parse(source)):
        if conditions:
            if isinstance(node, ast.If):
                yield from _conditions(module, source, node)
        elif isinstance(node, ast.FunctionDef):
            for maker in node.decorator_list:
                if isinstance(maker, ast.Call) and getattr(maker.func, "id", "") in MAKERS:
                    yield _mutation("rule", module, maker, "", node.name)
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Yield | ast.YieldFrom):
            yield _mutation("finding", module, node, "pass", ast.unparse(node))


def _conditions(module: str, source: str, node: ast.If) -> Iterator[Mutation]:
    test = node.test
    for taken in ("True", "False"):
        text = _with_test(source, node, taken)
        last = test.end_lineno or test.lineno
        yield Mutation(f"if {taken}", module, test.lineno, last, text, ast.unparse(test))


def _with_test(source: str, node: ast.If, taken: str) -> str:
    """The lines of the condition with `taken` in its place."""
    lines = source.splitlines()
    first = lines[node.test.lineno - 1].encode()
    last = lines[(node.test.end_lineno or node.test.lineno) - 1].encode()
    head, tail = first[: node.test.col_offset], last[node.test.end_col_offset :]
    return head.decode() + taken + tail.decode()


def _mutation(kind: str, module: str, node: ast.expr | ast.stmt, text: str, told: str) -> Mutation:
    text = " " * node.col_offset + text if text else ""
    return Mutation(kind, module, node.lineno, node.end_lineno or node.lineno, text, told)


def is_noticed(copy: Path, module: str) -> bool:
    """Whether a test of the gate fails in the copy as it is."""
    own = Path("tests/gate", f"test_{module}.py")
    tests = (f"{own}", "tests/gate") if (copy / own).exists() else ("tests/gate",)
    return any(_fails(copy, each) for each in tests)


def _fails(copy: Path, tests: str) -> bool:
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", "-p", "no:cacheprovider"]
    return (
        subprocess.run([*command, tests], cwd=copy, capture_output=True, check=False).returncode
        != 0
    )


def survivors(copy: Path, found: list[Mutation]) -> Iterator[Mutation]:
    for number, each in enumerate(found, 1):
        path = copy / "articles" / "gate" / f"{each.module}.py"
        source = path.read_text()
        path.write_text(each.applied(source))
        noticed = is_noticed(copy, each.module)
        path.write_text(source)
        mark = "noticed " if noticed else "SURVIVED"
        told = f"{each.module}:{each.first} {each.kind}: {' '.join(each.told.split())[:80]}"
        say(f"{number}/{len(found)} {mark} {told}")
        if not noticed:
            yield each


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--conditions", action="store_true", help="each `if` instead")
    parser.add_argument("modules", nargs="*", default=MODULES, help="of articles/gate/")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place, "copy")
        left = shutil.ignore_patterns(".git", ".venv", "media", "node_modules", "__pycache__")
        shutil.copytree(ROOT, copy, ignore=left)
        (copy / "media").mkdir()
        if _fails(copy, "tests/gate"):
            say("The tests fail as it is.")
            return 2
        found = [
            each
            for module in asked.modules
            for each in mutations(
                module,
                (copy / "articles" / "gate" / f"{module}.py").read_text(),
                conditions=asked.conditions,
            )
        ]
        left_over = list(survivors(copy, found))
    say(f"{len(found)} tried, {len(found) - len(left_over)} noticed.")
    return int(bool(left_over) and not asked.conditions)


if __name__ == "__main__":
    sys.exit(main())
