"""A street at night, after rain."""

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

LAMPS = ["#ffb45e", "#ff5a3c", "#6fe0c8", "#ffe6b8", "#ffcf86"]


NIGHT = [(0.0, "#04060b"), (0.1, "#101725"), (0.3, "#344055"), (1.0, "#b3b9c0")]
HORIZON = 0.40


@scene("wet-street")
def wet_street(w: int, h: int) -> Image.Image:
    """Wet asphalt at night with long reflections of lamps and shop windows."""
    x, y = grid(w, h)
    far = 0.055 + 0.10 * np.exp(-(((y - HORIZON) / 0.10) ** 2))
    rgb = tone(far + (fbm(w, h, 5, 5, 571, 4) - 0.5) * 0.05, *NIGHT)
    n = h - int(h * HORIZON)
    down = np.repeat(np.linspace(0, 1, n, dtype=np.float32)[:, None], w, axis=1)
    mirrored = _lamps(rgb, x, y, down)
    near = 1 / (down + 0.035)
    column = ((x[:n] - 0.5) * near * 1100 + 40960).astype(np.int32) % 1024
    row = (near * 560).astype(np.int32) % 1024
    stones = fbm(1024, 1024, 210, 210, 573, 3, 0.7)[row, column]
    stones = 0.5 + (stones - 0.5) * ramp(down, 0.0, 0.30)
    puddle = ramp(fbm(w, n, 4, 9, 575, 4), 0.53, 0.64)
    sparkle = 0.30 + 1.15 * ramp(stones, 0.40, 0.78)
    sparkle = sparkle * (1 - puddle) + 0.95 * puddle
    dark = 0.045 + (stones - 0.5) * 0.16 * (1 - puddle) * ramp(down, 0.02, 0.4) + 0.03 * (1 - down)
    painted = _paint(x[:n], near) * (0.6 + 0.4 * stones) * (1 - 0.6 * puddle)
    dark = dark + painted * (0.10 + 0.16 * ramp(down, 0.9, 0.1))
    peak = np.maximum(np.maximum(mirrored[..., 0], mirrored[..., 1]), mirrored[..., 2]) + 0.001
    sparkle *= (1 - np.exp(-1.4 * peak)) / peak  # lamps that add up must not bleach
    road = tone(dark, *NIGHT) + mirrored * sparkle[..., None]
    rgb[h - n :] = blend(rgb[h - n :], ramp(down, 0.0, 0.012), road)
    return finish(bloom(_street_life(rgb, x, y), 30, 0.20, 0.6), 571, 0.03, 0.5)


def _lamps(rgb: Picture, x: Plane, y: Plane, down: Plane) -> Picture:
    """Paint lamps along both sides of the street; returns what the road mirrors of them."""
    h, w = x.shape
    n = len(down)
    mirrored = np.zeros((n, w, 3), np.float32)
    shake = (fbm(w, n, 20, 60, 577, 3) - 0.5) * 0.012 * ramp(down, 0, 0.5)
    dice = rng(579)
    for i in range(44):
        side = -1 if i % 5 < 2 else 1
        deep = dice.random() ** 1.5
        px = 0.44 + side * (0.02 + 0.52 * deep)
        py = HORIZON - 0.012 - 0.10 * deep - 0.16 * deep * dice.random()
        r, code = 0.006 + 0.017 * deep, LAMPS[int(dice.random() * 5)]
        power, long = 0.35 + 0.6 * dice.random(), 0.30 + 0.55 * dice.random()
        at = area(w, h, px - r, py - 2 * r, px + r, py + 2 * r)
        d = distance(x[at], y[at], px, py, h / w)
        rgb[at] = shine(rgb[at], ramp(d, r, r * 0.85) * (0.7 + 0.3 * d / r), code, power)
        columns = area(w, n, px - 4.2 * r, 0, px + 4.2 * r, 1)
        v = down[columns]
        off = (x[:n][columns] - px + shake[columns]) / (r * (0.8 + 1.3 * v))
        fade = (v * (1 - HORIZON) - (HORIZON - py) * 0.9) / long
        beam = np.exp(-(off**2) - fade.clip(-0.2, 9) ** 2) * ramp(v, 0.0, 0.04)
        mirrored[columns] += beam[..., None] * (colour(code) * np.float32(power))
    return mirrored


def _paint(x: Plane, near: Plane) -> Plane:
    """A dashed middle line and the pale kerbs, on the ground in perspective."""
    across = (x - 0.45) * near
    dash = ramp(np.abs((near * 1.1) % 1 - 0.5), 0.26, 0.24)
    line = ramp(np.abs(across - 0.03), 0.0125, 0.0095) * dash
    kerbs = np.maximum(
        ramp(np.abs(across + 0.56), 0.030, 0.024), ramp(np.abs(across - 0.66), 0.030, 0.024)
    )
    return np.maximum(line, 0.55 * kerbs)


def _fronts(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
    left = [(0.0, 0.0), (0.20, 0.0), (0.40, 0.30), (0.425, HORIZON), (0.0, HORIZON)]
    right = [(1.0, 0.0), (0.74, 0.0), (0.50, 0.29), (0.47, HORIZON), (1.0, HORIZON)]
    for side in (left, right):
        d.polygon([(W * px, H * py) for px, py in side], fill=90)


def _walker(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
    """Someone under an umbrella, far down the street."""
    px, foot, u = W * 0.575, H * 0.478, H * 0.150
    canopy = [px - u * 0.36, foot - u * 1.22, px + u * 0.36, foot - u * 0.60]
    d.pieslice(canopy, 180, 360, fill=255)
    d.ellipse([px - u * 0.06, foot - u * 0.93, px + u * 0.06, foot - u * 0.79], fill=255)
    coat = [(-0.08, 0.80), (0.08, 0.80), (0.13, 0.34), (-0.13, 0.34)]
    legs = [
        [(-0.08, 0.36), (-0.01, 0.36), (-0.05, 0.0), (-0.10, 0.0)],
        [(0.01, 0.36), (0.08, 0.36), (0.11, 0.0), (0.06, 0.0)],
    ]
    for shape in [coat, *legs]:
        d.polygon([(px + u * a, foot - u * b) for a, b in shape], fill=255)


def _street_life(rgb: Picture, x: Plane, y: Plane) -> Picture:
    """House fronts to both sides, and a walker with a reflection."""
    h, w = x.shape
    rgb = shade(rgb, mask(w, h, _fronts, 8), 0.9)
    at = area(w, h, 0.40, 0.20, 0.72, 0.72)
    glow = bump(x[at], y[at], 0.56, HORIZON - 0.03, 0.085, 0.075)
    part = shine(rgb[at], glow, "#6f6a66", 0.5)
    person = mask(w, h, _walker, 1.6, at)
    foot = int(h * 0.478) - at[0].start
    mirror = np.zeros_like(person)
    tall = min(foot, len(mirror) - foot)
    mirror[foot : foot + tall] = person[foot - tall : foot][::-1]
    rows, columns = mirror.shape
    mirror = soften(mirror, 6) * (0.7 + 0.6 * (noise(columns, rows, 10, 80, 581) - 0.5))
    rgb[at] = over(shade(part, mirror.clip(0, 1), 0.75), person * 0.97, "#07090e")
    return rgb
