"""Bodies and what is found in them: heat, breath, bacteria, tablets."""

import numpy as np
from PIL import Image, ImageDraw

from .canvas import (
    Picture,
    Plane,
    blend,
    bump,
    fbm,
    finish,
    grid,
    mask,
    over,
    ramp,
    resized,
    rng,
    rounded,
    shade,
    shine,
    soften,
    tone,
    warp,
)
from .registry import scene

HEAT = [(0.0, "#0a0d24"), (0.16, "#1b1e5c"), (0.32, "#4a2a86"), (0.48, "#9c2f7d")]
HEAT += [(0.62, "#dd5a4c"), (0.76, "#f7a13f"), (0.92, "#fde68c"), (1.0, "#fffdf0")]


@scene("thermal")
def thermal(w: int, h: int) -> Image.Image:
    """Head and bare shoulders through a heat camera, with the camera's colour scale."""
    full_w, full_h = w, h
    w, h = w // 4, h // 4  # heat cameras have few pixels, and it shows
    x, y = grid(w, h)
    shape = rounded(w, h, _bust, 6, 3)
    mottled = fbm(w, h, 7, 6, 41, 5) - 0.5
    skin = 0.30 + 0.36 * (soften(shape, 9) * shape) ** 1.6 + mottled * 0.20
    skin = skin + 0.10 * bump(x, y, 0.44, 0.29, 0.085, 0.19)
    skin = skin + 0.30 * bump(x, y, 0.44, 0.60, 0.045, 0.13)
    skin = skin - 0.30 * bump(x, y, 0.44, 0.355, 0.018, 0.05)
    skin = skin - 0.09 * bump(x, y, 0.44, 0.425, 0.03, 0.013)
    for side in (-1, 1):  # eyes, cheeks, above the collarbones, upper arms
        skin = skin + 0.09 * bump(x, y, 0.44 + side * 0.026, 0.272, 0.017, 0.022)
        skin = skin - 0.10 * bump(x, y, 0.44 + side * 0.050, 0.36, 0.025, 0.05)
        skin = skin + 0.20 * bump(x, y, 0.44 + side * 0.085, 0.70, 0.07, 0.06)
        skin = skin - 0.26 * bump(x, y, 0.44 + side * 0.25, 0.90, 0.10, 0.16)
    hairline = y + mottled * 0.10 - 6.4 * (x - 0.44) ** 2
    skin = skin - 0.30 * ramp(hairline, 0.205, 0.165)
    heat = 0.08 + 0.05 * fbm(w, h, 3, 3, 43, 4) + 0.05 * (1 - y)
    heat = heat + (skin - heat) * shape + 0.05 * soften(shape, 16)
    speck = rng(45).standard_normal((h, w), dtype=np.float32) * np.float32(0.012)
    heat = resized(soften(heat, 1) + speck, full_w, full_h, Image.Resampling.BICUBIC)
    return finish(_scale(tone(heat, *HEAT)), 41, 0.018, 0.22)


def _bust(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
    d.ellipse([W * 0.343, H * 0.09, W * 0.537, H * 0.555], fill=255)
    d.rectangle([W * 0.385, H * 0.42, W * 0.495, H * 0.66], fill=255)
    shoulders = [(0.36, 0.66), (0.385, 0.60), (0.495, 0.60), (0.52, 0.66), (0.64, 0.715)]
    shoulders += [(0.715, 0.80), (0.76, 1.1), (0.12, 1.1), (0.165, 0.80), (0.24, 0.715)]
    d.polygon([(W * px, H * py) for px, py in shoulders], fill=255)


def _scale(rgb: Picture) -> Picture:
    """The colour bar at the right edge, and the cross that marks the measured spot."""
    h, w = rgb.shape[:2]
    x, y = grid(w, h)
    bar = ramp(np.abs(x - 0.945), 0.0095, 0.0085) * ramp(np.abs(y - 0.5), 0.361, 0.359)
    frame = ramp(np.abs(x - 0.945), 0.0115, 0.0105) * ramp(np.abs(y - 0.5), 0.365, 0.363)
    rgb = over(rgb, frame, "#e8e8ee")
    rgb = blend(rgb, bar, tone((0.86 - y) / 0.72, *HEAT))

    def lines(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        cx, cy, r = W * 0.44, H * 0.60, H * 0.030
        for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 1)):
            arm = [(cx + dx * r * 0.35, cy + dy * r * 0.35), (cx + dx * r, cy + dy * r)]
            d.line(arm, fill=255, width=int(H * 0.004))
        for i in range(7):
            tick = H * (0.14 + 0.12 * i)
            d.line([(W * 0.957, tick), (W * 0.966, tick)], fill=230, width=int(H * 0.003))

    return over(rgb, mask(w, h, lines), "#f4f4f8")


@scene("breath", tall=True)
def breath(w: int, h: int) -> Image.Image:
    """A face in profile in the dark, the breath a lit cloud in cold air."""
    x, y = grid(w, h)
    swirl_x, swirl_y = fbm(w, h, 3, 4, 51, 5) - 0.5, fbm(w, h, 3, 4, 61, 5) - 0.5
    curls = warp(fbm(w, h, 4, 5, 71, 6, 0.55), swirl_x * 0.55, swirl_y * 0.65)
    spread = 0.13 + 0.46 * (0.70 - y).clip(0, 1)
    cone = np.exp(-(((x - 0.60 + 0.42 * (y - 0.62)) / spread) ** 2)) * np.exp(
        -(((y - 0.40) / 0.34) ** 2)
    )
    light = 0.05 + 0.10 * (1 - y) + cone * (curls - 0.30).clip(0, 1) * 2.4
    light = light + 0.10 * np.exp(-(((x - 1) / 0.3) ** 2))
    stops = [
        (0.0, "#07090f"),
        (0.2, "#18233a"),
        (0.45, "#50688a"),
        (0.7, "#b4bfc8"),
        (1.0, "#fbf3e4"),
    ]
    rgb = tone(light, *stops)
    profile = rounded(w, h, _profile, 9, 2.5)
    near = (soften(profile, 26) - 0.5).clip(0, 0.5) * 2  # 0 at the outline, 1 inside
    lit = profile * (1 - near) ** 2.2 * ramp(np.abs(y - 0.50), 0.42, 0.10)
    pores = fbm(w, h, 90, 110, 57, 3) - 0.5
    rgb = over(rgb, profile, "#080a10")
    rgb = shine(rgb, lit * (1 + pores * 0.5) * ramp(x, 0.05, 0.26), "#c2c8d6", 0.75)
    return finish(rgb, 51, 0.03)


def _profile(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
    """Head and neck from the right: forehead, nose, lips, chin, throat."""
    face = [
        (-0.02, 0.20),
        (0.10, 0.165),
        (0.20, 0.205),
        (0.265, 0.275),
        (0.288, 0.345),
        (0.292, 0.405),
    ]
    face += [
        (0.284, 0.445),
        (0.298, 0.475),
        (0.345, 0.542),
        (0.350, 0.560),
        (0.336, 0.574),
        (0.306, 0.580),
    ]
    face += [
        (0.306, 0.594),
        (0.330, 0.610),
        (0.328, 0.622),
        (0.312, 0.630),
        (0.327, 0.640),
        (0.324, 0.658),
    ]
    face += [
        (0.302, 0.668),
        (0.308, 0.690),
        (0.310, 0.715),
        (0.290, 0.742),
        (0.240, 0.758),
        (0.165, 0.768),
    ]
    face += [(0.150, 0.800), (0.165, 0.870), (0.21, 0.93), (0.34, 1.02), (-0.02, 1.02)]
    d.polygon([(W * px, H * py) for px, py in face], fill=255)


@scene("microbes")
def microbes(w: int, h: int) -> Image.Image:
    """Rod-shaped bacteria in blue and red, as a coloured electron micrograph."""
    dice = rng(161)
    light, kind = np.zeros((h, w), np.float32), np.zeros((h, w), np.float32)
    count = 170
    for i in range(count):
        near = i / count
        r = (20 + 32 * near) * (0.8 + 0.4 * dice.random()) * h / 1067
        _rod(light, kind, (dice.random() * w, dice.random() * h), r, near, dice)
    skin = fbm(w, h, 130, 90, 163, 3)
    light = light + (skin - 0.5) * 0.13 * (light > 0.02)
    cool = tone(light, (0, "#0b0b14"), (0.3, "#24405c"), (0.6, "#5d93a8"), (1, "#f0fbf4"))
    warm = tone(light, (0, "#0b0b14"), (0.3, "#642636"), (0.6, "#cf6a55"), (1, "#fff0dc"))
    rgb = blend(cool, (kind > 0.70).astype(np.float32), warm)
    depth = ramp(light, 0.5, 0.1)
    rgb = blend(rgb, depth * 0.7, soften(rgb, 3))
    return finish(rgb, 161, 0.03, 0.6)


def _rod(
    light: Plane,
    kind: Plane,
    at: tuple[float, float],
    r: float,
    near: float,
    dice: np.random.Generator,
) -> None:
    """Paint one bacterium of half width `r` over those behind it, with its shadow on them."""
    h, w = light.shape
    cx, cy = at
    turn, half = dice.random() * np.pi, r * (1.0 + 2.6 * dice.random())
    reach = half + 2 * r
    rows = slice(max(0, int(cy - reach)), min(h, int(cy + reach)))
    columns = slice(max(0, int(cx - reach)), min(w, int(cx + reach)))
    gy, gx = np.ogrid[rows, columns]
    gx, gy = (gx - cx).astype(np.float32), (gy - cy).astype(np.float32)
    u = gx * np.float32(np.cos(turn)) + gy * np.float32(np.sin(turn))
    v = gy * np.float32(np.cos(turn)) - gx * np.float32(np.sin(turn))
    v = v + np.float32((dice.random() - 0.5) * 0.0022) * u * u
    d = np.sqrt((np.abs(u) - np.float32(half)).clip(0) ** 2 + v**2) / np.float32(r)
    inside = d < 1
    up = np.sqrt((1 - d**2).clip(0))
    side = (-(gx + gy) / np.float32(half + r)) * 0.10
    lit = (
        0.15
        + 0.46 * up * (0.35 + 0.65 * near)
        + 0.36 * (1 - up) ** 2 * (0.3 + 0.7 * near)
        + side * up
    )
    shadow = np.exp(-((d - 1).clip(0) / 0.35)) * ~inside * np.float32(0.40)
    light[rows, columns] = np.where(inside, lit, light[rows, columns] * (1 - shadow))
    kind[rows, columns] = np.where(inside, np.float32(dice.random()), kind[rows, columns])


@scene("tablets")
def tablets(w: int, h: int) -> Image.Image:
    """White scored tablets in rows on blue; one row is sharp, one place is empty."""
    x, y = grid(w, h)
    paper = fbm(w, h, 200, 140, 551, 3)
    light = 0.46 + 0.22 * (1 - x) + 0.12 * (y - 0.5) + (paper - 0.5) * 0.035
    rgb = tone(light, (0, "#0b2748"), (0.35, "#1f558d"), (0.6, "#3f86bd"), (1, "#a9d3ea"))
    sharp = 4
    for row in range(8):
        near = 0.42 + 0.105 * row
        cy = -0.02 + 0.62 * near**1.0 + 0.45 * (near - 0.42) ** 2 + 0.02 * row - 0.21
        layer, cover = np.zeros_like(rgb), np.zeros_like(x)
        for column in range(-7, 7):
            cx = 0.5 + (column + 0.18) * 0.178 * near + 0.03
            if (row, column) != (sharp, 1):
                _tablet(rgb, layer, cover, (cx, cy), 0.062 * near, row * 9 + column)
        blur = abs(row - sharp) * 1.9
        if blur:
            margin = 0.16 * near
            rows = slice(max(0, int((cy - margin) * h)), max(1, min(h, int((cy + margin) * h))))
            layer[rows], cover[rows] = soften(layer[rows], blur), soften(cover[rows], blur)
        rgb = rgb * (1 - cover[..., None]) + layer
    return finish(rgb, 551, 0.018, 0.4)


def _tablet(
    ground: Picture, layer: Picture, cover: Plane, at: tuple[float, float], r: float, seed: int
) -> None:
    """A round tablet of radius `r` lying on `ground` (which takes its shadow)."""
    h, w = cover.shape
    (cx, cy), flat, thick = at, 0.60, 0.26
    reach = 1.6 * r
    rows = slice(max(0, int((cy - reach) * h)), max(0, min(h, int((cy + reach * 1.3) * h))))
    columns = slice(max(0, int((cx - reach) * w)), max(0, min(w, int((cx + reach * 1.4) * w))))
    if rows.stop <= rows.start or columns.stop <= columns.start:
        return
    gy, gx = np.ogrid[rows, columns]
    u = ((gx / w - cx) / r).astype(np.float32)
    v = ((gy / h - cy) * (h / w) / (r * flat)).astype(np.float32)
    shadow = np.sqrt((u - 0.26) ** 2 + (v - 0.58) ** 2)
    ground[rows, columns] = shade(ground[rows, columns], ramp(shadow, 1.22, 0.78), 0.62)
    top = np.sqrt(u**2 + v**2)
    low = np.sqrt(u**2 + (v - thick / flat) ** 2)
    body = np.maximum(
        np.maximum(ramp(top, 1.02, 0.97), ramp(low, 1.02, 0.97)),
        (np.abs(u) < 0.995) * (v > 0) * (v < thick / flat),
    )
    wall = 0.60 - 0.26 * u - 0.12 * ramp(v, 0.6, 1.4)
    face = (
        0.90
        - 0.06 * u
        - 0.03 * v
        - 0.20 * ramp(top, 0.86, 1.0) * (u + v > 0)
        + 0.07 * np.exp(-(((top - 0.90) / 0.05) ** 2))
    )
    turn = rng(seed + 900).random() * 3.14
    across = u * np.float32(np.cos(turn)) + v * np.float32(np.sin(turn))
    score = np.exp(-((across / 0.045) ** 2)) * ramp(top, 0.92, 0.84)
    rim = np.exp(-(((across - 0.08) / 0.05) ** 2)) * ramp(top, 0.92, 0.84)
    lit = np.where(top < 1.0, face - 0.34 * score + 0.06 * rim, wall)
    lit = lit + rng(seed + 600).standard_normal(lit.shape, dtype=np.float32) * np.float32(0.010)
    colour = tone(lit, (0, "#2c3f58"), (0.4, "#8195a8"), (0.7, "#cdd6db"), (1, "#fffefa"))
    layer[rows, columns] = blend(layer[rows, columns], body, colour)
    cover[rows, columns] = np.maximum(cover[rows, columns], body)
