"""What the identification of languages finds on our own lines, and what it costs.

`python -m bench.language` measures; `--missed` lists the lines that it fails on; `--learn` writes
articles/text/vocabulary/letters.txt anew, after a change of the lists there; `--files da=lines.txt`
measures lines of your own instead.
"""

import argparse
import hashlib
import math
import random
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from articles.text import lexicon
from articles.text.languages import LANGUAGES, other
from articles.text.strays import strays

# Those of held.*.txt were never tuned to.
LINES: Final = Path(__file__).resolve().parent.parent / "tests" / "text" / "tongues"
LETTERS: Final = lexicon.VOCABULARY / "letters.txt"

# --- Learning ------------------------------------------------------------------------------------

_ROUNDS: Final = 12
_RATE: Final = 0.08
_FADE: Final = 1e-6  # of every weight, in each round: rare runs are not to say much
_RARE: Final = 2  # runs in fewer words say nothing
_FAINT: Final = 0.05


def taught() -> list[tuple[str, float]]:
    """Words, each with how English it is: 1, 0 or, of both languages, a half."""
    own = {
        each: {*lexicon.section(each, "small"), *lexicon.section(each, "common")}
        for each in LANGUAGES
    }
    words = [(word, 1.0) for word in sorted(own["en"] - own["da"])]
    words += [(word, 0.0) for word in sorted(own["da"] - own["en"])]
    return words + [(word, 0.5) for word in sorted(lexicon.section("da", "shared"))]


def learn() -> dict[str, int]:
    """Logistic regression by gradient descent: what each run of letters says, in hundredths."""
    words = [(lexicon.grams(word), english) for word, english in taught()]
    often = Counter(run for runs, _english in words for run in set(runs))
    words = [([run for run in runs if often[run] >= _RARE], english) for runs, english in words]
    weights: dict[str, float] = defaultdict(float)
    order = random.Random(3)  # noqa: S311 - the same order each time, so the same weights
    for number in range(_ROUNDS):
        order.shuffle(words)
        rate = _RATE / (1 + 0.3 * number)
        for runs, english in words:
            said = sum(weights[run] for run in runs)
            error = english - 1 / (1 + math.exp(-max(-30.0, min(30.0, said))))
            for run in runs:
                weights[run] += rate * error
        for run in weights:
            weights[run] *= 1 - _FADE * len(words) * rate
    return {run: round(100 * said) for run, said in weights.items() if abs(said) > _FAINT}


def digest() -> str:
    """Of what letters.txt was learned from: the tests see whether it is out of date."""
    return hashlib.sha256(repr(taught()).encode()).hexdigest()[:16]


def written(table: dict[str, int]) -> str:
    by_weight: dict[int, list[str]] = defaultdict(list)
    for run in sorted(table):
        by_weight[table[run]].append(run)
    lines = [f"{weight} {' '.join(by_weight[weight])}" for weight in sorted(by_weight)]
    head = f"# What letters say, by `python -m bench.language --learn`, of the lists {digest()}."
    return "\n".join([head, *lines]) + "\n"


# --- Measuring -----------------------------------------------------------------------------------


def lengths(line: str) -> Iterator[str]:
    """The rows of the table that a line counts in."""
    words = sum(any(map(str.isalnum, word)) for word in line.split())
    if words < 6:
        yield "1-5"
    else:
        yield "6-8" if words < 9 else "9-12" if words < 13 else "13-"
        yield "6-"


def table(lines: Iterable[tuple[str, str]], missed: list[str]) -> Iterator[str]:
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for language, line in lines:
        wrong = strays(line, other(language))
        right = strays(line, language)
        is_blocked = any(each.is_sure for each in right)
        for row in lengths(line):
            counts[language, row].update(
                lines=1,
                found=bool(wrong),
                sure=any(each.is_sure for each in wrong),
                blocked=is_blocked,
                warned=bool(right) and not is_blocked,
            )
        if right:
            missed.append(f"{'blocked' if is_blocked else 'warned'}\t{language}\t{line}")
        if not wrong and "6-" in lengths(line):
            missed.append(f"not found\t{language}\t{line}")
    yield "in the other language, they are       in their own, they are"
    yield "words     lines    found  blocked     blocked wrongly  warned wrongly"
    for (language, row), each in sorted(counts.items()):
        share = {name: 100 * each[name] / each["lines"] for name in each}
        yield (
            f"{language} {row:5} {each['lines']:6} {share['found']:7.2f}% {share['sure']:7.2f}%"
            f"     {each['blocked']:6} {share['blocked']:6.2f}%  {each['warned']:6} {share['warned']:6.2f}%"
        )


def read_lines(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


_COLD: Final = """
import time
from articles.text import languages, sanitise
began = time.perf_counter()
from articles.text.strays import strays
strays("Kystvagten fandt båden tom tidligt om morgenen.", "da")
print(f"{1000 * (time.perf_counter() - began):.1f}")
"""


def cold() -> float:
    """Milliseconds of the first text in a process, loading what identification needs."""
    ran = [
        subprocess.run([sys.executable, "-c", _COLD], check=True, capture_output=True, text=True)
        for _ in range(5)
    ]
    return min(float(each.stdout) for each in ran)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.language", description=__doc__)
    parser.add_argument("--learn", action="store_true", help="write letters.txt anew")
    parser.add_argument("--missed", action="store_true", help="list the lines it fails on")
    parser.add_argument("--files", nargs="+", default=[], metavar="LANGUAGE=FILE")
    options = parser.parse_args()
    if options.learn:
        LETTERS.write_text(written(learn()), encoding="utf-8")
        return
    files = [each.partition("=")[::2] for each in options.files]
    missed: list[str] = []
    for name in [""] if files else ["", "held."]:
        chosen = files or [(each, str(LINES / f"{name}{each}.txt")) for each in LANGUAGES]
        lines = [(language, line) for language, path in chosen for line in read_lines(Path(path))]
        sys.stdout.write("\nlines that nothing was tuned to\n" if name else "")
        for line in table(lines, missed):
            sys.stdout.write(f"{line}\n")
    sys.stdout.write(f"\nfirst text in a process: {cold():.1f} ms\n")
    if options.missed:
        sys.stdout.write("\n".join(["", *missed, ""]))


if __name__ == "__main__":
    main()
