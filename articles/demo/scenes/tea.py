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
    fbm,
    finish,
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
    rgb = np.asarray(Image.new("RGB", (w, h), "#0c0907"), np.float32) / np.float32(255)
    for layer, count in enumerate((520, 330, 300, 200)):
        image, shape = Image.new("RGB", (w * 2, h * 2)), Image.new("L", (w * 2, h * 2))
        colours, cover = ImageDraw.Draw(image), ImageDraw.Draw(shape)
        for _ in range(count):
            _leaf(colours, cover, dice, w * 2, h * 2, 0.50 + 0.14 * layer)
        m = np.asarray(shape.reduce(2), np.float32) / np.float32(255)
        leaves = np.asarray(image.reduce(2), np.float32) / np.float32(255)
        lit = relief(soften(m, 2) * 8, -2.2, 0.10)
        rgb = shade(rgb, soften(np.roll(m, (7, 6), axis=(0, 1)), 5), 0.62)
        leaves = leaves / np.maximum(m, 0.2)[..., None] + lit[..., None]
        rgb = blend(rgb, m, leaves)
    x, y = grid(w, h)
    dusty = fbm(w, h, 240, 160, 543, 2) - 0.5
    rgb = rgb + dusty[..., None] * np.float32(0.10) * (rgb.mean(axis=-1, keepdims=True) + 0.1)
    blurred = ramp(np.abs(y - 0.60 + 0.10 * x), 0.16, 0.46)
    rgb = blend(
        blend(rgb, ramp(blurred, 0.0, 0.5), soften(rgb, 3)),
        ramp(blurred, 0.45, 1.0),
        soften(rgb, 9),
    )
    light = 1.25 - 0.75 * (1 - y) ** 2 + 0.45 * bump(x, y, 0.30, 0.52, 0.45, 0.40)
    return finish(rgb * light[..., None] * np.float32(1.05), 541, 0.024, 0.5)


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
    t = np.linspace(-0.5, 0.5, 18)
    heading = turn + bend * t + 0.22 * np.sin(t * 9 + twist)
    px = dice.random() * w + np.cumsum(np.cos(heading)) * length / 18
    py = dice.random() * h + np.cumsum(np.sin(heading)) * length / 18
    half = (
        width * (1 - (2 * np.abs(t)) ** 3.4) ** 0.6 * (0.75 + 0.35 * np.sin(t * 11 + twist)) + 0.4
    )
    nx, ny = -np.sin(heading) * half, np.cos(heading) * half
    kinds = [(66, 51, 41), (50, 42, 37), (58, 53, 40), (88, 64, 44), (132, 106, 74)]
    base = np.array(kinds[int(dice.random() ** 1.4 * 5)]) * (light * (0.7 + 0.6 * dice.random()))

    def ribbon(a: float, b: float) -> list[tuple[float, float]]:
        one = list(zip(px + nx * a, py + ny * a, strict=True))
        other = list(zip(px + nx * b, py + ny * b, strict=True))
        return one + other[::-1]

    def tint(k: float) -> tuple[int, ...]:
        return tuple(int(min(255, max(0, c * k))) for c in base)

    up = 1.0 if np.cos(turn) > 0 else -1.0  # the side that faces the light
    cover.polygon(ribbon(-1, 1), fill=255)
    colours.polygon(ribbon(-1, 1), fill=tint(0.9))
    colours.polygon(ribbon(-up, -up * 0.15), fill=tint(1.55))
    colours.polygon(ribbon(up * 0.35, up), fill=tint(0.42))


@scene("cup", tall=True)
def cup(w: int, h: int) -> Image.Image:
    """A cup of tea from above, on crumpled linen."""
    x, y = grid(w, h)
    aspect = h / w
    drift = fbm(w, h, 2, 3, 131, 4)
    threads = np.sin(x * 1500 + noise(w, h, 40, 40, 3) * 5) + np.sin(
        y * 1850 + noise(w, h, 40, 40, 4) * 5
    )
    slub = fbm(w, h, 24, 300, 135, 2) + fbm(w, h, 300, 24, 136, 2) - 1
    folds = warp(fbm(w, h, 2, 4, 133, 4, 0.4), drift * 0.4, x * 0.5)
    lit = relief(soften(folds * 320, 8), -2.5, 0.42)
    light = 0.62 + lit * 0.22 + threads * 0.016 + slub * 0.05 + 0.16 * (0.6 - x) - 0.14 * y
    linen = [(0.0, "#34363a"), (0.4, "#8f8f8a"), (0.7, "#d0cbbf"), (1.0, "#f9f4e8")]
    rgb = tone(light, *linen)
    cx, cy = 0.56, 0.53
    out = distance(x, y, cx, cy, aspect)
    cast = distance(x, y, cx + 0.055, cy + 0.040, aspect)
    rgb = shade(rgb, ramp(cast, 0.365, 0.255), 0.62)
    toward = -((x - cx) * 0.72 + (y - cy) * aspect * 0.69)
    glaze = fbm(w, h, 60, 75, 137, 3) - 0.5
    speck = ramp(fbm(w, h, 170, 210, 138, 2), 0.78, 0.84)
    clay = [
        (0.0, "#151d26"),
        (0.3, "#3a4957"),
        (0.5, "#64757f"),
        (0.75, "#9fadb2"),
        (1.0, "#eef0ea"),
    ]
    plate = 0.44 + 0.55 * toward * ramp(out, 0.10, 0.30) + glaze * 0.05 - speck * 0.16
    plate = plate - 0.75 * toward * ramp(out, 0.296, 0.286) * ramp(out, 0.20, 0.26)
    plate = plate + 0.28 * np.exp(-(((out - 0.297) / 0.004) ** 2)) * ramp(toward, -0.2, 0.25)
    rgb = blend(rgb, ramp(out, 0.302, 0.298), tone(plate, *clay))
    rgb = shade(
        rgb,
        ramp(distance(x, y, cx + 0.030, cy + 0.022, aspect), 0.225, 0.165)
        * ramp(out, 0.305, 0.295),
        0.55,
    )
    rgb = _handle(rgb, w, h, (cx, cy))
    wall = 0.62 + 0.75 * toward + glaze * 0.04 - speck * 0.14
    rgb = blend(rgb, ramp(out, 0.190, 0.187), tone(wall, *clay))
    inner = 0.60 - 1.55 * toward + glaze * 0.04
    rgb = blend(
        rgb,
        ramp(out, 0.179, 0.176),
        tone(inner, (0, "#2b3036"), (0.4, "#8e9492"), (0.8, "#e6e2d6"), (1, "#fffdf5")),
    )
    rgb = blend(rgb, ramp(out, 0.160, 0.157), _brew(x, y, out, toward))
    steam = warp(fbm(w, h, 3, 4, 139, 6, 0.6), (drift - 0.5) * 0.3, (drift - 0.5) * 0.2) ** 3
    wisp = steam * np.exp(-(((x - cx + 0.03) / 0.16) ** 2)) * ramp(y, 0.66, 0.40) * 1.1
    return finish(over(rgb, wisp.clip(0, 0.55), "#fff8ea"), 131, 0.02)


def _handle(rgb: Picture, w: int, h: int, at: tuple[float, float]) -> Picture:
    """A ring of clay that stands out to the lower left, and its shadow on the saucer."""
    cx, cy = at

    def loop(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        turn, r = 2.42, W * 0.017
        for step in np.linspace(0, 1, 60):
            reach = W * (0.185 + 0.075 * step)
            px, py = W * cx + np.cos(turn) * reach, H * cy + np.sin(turn) * reach
            k = r * (1.05 - 0.12 * np.sin(step * 3.14))
            d.ellipse([px - k, py - k, px + k, py + k], fill=255)

    part = area(w, h, cx - 0.26, cy, cx, cy + 0.22)
    m = mask(w, h, loop, 1, part)
    bulge = relief(soften(m, 7) * 16, -2.4, 0.35)
    clay = tone(
        0.52 + bulge * 0.45,
        (0, "#151d26"),
        (0.3, "#3a4957"),
        (0.5, "#64757f"),
        (0.75, "#a9b5b8"),
        (1, "#f4f4ee"),
    )
    below = shade(rgb[part], soften(np.roll(m, (22, 22), axis=(0, 1)), 9), 0.5)
    rgb[part] = blend(below, m, clay)
    return rgb


def _brew(x: Plane, y: Plane, out: Plane, toward: Plane) -> Picture:
    """Tea: darker where it is deep, with a window mirrored in it."""
    h, w = x.shape
    swirl = fbm(w, h, 6, 8, 141, 4) - 0.5
    depth = 0.40 - 1.1 * toward + swirl * 0.10 + 0.16 * ramp(out, 0.13, 0.158)
    tea = tone(
        depth,
        (0, "#260b04"),
        (0.4, "#6b290c"),
        (0.65, "#b4601f"),
        (0.85, "#dc9646"),
        (1, "#f6cf8e"),
    )
    meniscus = np.exp(-(((out - 0.155) / 0.0025) ** 2)) * ramp(toward, 0.10, -0.12)
    tea = shine(tea, meniscus, "#ffd79a", 0.7)
    u, v = (x - 0.50) * 1.0 + (y - 0.49) * 0.35, (y - 0.49) * 1.25 - (x - 0.50) * 0.30
    pane = ramp(np.abs(u) + swirl * 0.006, 0.046, 0.042) * ramp(
        np.abs(v) + swirl * 0.006, 0.042, 0.038
    )
    bars = ramp(np.abs(u), 0.0025, 0.0045) * ramp(np.abs(v), 0.0025, 0.0045)
    return over(tea, pane * bars * (0.52 - 3.2 * v), "#f4f3ea")
