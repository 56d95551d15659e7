"""Awake at night: the desk lamp and the alarm clock."""

import math
from typing import TypeAlias

import numpy as np
from PIL import Image, ImageDraw

from .canvas import (
    Picture,
    Plane,
    area,
    blend,
    bloom,
    bump,
    distance,
    fbm,
    finish,
    grid,
    mask,
    noise,
    over,
    ramp,
    relief,
    rounded,
    shade,
    shine,
    soften,
    tone,
)
from .registry import scene


@scene("desk-lamp")
def desk_lamp(w: int, h: int) -> Image.Image:
    """A cone of lamplight on a desk with sheets of paper; the rest of the room is dark."""
    x, y = grid(w, h)
    edge = 0.60
    wall = (
        0.055 + 0.10 * bump(x, y, 0.60, 0.55, 0.34, 0.24) + (fbm(w, h, 60, 40, 321, 3) - 0.5) * 0.02
    )
    rgb = tone(wall, (0, "#05060a"), (0.1, "#141722"), (0.3, "#4a3f38"), (1, "#d9b78a"))
    pool = bump(x, y, 0.60, 0.80, 0.30, 0.17)
    grain = fbm(w, h, 3, 90, 323, 4)
    desk = 0.05 + 0.60 * pool + (grain - 0.5) * (0.06 + 0.34 * pool)
    wood = [
        (0.0, "#070505"),
        (0.2, "#2c170c"),
        (0.45, "#744420"),
        (0.7, "#bb8246"),
        (1.0, "#ffdf9f"),
    ]
    rgb = blend(rgb, ramp(y, edge - 0.002, edge + 0.002), tone(desk, *wood))
    rgb = shine(
        rgb,
        np.exp(-(((y - edge) / 0.004) ** 2)) * (0.1 + bump(x, y, 0.6, edge, 0.25, 0.1)),
        "#8c5a2c",
        0.6,
    )
    for sheet in SHEETS:
        _lay(rgb, pool, sheet)
    at = area(w, h, 0.70, 0.74, 0.90, 0.88)
    pen = mask(w, h, _pen, 1, at)
    part = shade(rgb[at], soften(np.roll(pen, (9, -4), axis=(0, 1)), 4), 0.5)
    part = over(part, pen, "#1d2433")
    rgb[at] = shine(part, (pen - np.roll(pen, 3, axis=0)).clip(0, 1), "#d9b78a", 0.6)
    off_axis = np.abs(x - 0.555 - (y - 0.3) * 0.14) / (0.05 + (y - 0.30) * 0.55).clip(0.01, 1)
    beam = ramp(off_axis, 1.0, 0.0) * ramp(y, 0.27, 0.33)
    rgb = shine(rgb, beam * ramp(y, 0.86, 0.4), "#ffcf86", 0.16)
    return finish(bloom(_lamp(rgb, x, y), 40, 0.20, 0.75), 321, 0.026, 0.4)


Corners: TypeAlias = tuple[tuple[float, float], ...]
SHEETS: list[Corners] = [
    ((0.36, 0.725), (0.545, 0.695), (0.635, 0.885), (0.405, 0.935)),
    ((0.52, 0.705), (0.715, 0.712), (0.765, 0.905), (0.535, 0.925)),
]


def _lay(whole: Picture, pool: Plane, corners: Corners) -> None:
    """Put a written sheet on the desk; corners clockwise from the far left one."""
    h, w = whole.shape[:2]
    (ax, ay), (bx, by), (ex, ey), (dx, dy) = corners
    at = area(w, h, ax - 0.03, by - 0.03, ex + 0.03, max(dy, ey) + 0.03)
    x, y = (plane[at] for plane in grid(w, h))
    rgb, pool = whole[at], pool[at]

    def outline(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        d.polygon([(W * px, H * py) for px, py in corners], fill=255)

    m = mask(w, h, outline, 0.8, at)
    det = (bx - ax) * (dy - ay) - (dx - ax) * (by - ay)
    across = ((x - ax) * (dy - ay) - (dx - ax) * (y - ay)) / det
    down = ((bx - ax) * (y - ay) - (x - ax) * (by - ay)) / det
    text = noise(256, 64, 40, 60, 325)
    column = (across * 200).clip(0, 255).astype(np.int32)
    words = text[(down * 15).clip(0, 15).astype(np.int32) * 4, column]
    line = ramp(np.abs((down * 15) % 1 - 0.5), 0.20, 0.10) * ramp(words, 0.33, 0.42)
    line = line * ((across > 0.10) & (across < 0.86) & (down > 0.09) & (down < 0.78))
    rgb = shade(rgb, soften(np.roll(m, (8, -8), axis=(0, 1)), 7) * (1 - m), 0.55)
    light = 0.10 + 0.90 * pool - soften(line, 1) * 0.26 * (0.3 + pool) + (across - 0.5) * 0.05
    stops = [(0.0, "#0d0a08"), (0.3, "#5a4630"), (0.6, "#c9a878"), (0.85, "#f7e3bd")]
    whole[at] = blend(rgb, m, tone(light, *stops, (1.0, "#fff9e8")))


def _pen(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
    d.line([(W * 0.735, H * 0.835), (W * 0.862, H * 0.775)], fill=255, width=int(H * 0.011))


def _arm(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
    joints = [(W * 0.26, H * 0.70), (W * 0.19, H * 0.38), (W * 0.50, H * 0.13)]
    d.line(joints, fill=255, width=int(H * 0.016))
    d.ellipse([W * 0.178, H * 0.362, W * 0.202, H * 0.398], fill=255)
    d.ellipse([W * 0.185, H * 0.685, W * 0.335, H * 0.735], fill=255)


def _hood(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
    shell = [(0.475, 0.10), (0.525, 0.09), (0.535, 0.13), (0.655, 0.285), (0.455, 0.315)]
    d.polygon([(W * px, H * py) for px, py in [*shell, (0.478, 0.14)]], fill=255)


def _rim(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
    d.line([(W * 0.457, H * 0.314), (W * 0.653, H * 0.285)], fill=255, width=int(H * 0.012))


def _lamp(whole: Picture, x: Plane, y: Plane) -> Picture:
    h, w = x.shape
    at = area(w, h, 0.15, 0.06, 0.72, 0.76)
    rgb, x, y = whole[at], x[at], y[at]
    arm, hood = mask(w, h, _arm, 0, at), rounded(w, h, _hood, 9, 1.5, at)
    rgb = shade(rgb, soften(np.roll(arm, 14, axis=1), 9) * ramp(y, 0.62, 0.70), 0.5)
    rgb = over(rgb, arm, "#10131b")
    rgb = shine(rgb, (arm - np.roll(arm, -3, axis=1)).clip(0, 1), "#9c8163", 0.55)
    rgb = shine(rgb, arm * ramp(y, 0.69, 0.72) * bump(x, y, 0.33, 0.71, 0.06, 0.02), "#b98a55", 0.7)
    side = (x - 0.47 - (0.3 - y) * 0.05) / 0.18
    sheen = 0.12 + 0.25 * np.exp(-(((side - 0.25) / 0.12) ** 2)) + 0.1 * ramp(side, 0.6, 1.1)
    rgb = blend(rgb, hood, tone(sheen, (0, "#07090e"), (0.5, "#56607a"), (1, "#c9c2bb")))
    rgb = over(rgb, mask(w, h, _rim, 1, at), "#3a2c1e")
    whole[at] = shine(rgb, bump(x, y, 0.556, 0.302, 0.055, 0.013), "#fff0c8", 1.3)
    return whole


NIGHT = [(0.0, "#04060d"), (0.15, "#141d33"), (0.35, "#3a4d6e"), (0.6, "#8b9bb2"), (1.0, "#f0f2f0")]


@scene("alarm-clock")
def alarm_clock(w: int, h: int) -> Image.Image:
    """A round alarm clock at three in the morning, in half-darkness."""
    x, y = grid(w, h)
    cx, cy, r, table = 0.60, 0.47, 0.205, 0.815
    wall = 0.16 + 0.20 * bump(x, y, 0.12, 0.25, 0.40, 0.6) + (fbm(w, h, 3, 3, 351, 4) - 0.5) * 0.05
    rgb = tone(wall, *NIGHT)
    for px, py, lamp in ((0.13, 0.20, 0.035), (0.20, 0.33, 0.026), (0.07, 0.42, 0.030)):
        at = area(w, h, px - lamp, py - 2 * lamp, px + lamp, py + 2 * lamp)
        disc = ramp(distance(x[at], y[at], px, py, h / w), lamp, lamp * 0.86)
        rgb[at] = over(rgb[at], disc * 0.5, "#c07a45")
    wood = 0.13 + 0.22 * bump(x, y, 0.25, 0.9, 0.4, 0.2) + (fbm(w, h, 3, 80, 353, 4) - 0.5) * 0.10
    stand = tone(wood, (0, "#06060a"), (0.2, "#2a2427"), (0.5, "#6e5f58"), (1, "#d6c6b2"))
    rgb = blend(rgb, soften((y > table).astype(np.float32), 2), stand)
    rgb = shade(rgb, bump(x, y, cx + 0.04, table + 0.035, 0.21, 0.035), 0.75)
    mirror = bump(x, y, cx, table + 0.11, 0.14, 0.08)
    rgb = shine(rgb, mirror * ramp(y, table, table + 0.02), "#4a5870", 0.25)

    extras = rounded(w, h, _feet_and_hammer, 4, 1.2)
    sheen = 0.13 + 0.14 * relief(soften(extras, 5) * 30, math.pi, 0.4).clip(-0.6, 2)
    rgb = blend(rgb, extras, tone(sheen, *NIGHT))
    for side in (-1, 1):
        at = area(w, h, cx + side * 0.092 - 0.09, cy - 0.42, cx + side * 0.092 + 0.09, cy - 0.14)
        rgb[at] = _bell(rgb[at], x[at], y[at], (cx + side * 0.092, cy - 0.288), side * 0.42, h / w)
    at = area(w, h, cx - 0.24, cy - 0.34, cx + 0.24, cy + 0.34)
    rgb[at] = _clock(rgb[at], x[at], y[at], (cx, cy, r), (w, h))
    return finish(bloom(rgb, 24, 0.12, 0.7), 351, 0.03, 0.5)


def _feet_and_hammer(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
    for side in (-1, 1):
        ends = [(W * (0.60 + side * 0.10), H * 0.72), (W * (0.60 + side * 0.14), H * 0.829)]
        d.line(ends, fill=255, width=int(W * 0.018))
    d.line([(W * 0.60, H * 0.17), (W * 0.60, H * 0.085)], fill=255, width=int(W * 0.008))
    d.rectangle([W * 0.576, H * 0.068, W * 0.624, H * 0.092], fill=255)


def _bell(
    rgb: Picture, x: Plane, y: Plane, at: tuple[float, float], lean: float, aspect: float
) -> Picture:
    """A polished half-dome that leans outwards."""
    (bx, by), r = at, 0.066
    u, v = (x - bx) / r, (y - by) * aspect / r
    along = u * math.sin(lean) - v * math.cos(lean)
    out = np.sqrt(u**2 + v**2)
    dome = ramp(out, 1.02, 0.98) * ramp(along, -0.02, 0.02)
    facing = (-0.62 * u - 0.55 * v + 0.5 * np.sqrt((1 - out**2).clip(0, 1))).clip(0, 1)
    sheen = 0.10 + 0.26 * facing + 0.55 * facing**9 + 0.10 * ramp(along, 0.16, 0.06)
    rgb = blend(rgb, dome, tone(sheen, *NIGHT))
    stud = np.sqrt((u - 1.05 * math.sin(lean)) ** 2 + (v + 1.05 * math.cos(lean)) ** 2)
    return over(rgb, ramp(stud, 0.14, 0.12), "#2b3a58")


def _clock(
    rgb: Picture, x: Plane, y: Plane, at: tuple[float, float, float], size: tuple[int, int]
) -> Picture:
    """Case, dial and hands; light falls in from the window on the left."""
    (cx, cy, r), (w, h) = at, size
    d = distance(x, y, cx, cy, h / w)
    angle = np.arctan2((y - cy) * h / w, x - cx)
    toward = -np.cos(angle - 0.5)
    ring = ((d / r) - 0.94) / 0.12
    profile = np.cos((ring - 0.5) * np.pi).clip(0, 1) * toward.clip(0, 1) ** 2
    metal = 0.10 + 0.80 * (toward * (ring - 0.42)).clip(-0.2, 1) + 0.30 * profile
    rgb = blend(rgb, ramp(d, r * 1.065, r * 1.055), tone(metal, *NIGHT))
    dial = 0.50 - 0.26 * (x - cx) / r + 0.06 * (cy - y) / r
    dial = dial - 0.42 * ramp(d / r + 0.10 * toward, 0.80, 1.02)
    stops = [(0.0, "#0a0d14"), (0.3, "#474f5c"), (0.55, "#a3a69f"), (0.8, "#dedac6")]
    rgb = blend(rgb, ramp(d, r * 0.945, r * 0.935), tone(dial, *stops, (1.0, "#fbf6e4")))
    part = area(w, h, cx - 0.24, cy - 0.34, cx + 0.24, cy + 0.34)

    def spoke(dr: ImageDraw.ImageDraw, turn: float, start: float, end: float, width: float) -> None:
        size = w * 2  # masks this sharp are drawn at twice the size
        points = [
            (size * (cx + k * r * math.sin(turn)), h * 2 * cy - size * k * r * math.cos(turn))
            for k in (start, end)
        ]
        dr.line(points, fill=255, width=max(1, round(size * r * width)))

    def marks(dr: ImageDraw.ImageDraw, W: int, H: int) -> None:
        for minute in range(60):
            start, width = (0.845, 0.009)
            if minute % 5 == 0:
                start, width = (0.75, 0.042) if minute % 15 == 0 else (0.79, 0.026)
            spoke(dr, minute * math.pi / 30, start, 0.885, width)

    def hands(dr: ImageDraw.ImageDraw, W: int, H: int) -> None:
        spoke(dr, math.pi / 2, -0.12, 0.52, 0.050)
        spoke(dr, 0.0, -0.14, 0.76, 0.034)

    rgb = over(rgb, mask(w, h, marks, 0.7, part) * 0.9, "#141a28")
    pair = np.maximum(mask(w, h, hands, 0.7, part), ramp(d, r * 0.060, r * 0.048))
    rgb = shade(rgb, soften(np.roll(pair, (9, 11), axis=(0, 1)), 4), 0.38)
    rgb = over(rgb, pair, "#10151f")
    second = mask(w, h, lambda dr, W, H: spoke(dr, 2.5, -0.2, 0.8, 0.013), 0.7, part)
    rgb = over(rgb, np.maximum(second, ramp(d, r * 0.03, r * 0.022)), "#8c2f24")
    glass = bump(x, y, cx - 0.08, cy - 0.13, 0.10, 0.05) * ramp(d, r * 0.94, r * 0.8)
    return shine(rgb, glass, "#c4d4ec", 0.13)
