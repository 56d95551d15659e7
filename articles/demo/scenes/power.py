"""Electricity out of doors: turbines at sea, a pylon overhead."""

import itertools

import numpy as np
from PIL import Image, ImageDraw

from .canvas import (
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
    rng,
    shine,
    tone,
    warp,
    water,
)
from .registry import scene

Point = tuple[float, float, float]


@scene("turbines")
def turbines(w: int, h: int) -> Image.Image:
    """Wind turbines over a grey sea; one stands close."""
    x, y = grid(w, h)
    cloud = fbm(w, h, 2, 7, 221, 6)
    horizon = 0.72
    light = 0.46 + 0.34 * (y / horizon).clip(0, 1) + (cloud - 0.5) * 0.7 * (1 - 0.7 * y / horizon)
    stops = [(0.0, "#35404d"), (0.35, "#6c7a86"), (0.65, "#b8c0c2"), (0.88, "#eee6d6")]
    rgb = tone(light, *stops, (1.0, "#fff8ea"))
    n = h - int(h * horizon)
    down = np.linspace(0, 1, n, dtype=np.float32)[:, None]
    sea = 0.48 - 0.3 * down + (water(w, n, 223) - 0.5) * 0.6
    rgb[h - n :] = tone(sea, (0, "#13212b"), (0.4, "#3f5761"), (0.7, "#93a3a4"), (1, "#efe9db"))
    dice = rng(227)
    for px, s in (
        (0.16, 0.42),
        (0.30, 0.34),
        (0.42, 0.27),
        (0.52, 0.22),
        (0.60, 0.18),
        (0.80, 1.0),
    ):
        _turbine(rgb, x, y, (px, horizon, s), dice.random() * 2)
    return finish(over(rgb, np.exp(-(((y - horizon) / 0.05) ** 2)) * 0.5, "#d9d9d2"), 221, 0.022)


def _turbine(rgb: Picture, x: Plane, y: Plane, at: tuple[float, float, float], turn: float) -> None:
    """Paint one: `at` is place, foot and size (1 is nearest); `turn` the rotor's angle."""
    h, w = x.shape
    px, foot, s = at
    hub = foot - 0.58 * s

    def draw(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        cx, top, base = W * px, H * hub, H * (foot + 0.01 * s)
        thin, thick = H * 0.0065 * s, H * 0.0125 * s
        d.polygon(
            [(cx - thin, top), (cx + thin, top), (cx + thick, base), (cx - thick, base)], fill=255
        )
        for k in range(3):
            a = turn + k * 2.0944
            ux, uy = np.cos(a), np.sin(a)
            shape = [
                (0.0, 0.008),
                (0.07, 0.0125),
                (0.14, 0.010),
                (0.36, 0.0008),
                (0.36, -0.0008),
                (0.0, -0.006),
            ]
            d.polygon(
                [
                    (cx + H * s * (r * ux - q * uy), top + H * s * (r * uy + q * ux))
                    for r, q in shape
                ],
                fill=255,
            )
        r = H * 0.013 * s
        d.ellipse([cx - r, top - r, cx + r, top + r], fill=255)

    part = area(w, h, px - 0.28 * s, hub - 0.40 * s, px + 0.28 * s, foot + 0.03 * s)
    m = mask(w, h, draw, 0.7, part)
    round_ = ((x[part] - px) * w / h / (0.012 * s)).clip(-1, 1)
    side = tone(
        0.86 - 0.20 * round_ - 0.10 * (1 - s), (0.4, "#8b979e"), (0.8, "#dfe1de"), (1, "#fbf7ee")
    )
    rgb[part] = blend(rgb[part], m * (0.55 + 0.42 * s), side)


@scene("pylons", tall=True)
def pylons(w: int, h: int) -> Image.Image:
    """A lattice pylon seen from its foot, its wires sweeping out under moving cloud."""
    x, y = grid(w, h)
    drift = fbm(w, h, 2, 2, 651, 4) - 0.5
    cloud = warp(fbm(w, h, 3, 4, 653, 6, 0.52), drift * 0.25, drift * 0.2)
    light = 0.52 + (cloud - 0.5) * 1.05 + 0.16 * (y - 0.4) + 0.10 * bump(x, y, 0.15, 0.75, 0.5, 0.4)
    stops = [
        (0.0, "#33424f"),
        (0.3, "#5f7382"),
        (0.5, "#94a3ab"),
        (0.7, "#ccd1cf"),
        (0.9, "#f1ebdd"),
    ]
    rgb = tone(light, *stops, (1.0, "#fffaf0"))
    far, near = mask(w, h, _far_side, 0.6), mask(w, h, _near_side, 0.6)
    rgb = over(rgb, mask(w, h, _wires, 0.6) * 0.85, "#2d3740")
    rgb = over(rgb, far * 0.85, "#4b5761")
    rgb = over(rgb, near * 0.97, "#222a32")
    lit = (near - np.roll(near, (-2, 3), axis=(0, 1))).clip(0, 1)
    rgb = shine(rgb, lit, "#c9c3b4", 0.5)
    return finish(rgb, 651, 0.026, 0.4)


def _looking_up(p: Point, W: int, H: int) -> tuple[float, float, float]:
    """A point in metres (right, away, up) from a camera at the foot of the mast that is tilted
    up by 52 degrees; gives pixels and the pixels per metre there."""
    tilt = 0.905
    right, away, up = p[0] + 2.6, p[1] + 13.5, p[2] - 1.6
    deep = away * np.cos(tilt) + up * np.sin(tilt)
    high = up * np.cos(tilt) - away * np.sin(tilt)
    scale = 0.98 * W / max(0.5, deep)
    return W * 0.50 + right * scale, H * 0.60 - high * scale, scale


def _bar(d: ImageDraw.ImageDraw, W: int, H: int, a: Point, b: Point, thick: float) -> None:
    """A steel bar between two points in metres, drawn as wide as it is far away."""
    (ax, ay, sa), (bx, by, sb) = _looking_up(a, W, H), _looking_up(b, W, H)
    norm = max(1e-6, float(np.hypot(bx - ax, by - ay)))
    nx, ny = (ay - by) / norm * thick / 2, (bx - ax) / norm * thick / 2
    quad = [(ax + nx * sa, ay + ny * sa), (ax - nx * sa, ay - ny * sa)]
    d.polygon([*quad, (bx - nx * sb, by - ny * sb), (bx + nx * sb, by + ny * sb)], fill=255)


def _half(up: float) -> float:
    """Half the width of the mast at a height, in metres."""
    return 3.6 - 2.75 * min(1.0, up / 30) - 0.35 * max(0.0, (up - 30) / 18)


LEVELS = [0.0, 6.5, 12.0, 16.8, 20.9, 24.4, 27.4, 30.0, 32.6, 35.2, 37.8, 40.4, 43.0, 46.0]


def _side(d: ImageDraw.ImageDraw, W: int, H: int, sides: tuple[int, ...]) -> None:
    """Legs and crossed bracing of some of the mast's four sides (0 is the near one)."""
    corners = [(-1, -1), (1, -1), (1, 1), (-1, 1)]
    for low, high in itertools.pairwise(LEVELS):
        for side in sides:
            (ax, ay), (bx, by) = corners[side], corners[(side + 1) % 4]
            p, q = _half(low), _half(high)
            thick = 0.30 - 0.0040 * low
            _bar(d, W, H, (ax * p, ay * p, low), (ax * q, ay * q, high), thick)
            _bar(d, W, H, (bx * p, by * p, low), (bx * q, by * q, high), thick)
            _bar(d, W, H, (ax * p, ay * p, low), (bx * q, by * q, high), thick * 0.45)
            _bar(d, W, H, (bx * p, by * p, low), (ax * q, ay * q, high), thick * 0.45)
            _bar(d, W, H, (ax * q, ay * q, high), (bx * q, by * q, high), thick * 0.40)


ARMS = [(30.0, 7.6), (36.5, 9.6), (43.0, 6.6)]  # height, reach in metres


def _near_side(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
    _side(d, W, H, (0, 3))
    for up, reach in ARMS:
        for way in (-1, 1):
            tip = (way * reach, 0.0, up + 0.25)
            for depth in (-1, 1):
                root = _half(up)
                low, high = (way * root, depth * root, up), (way * root, depth * root, up + 2.0)
                _bar(d, W, H, low, tip, 0.16)
                _bar(d, W, H, high, tip, 0.13)
                for k in (0.25, 0.5, 0.75):
                    a = tuple(m + (n - m) * k for m, n in zip(low, tip, strict=True))
                    b = tuple(m + (n - m) * (k - 0.12) for m, n in zip(high, tip, strict=True))
                    _bar(d, W, H, (a[0], a[1], a[2]), (b[0], b[1], b[2]), 0.07)
            for i in range(11):  # a string of insulators
                px, py, scale = _looking_up((tip[0], 0.0, up - 0.25 * i), W, H)
                r = 0.17 * scale
                d.ellipse([px - r, py - r * 0.55, px + r, py + r * 0.55], fill=255)


def _far_side(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
    _side(d, W, H, (1, 2))


def _wires(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
    """Conductors that sag away from the arms, over our heads and into the distance."""
    for up, reach in ARMS:
        for way in (-1, 1):
            for direction in (-1, 1):
                before: Point | None = None
                for step in range(46):
                    out = direction * 1.1 * step * (1 + 0.05 * step)
                    sag = 0.11 * abs(out) - 0.0006 * out * out
                    point = (way * reach, out, up - 2.7 - sag)
                    deep = (point[1] + 13.5) * np.cos(0.905) + point[2] * np.sin(0.905)
                    if before and deep > 4:
                        _bar(d, W, H, before, point, 0.055)
                    before = point
