"""Which paragraph is what: a small weighted state machine over the items of a manuscript.

Each layout that desks use (credit below the heading, above it, below the text) is a table of
steps with their costs. The cheapest path through the cheapest layout is the reading, so
one odd slide does not upset the others, and a reader can see from the tables what is
believed. Costs are small numbers by ear: 0 as expected, 3 odd, 5 something is missing,
9 hardly ever.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.importing.costs import COSTS, NEVER, Known, State
from articles.importing.items import Item

S = State
Steps = dict[tuple[State, State], float]


@dataclass(frozen=True)
class Layout:
    """Steps with costs; a step in `opens` begins a new slide; `ends` are costs of stopping."""

    steps: Steps
    opens: frozenset[tuple[State, State]]
    ends: dict[State, float]
    cost: float = 0


@dataclass(frozen=True)
class Placed:
    """An item with its state; `opens` where it begins a slide."""

    item: Item
    state: State
    opens: bool


FRONT = (S.HEADLINE, S.LEAD_CREDIT, S.STANDFIRST)
IN_SLIDE = (S.HEADING, S.CAPTION, S.CREDIT, S.BELOW, S.BODY)


def read(items: Sequence[Item], known: Known) -> list[Placed]:
    """Return every item with what it is; empty if no slides can be found."""
    paths = [_cheapest(items, layout, known) for layout in layouts(known)]
    cost, path = min(paths, key=lambda each: each[0], default=(NEVER, []))
    return path if cost < NEVER else []


def layouts(known: Known) -> list[Layout]:
    """Return the layouts to try. The first of equals wins."""
    missing = 1.5 if known.credits else 0.0  # a slide without a credit among others
    front = _front(known)
    below_heading = _layout(
        front,
        {
            **_from_front(S.HEADING, known),
            **_from_front(S.CREDIT, known, extra=5),
            (S.HEADING, S.CREDIT): 0,
            (S.HEADING, S.CAPTION): 0,
            (S.CAPTION, S.CAPTION): 1,
            (S.CAPTION, S.CREDIT): 0,
            (S.HEADING, S.BODY): missing,
            (S.CREDIT, S.BODY): 0,
            (S.BODY, S.HEADING): 0,
            (S.CREDIT, S.HEADING): 5,
            (S.BELOW, S.HEADING): 5,
            (S.BODY, S.CREDIT): 5,
        },
        opened_by={S.HEADING: FRONT + IN_SLIDE, S.CREDIT: (*FRONT, S.BODY)},
        ends={S.BODY: 0, S.CREDIT: 5, S.BELOW: 5, S.HEADING: 8},
    )
    above_heading = _layout(
        front,
        {
            **_from_front(S.CREDIT, known),
            **_from_front(S.CAPTION, known, extra=1),
            **_from_front(S.HEADING, known, extra=missing),
            (S.CAPTION, S.CREDIT): 0,
            (S.CREDIT, S.HEADING): 0,
            (S.BELOW, S.HEADING): 0,
            (S.CREDIT, S.BODY): 5,
            (S.HEADING, S.BODY): 0,
            (S.BODY, S.CREDIT): 0,
            (S.BODY, S.CAPTION): 1,
            (S.BODY, S.HEADING): missing,
            (S.HEADING, S.CREDIT): 5,
        },
        opened_by={
            S.CREDIT: (*FRONT, S.BODY, S.HEADING),
            S.CAPTION: (*FRONT, S.BODY),
            S.HEADING: (*FRONT, S.BODY, S.HEADING),
        },
        ends={S.BODY: 0, S.HEADING: 5},
    )
    below_text = _layout(
        front,
        {
            **_from_front(S.HEADING, known),
            (S.HEADING, S.BODY): 0,
            (S.BODY, S.CREDIT): 0,
            (S.BODY, S.CAPTION): 1,
            (S.CAPTION, S.CREDIT): 0,
            (S.CREDIT, S.HEADING): 0,
            (S.BELOW, S.HEADING): 0,
            (S.BODY, S.HEADING): missing,
            (S.HEADING, S.CREDIT): 4,
            (S.CREDIT, S.BODY): 5,
        },
        opened_by={S.HEADING: FRONT + IN_SLIDE},
        ends={S.CREDIT: 0, S.BELOW: 0, S.BODY: missing, S.HEADING: 8},
    )
    anywhere = _layout(
        front,
        {
            **_from_front(S.HEADING, known),
            (S.HEADING, S.BODY): 0,
            (S.HEADING, S.CREDIT): 0,
            (S.HEADING, S.CAPTION): 0,
            (S.CAPTION, S.CREDIT): 0,
            (S.CREDIT, S.BODY): 0,
            (S.BODY, S.CREDIT): 0.5,
            (S.BODY, S.CAPTION): 1,
            (S.BODY, S.HEADING): 0,
            (S.CREDIT, S.HEADING): 0,
            (S.BELOW, S.HEADING): 0,
        },
        opened_by={S.HEADING: FRONT + IN_SLIDE},
        ends={S.BODY: 0, S.CREDIT: 0, S.BELOW: 0, S.HEADING: 8},
        cost=1,
    )
    found = [below_heading, above_heading, below_text]
    return [*found, anywhere] if known.headings else found


def _front(known: Known) -> Steps:
    steps: Steps = {
        (S.HEADLINE, S.LEAD_CREDIT): 2,
        (S.STANDFIRST, S.LEAD_CREDIT): 4,
        (S.LEAD_CREDIT, S.STANDFIRST): 0,
        (S.HEADLINE, S.STANDFIRST): 3 if known.standfirst else 0,
        (S.STANDFIRST, S.STANDFIRST): 3,
    }
    if known.headline:
        steps[S.START, S.STANDFIRST] = 3 if known.standfirst else 0
        steps[S.START, S.LEAD_CREDIT] = 2
    else:
        steps |= {(S.START, S.KICKER): 0, (S.KICKER, S.KICKER): 0.5, (S.KICKER, S.HEADLINE): 0}
        steps[S.START, S.HEADLINE] = 0
    return steps


def _from_front(state: State, known: Known, *, extra: float = 0) -> Steps:
    """Steps from the front into the first slide; a missing standfirst or headline costs."""
    bare = 0 if known.standfirst else 3
    return {
        (S.START, state): extra + (bare if known.headline else 12),
        (S.HEADLINE, state): extra + bare,
        (S.LEAD_CREDIT, state): extra + bare,
        (S.STANDFIRST, state): extra,
    }


def _layout(
    front: Steps,
    steps: Steps,
    *,
    opened_by: dict[State, Iterable[State]],
    ends: dict[State, float],
    cost: float = 0,
) -> Layout:
    everywhere: Steps = {
        (S.BODY, S.BODY): 0,
        (S.CREDIT, S.CREDIT): 3,
        (S.CREDIT, S.BELOW): 1,
        (S.BELOW, S.BODY): 0,
        (S.HEADING, S.HEADING): 8,
    }
    opens = {(source, state) for state, sources in opened_by.items() for source in sources}
    opens |= {(S.START, state) for state in opened_by}
    return Layout({**everywhere, **front, **steps}, frozenset(opens), ends, cost)


def _cheapest(items: Sequence[Item], layout: Layout, known: Known) -> tuple[float, list[Placed]]:
    """Viterbi's algorithm: the cheapest way to each state after each item."""
    into: dict[State, list[tuple[State, float]]] = {}
    for (source, state), cost in layout.steps.items():
        into.setdefault(state, []).append((source, cost))
    costs = {S.START: layout.cost}
    trail: list[dict[State, State]] = []
    for index in range(len(items)):
        ways: dict[State, tuple[float, State]] = {}
        for state, sources in into.items():
            fit = COSTS[state](items, index, known)
            if fit == NEVER:
                continue
            reached = [(costs[s] + step + fit, s) for s, step in sources if s in costs]
            if reached:
                ways[state] = min(reached, key=lambda way: way[0])
        costs = {state: cost for state, (cost, _) in ways.items()}
        trail.append({state: source for state, (_, source) in ways.items()})
    ends = [(costs[s] + end, s) for s, end in layout.ends.items() if s in costs]
    if not ends:
        return NEVER, []
    cost, state = min(ends, key=lambda end: end[0])
    return cost, _walk_back(items, layout, trail, state)


def _walk_back(
    items: Sequence[Item], layout: Layout, trail: list[dict[State, State]], state: State
) -> list[Placed]:
    placed = []
    for item, sources in zip(reversed(items), reversed(trail), strict=True):
        source = sources[state]
        placed.append(Placed(item, state, (source, state) in layout.opens))
        state = source
    return placed[::-1]
