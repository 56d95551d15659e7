"""Wood, field and fog."""

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
    warp,
    water,
)
from .registry import scene

# from the farthest to the nearest: how many, how wide, colour, blur in pixels, opacity
TRUNKS = [
    (16, 0.010, "#9aa78f", 5.0, 0.55),
    (10, 0.018, "#6c7a66", 3.0, 0.72),
    (6, 0.034, "#434b41", 1.5, 0.90),
    (3, 0.066, "#1f2421", 1.2, 0.98),
]


@scene("beech", tall=True)
def beech(w: int, h: int) -> Image.Image:
    """Beech trunks in morning mist, last year's leaves on the ground."""
    x, y = grid(w, h)
    mist = fbm(w, h, 2, 3, 191, 4)
    sun = bump(x, y, 0.62, 0.30, 0.30, 0.30)
    stops = [(0.2, "#43543f"), (0.5, "#93a383"), (0.8, "#dfe2c6"), (1.0, "#fbf7e2")]
    rgb = tone(0.70 - 0.26 * y + (mist - 0.5) * 0.28 + 0.24 * sun, *stops)
    crowns = fbm(w, h, 16, 18, 195, 5, 0.6)
    leaves = ramp(crowns - 0.55 * y, 0.36, 0.52) * ramp(y, 0.40, 0.05)
    rgb = over(rgb, leaves * (0.50 - 0.35 * sun), "#7c8f52")
    litter = fbm(w, h, 60, 120, 197, 4, 0.62)
    dice = rng(193)
    stops = [(0.0, "#2c1a10"), (0.35, "#6b4120"), (0.65, "#a86a34"), (1.0, "#e8c58a")]
    for depth, (count, wide, code, blur, strength) in enumerate(TRUNKS):
        at = area(w, h, 0.0, 0.60 + 0.07 * depth, 1.0, 1.0)
        ground = ramp(y[at], 0.615 + 0.075 * depth, 0.66 + 0.085 * depth)
        leaf = 0.30 + 0.10 * depth + (litter[at] - 0.5) * (0.5 + 0.2 * depth) + 0.25 * sun[at]
        rgb[at] = blend(rgb[at], ground * (0.42 + 0.16 * depth), tone(leaf, *stops))
        for i in range(count):
            place, lean = (i + dice.random() * 0.9) / count, (dice.random() - 0.5) * 0.06
            half = wide * (0.7 + 0.6 * dice.random()) / 2
            foot = 0.64 + depth * 0.09 + dice.random() * 0.05
            _trunk(rgb, x, y, (place, lean, half, foot), code, blur, strength, depth)
        at = area(w, h, 0.0, 0.30, 1.0, 1.0)
        veil = np.exp(-(((y[at] - 0.62 - 0.05 * depth) / 0.15) ** 2)) * (0.30 - 0.06 * depth)
        rgb[at] = over(rgb[at], veil, "#e9e8cf")
    rays = noise(w, 4, 26, 1, 199)[1][((x + 0.35 * (y - 0.1)).clip(0, 0.999) * w).astype(np.int32)]
    rgb = shine(rgb, rays * sun * ramp(y, 0.75, 0.2), "#fff3cf", 0.22)
    return finish(rgb, 191, 0.026, 0.5)


def _trunk(
    rgb: Picture,
    x: Plane,
    y: Plane,
    at: tuple[float, float, float, float],
    code: str,
    blur: float,
    strength: float,
    depth: int,
) -> None:
    """Paint a trunk: place, lean, half width and foot in fractions; flared at the root."""
    h, w = rgb.shape[:2]
    place, lean, half, foot = at

    def draw(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        edge = [(-0.6, foot + 0.012), (-1.5, foot + 0.004), (-1.16, foot - 0.018)]
        edge += [(-0.98, foot - 0.07), (-0.72, -0.01)]
        left = [(place + k * half + lean * (foot - v), v) for k, v in edge]
        right = [(place - k * half + lean * (foot - v), v) for k, v in reversed(edge)]
        d.polygon([(W * px, H * py) for px, py in left + right], fill=255)

    reach = 2.2 * half + abs(lean) + 0.01
    part = area(w, h, place - reach, 0.0, place + reach, foot + 0.022)
    m = mask(w, h, draw, blur, part)
    rows, columns = m.shape
    x, y = x[part], y[part]
    heap = noise(columns, 2, 3 + 60 * half, 1, int(place * 999))[0][None, :] * 0.02
    m = m * ramp(y + heap, foot + 0.016, foot + 0.004)
    u = (x - place - lean * (foot - y)) / half
    rgb[part] = over(rgb[part], m * strength, code)
    if depth > 1:
        bark = fbm(columns, rows, 6, 60, int(place * 1000), 4) - 0.5
        moss = ramp(u + 3 * bark, 0.1, -0.9) * 0.30
        rgb[part] = over(rgb[part], m * moss, "#59683f")
        lit = m * np.exp(-(((u - 0.62) / 0.34) ** 2)) * (1 + 2.2 * bark)
        rgb[part] = shine(rgb[part], lit, "#b8ad7c", 0.26)
        rgb[part] = shade(rgb[part], m * (0.5 - bark * 2.4).clip(0, 1), 0.18)


@scene("rye-field")
def rye_field(w: int, h: int) -> Image.Image:
    """Ears of rye against a low sun; the field behind them melts into gold."""
    x, y = grid(w, h)
    sun = bump(x, y, 0.30, 0.30, 0.36, 0.34)
    sky = 0.60 + 0.36 * sun - 0.16 * (y - 0.3)
    stand = 0.44 + 0.30 * sun + (fbm(w, h, 30, 5, 633, 4) - 0.5) * 0.5 - 0.34 * ramp(y, 0.5, 1.0)
    light = sky + (stand - sky) * ramp(y, 0.40, 0.56)
    stops = [(0.0, "#2b1a0a"), (0.25, "#6d4516"), (0.45, "#b57a2a"), (0.65, "#e3b25c")]
    rgb = tone(light, *stops, (0.85, "#fadf9f"), (1.0, "#fff6d8"))
    dice = rng(631)
    for layer in ((70, 0.42, 9.0, 0.36), (34, 0.66, 4.5, 0.26), (9, 1.3, 0.0, 0.10)):
        rgb = _ears(rgb, sun, dice, *layer)
    for _ in range(26):  # insects and chaff in the light, out of focus
        px, py, r = dice.random(), 0.75 * dice.random(), 0.002 + 0.007 * dice.random()
        at = area(w, h, px - r, py - 2 * r, px + r, py + 2 * r)
        disc = ramp(distance(x[at], y[at], px, py, h / w), r, r * 0.7)
        rgb[at] = shine(rgb[at], disc, "#ffe9b0", 0.16)
    rgb = shine(rgb, sun, "#ffcf7a", 0.16)
    return finish(bloom(rgb, 40, 0.16, 0.78), 631, 0.024, 0.4)


def _ears(
    rgb: Picture,
    sun: Plane,
    dice: np.random.Generator,
    count: int,
    size: float,
    blur: float,
    low: float,
) -> Picture:
    """A layer of stalks with nodding ears; all strokes of a layer share one drawing."""
    h, w = sun.shape
    scale = 1 if blur else 2
    dark, light = Image.new("L", (w * scale, h * scale)), Image.new("L", (w * scale, h * scale))
    body, rim = ImageDraw.Draw(dark), ImageDraw.Draw(light)
    for i in range(count):
        foot = w * scale * (-0.05 + 1.1 * (i + dice.random()) / count)
        top = h * scale * (low + 0.30 * dice.random())
        _ear(body, rim, dice, (foot, top), size * w * scale / 1600, h * scale)
    planes = []
    for image in (dark, light):
        plane = np.asarray(image.reduce(2) if scale == 2 else image, np.float32) / np.float32(255)
        planes.append(soften(plane, blur) if blur else plane)
    grain, lit = planes
    y = grid(w, h)[1]
    depth = 0.27 + 0.26 * sun - 0.14 * ramp(y, 0.55, 1.0) + 0.10 * (1 - size)
    stops = [(0.0, "#1d1006"), (0.25, "#5d3a12"), (0.5, "#b07a30"), (1.0, "#ffe3a0")]
    rgb = blend(rgb, grain * min(1.0, 0.80 + 0.18 * size), tone(depth + 0.10 * lit, *stops))
    return shine(rgb, lit * (0.25 + 1.0 * sun), "#ffd98a", 0.62)


def _ear(
    body: ImageDraw.ImageDraw,
    rim: ImageDraw.ImageDraw,
    dice: np.random.Generator,
    at: tuple[float, float],
    unit: float,
    bottom: float,
) -> None:
    """One ear and its stalk in pixels; `unit` is a pixel at full size, `at` foot x and top y."""
    foot, top = at
    nod = (dice.random() - 0.38) * 1.7
    t = np.linspace(0, 1, 26)
    long = 235 * unit
    neck_x, neck_y = foot + nod * 60 * unit, top + 0.55 * long
    heading = -np.pi / 2 + nod * (0.25 + 0.95 * t)
    px = neck_x + np.cumsum(np.cos(heading)) * long / 26
    py = neck_y + np.cumsum(np.sin(heading)) * long / 26
    k = np.linspace(0, 1, 12)
    stalk = list(zip(foot + (neck_x - foot) * k**2, bottom + (neck_y - bottom) * k, strict=True))
    body.line(stalk, fill=235, width=max(1, int(5 * unit)))
    rim.line([(a - 1.6 * unit, b) for a, b in stalk], fill=150, width=max(1, int(1.6 * unit)))
    axis = [(neck_x, neck_y), *zip(px, py, strict=True)]
    body.line(axis, fill=255, width=max(1, int(9 * unit)))
    for i in range(26):
        swell = (0.55 + 0.45 * np.sin(np.pi * (0.12 + 0.86 * t[i]))) * unit
        for side in (-1, 1):
            turn = heading[i] + side * (0.50 - 0.22 * t[i] + 0.16 * (dice.random() - 0.5))
            out = heading[i] + side * 1.57
            ax, ay = px[i] + np.cos(out) * 3.5 * unit, py[i] + np.sin(out) * 3.5 * unit
            size = swell * (26 + 6 * dice.random())
            bx, by = ax + np.cos(turn) * size, ay + np.sin(turn) * size
            nx, ny = -np.sin(turn) * 5.6 * swell, np.cos(turn) * 5.6 * swell
            mx, my = ax * 0.5 + bx * 0.5, ay * 0.5 + by * 0.5
            body.polygon([(ax, ay), (mx + nx, my + ny), (bx, by), (mx - nx, my - ny)], fill=255)
            edge = [(mx + side * nx, my + side * ny), (bx, by)]
            rim.line(edge, fill=185, width=max(1, int(1.7 * unit)))
            awn = turn - side * (0.30 - 0.10 * dice.random())
            reach = (85 + 60 * dice.random()) * unit
            tip = (bx + np.cos(awn) * reach, by + np.sin(awn) * reach)
            body.line([(bx, by), tip], fill=190, width=max(1, int(1.4 * unit)))
            rim.line([(bx, by), tip], fill=95, width=max(1, int(1.0 * unit)))


@scene("sea-fog")
def sea_fog(w: int, h: int) -> Image.Image:
    """A bank of fog lies on flat sea; a small boat is about to meet it."""
    x, y = grid(w, h)
    horizon = 0.62
    light = 0.52 + 0.30 * (y / horizon).clip(0, 1) + (fbm(w, h, 2, 6, 641, 4) - 0.5) * 0.06
    light = light - 0.10 * (x - 0.3)
    n = h - int(h * horizon)
    down = np.linspace(0, 1, n, dtype=np.float32)[:, None]
    swell = fbm(w, n, 3, 30, 643, 5) - 0.5
    sea = 0.72 - 0.36 * down**0.7 + swell * 0.26 * (0.3 + down) - 0.10 * (x[:n] - 0.3)
    light[h - n :] = sea + (water(w, n, 645, 0.4) - 0.5) * 0.22 * down
    rgb = tone(light, *FOG)
    at = area(w, h, 0.17, 0.52, 0.40, 0.86)
    boat = mask(w, h, _boat, 0.8, at)
    foot = int(h * 0.683) - at[0].start
    mirror = np.zeros_like(boat)
    mirror[foot : foot + 130] = boat[foot - 130 : foot][::-1]
    rows, columns = boat.shape
    shiver = (fbm(columns, rows, 2, 54, 647, 3) - 0.5) * 0.06
    mirror = warp(soften(mirror, 2), shiver, np.zeros_like(boat)) * ramp(y[at], 0.80, 0.68)
    rgb[at] = over(shade(rgb[at], mirror, 0.5), boat * 0.92, "#26323d")
    return finish(_bank(rgb, x, y), 641, 0.02, 0.3)


FOG = [(0.0, "#3c5064"), (0.3, "#64798d"), (0.55, "#9cafbc"), (0.75, "#cbd5d8"), (0.92, "#efe9df")]
FOG += [(1.0, "#fffaf0")]


def _bank(rgb: Picture, x: Plane, y: Plane) -> Picture:
    """The fog: a wall with a billowing top on the right, a thin veil elsewhere."""
    h, w = x.shape
    roll_x, roll_y = fbm(w, h, 4, 4, 649, 5) - 0.5, fbm(w, h, 4, 4, 655, 5) - 0.5
    billow = warp(fbm(w, h, 4, 7, 657, 6, 0.55), roll_x * 0.20, roll_y * 0.22)
    top = 0.375 + 0.10 * ramp(x, 0.15, 0.0) + 0.14 * (0.5 - billow) + 0.05 * (x - 0.5)
    reach = ramp(x + 0.30 * (billow - 0.5) - 0.22 * ramp(y, 0.55, 0.70), 0.20, 0.56)
    wall = ramp(y, top - 0.03, top + 0.09) * ramp(y, 0.735, 0.585) * reach * 0.97
    bulk = 0.80 + 0.36 * (billow - 0.5) - 0.12 * ramp(y, 0.45, 0.66)
    bulk = bulk + 0.22 * ramp(y, top + 0.14, top - 0.02)
    rgb = blend(rgb, wall.clip(0, 1), tone(bulk, *FOG))
    veil = ramp(y, 0.40, 0.60) * ramp(y, 0.80, 0.62) * 0.42 * (0.5 + billow * 0.8)
    return over(rgb, veil, "#dfe3e1")


def _boat(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
    """A cutter, seen from the side and rather far away."""
    px, foot, u = W * 0.285, H * 0.684, H * 0.13

    def stroke(fill: int, width: float, *points: tuple[float, float]) -> None:
        dots = [(px + u * a, foot + u * b) for a, b in points]
        d.line(dots, fill=fill, width=max(2, int(u * width)))

    hull = [(-0.62, -0.20), (0.52, -0.17), (0.72, -0.30), (0.60, 0.0), (-0.55, 0.0)]
    d.polygon([(px + u * a, foot + u * b) for a, b in hull], fill=255)
    d.rectangle([px - u * 0.42, foot - u * 0.46, px - u * 0.06, foot - u * 0.16], fill=255)
    stroke(255, 0.03, (0.18, -0.18), (0.18, -0.98))
    stroke(235, 0.02, (-0.24, -0.44), (-0.24, -0.76))
    stroke(140, 0.01, (0.70, -0.29), (0.18, -0.95), (-0.40, -0.46))
