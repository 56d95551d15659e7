"""Where power is counted and where batteries begin: a dial, and salt ponds from the air."""

import math

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from .canvas import (
    Picture,
    Plane,
    area,
    blend,
    bump,
    distance,
    fbm,
    finish,
    grid,
    mask,
    over,
    ramp,
    rng,
    shade,
    shine,
    soften,
    tone,
    warp,
)
from .registry import scene


@scene("meter")
def meter(w: int, h: int) -> Image.Image:
    """An analogue dial; its needle lies low on the scale."""
    x, y = grid(w, h)
    cx, cy, r = 0.57, 0.60, 0.345
    panel = 0.20 + 0.12 * (1 - x) + (fbm(w, h, 160, 110, 661, 3) - 0.5) * 0.05 + 0.06 * (1 - y)
    rgb = tone(panel, (0, "#0f1315"), (0.25, "#39433f"), (0.5, "#66736c"), (1, "#c9d2c4"))
    for px, py in ((0.12, 0.14), (0.12, 0.90)):  # bolts
        at = area(w, h, px - 0.05, py - 0.07, px + 0.05, py + 0.07)
        rgb[at] = _bolt(rgb[at], (x[at] - px) / 0.024, (y[at] - py) * h / w / 0.024)
    d = distance(x, y, cx, cy, h / w) / r
    rgb = shade(rgb, ramp(distance(x, y, cx + 0.022, cy + 0.030, h / w) / r, 1.26, 1.06), 0.6)
    angle = np.arctan2((y - cy) * h / w, x - cx)
    toward = -np.cos(angle - 0.75)
    ring = (d - 1.0) / 0.115
    bevel = np.where(ring < 0.5, -1.0, 1.0).astype(np.float32)
    crest = np.exp(-(((ring - 0.5) / 0.09) ** 2)) * (0.5 + 0.5 * toward)
    black = 0.12 + 0.30 * (toward * bevel).clip(0, 1) ** 2 + 0.20 * crest
    case = tone(black, (0, "#060708"), (0.3, "#2f3436"), (1, "#d3d6d2"))
    rgb = blend(rgb, ramp(d, 1.118, 1.110), case)
    face = 0.80 - 0.10 * (x - cx) / r - 0.08 * (y - cy) / r + 0.05 * (fbm(w, h, 5, 4, 663, 4) - 0.5)
    face = face - 0.35 * ramp(d + 0.08 * toward, 0.84, 1.06)
    stops = [(0.0, "#2c2820"), (0.4, "#8d8571"), (0.7, "#d8d0b8"), (0.9, "#f6f0dd")]
    rgb = blend(rgb, ramp(d, 1.002, 0.994), tone(face, *stops, (1.0, "#fffbee")))
    at = area(w, h, cx - r, cy - r * w / h, cx + r, cy + r * w / h)
    rgb[at] = _dial(rgb[at], d[at], angle[at], (cx, cy, r), (w, h))
    slant = (x - cx) * 0.8 + (y - cy) * (0.75 * h / w)
    glare = ramp(np.abs(slant + 0.10), 0.050, 0.044) + ramp(np.abs(slant + 0.005), 0.020, 0.016)
    rgb = shine(rgb, glare * ramp(d, 0.99, 0.97) * ramp(y, 0.75, 0.1), "#dfeaf0", 0.10)
    focus = ramp(distance(x, y, 0.42, 0.50, h / w), 0.34, 0.62)
    return finish(blend(rgb, focus, soften(rgb, 3)), 661, 0.022, 0.4)


def _bolt(rgb: Picture, u: Plane, v: Plane) -> Picture:
    out = np.sqrt(u**2 + v**2)
    rgb = shade(rgb, ramp(np.sqrt((u - 0.2) ** 2 + (v - 0.25) ** 2), 1.3, 0.8), 0.5)
    lit = 0.42 - 0.22 * (u + v) * out - 0.30 * ramp(np.abs(u * 0.5 + v * 0.86), 0.14, 0.10)
    return blend(
        rgb, ramp(out, 1.0, 0.93), tone(lit, (0, "#0f1214"), (0.5, "#6f7673"), (1, "#eef0ea"))
    )


START, SWEEP = math.pi * 0.80, math.pi * 1.40  # of the scale, clockwise from the lower left


def _dial(
    rgb: Picture, d: Plane, angle: Plane, at: tuple[float, float, float], size: tuple[int, int]
) -> Picture:
    """Scale from 0 (lower left) to 100 (lower right), a red field below 20, and the needle."""
    (cx, cy, r), (w, h) = at, size
    part = area(w, h, cx - r, cy - r * w / h, cx + r, cy + r * w / h)
    value = ((angle - START) % (2 * math.pi)) / SWEEP * 100
    arc = ramp(np.abs(d - 0.80), 0.024, 0.019)
    rgb = over(rgb, arc * (value < 20) * 0.85, "#a8352a")
    rgb = over(rgb, ramp(np.abs(d - 0.775), 0.006, 0.003) * (value <= 100) * 0.85, "#26241f")
    font = ImageFont.load_default(size=w * 0.052)

    def place(turn: float, reach: float) -> tuple[float, float]:
        k = w * 2 * reach * r  # masks this sharp are drawn at twice the size
        return w * 2 * cx + k * math.cos(turn), h * 2 * cy + k * math.sin(turn)

    def scale(dr: ImageDraw.ImageDraw, W: int, H: int) -> None:
        for i in range(51):
            turn, (end, thick) = START + SWEEP * i / 50, (0.84, 0.0015)
            if i % 5 == 0:
                end, thick = 0.90, 0.0032
            dr.line([place(turn, 0.775), place(turn, end)], fill=255, width=int(W * thick))
            if i % 10 == 0:
                dr.text(place(turn, 0.615), str(i * 2), fill=240, font=font, anchor="mm")

    def needle(dr: ImageDraw.ImageDraw, W: int, H: int) -> None:
        turn = START + SWEEP * 0.115
        for tail, reach, start, end in ((-0.20, 0.84, 0.016, 0.003), (-0.26, -0.08, 0.03, 0.03)):
            (ax, ay), (bx, by) = place(turn, tail), place(turn, reach)
            px, py = -math.sin(turn) * W * r, math.cos(turn) * W * r
            quad = [(ax + px * start, ay + py * start), (ax - px * start, ay - py * start)]
            quad += [(bx - px * end, by - py * end), (bx + px * end, by + py * end)]
            dr.polygon(quad, fill=255)

    rgb = over(rgb, mask(w, h, scale, 0.6, part) * 0.9, "#211f1b")
    hand = np.maximum(mask(w, h, needle, 0.6, part), ramp(d, 0.085, 0.078))
    rgb = shade(rgb, soften(np.roll(hand, (12, 10), axis=(0, 1)), 6), 0.42)
    rgb = over(rgb, hand, "#15151a")
    boss = 0.30 + 0.35 * np.exp(-(((d - 0.05) / 0.02) ** 2)) * (np.cos(angle - 0.75) < 0)
    brass = tone(boss, (0, "#0c0c0f"), (0.5, "#6f6f74"), (1, "#f3f3ee"))
    return blend(rgb, ramp(d, 0.070, 0.062), brass)


@scene("brine")
def brine(w: int, h: int) -> Image.Image:
    """Turquoise and yellow evaporation ponds from the air, crusted with salt."""
    x, y = grid(w, h)
    turn, aspect = 0.22, h / w
    u = x * math.cos(turn) + y * (aspect * math.sin(turn))
    v = y * (aspect * math.cos(turn)) - x * math.sin(turn)
    row = np.floor((v + 0.4) * 6.2).astype(np.int32)
    dice = rng(171).random((16, 4)).astype(np.float32)
    across = (u + dice[row, 0]) * (2.2 + 3.2 * dice[row, 1])
    column = np.floor(across).astype(np.int32)
    edge_u = np.minimum(across % 1, 1 - across % 1) / (2.2 + 3.2 * dice[row, 1])
    edge_v = np.minimum((v + 0.4) * 6.2 % 1, 1 - (v + 0.4) * 6.2 % 1) / 6.2
    ragged = fbm(w, h, 60, 40, 173, 4) - 0.5
    bank = np.minimum(edge_u, edge_v) + ragged * 0.004
    ripe = rng(177).random((16, 40)).astype(np.float32)[row, column + 8]
    ripe = (0.62 * ripe + 0.46 * (x + 0.25 * (1 - y)) - 0.04).clip(0, 1)
    cloudy = fbm(w, h, 5, 4, 175, 6)
    silt = warp(fbm(w, h, 6, 5, 179, 5), (cloudy - 0.5) * 0.2, (cloudy - 0.5) * 0.2)
    stops = [(0.0, "#12506a"), (0.16, "#1c7d8c"), (0.34, "#48b0a6"), (0.5, "#93cbb0")]
    stops += [(0.64, "#d6d58e"), (0.78, "#e3b94f"), (0.9, "#efdcae"), (1.0, "#f6f0e0")]
    rgb = tone(ripe + (silt - 0.5) * 0.16, *stops)
    rgb *= (0.88 + 0.24 * silt)[..., None]
    crust = ramp(bank - 0.010 - 0.030 * ripe * silt, 0.010, 0.0)
    rgb = over(rgb, crust * 0.9, "#f4efe2")
    wall = ramp(bank, 0.0072, 0.0056)
    soil = tone(0.62 + ragged * 0.5, (0, "#7d6b55"), (0.5, "#b7a58a"), (1, "#e9dcc4"))
    track = ramp(np.abs(bank - 0.0022), 0.0011, 0.0006) * (edge_v < edge_u)
    rgb = shade(rgb, ramp(bank, 0.0105, 0.0060) * (1 - wall), 0.25)
    rgb = blend(rgb, wall, shade(soil, track * ramp(ragged, -0.2, 0.1), 0.22))
    at = area(w, h, 0.86, 0.0, 1.0, 1.0)
    edge = ramp((u + 0.06 * (cloudy - 0.5) + 0.012 * ragged)[at], 1.003, 1.011)
    sand = 0.56 + (cloudy[at] - 0.5) * 0.6 + ragged[at] * 0.25
    stops = [(0.0, "#8a6f55"), (0.5, "#c4a988"), (1.0, "#eddcc2")]
    rgb[at] = blend(rgb[at], edge, tone(sand, *stops))
    glint = bump(x, y, 0.22, 0.20, 0.30, 0.34) * (1 - wall) * (1 - crust)
    return finish(shine(rgb, glint, "#fff6e2", 0.16), 171, 0.02, 0.3)
