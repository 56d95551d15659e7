"""High above the town: harbour cranes at dusk, a brick chimney with a nest."""

import numpy as np
from PIL import Image, ImageDraw

from .canvas import (
    Area,
    Picture,
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
    shade,
    tone,
)
from .registry import scene
from .texture import Ribbon, beacons, bend, chance, ground, inks, lay, ribbons, swell

DUSK = (
    (0, "#161b33"),
    (0.25, "#39406a"),
    (0.45, "#7d6b8c"),
    (0.62, "#c98a82"),
    (0.8, "#f3b98a"),
    (1, "#ffe9c0"),
)


@scene("crane")
def crane(w: int, h: int) -> Image.Image:
    """Harbour cranes in silhouette at dusk, their quay mirrored in still water."""
    x, y = grid(w, h)
    hz = 0.74
    cloud = fbm(w, h, 2.5, 11, 1001, 5, 0.52)
    lum = 0.14 + 0.62 * (y / hz).clip(0, 1) ** 1.5 + (cloud - 0.5) * 0.34
    lum += 0.26 * bump(x, y, 0.22, hz, 0.42, 0.24)
    rgb = tone(lum, *DUSK)
    haze = (
        ("#8d6f80", 0.62, _far_quay, 2),
        ("#4d4258", 0.82, _middle_crane, 1),
        ("#17151f", 0.97, _near_crane, 0),
    )
    for code, strength, pen, blur in haze:
        rgb = over(rgb, mask(w, h, pen, blur) * strength, code)
        rgb = over(rgb, bump(x, y, 0.3, hz, 0.9, 0.05) * 0.22 * (blur > 0), "#e7a98b")
    top = int(h * hz)
    rows = h - top
    across, away = ground(w, rows, 0.5, 0.06)
    wave = swell(across, away, 1003, 3.2) - 0.5
    t = np.linspace(0, 1, rows, dtype=np.float32)[:, None]
    look = (
        top - 1 - (np.arange(rows)[:, None] * 2.3 + wave * 170 * (0.15 + t)).clip(0, top - 1)
    ).astype(np.int32)
    drift = (np.arange(w)[None, :] + wave * 46 * (0.2 + t)).clip(0, w - 1).astype(np.int32)
    mirror = rgb[look, drift]
    rgb[top:] = blend(
        mirror * 0.80, ramp(t + 0 * wave, 0.0, 1.0) * 0.45, tone(0.20 + wave * 0.8, *DUSK)
    )
    quay = np.array(
        [
            (0.335, 0.700),
            (0.585, 0.690),
            (0.612, 0.262),
            (0.742, 0.245),
            (0.905, 0.704),
            (0.12, 0.712),
        ]
    )
    rgb = beacons(rgb.astype(np.float32), quay, 4.0, "#ffe2a6", 1.0)
    rgb = beacons(rgb, quay, 20.0, "#ffb766", 0.30)
    return finish(rgb, 1001, 0.024, 0.35)


def _gantry(
    d: ImageDraw.ImageDraw, w: int, h: int, x: float, size: float, boom: float, fill: int
) -> None:
    """A container crane on four legs; `boom` is its angle above the level, in radians."""
    s, foot = h * size, h * 0.745
    left = w * x

    def beam(ax: float, ay: float, bx: float, by: float, thick: float) -> None:
        ends = [(left + ax * s, foot - ay * s), (left + bx * s, foot - by * s)]
        d.line(ends, fill=fill, width=max(1, round(thick * s)))

    for px in (0.0, 0.045, 0.30, 0.345):
        beam(px, 0, px * 0.92 + 0.015, 0.60, 0.016)
    for level in (0.13, 0.40, 0.60):
        beam(0.0, level, 0.345, level, 0.018)
    for low, high in ((0.13, 0.40), (0.40, 0.60)):
        beam(0.01, low, 0.33, high, 0.007)
        beam(0.33, low, 0.01, high, 0.007)
    apex = (0.20, 0.93)
    beam(0.04, 0.60, *apex, 0.014)
    beam(0.33, 0.60, *apex, 0.014)
    beam(-0.28, 0.615, 0.36, 0.615, 0.022)
    ex, ey = 0.34 + 0.72 * np.cos(boom), 0.615 + 0.72 * np.sin(boom)
    beam(0.34, 0.615, ex, ey, 0.020)
    sx, sy = 0.034 * np.sin(boom), 0.034 * np.cos(boom)
    beam(0.34 - sx, 0.615 + sy, ex - sx, ey + sy, 0.007)
    for k in range(14):
        a, b = k / 14, (k + 0.5) / 14
        beam(
            0.34 + (ex - 0.34) * a,
            0.615 + (ey - 0.615) * a,
            0.34 - sx + (ex - 0.34) * b,
            0.615 + sy + (ey - 0.615) * b,
            0.004,
        )
    for part in (0.55, 0.97):
        beam(*apex, 0.34 + (ex - 0.34) * part, 0.615 + (ey - 0.615) * part, 0.005)
    beam(*apex, -0.27, 0.615, 0.005)
    d.rectangle([left + 0.05 * s, foot - 0.69 * s, left + 0.16 * s, foot - 0.61 * s], fill=fill)
    if boom < 0.2:
        beam(0.62, 0.60, 0.62, 0.30, 0.003)
        beam(0.66, 0.60, 0.66, 0.30, 0.003)
        d.rectangle([left + 0.59 * s, foot - 0.31 * s, left + 0.69 * s, foot - 0.26 * s], fill=fill)


def _near_crane(d: ImageDraw.ImageDraw, w: int, h: int) -> None:
    _gantry(d, w, h, 0.545, 0.74, 0.02, 255)
    d.rectangle([0, h * 0.727, w, h * 0.745], fill=255)
    r = rng(1007)
    for px, high in (
        (0.03, 3),
        (0.085, 2),
        (0.14, 4),
        (0.195, 1),
        (0.83, 2),
        (0.885, 3),
        (0.94, 1),
    ):
        for level in range(high):
            lean = (r.random() - 0.5) * 0.006
            left, low = w * (px + lean), h * (0.728 - 0.026 * level)
            d.rectangle([left, low - h * 0.0245, left + w * 0.052, low], fill=240 + 5 * (level % 2))
    for px in (0.335, 0.44, 0.80):
        d.rectangle([w * px, h * 0.695, w * px + w * 0.0016, h * 0.73], fill=255)


def _middle_crane(d: ImageDraw.ImageDraw, w: int, h: int) -> None:
    _gantry(d, w, h, 0.29, 0.44, 1.05, 255)
    _gantry(d, w, h, 0.08, 0.40, 0.02, 255)
    d.rectangle([0, h * 0.722, w, h * 0.742], fill=255)


def _far_quay(d: ImageDraw.ImageDraw, w: int, h: int) -> None:
    r = rng(1009)
    for _ in range(70):
        px, wide, high = r.random(), 0.01 + 0.03 * r.random(), 0.008 + 0.035 * r.random() ** 2
        d.rectangle([w * px, h * (0.735 - high), w * (px + wide), h * 0.742], fill=255)
    _gantry(d, w, h, 0.86, 0.22, 1.05, 255)


@scene("chimney", tall=True)
def chimney(w: int, h: int) -> Image.Image:
    """A tall brick chimney with a big nest of twigs on its top."""
    _, y = grid(w, h)
    cloud = fbm(w, h, 2.2, 4.5, 1011, 5, 0.52)
    lum = 0.36 + 0.42 * y + (cloud - 0.5) * 0.75
    rgb = tone(
        lum, (0, "#5f83ad"), (0.3, "#8fadc9"), (0.55, "#c3d0d8"), (0.8, "#efe9dd"), (1, "#fffaf0")
    )
    there = area(w, h, 0.47, 0.26, 0.73, 1.0)
    rgb[there] = _brickwork(rgb[there], w, h, there)
    rgb = lay(rgb, ribbons(w, h, _nest(STACK, CROWN)))
    return finish(rgb, 1011, 0.022, 0.25)


STACK, CROWN = 0.60, 0.285  # the chimney's middle and its upper edge


def _brickwork(rgb: Picture, w: int, h: int, there: Area) -> Picture:
    """A round tapering shaft of brick with iron hoops, lit from the left, sooty above."""
    x, y = (plane[there] for plane in grid(w, h))
    size = x.shape[1], x.shape[0]
    half = 0.078 + 0.050 * (y - CROWN)
    round_ = ((x - STACK) / half).clip(-1, 1)
    front = np.sqrt((1 - round_**2).clip(0))  # 1 in the middle, 0 at the sides
    bulge = np.arcsin(round_)
    course = (y - CROWN - 0.010 * front) * 118
    row = np.floor(course)
    brick = bulge * 7.5 + 0.5 * (row % 2)
    joint = np.maximum(
        ramp(np.abs(course % 1 - 0.5), 0.36, 0.46), ramp(np.abs(brick % 1 - 0.5), 0.43, 0.48) * 0.9
    )
    soot = fbm(*size, 5, 4, 1019, 5, 0.6) + 0.4 * ramp(y, 0.50, 0.28)
    lit = (0.62 * front - 0.62 * round_ + 0.12).clip(0, 1)
    grit = fbm(*size, 50, 180, 1021, 2) - 0.5
    lum = 0.10 + 0.70 * lit * (0.74 + 0.32 * chance(1013, course, brick + 20)) + 0.16 * grit
    lum -= 0.22 * ramp(soot, 0.55, 0.95)
    stack = tone(
        lum, (0, "#1d1110"), (0.25, "#572a20"), (0.5, "#9c4d34"), (0.75, "#cf8358"), (1, "#f3c295")
    )
    mortar = tone(0.10 + 0.66 * lit + 0.12 * grit, (0, "#26201e"), (0.5, "#8f7d70"), (1, "#dccbb8"))
    stack = blend(stack, joint * 0.7, mortar)
    for at, thick, code in (
        (0.318, 0.013, ""),
        (0.352, 0.006, ""),
        (0.62, 0.005, "#2b2522"),
        (0.87, 0.005, "#2b2522"),
    ):
        edge = at + 0.010 * front
        ring = ramp(np.abs(y - edge), thick * 0.5 + 0.0008, thick * 0.5)
        stack = over(stack, ring * 0.75, code) if code else stack * (1 + 0.22 * ring[..., None])
        stack = shade(stack, np.exp(-(((y - edge - thick) / 0.004) ** 2)), 0.35)
    side = ((half - np.abs(x - STACK)) * w + 0.5).clip(0, 1)
    return blend(rgb, side * ((y - CROWN - 0.010 * front) * h).clip(0, 1), stack)


def _nest(cx: float, top: float) -> list[Ribbon]:
    """Twigs in a broad heap, lighter above, some sticking out at the sides."""
    r = rng(1031)
    twigs: list[tuple[float, Ribbon]] = []
    for _ in range(1500):
        u = r.normal(0, 0.42)
        if abs(u) > 1.05:
            continue
        v = r.random()
        px = cx + 0.118 * u * (0.75 + 0.35 * v)
        py = top + 0.010 - 0.062 * v * np.exp(-(u**2) * 0.35)
        turn = r.normal(0, 0.42) + 0.35 * np.sign(u) * (abs(u) > 0.8)
        long = 0.020 + 0.045 * r.random()
        dx, dy = np.cos(turn) * long, np.sin(turn) * long * 0.55
        line = bend(
            (px - dx / 2, py - dy / 2),
            (px, py - 0.006 + 0.010 * r.random()),
            (px + dx / 2, py + dy / 2),
        )
        left = 0.75 - 2.2 * (px - cx)
        tint = np.array((0.62, 0.52, 0.40)) * (0.25 + 0.75 * v * r.random() + 0.15) * left
        shapes = (
            line,
            np.full(9, 0.00065 + 0.0007 * r.random(), np.float32),
            inks(tint * 0.8, tint, 4),
        )
        twigs.append((v + 0.35 * r.random(), shapes))
    return [twig for _, twig in sorted(twigs, key=lambda item: item[0])]
