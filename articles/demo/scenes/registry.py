"""Which scenes there are, and how one is drawn: `draw("dawn")` gives the picture."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from PIL import Image

LANDSCAPE = (1600, 1067)
PORTRAIT = (1200, 1500)

Painter: TypeAlias = Callable[[int, int], Image.Image]


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture that code can draw; `paint(w, h)` returns it in RGB at that size in pixels."""

    name: str
    paint: Painter
    tall: bool = False

    @property
    def size(self) -> tuple[int, int]:
        return PORTRAIT if self.tall else LANDSCAPE


SCENES: dict[str, Scene] = {}


def scene(name: str, *, tall: bool = False) -> Callable[[Painter], Painter]:
    """Decorator: register a painter under a name; a name is taken once only."""

    def register(paint: Painter) -> Painter:
        if name in SCENES:
            raise ValueError(f"two scenes are called {name!r}")
        SCENES[name] = Scene(name, paint, tall)
        return paint

    return register


def draw(name: str) -> Image.Image:
    """The scene at its own size; raises KeyError for an unknown name."""
    chosen = SCENES[name]
    return chosen.paint(*chosen.size)
