"""Rooms and what the light does in them."""

import numpy as np
from PIL import Image, ImageDraw

from .canvas import (
    Picture,
    Plane,
    blend,
    bump,
    distance,
    fbm,
    finish,
    grid,
    mask,
    over,
    ramp,
    relief,
    rng,
    shade,
    shine,
    soften,
    tone,
    warp,
    water,
)
from .registry import scene


@scene("sauna")
def sauna(w: int, h: int) -> Image.Image:
    """An empty sauna of warm boards; a small window holds the sea."""
    x, y = grid(w, h)
    row = y * 15
    shades = rng(8).random(40).astype(np.float32)[np.floor(row).astype(np.int32)]
    grain = warp(fbm(w, h, 4, 210, 91, 3), np.zeros_like(x), (fbm(w, h, 5, 4, 92, 3) - 0.5) * 0.012)
    groove = np.exp(-(((row % 1) / 0.05) ** 2)) + 0.5 * np.exp(-((((row % 1) - 1) / 0.035) ** 2))
    lamp = bump(x, y, 0.64, 0.36, 0.46, 0.52)
    light = 0.12 + 0.46 * lamp + (shades - 0.5) * 0.09 + (grain - 0.5) * 0.22 - 0.2 * groove
    wood = [
        (0.0, "#120806"),
        (0.25, "#4a2414"),
        (0.5, "#96552a"),
        (0.72, "#d09254"),
        (1.0, "#ffe3b0"),
    ]
    rgb = tone(light, *wood)
    rgb = _window(rgb, x, y)
    rgb = _benches(rgb, x, y, wood)
    steam = fbm(w, h, 3, 4, 99, 5) ** 2 * (1 - y) * 0.30
    return finish(over(rgb, steam, "#ffe9cf"), 91, 0.026, 0.6)


def _window(rgb: Picture, x: Plane, y: Plane) -> Picture:
    h, w = x.shape
    left, top, right, bottom, sea_line = 0.56, 0.13, 0.84, 0.45, 0.315

    def frame(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        d.rectangle(
            [W * (left - 0.02), H * (top - 0.03), W * (right + 0.02), H * (bottom + 0.03)], fill=255
        )

    def pane(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        d.rectangle([W * left, H * top, W * right, H * bottom], fill=255)

    case, glass = mask(w, h, frame), mask(w, h, pane, 1)
    rim = tone(
        0.40 + 0.3 * ramp(y, bottom, bottom + 0.03) + np.float32(0.1) * (x > right),
        (0, "#3a1c0d"),
        (1, "#f0b26c"),
    )
    rgb = blend(shade(rgb, soften(case, 10) * (1 - case), 0.4), case, rim)
    view = 0.86 - 0.25 * (sea_line - y).clip(0, 1) + 0.06 * fbm(w, h, 4, 12, 96, 4)
    n = int(h * (bottom + 0.02)) - int(h * sea_line)
    below = slice(int(h * sea_line), int(h * sea_line) + n)
    view[below] = 0.60 - 1.0 * (y[below] - sea_line) + (water(w, n, 97, 0.7) - 0.5) * 0.42
    sea = tone(view, (0.3, "#33566f"), (0.55, "#7f9fb1"), (0.8, "#dbe3e4"), (1, "#f8f6ee"))
    inner = (glass * (1 - np.roll(soften(glass, 4), (5, 5), axis=(0, 1)))).clip(0, 1)
    rgb = blend(rgb, glass, sea)
    rgb = shade(rgb, inner, 0.7)
    return shine(rgb, bump(x, y, 0.70, 0.29, 0.22, 0.24) * (1 - glass), "#cfd8d8", 0.10)


def _benches(rgb: Picture, x: Plane, y: Plane, wood: list[tuple[float, str]]) -> Picture:
    """Two steps of slatted bench, receding to the left."""
    h, w = x.shape
    whole, across, down = rgb, x, y
    for top, slats, seed in ((0.60, 4.0, 95), (0.84, 3.0, 195)):
        at = slice(int(h * (top - 0.045)), min(h, int(h * (top + 0.30))))
        rgb, x, y, rows = whole[at], across[at], down[at], at.stop - at.start
        v = y - top + x * 0.035
        seat = ramp(v, 0.0, 0.003) * ramp(v, 0.132, 0.128)
        place = (v / 0.13 * slats) % 1
        gap = np.exp(-(((place - 0.96) / 0.05) ** 2))
        grain = fbm(w, rows, 4, 60, seed, 3)
        spot = bump(x, y, 0.62, top + 0.04, 0.36, 0.16)
        light = (
            0.26
            + 0.48 * spot
            - 0.42 * gap
            + (grain - 0.5) * 0.18
            + 0.08 * np.exp(-((place / 0.06) ** 2))
        )
        rgb = blend(rgb, seat, tone(light, *wood))
        front = ramp(v, 0.128, 0.132)
        under = tone(0.05 + 0.10 * ramp(v, 0.30, 0.13) + (grain - 0.5) * 0.06, *wood)
        edge = np.exp(-(((v - 0.142) / 0.010) ** 2))
        rgb = blend(rgb, front, under)
        whole[at] = shine(rgb, edge * front * (0.25 + 0.75 * spot), "#b9743b", 0.75)
    return whole


@scene("pane")
def pane(w: int, h: int) -> Image.Image:
    """Drops on a window pane, warm morning light behind."""
    x, y = grid(w, h)
    haze = fbm(w, h, 3, 3, 111, 4)
    glow = bump(x, y, 0.66, 0.40, 0.30, 0.34)
    light = 0.20 + 0.62 * glow + (haze - 0.5) * 0.30 - 0.16 * ramp(y, 0.60, 0.64) * (1 - glow)
    stops = [(0.0, "#0e1930"), (0.25, "#2c4262"), (0.45, "#72788c"), (0.62, "#d59a78")]
    rgb = tone(soften(light, 18), *stops, (0.8, "#f6cf9c"), (1, "#fff1d6"))
    lamps = [(0.58, 0.44, 68, 0.5), (0.70, 0.36, 96, 0.6), (0.77, 0.50, 57, 0.45)]
    for cx, cy, r, k in [
        *lamps,
        (0.64, 0.57, 43, 0.35),
        (0.84, 0.33, 50, 0.3),
        (0.49, 0.33, 39, 0.22),
    ]:
        d = distance(x, y, cx, cy, h / w) * w
        disc = ((r - d) / 7).clip(0, 1) * (0.7 + 0.3 * (d / r).clip(0, 1))
        rgb = shine(rgb, disc, "#ffd694", k * 0.34)
    mist = fbm(w, h, 4, 4, 117, 4) * 0.30 + 0.12
    rgb = over(rgb, mist * (1 - 0.5 * glow), "#b9c4d2")
    return finish(_drops(rgb, 1500, 113), 111, 0.02)


def _drops(rgb: Picture, count: int, seed: int) -> Picture:
    """Drops that each show the scene behind upside down, as small lenses do."""
    h, w = rgb.shape[:2]
    behind = rgb.copy()
    dice = rng(seed)
    for _ in range(count):
        r = 1.8 + 28 * dice.random() ** 7 + 3.4 * dice.random()
        cx, cy = dice.random() * w, dice.random() * h
        tall = 1.05 + 0.2 * (r > 10)
        at = (
            slice(int(max(0, cy - r * 1.3 - 2)), int(min(h, cy + r * 1.3 + 2))),
            slice(int(max(0, cx - r - 2)), int(min(w, cx + r + 2))),
        )
        v, u = np.ogrid[at]
        u = ((u - cx) / r).astype(np.float32)
        v = ((v - cy) / (r * tall)).astype(np.float32)
        d2 = u**2 + v**2
        m = ((1 - d2) * r * 0.6).clip(0, 1)
        row = (cy - v * (170 + r * 5)).clip(0, h - 1).astype(np.int32)
        column = (cx - u * (195 + r * 5)).clip(0, w - 1).astype(np.int32)
        lens = behind[row, column] * (1.10 - 0.62 * d2[..., None] ** 2)
        spark = np.exp(-((u + 0.34) ** 2 + (v + 0.40) ** 2) / 0.03)
        rgb[at] = blend(rgb[at], m, lens + spark[..., None] * np.float32(0.7))
    return rgb


@scene("linen")
def linen(w: int, h: int) -> Image.Image:
    """Folds of bed linen, crossed by a stripe of early light."""
    x, y = grid(w, h)
    drift = fbm(w, h, 2, 2, 151, 4) - 0.5
    along, across = x * 0.80 + y * 0.42, y * 0.95 - x * 0.45 + drift * 0.5
    folds = fbm(w, h, 2, 7, 153, 5, 0.42)
    folds = warp(folds, along - x + drift * 0.25, across - y)
    creases = 1 - np.abs(warp(fbm(w, h, 3, 5, 157, 4), along - x, across - y - drift * 0.3) * 2 - 1)
    height = soften(folds * 300 + creases**3 * 44, 5)
    sunlit = relief(height, -2.3, 0.42)
    hollow = soften(height, 36) - height
    stripe = x * 0.86 + y * 0.5 - 0.74 + (height - height.mean()) * 0.0011
    band = ramp(np.abs(stripe), 0.125, 0.105) * (0.82 + 0.25 * ramp(stripe, -0.1, 0.1))
    weave = fbm(w, h, 330, 220, 159, 2) - 0.5
    ambient = 0.30 + 0.10 * (1 - y) + sunlit * 0.20 - (hollow / 60).clip(-0.4, 1) * 0.16
    light = ambient + band * (0.34 + sunlit * 0.34) + weave * 0.05
    stops = [(0.0, "#0b1126"), (0.25, "#2a3757"), (0.45, "#69748f"), (0.62, "#b9b2ae")]
    return finish(tone(light, *stops, (0.8, "#f3dfc0"), (1, "#fffaf0")), 151, 0.024, 0.5)


def _branch(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
    """Twigs with leaves that hang in from the upper right."""
    dice = rng(205)
    for twig in range(6):
        tx, ty = 0.90 - 0.02 * (twig % 2), 0.12 + 0.13 * twig
        for _ in range(7):
            nx, ny = tx - 0.034 - 0.016 * dice.random(), ty + (dice.random() - 0.40) * 0.06
            d.line([(W * tx, H * ty), (W * nx, H * ny)], fill=255, width=int(W * 0.004))
            for _ in range(2):
                turn, size = dice.random() * 6.28, 0.020 + 0.014 * dice.random()
                tip = np.array([np.cos(turn), np.sin(turn)]) * size
                side = np.array([-tip[1], tip[0]]) * 0.42
                leaf = [0 * tip, 0.35 * tip + side, 1.2 * tip, 0.35 * tip - side]
                d.polygon([(W * nx + W * a, H * ny + W * b) for a, b in leaf], fill=255)
            tx, ty = nx, ny


@scene("blinds")
def blinds(w: int, h: int) -> Image.Image:
    """The low sun throws a window and a branch on an evening wall."""
    x, y = grid(w, h)
    sway = fbm(w, h, 3, 3, 201, 4)
    across, down = x - 0.13 * y, y + 0.16 * x

    panes = np.zeros_like(x)
    for x0, x1 in ((0.30, 0.475), (0.50, 0.675)):
        for y0, y1 in ((0.20, 0.44), (0.475, 0.84)):
            inside = (across > x0) & (across < x1) & (down > y0) & (down < y1)
            panes = np.maximum(panes, inside.astype(np.float32))
    branch = mask(w, h, _branch, 6)
    lit = soften(panes, 8) * (1 - 0.80 * branch)
    plaster = fbm(w, h, 130, 90, 207, 4)
    trowel = relief(soften(fbm(w, h, 22, 14, 209, 4) * 60, 3), 2.6, 0.045)
    wall = (
        0.25 + 0.10 * (1 - x) + (sway - 0.5) * 0.12 + (plaster - 0.5) * 0.06 + trowel * (0.3 + lit)
    )
    light = wall + lit * (0.44 + 0.12 * (0.6 - y)) + soften(lit, 70) * 0.10
    stops = [(0.0, "#1d1a2c"), (0.25, "#57506b"), (0.45, "#9a7f86"), (0.65, "#e0a677")]
    rgb = tone(light, *stops, (0.85, "#fbd7a0"), (1, "#fff3d6"))
    sill = ramp(y, 0.905, 0.910)
    board = tone(
        0.20 + 0.16 * ramp(y, 0.96, 0.91) + 0.1 * (1 - x) + (plaster - 0.5) * 0.05,
        *stops,
        (1, "#fbd7a0"),
    )
    rgb = blend(rgb, sill, board)
    rgb = shine(rgb, np.exp(-(((y - 0.913) / 0.004) ** 2)), "#a58e8e", 0.35)
    return finish(rgb, 201, 0.022, 0.6)
