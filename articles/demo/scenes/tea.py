"""Tea, dry and in the cup."""

import numpy as np
from PIL import Image, ImageDraw

from .canvas import (
    Picture,
    Plane,
    area,
    blend,
    bump,
    distance,
    enlarged,
    fbm,
    finish,
    flat,
    grid,
    mask,
    noise,
    over,
    ramp,
    relief,
    rng,
    shade,
    shine,
    soften,
    tone,
    warp,
)
from .registry import scene


@scene("tea-leaves")
def tea_leaves(w: int, h: int) -> Image.Image:
    """Dry, curled tea leaves, very close; only a band of them is sharp."""
    dice = rng(541)
    rgb = flat(w, h, "#0c0907")
    for layer, count in enumerate((760, 420, 260)):
        image, shape = Image.new("RGB", (w * 2, h * 2)), Image.new("L", (w * 2, h * 2))
        colours, cover = ImageDraw.Draw(image), ImageDraw.Draw(shape)
        for _ in range(count):
            _leaf(colours, cover, dice, w * 2, h * 2, 0.50 + 0.20 * layer)
        m = np.asarray(shape.reduce(2), np.float32) / np.float32(255)
        leaves = np.asarray(image.reduce(2), np.float32) / np.float32(255)
        lit = relief(soften(m, 2) * 8, -2.2, 0.10)
        rgb = shade(rgb, np.maximum(soften(np.roll(m, (7, 6), axis=(0, 1)), 5) * 0.62, m))
        rgb += leaves  # drawn on black, so the edges are already weighted
        rgb += (lit * m)[..., None]
    x, y = grid(w, h)
    blurred = ramp(np.abs(y - 0.60 + 0.10 * x), 0.16, 0.46)
    rgb = blend(rgb, ramp(blurred, 0.0, 0.5), soften(rgb, 3))
    rgb = blend(rgb, ramp(blurred, 0.45, 1.0), enlarged(soften(rgb[::3, ::3], 3), w, h))
    light = 1.30 - 0.75 * (1 - y) ** 2 + 0.45 * bump(x, y, 0.30, 0.52, 0.45, 0.40)
    light = light * (1 + (fbm(w, h, 240, 160, 543, 2) - 0.5) * 0.22)
    return finish(rgb * light[..., None], 541, 0.024, 0.5)


def _leaf(
    colours: ImageDraw.ImageDraw,
    cover: ImageDraw.ImageDraw,
    dice: np.random.Generator,
    w: int,
    h: int,
    light: float,
) -> None:
    """One twisted leaf: a bent, tapering ribbon with a lit ridge and a dark groove."""
    length, width = w * (0.035 + 0.075 * dice.random()), w * (0.0045 + 0.0065 * dice.random())
    turn, bend, twist = dice.random() * 6.28, dice.standard_normal() * 0.7, dice.random() * 6
    t = np.linspace(-0.5, 0.5, 12)
    heading = turn + bend * t + 0.22 * np.sin(t * 9 + twist)
    px = dice.random() * w + np.cumsum(np.cos(heading)) * length / 12
    py = dice.random() * h + np.cumsum(np.sin(heading)) * length / 12
    half = width * (1 - (2 * np.abs(t)) ** 3.4) ** 0.6
    half = half * (0.75 + 0.35 * np.sin(t * 11 + twist)) + 0.4
    at = np.stack([px, py], axis=-1)
    normal = np.stack([-np.sin(heading) * half, np.cos(heading) * half], axis=-1)
    kinds = [(66, 51, 41), (50, 42, 37), (58, 53, 40), (88, 64, 44), (132, 106, 74)]
    base = np.array(kinds[int(dice.random() ** 1.4 * 5)]) * (light * (0.7 + 0.6 * dice.random()))

    def ribbon(a: float, b: float) -> list[tuple[float, float]]:
        edges = np.concatenate([at + normal * a, (at + normal * b)[::-1]])
        return [(x, y) for x, y in edges.tolist()]

    def tint(k: float) -> tuple[int, ...]:
        return tuple(int(min(255, max(0, c * k))) for c in base)

    up = 1.0 if np.cos(turn) > 0 else -1.0  # the side that faces the light
    cover.polygon(ribbon(-1, 1), fill=255)
    colours.polygon(ribbon(-1, 1), fill=tint(0.9))
    colours.polygon(ribbon(-up, -up * 0.15), fill=tint(1.55))
    colours.polygon(ribbon(up * 0.35, up), fill=tint(0.42))


CLAY = [(0.0, "#151d26"), (0.3, "#3a4957"), (0.5, "#64757f"), (0.75, "#9fadb2"), (1.0, "#eef0ea")]
CUP = (0.56, 0.53)  # its middle; the saucer is round it


@scene("cup", tall=True)
def cup(w: int, h: int) -> Image.Image:
    """A cup of tea from above, on crumpled linen."""
    x, y = grid(w, h)
    (cx, cy), aspect = CUP, h / w
    drift = fbm(w, h, 2, 3, 131, 4)
    threads = np.sin(x * 1500 + noise(w, h, 40, 40, 3) * 5)
    threads = threads + np.sin(y * 1850 + noise(w, h, 40, 40, 4) * 5)
    slub = fbm(w, h, 24, 300, 135, 2) + fbm(w, h, 300, 24, 136, 2) - 1
    folds = warp(fbm(w, h, 2, 4, 133, 4, 0.4), drift * 0.4, x * 0.5)
    lit = relief(soften(folds * 320, 8), -2.5, 0.42)
    light = 0.62 + lit * 0.22 + threads * 0.016 + slub * 0.05 + 0.16 * (0.6 - x) - 0.14 * y
    rgb = tone(light, (0, "#34363a"), (0.4, "#8f8f8a"), (0.7, "#d0cbbf"), (1, "#f9f4e8"))
    rgb = shade(rgb, ramp(distance(x, y, cx + 0.055, cy + 0.040, aspect), 0.365, 0.255), 0.62)
    at = area(w, h, cx - 0.31, cy - 0.25, cx + 0.31, cy + 0.25)
    rgb[at] = _crockery(rgb[at], x[at], y[at], (w, h))
    at = area(w, h, 0.1, 0.0, 1.0, 0.70)
    drift = drift[at] - 0.5
    rows, columns = drift.shape
    steam = warp(fbm(columns, rows, 3, 3, 139, 6, 0.6), drift * 0.3, drift * 0.2) ** 3
    wisp = steam * np.exp(-(((x[at] - cx + 0.03) / 0.16) ** 2)) * ramp(y[at], 0.66, 0.40) * 1.1
    rgb[at] = over(rgb[at], wisp.clip(0, 0.55), "#fff8ea")
    return finish(rgb, 131, 0.02)


def _crockery(rgb: Picture, x: Plane, y: Plane, size: tuple[int, int]) -> Picture:
    """Saucer and cup of glazed stoneware, and the tea in it."""
    (w, h), (cx, cy) = size, CUP
    rows, columns = x.shape
    out = distance(x, y, cx, cy, h / w)
    toward = -((x - cx) * 0.72 + (y - cy) * (0.69 * h / w))
    glaze = fbm(columns, rows, 37, 37, 137, 3) - 0.5
    speck = ramp(fbm(columns, rows, 105, 105, 138, 2), 0.78, 0.84)
    plate = 0.44 + 0.55 * toward * ramp(out, 0.10, 0.30) + glaze * 0.05 - speck * 0.16
    plate = plate - 0.75 * toward * ramp(out, 0.296, 0.286) * ramp(out, 0.20, 0.26)
    plate = plate + 0.28 * np.exp(-(((out - 0.297) / 0.004) ** 2)) * ramp(toward, -0.2, 0.25)
    rgb = blend(rgb, ramp(out, 0.302, 0.298), tone(plate, *CLAY))
    cast = ramp(distance(x, y, cx + 0.030, cy + 0.022, h / w), 0.225, 0.165)
    rgb = shade(rgb, cast * ramp(out, 0.305, 0.295), 0.55)
    rgb = _handle(rgb, w, h)
    wall = 0.62 + 0.75 * toward + glaze * 0.04 - speck * 0.14
    rgb = blend(rgb, ramp(out, 0.190, 0.187), tone(wall, *CLAY))
    inner = 0.60 - 1.55 * toward + glaze * 0.04
    stops = [(0.0, "#2b3036"), (0.4, "#8e9492"), (0.8, "#e6e2d6"), (1.0, "#fffdf5")]
    rgb = blend(rgb, ramp(out, 0.179, 0.176), tone(inner, *stops))
    return blend(rgb, ramp(out, 0.160, 0.157), _brew(x, y, out, toward))


def _handle(rgb: Picture, w: int, h: int) -> Picture:
    """A grip of clay that stands out to the lower left, and its shadow on the saucer."""
    cx, cy = CUP

    def grip(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        for step in np.linspace(0, 1, 60):
            reach = W * (0.185 + 0.075 * step)
            px, py = W * cx - 0.751 * reach, H * cy + 0.660 * reach
            r = W * 0.017 * (1.05 - 0.12 * np.sin(step * 3.14))
            d.ellipse([px - r, py - r, px + r, py + r], fill=255)

    m = mask(w, h, grip, 1, area(w, h, cx - 0.31, cy - 0.25, cx + 0.31, cy + 0.25))
    bulge = relief(soften(m, 7) * 16, -2.4, 0.35)
    below = shade(rgb, soften(np.roll(m, (22, 22), axis=(0, 1)), 9), 0.5)
    return blend(below, m, tone(0.52 + bulge * 0.45, *CLAY))


def _brew(x: Plane, y: Plane, out: Plane, toward: Plane) -> Picture:
    """Tea: darker where it is deep, with a window mirrored in it."""
    h, w = x.shape
    swirl = fbm(w, h, 4, 4, 141, 4) - 0.5
    depth = 0.40 - 1.1 * toward + swirl * 0.10 + 0.16 * ramp(out, 0.13, 0.158)
    stops = [(0.0, "#260b04"), (0.4, "#6b290c"), (0.65, "#b4601f"), (0.85, "#dc9646")]
    tea = tone(depth, *stops, (1.0, "#f6cf8e"))
    meniscus = np.exp(-(((out - 0.155) / 0.0025) ** 2)) * ramp(toward, 0.10, -0.12)
    tea = shine(tea, meniscus, "#ffd79a", 0.7)
    u, v = (x - 0.50) * 1.0 + (y - 0.49) * 0.35, (y - 0.49) * 1.25 - (x - 0.50) * 0.30
    wave = swirl * 0.006
    pane = ramp(np.abs(u) + wave, 0.046, 0.042) * ramp(np.abs(v) + wave, 0.042, 0.038)
    bars = ramp(np.abs(u), 0.0025, 0.0045) * ramp(np.abs(v), 0.0025, 0.0045)
    return over(tea, pane * bars * (0.52 - 3.2 * v), "#f4f3ea")
