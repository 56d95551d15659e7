"""After dark: a single lit window, and the moon over a field."""

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
    rng,
    shade,
    shine,
    soften,
    tone,
)
from .registry import scene


@scene("night-window")
def night_window(w: int, h: int) -> Image.Image:
    """A dark brick facade at night with a single lit window."""
    x, y = grid(w, h)
    course = y * 62
    shift = (np.floor(course) % 2) * 0.5
    brick = x * 34 + shift
    tint = rng(301).random((70, 40)).astype(np.float32)
    shades = tint[np.floor(course).astype(np.int32), np.floor(brick).astype(np.int32)]
    joint = np.maximum(np.abs(course % 1 - 0.5) * 2 > 0.84, np.abs(brick % 1 - 0.5) * 2 > 0.93)
    joint = soften(joint.astype(np.float32), 1)
    rough = fbm(w, h, 90, 60, 303, 4)
    damp = fbm(w, h, 3, 4, 305, 4)
    light = 0.15 + (shades - 0.5) * 0.07 + (rough - 0.5) * 0.09 + (damp - 0.5) * 0.10
    light = light - joint * 0.035 + 0.05 * (1 - y) - 0.06 * (x - 0.4)
    pipe = np.sqrt((1 - ((x - 0.885) / 0.009) ** 2).clip(0, 1))
    light = light + (0.06 + 0.13 * pipe * ramp(x, 0.888, 0.884) - light) * ramp(pipe, 0, 0.2)
    stops = [(0.0, "#05070d"), (0.12, "#141b2a"), (0.25, "#2c3446"), (0.5, "#5d5f6a")]
    rgb = tone(light, *stops, (1.0, "#b9a890"))
    lit = (2, 1)
    for column in range(4):
        for row in range(3):
            if (column, row) != lit:
                rgb = _window(rgb, x, y, column, row)
    rgb = _window(rgb, x, y, *lit, lit=True)
    x0, y0 = _place(*lit)
    spill = bump(x, y, x0 + 0.0575, y0 + 0.13, 0.12, 0.19)
    rgb = shine(rgb, spill * (0.5 + 0.9 * (shades - 0.3) + 0.8 * (rough - 0.5)), "#7a4a1c", 0.30)
    return finish(bloom(rgb, 30, 0.22, 0.6), 301, 0.03, 0.5)


def _place(column: int, row: int) -> tuple[float, float]:
    return 0.075 + 0.225 * column, -0.10 + 0.385 * row


def _window(rgb: Picture, x: Plane, y: Plane, column: int, row: int, lit: bool = False) -> Picture:
    """A sash window with four panes; a lit one has a lamp, a curtain and a plant."""
    h, w = x.shape
    x0, y0 = _place(column, row)
    at = area(w, h, x0 - 0.02, y0 - 0.03, x0 + 0.135, y0 + 0.31)
    u, v = (x[at] - x0) / 0.115, (y[at] - y0) / 0.26
    part = rgb[at].copy()
    inside = ramp(np.maximum(np.abs(u - 0.5), np.abs(v - 0.5)), 0.503, 0.497)
    sill = ramp(np.abs(u - 0.5), 0.60, 0.59) * ramp(np.abs(v - 1.03), 0.035, 0.025)
    lintel = ramp(np.abs(u - 0.5), 0.58, 0.57) * ramp(np.abs(v + 0.05), 0.05, 0.04)
    part = over(part, sill, "#3b4252")
    part = over(part, lintel, "#272d3b")
    part = shade(part, ramp(np.abs(v - 1.09), 0.06, 0.0) * ramp(np.abs(u - 0.5), 0.6, 0.55), 0.5)
    rows, columns = u.shape
    if lit:
        glow = bump(u, v, 0.62, 0.40, 0.75, 0.62)
        folds = np.sin(u * 46 + noise(columns, rows, 5, 2, 307) * 4)
        curtain = np.maximum(ramp(u, 0.30, 0.20), ramp(u, 0.80, 0.90))
        view = 0.34 + 0.62 * glow - curtain * (0.16 + 0.07 * folds)
        stops = [(0.0, "#2a1206"), (0.3, "#8a4a17"), (0.6, "#eda649"), (0.85, "#ffe2a0")]
        glass = tone(view, *stops, (1.0, "#fff6d8"))
        glass = over(glass, soften(_plant(columns, rows), 1), "#2b1708")
    else:
        cloud = fbm(columns, rows, 2, 3, 311 + column * 5 + row, 3)
        view = 0.10 + 0.22 * (cloud - 0.35).clip(0, 1) + 0.10 * (1 - v) * (column < 2)
        glass = tone(view, (0, "#04060b"), (0.3, "#2a3a55"), (1, "#8fa3bd"))
    bars = np.maximum(np.abs(u - 0.5) < 0.022, np.abs(v - 0.42) < 0.016)
    bars = np.maximum(bars, np.maximum(np.abs(u - 0.5), np.abs(v - 0.5)) > 0.465)
    glass = over(glass, bars.astype(np.float32) * 0.94, "#3a2a1c" if lit else "#39404e")
    depth = ramp(u, 0.05, 0.0) + ramp(v, 0.06, 0.0)
    rgb[at] = blend(part, inside, shade(glass, depth.clip(0, 1), 0.25 if lit else 0.6))
    return rgb


def _plant(w: int, h: int) -> Plane:
    def draw(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        pot = [(0.32, 0.80), (0.44, 0.80), (0.42, 0.90), (0.34, 0.90)]
        d.polygon([(W * px, H * py) for px, py in pot], fill=255)
        dice = rng(313)
        for _ in range(11):
            tip = W * (0.38 + 0.34 * (dice.random() - 0.5)), H * (0.50 + 0.22 * dice.random())
            d.line([(W * 0.38, H * 0.80), tip], fill=255, width=2)
            d.ellipse([tip[0] - 6, tip[1] - 5, tip[0] + 6, tip[1] + 5], fill=255)

    return mask(w, h, draw)


HORIZON = 0.735  # of the moonlit field


@scene("moonrise")
def moonrise(w: int, h: int) -> Image.Image:
    """A full moon, just risen over a low dark field with mist and a row of trees."""
    x, y = grid(w, h)
    mx, my, r = 0.635, 0.43, 0.062
    cloud = fbm(w, h, 2, 14, 331, 5)
    light = 0.16 + 0.36 * (y / HORIZON).clip(0, 1) ** 1.6 + (cloud - 0.5) * 0.09
    d = distance(x, y, mx, my, h / w)
    light = light + 0.10 * np.exp(-((d / 0.30) ** 2)) + 0.10 * np.exp(-((d / 0.11) ** 2))
    stops = [(0.0, "#070b18"), (0.18, "#16213f"), (0.36, "#3c4a6c"), (0.52, "#7d7a90")]
    rgb = tone(light, *stops, (0.68, "#b79f9d"), (0.85, "#e2c9ac"), (1.0, "#fff3d8"))
    at = area(w, h, mx - 0.07, my - 0.11, mx + 0.07, my + 0.11)
    u, v = (x[at] - mx) / r, (y[at] - my) / (r * w / h)
    seas = fbm(w, h, 30, 22, 333, 4)[at] * 0.55 + fbm(w, h, 90, 70, 335, 3)[at] * 0.2
    face = 1.0 - 0.30 * ramp(seas, 0.34, 0.46) - 0.10 * (u**2 + v**2).clip(0, 1) - 0.10 * v
    disc = ramp(np.sqrt(u**2 + v**2), 1.012, 0.985)
    veil = ramp(cloud[at], 0.50, 0.66) * ramp(y[at], my - 0.02, my + 0.12) * 0.75
    moon = tone(face, (0.3, "#a98a63"), (0.65, "#dcc191"), (0.9, "#fdf0cc"), (1, "#fffaea"))
    rgb[at] = blend(rgb[at], disc * (1 - veil), moon)
    at = area(w, h, 0.0, HORIZON - 0.16, 1.0, 1.0)
    rgb[at] = _night_field(rgb[at], x[at], y[at], mask(w, h, _trees, 0.8, at))
    return finish(bloom(rgb, 46, 0.30, 0.72), 331, 0.026, 0.4)


def _trees(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
    """A hedge to the left, and a few round crowns."""
    dice = rng(339)
    foot = H * HORIZON
    for i in range(160):
        px, r = W * i / 160 * 0.34, H * (0.004 + 0.005 * dice.random())
        d.ellipse([px - r, foot - 1.5 * r, px + r, foot + r], fill=255)
    for place, size in (
        (0.085, 0.10),
        (0.105, 0.115),
        (0.122, 0.09),
        (0.235, 0.075),
        (0.865, 0.06),
    ):
        px, tall = W * place, H * size
        d.line([(px, foot), (px, foot - 0.6 * tall)], fill=255, width=int(H * 0.006))
        for _ in range(260):  # a crown is many small clumps round its middle
            turn, out = dice.random() * 6.28, 0.37 * tall * dice.random() ** 0.6
            ox, oy = px + out * np.cos(turn), foot - 0.62 * tall + out * np.sin(turn)
            r = 0.032 * tall
            d.ellipse([ox - r, oy - r, ox + r, oy + r], fill=255)


def _night_field(rgb: Picture, x: Plane, y: Plane, trees: Plane) -> Picture:
    """Everything below the sky: far hills, trees, mist, and furrows that run to the horizon."""
    h, w = x.shape
    far = HORIZON - 0.012 - 0.020 * noise(w, 8, 4, 1, 337)[4][None, :]
    rgb = over(rgb, ramp(y, far - 0.002, far + 0.002) * 0.55, "#333c58")
    rgb = over(rgb, trees * 0.95, "#0b1020")
    mist = np.exp(-(((y - HORIZON - 0.004) / 0.016) ** 2)) * (0.25 + 0.6 * fbm(w, h, 3, 9, 341, 4))
    ground = ramp(y, HORIZON - 0.001, HORIZON + 0.003)
    down = ((y - HORIZON) / (1 - HORIZON)).clip(0, 1)
    row = (x - 0.30) / (down * 0.9 + 0.05) + (fbm(w, h, 4, 2, 343, 3) - 0.5) * 0.12
    clods = fbm(w, h, 70, 39, 345, 4, 0.6) - 0.5
    furrow = np.sin(row * 30 + clods * 3.2 * down) * ramp(down, 0.03, 0.35)
    moonlit = bump(x, y, 0.64, HORIZON, 0.36, 0.34)
    soil = 0.06 + 0.09 * (1 - down) ** 2 + 0.03 * furrow * (0.3 + moonlit)
    soil = soil + clods * 0.16 * (0.35 + moonlit) + moonlit * 0.07
    stops = [(0.0, "#04060b"), (0.12, "#171b27"), (0.3, "#4a4a52"), (1.0, "#d8c9ac")]
    return over(blend(rgb, ground, tone(soil, *stops)), mist * 0.6, "#8b8b9c")
