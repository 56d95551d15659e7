"""Cycling in town, at dusk and in the rain."""

import functools

import numpy as np
from PIL import Image, ImageDraw

from .canvas import (
    Picture,
    Plane,
    area,
    blend,
    bloom,
    bump,
    colour,
    distance,
    fbm,
    finish,
    grid,
    mask,
    over,
    ramp,
    relief,
    rng,
    rounded,
    shade,
    shine,
    soften,
    tone,
)
from .registry import scene

LAMPS = ["#ffb45e", "#ff5a3c", "#6fe0c8", "#ffe6b8", "#ffcf86"]


@scene("bicycle")
def bicycle(w: int, h: int) -> Image.Image:
    """A cyclist, followed by the camera, passes blurred lights in the rain."""
    x, y = grid(w, h)
    streaks = fbm(w, h, 2, 60, 141, 4)
    light = 0.16 + streaks * 0.34 * np.exp(-(((y - 0.33) / 0.30) ** 2))
    rgb = tone(light, (0, "#0b0f16"), (0.25, "#1d2c38"), (0.5, "#5b6a6c"), (1, "#f4dcae"))
    dice = rng(143)
    for i in range(46):
        cx, cy = dice.random(), 0.12 + dice.random() ** 1.6 * 0.50
        long, thin = 0.03 + dice.random() * 0.16, 0.004 + dice.random() * 0.008
        power = 0.2 + dice.random() * 0.6
        _streak(rgb, x, y, (cx, cy), (long, thin), LAMPS[i % 4], power)
        _streak(rgb, x, y, (cx, 1.62 - cy), (long, 0.030), LAMPS[i % 4], 0.16)
    road = ramp(y, 0.86, 0.92)
    wet = fbm(w, h, 2, 90, 147, 3) - 0.5
    rgb = rgb * (1 - road * (0.30 - wet * 0.8))[..., None]
    at = area(w, h, 0.24, 0.0, 0.80, 1.0)
    rider = np.maximum(mask(w, h, _machine, 1, at), rounded(w, h, _rider, 7, 2.0, at))
    trail = np.mean([np.roll(rider, -s, axis=1) for s in range(8, 80, 9)], axis=0)
    part = over(rgb[at], trail * 0.45, "#0a0d12")
    rim = (rider - np.roll(rider, 4, axis=1)).clip(0, 1) * ramp(y[at], 0.60, 0.15)
    part = over(part, rider * 0.97, "#0a0c11")
    rgb[at] = shine(part, soften(rim, 1), "#8ea3a8", 0.55)
    head = bump(x, y, 0.684, 0.445, 0.012, 0.015) + 0.34 * bump(x, y, 0.77, 0.46, 0.11, 0.07)
    tail = bump(x, y, 0.383, 0.52, 0.009, 0.013) + 0.30 * bump(x, y, 0.32, 0.52, 0.08, 0.018)
    rgb = shine(shine(rgb, head, "#fff2cc", 1.0), tail, "#ff2e1e", 1.0)
    return finish(bloom(rgb, 26, 0.18, 0.7), 141, 0.03, 0.6)


def _streak(
    rgb: Picture,
    x: Plane,
    y: Plane,
    centre: tuple[float, float],
    size: tuple[float, float],
    code: str,
    power: float,
) -> None:
    """Add a lamp drawn out sideways by the moving camera."""
    h, w = x.shape
    (cx, cy), (long, thin) = centre, size
    at = area(w, h, cx - 1.5 * long, cy - 2.6 * thin, cx + 1.5 * long, cy + 2.6 * thin)
    glow = np.exp(-(((x[at] - cx) / long) ** 4 + ((y[at] - cy) / thin) ** 2))
    rgb[at] = shine(rgb[at], glow, code, power)


def _line(
    d: ImageDraw.ImageDraw, W: int, H: int, width: float, *points: tuple[float, float]
) -> None:
    """A line with round joints; width as a fraction of the height."""
    dots = [(W * px, H * py) for px, py in points]
    r = H * width / 2
    d.line(dots, fill=255, width=max(1, round(2 * r)))
    for px, py in dots:
        d.ellipse([px - r, py - r, px + r, py + r], fill=255)


def _machine(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
    for cx in (0.400, 0.672):
        r = H * 0.178
        rim = [W * cx - r, H * 0.74 - r, W * cx + r, H * 0.74 + r]
        d.ellipse(rim, outline=255, width=int(H * 0.012))
        r *= 1.09
        guard = [W * cx - r, H * 0.74 - r, W * cx + r, H * 0.74 + r]
        d.arc(guard, 190, 330, fill=255, width=int(H * 0.008))
    seat, pedal, fork = (0.478, 0.475), (0.512, 0.755), (0.672, 0.74)
    _line(d, W, H, 0.013, (0.400, 0.74), pedal, (0.628, 0.505))
    _line(d, W, H, 0.013, seat, pedal)
    _line(d, W, H, 0.011, (0.400, 0.74), (0.486, 0.535))
    _line(d, W, H, 0.013, (0.488, 0.56), (0.626, 0.478))
    _line(d, W, H, 0.012, fork, (0.640, 0.56), (0.619, 0.425))
    _line(d, W, H, 0.012, (0.588, 0.412), (0.619, 0.405), (0.642, 0.425))
    _line(d, W, H, 0.022, (0.456, 0.465), (0.492, 0.468))
    _line(d, W, H, 0.010, (0.345, 0.535), (0.462, 0.545))  # the carrier
    r = H * 0.034
    d.ellipse([W * 0.512 - r, H * 0.755 - r, W * 0.512 + r, H * 0.755 + r], fill=255)
    d.rectangle([W * 0.660, H * 0.430, W * 0.682, H * 0.462], fill=255)


def _rider(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
    d.ellipse([W * 0.544, H * 0.075, W * 0.594, H * 0.170], fill=255)
    d.pieslice([W * 0.534, H * 0.045, W * 0.598, H * 0.165], 170, 352, fill=255)  # the helmet
    coat = [(0.540, 0.185), (0.575, 0.195), (0.586, 0.235), (0.560, 0.33), (0.532, 0.45)]
    coat += [
        (0.500, 0.485),
        (0.455, 0.475),
        (0.436, 0.50),
        (0.418, 0.475),
        (0.452, 0.36),
        (0.490, 0.245),
    ]
    d.polygon([(W * px, H * py) for px, py in coat], fill=255)
    _line(d, W, H, 0.050, (0.555, 0.16), (0.545, 0.22))
    _line(d, W, H, 0.052, (0.563, 0.225), (0.586, 0.335), (0.612, 0.385))
    _line(d, W, H, 0.034, (0.612, 0.385), (0.628, 0.402))
    _line(d, W, H, 0.080, (0.475, 0.455), (0.572, 0.545))
    _line(d, W, H, 0.058, (0.572, 0.545), (0.542, 0.69))
    _line(d, W, H, 0.040, (0.542, 0.69), (0.528, 0.815))
    _line(d, W, H, 0.030, (0.526, 0.828), (0.560, 0.836))
    _line(d, W, H, 0.070, (0.475, 0.47), (0.545, 0.575), (0.495, 0.655))
    _line(d, W, H, 0.030, (0.492, 0.675), (0.522, 0.690))


@scene("traffic-light", tall=True)
def traffic_light(w: int, h: int) -> Image.Image:
    """A bicycle traffic light on green, at dusk, the town out of focus behind it."""
    x, y = grid(w, h)
    cloud = fbm(w, h, 2, 6, 561, 4)
    light = 0.18 + 0.46 * ramp(y, 0.0, 0.78) - 0.34 * ramp(y, 0.72, 1.0) + (cloud - 0.5) * 0.10
    stops = [(0.0, "#0c1222"), (0.2, "#1f2d4c"), (0.4, "#4d587c"), (0.55, "#94809a")]
    rgb = tone(light, *stops, (0.7, "#e0a68c"), (1.0, "#ffe3b4"))
    rgb = over(rgb, mask(w, h, _houses, 16) * 0.86, "#141a2b")
    dice = rng(565)
    for i in range(34):
        px, py, r = dice.random(), 0.66 + 0.28 * dice.random(), 0.014 + 0.026 * dice.random()
        at = area(w, h, px - r, py - r, px + r, py + r)
        d = distance(x[at], y[at], px, py, h / w)
        disc = ramp(d, r, r * 0.9) * (0.65 + 0.35 * (d / r).clip(0, 1))
        rgb[at] = shine(rgb[at], disc, LAMPS[i % 5], 0.22 + 0.36 * dice.random())
    at = area(w, h, 0.36, 0.04, 0.84, 1.0)
    rgb[at] = _signal(rgb[at], x[at], y[at], (w, h))
    rgb = shine(rgb, bump(x, y, 0.60, LENSES[-1][0], 0.17, 0.136), "#1fd08a", 0.22)
    return finish(bloom(rgb, 26, 0.16, 0.72), 561, 0.028, 0.45)


def _houses(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
    dice = rng(563)
    left = 0.0
    while left < 1:
        right = left + 0.10 + 0.12 * dice.random()
        roof = 0.60 + 0.10 * dice.random() + 0.10 * abs(left - 0.35)
        d.rectangle([W * left, H * roof, W * right, H], fill=255)
        left = right


LENSES = [(0.235, "#5a1614"), (0.4125, "#5c4310"), (0.590, "#35f0a4")]


def _signal(rgb: Picture, x: Plane, y: Plane, size: tuple[int, int]) -> Picture:
    """Post, housing and the three lamps; the lowest is lit."""
    (w, h), cx = size, 0.60
    at = area(w, h, 0.36, 0.04, 0.84, 1.0)
    u = (x - cx) / 0.021
    steel = 0.12 + 0.30 * np.exp(-(((u + 0.45) / 0.35) ** 2))
    steel = steel + 0.22 * np.exp(-(((u - 0.9) / 0.2) ** 2))
    metal = [(0.0, "#06080d"), (0.2, "#1d232f"), (0.5, "#5b6477"), (1.0, "#d9c7b8")]
    rgb = blend(rgb, ramp(np.abs(u), 1.03, 0.97) * (y > 0.7), tone(steel, *metal))

    def case(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        d.rounded_rectangle([W * 0.475, H * 0.115, W * 0.725, H * 0.735], W * 0.030, fill=255)

    box = mask(w, h, case, 1, at)
    side = relief(soften(box, 9) * 18, -2.6, 0.35)
    grit = fbm(x.shape[1], x.shape[0], 70, 120, 567, 3) - 0.5
    dusk = 0.13 + 0.05 * (0.6 - x) + side * 0.16 + grit * 0.02 + 0.10 * ramp(x, 0.70, 0.728)
    rgb = blend(rgb, box, tone(dusk, *metal))
    r = 0.083
    for cy, code in LENSES:
        part = area(w, h, cx - 0.13, cy - 0.10, cx + 0.13, cy + 0.12)
        rows, columns = (
            slice(a.start - b.start, a.stop - b.start) for a, b in zip(part, at, strict=True)
        )
        sign = mask(w, h, functools.partial(_bike_sign, cx=cx, cy=cy, r=r), 1.2, part)
        u, v = (x[rows, columns] - cx) / r, (y[rows, columns] - cy) * (h / w / r)
        lit = code == LENSES[-1][1]
        rgb[rows, columns] = _lens(rgb[rows, columns], u, v, sign, code, lit)
    return rgb


def _lens(rgb: Picture, u: Plane, v: Plane, sign: Plane, code: str, lit: bool) -> Picture:
    """One lamp under its hood; u and v are 1 at the rim of the glass."""
    d = np.sqrt(u**2 + v**2)
    rgb = shade(rgb, ramp(np.sqrt(u**2 + (v - 0.25) ** 2), 1.35, 0.9), 0.5)
    glass = ramp(d, 1.0, 0.97)
    rgb = over(rgb, ramp(d, 1.10, 1.07), "#090b11")
    if lit:
        diodes = 0.84 + 0.21 * np.cos(u * 60) * np.cos(v * 60)
        rgb = over(rgb, glass, "#06130f")
        rgb = blend(rgb, sign, colour(code) * diodes[..., None])
        rgb = shine(rgb, sign, "#c8ffe6", 0.35)
        rgb = shine(rgb, soften(sign, 12) * glass, code, 0.34)
    else:
        sheen = 0.30 - 0.16 * v + 0.22 * np.exp(-(((d - 0.8) / 0.16) ** 2)) * ramp(v, -0.1, 0.1)
        rgb = blend(rgb, glass, colour(code) * sheen[..., None])
        rgb = shade(rgb, sign * glass, 0.55)
    hood = ramp(d, 1.16, 1.12) * ramp(np.sqrt(u**2 + (v - 0.30) ** 2), 1.06, 1.10)
    hood = hood * ramp(v, 0.5, 0.45)
    rgb = over(rgb, hood * 0.96, "#0b0e15")
    rgb = shine(rgb, hood * np.exp(-(((d - 1.12) / 0.03) ** 2)) * ramp(v, 0, -0.6), "#8a7f8c", 0.5)
    inside = hood * ramp(d, 1.06, 0.98) * ramp(v, 0.12, 0.08)
    return shine(rgb, inside, code, 0.22) if lit else rgb


def _bike_sign(d: ImageDraw.ImageDraw, W: int, H: int, cx: float, cy: float, r: float) -> None:
    """The bicycle that the glass lets through; `r` is the glass's radius in widths."""
    cx, cy, r = W * cx, H * cy, W * r
    wide = int(r * 0.075)

    def tubes(*points: tuple[float, float]) -> None:
        d.line([(cx + a * r, cy + b * r) for a, b in points], fill=255, width=wide, joint="curve")

    for wheel in (-0.40, 0.40):
        box = [cx + (wheel - 0.27) * r, cy - 0.07 * r, cx + (wheel + 0.27) * r, cy + 0.47 * r]
        d.ellipse(box, outline=255, width=wide)
    tubes((-0.40, 0.20), (-0.17, -0.14), (0.24, -0.14), (-0.02, 0.20), (-0.40, 0.20))
    tubes((-0.02, 0.20), (-0.21, -0.26))
    tubes((-0.32, -0.27), (-0.10, -0.27))
    tubes((0.40, 0.20), (0.19, -0.34), (0.34, -0.37))
