"""Roofs of an old town at dawn, near ones tile by tile, far ones in haze."""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from PIL import Image, ImageDraw

from .canvas import (
    Area,
    Picture,
    Plane,
    area,
    blend,
    bump,
    fbm,
    finish,
    grid,
    mask,
    over,
    ramp,
    rng,
    shine,
    tone,
)
from .registry import scene
from .texture import chance, enlarged


@scene("rooftops")
def rooftops(w: int, h: int) -> Image.Image:
    """Tiled roofs and chimneys at dawn, row behind row in the haze."""
    rgb = enlarged(_far_roofs(w // 2, h // 2), w, h)
    low = int(h * 0.63)  # the near roof, and nothing of it above this row
    rgb[low:] = _near_roof(rgb[low:], w, h, low)
    for left, wide, top in ((0.640, 0.070, 0.455), (0.115, 0.046, 0.590)):
        there = area(w, h, left - 0.03, top - 0.08, left + wide + 0.09, 0.82)
        rgb[there] = _flue(rgb[there], w, h, there, left, wide, top)
    there = area(w, h, 0.55, 0.0, 0.95, 0.45)
    rgb[there] = _smoke(rgb[there], w, h, there)
    x, y = grid(w, h)
    rgb = shine(rgb, bump(x, y, 0.95, 0.42, 0.5, 0.4), "#ffc98a", 0.16)
    return finish(rgb, 1041, 0.022, 0.28)


def _far_roofs(w: int, h: int) -> Picture:
    """Sky, spire and four rows of houses in morning haze, softly out of focus."""
    x, y = grid(w, h)
    cloud = fbm(w, h, 2.5, 9, 1041, 5, 0.52)
    lum = 0.40 + 0.46 * (y / 0.46).clip(0, 1) + (cloud - 0.5) * 0.40
    lum += 0.22 * bump(x, y, 0.86, 0.44, 0.4, 0.22)
    rgb = tone(lum, *DAWN)
    rgb = over(rgb, mask(w, h, _spire, 0.6) * 0.55, "#7f7f96")
    rows = fbm(w, h, 160, 30, 1043, 3) - 0.5
    for k, (base, size, haze) in enumerate(
        ((0.485, 0.050, 0.76), (0.53, 0.070, 0.60), (0.60, 0.100, 0.40), (0.70, 0.140, 0.20))
    ):
        rgb = _houses(rgb, w, h, y, rows, base, size, 1047 + 3 * k)
        rgb = over(rgb, ramp(y, base - 2.0 * size, base + 0.3 * size) * haze, "#dcb9ae")
    return rgb


DAWN = (
    (0, "#5d6f97"),
    (0.3, "#8f96b4"),
    (0.55, "#cdb4bb"),
    (0.75, "#f4cdab"),
    (0.92, "#fde9c8"),
    (1, "#fff6e2"),
)


ROOF = ((0, "#2a1714"), (0.25, "#5f2f24"), (0.5, "#a65238"), (0.75, "#de8d5e"), (1, "#ffd9a6"))


def _spire(d: ImageDraw.ImageDraw, w: int, h: int) -> None:
    """A church tower, far off."""
    d.rectangle([w * 0.278, h * 0.355, w * 0.312, h * 0.52], fill=255)
    d.polygon(
        [
            (w * 0.276, h * 0.357),
            (w * 0.288, h * 0.315),
            (w * 0.295, h * 0.175),
            (w * 0.302, h * 0.315),
            (w * 0.314, h * 0.357),
        ],
        fill=255,
    )


House: TypeAlias = tuple[float, float, float, float, bool]  # left, right, eave, ridge, gable?


def _row(base: float, size: float, seed: int) -> list[House]:
    """Houses side by side; a third of them turn their gable to us."""
    r = rng(seed)
    row: list[House] = []
    left = -0.08
    while left < 1.02:
        gable = bool(r.random() < 0.34)
        wide = size * (0.62 + 0.25 * r.random()) if gable else size * (0.9 + 1.3 * r.random())
        eave = base + size * (r.random() - 0.5) * 0.5
        ridge = eave - size * (0.85 if gable else 0.62 + 0.25 * r.random())
        row.append((left, left + wide, eave, ridge, gable))
        left += wide * (0.99 + 0.10 * r.random())
    return row


def _walls(d: ImageDraw.ImageDraw, w: int, h: int, row: list[House]) -> None:
    for left, right, eave, ridge, gable in row:
        d.rectangle([w * left, h * eave, w * right, h], fill=255)
        if gable:
            d.polygon(
                [(w * left, h * eave), (w * (left + right) / 2, h * ridge), (w * right, h * eave)],
                fill=255,
            )


def _roofs(d: ImageDraw.ImageDraw, w: int, h: int, row: list[House]) -> None:
    """Roofs seen from the eave are planes; of gabled houses only the verge shows."""
    for i, (left, right, eave, ridge, gable) in enumerate(row):
        if gable:
            top = (w * (left + right) / 2, h * ridge)
            thick = max(2, round(h * (eave - ridge) * 0.05))
            d.line([(w * left, h * eave), top], fill=110, width=thick)
            d.line([top, (w * right, h * eave)], fill=255, width=thick)
        else:
            d.rectangle([w * left, h * ridge, w * right, h * eave], fill=140 + 45 * (i * 7 % 4 % 3))


def _panes(d: ImageDraw.ImageDraw, w: int, h: int, row: list[House]) -> None:
    for left, right, eave, ridge, gable in row:
        step = (eave - ridge) * 0.5
        n = max(2, round((right - left) / step / 0.62))
        for k in range(n):
            px = left + (right - left) * (k + 0.5) / n
            for floor in (0.35, 1.45) if not gable else (-0.55, 0.45, 1.45):
                if floor < 0 and abs(k + 0.5 - n / 2) > 0.6:
                    continue
                py = eave + step * floor
                d.rectangle(
                    [
                        w * (px - step * 0.14),
                        h * py,
                        w * (px + step * 0.14),
                        h * (py + step * 0.55),
                    ],
                    fill=255,
                )


def _stacks(d: ImageDraw.ImageDraw, w: int, h: int, row: list[House], from_: float = 0.0) -> None:
    """Chimneys astride the ridges; `from_` 0.66 draws their sunlit sides only."""
    for i, (left, right, eave, ridge, gable) in enumerate(row):
        size = eave - ridge
        for place in (0.5,) if gable else (0.12 + 0.2 * (i % 3), 0.82)[: 1 + i % 2]:
            px, half = left + (right - left) * place, size * 0.075
            corner = (
                w * (px - half + 2 * half * from_),
                h * (ridge - size * (0.20 + 0.06 * (i % 3))),
            )
            d.rectangle([*corner, w * (px + half), h * (ridge + size * 0.16)], fill=255)


def _houses(
    rgb: Picture, w: int, h: int, y: Plane, grit: Plane, base: float, size: float, seed: int
) -> Picture:
    """One row of houses across the picture, lit from the right."""
    row = _row(base, size, seed)

    def part(draw: Callable[..., None], *more: float) -> Plane:
        return mask(w, h, lambda d, wide, high: draw(d, wide, high, row, *more))

    lum = 0.48 + 0.22 * grit - 0.9 * (y - base)
    wall = tone(lum, (0, "#2e2a33"), (0.4, "#7d6d6b"), (0.7, "#c0a590"), (1, "#efd9bb"))
    rgb = over(rgb, part(_stacks), "#4d3634")
    rgb = over(rgb, part(_stacks, 0.66) * 0.85, "#e2a276")
    rgb = blend(rgb, part(_walls), wall)
    rgb = over(rgb, part(_panes) * 0.75, "#34333f")
    roof = part(_roofs)
    courses = 0.035 * np.sin(y * (11.0 / size) * 6.28)
    lum = 0.64 * roof + courses + 0.30 * grit - 0.05
    return blend(rgb, ramp(roof, 0.15, 0.42), tone(lum, *ROOF))


def _near_roof(rgb: Picture, w: int, h: int, low: int) -> Picture:
    """The roof before us, from row `low` on: pantiles in courses, a ridge, lichen."""
    x, y = (plane[low:] for plane in grid(w, h))
    size = w, h - low
    ridge = 0.745 - 0.075 * x
    down = (y - ridge) / (0.30 + 0.06 * x)  # down the slope, 0 at the ridge
    cols = (x + 0.17 * down * (x - 1.3)) * 58
    rows = (1 - 1 / (1 + 1.1 * down.clip(-0.3))) * 27
    step, roll = rows % 1, cols % 1
    each = chance(1061, rows, cols)
    lichen = fbm(*size, 30, 9, 1063, 5, 0.6)
    grit = fbm(*size, 220, 56, 1067, 2) - 0.5
    lum = 0.40 + 0.17 * np.sin((roll - 0.10) * 2 * np.pi) + 0.16 * (each - 0.5) + 0.14 * grit
    lum -= 0.30 * np.exp(-(((step - 0.03) / 0.07) ** 2)) + 0.10 * step
    lum += 0.16 * x - 0.10 * down + 0.20 * np.exp(-((down / 0.05) ** 2))
    tiles = tone(lum, *ROOF)
    lum = 0.6 * lum + 0.2 * lichen
    growth = tone(lum, (0, "#1d1a15"), (0.5, "#6f6a4c"), (1, "#c9bd8b"))
    tiles = blend(tiles, ramp(lichen, 0.60, 0.74) * 0.6, growth)
    rgb = blend(rgb, ramp(down, -0.004, 0.004), tiles)
    cap = np.exp(-(((down + 0.012 - 0.006 * np.abs(np.sin(x * 62))) / 0.020) ** 4))
    return blend(rgb, cap, tone(0.54 + 0.2 * x + 0.25 * grit - 3.2 * (down + 0.01), *ROOF))


def _smoke(rgb: Picture, w: int, h: int, there: Area) -> Picture:
    x, y = (plane[there] for plane in grid(w, h))
    torn = fbm(x.shape[1], x.shape[0], 9, 9, 1071, 5, 0.6)
    plume = bump(x + 0.20 * (0.45 - y) + 0.10 * (torn - 0.5), y, 0.672, 0.40, 0.035, 0.13)
    return over(rgb, plume * ramp(y, 0.440, 0.40) * (0.25 + torn) * 0.40, "#fbe6d2")


def _flue(
    rgb: Picture, w: int, h: int, there: Area, left: float, wide: float, top: float
) -> Picture:
    """A chimney of brick with a crown and two pots, sunlit on its right side."""
    x, y = (plane[there] for plane in grid(w, h))
    grit = fbm(x.shape[1], x.shape[0], 60, 90, 1073, 2) - 0.5
    foot = 0.775 - 0.075 * left
    edge = left + wide * 0.66
    crown = 0.10 * wide * ((y < top + 0.030) | (np.abs(y - top - 0.052) < 0.006))
    inside = ramp(np.abs(x - left - wide / 2) - wide / 2 - crown, 0, -0.0008)
    slope = 0.35 * (x - left - wide * 0.3).clip(0) * (x > edge)  # it stands on a slope
    inside *= ramp(y, top, top + 0.0012) * ramp(y - foot + slope, 0.001, -0.001)
    course = (y - top) * 92
    brick = (x - left) / wide * 6 + 0.5 * (np.floor(course) % 2)
    joint = np.maximum(
        ramp(np.abs(course % 1 - 0.5), 0.34, 0.46), ramp(np.abs(brick % 1 - 0.5), 0.40, 0.48)
    )
    lum = 0.26 + 0.36 * (x > edge + crown) + 0.20 * (chance(1069, course, brick) - 0.5)
    lum += 0.25 * grit + 0.06 * joint - 0.12 * ramp(y, foot - 0.06, foot)
    lum -= 0.20 * np.exp(-(((y - top - 0.034) / 0.005) ** 2))
    rgb = blend(rgb, inside, tone(lum, *ROOF))
    for k in range(2):
        middle = left + wide * (0.30 + 0.42 * k)
        half = wide * 0.15 * (1 + 0.25 * ramp(y, top - 0.048, top - 0.058))
        pot = ramp(np.abs(x - middle) - half, 0.0005, -0.0005)
        pot *= ramp(y, top - 0.058, top - 0.0565) * ramp(y, top + 0.002, top)
        round_ = ((x - middle) / half).clip(-1, 1)
        rgb = blend(rgb, pot, tone(0.42 + 0.30 * round_ - 0.16 * round_**2 + 0.2 * grit, *ROOF))
    return rgb
