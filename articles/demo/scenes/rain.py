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


@scene("wet-street")
def wet_street(w: int, h: int) -> Image.Image:
    """Wet asphalt at night with long reflections of lamps and shop windows."""
    x, y = grid(w, h)
    horizon = 0.40
    far = (
        0.055
        + 0.10 * np.exp(-(((y - horizon) / 0.10) ** 2))
        + (fbm(w, h, 5, 5, 571, 4) - 0.5) * 0.05
    )
    night = [(0.0, "#04060b"), (0.1, "#101725"), (0.3, "#344055"), (1.0, "#b3b9c0")]
    rgb = tone(far, *night)
    n = h - int(h * horizon)
    down = np.linspace(0, 1, n, dtype=np.float32)[:, None] + np.zeros((1, w), np.float32)
    near = 1 / (down + 0.035)
    column = ((x[:n] - 0.5) * near * 1100 + 40960).astype(np.int32) % 1024
    row = (near * 560).astype(np.int32) % 1024
    stones = fbm(1024, 1024, 210, 210, 573, 3, 0.7)[row, column]
    stones = stones * ramp(down, 0.0, 0.30) + 0.5 * ramp(down, 0.30, 0.0)
    puddle = ramp(fbm(w, n, 4, 9, 575, 4), 0.53, 0.64)
    lift = np.zeros((h, w), np.float32)
    road = np.zeros((n, w, 3), np.float32)
    shake = (fbm(w, n, 20, 60, 577, 3) - 0.5) * 0.012 * ramp(down, 0, 0.5)
    dice = rng(579)
    for i in range(44):
        side = -1 if i % 5 < 2 else 1
        deep = dice.random() ** 1.5
        px = 0.44 + side * (0.02 + 0.52 * deep)
        py = horizon - 0.012 - 0.10 * deep - 0.16 * deep * dice.random()
        r, code, power = (
            0.006 + 0.017 * deep,
            LAMPS[int(dice.random() * 5)],
            0.35 + 0.6 * dice.random(),
        )
        at = area(w, h, px - r, py - 2 * r, px + r, py + 2 * r)
        d = distance(x[at], y[at], px, py, h / w)
        rgb[at] = shine(rgb[at], ramp(d, r, r * 0.85) * (0.7 + 0.3 * d / r), code, power)
        wide = r * (0.8 + 1.3 * down)
        start, long = (horizon - py) * 0.9, 0.30 + 0.55 * dice.random()
        fade = np.exp(-(((down * (1 - horizon) - start) / long).clip(-0.2, 9) ** 2)) * ramp(
            down, 0.0, 0.04
        )
        columns = slice(max(0, int((px - 0.08) * w)), max(1, min(w, int((px + 0.08) * w))))
        beam = (
            np.exp(-(((x[:n, columns] - px + shake[:, columns]) / wide[:, columns]) ** 2))
            * fade[:, columns]
        )
        road[:, columns] += beam[..., None] * colour(code) * np.float32(power)
    sparkle = 0.30 + 1.15 * ramp(stones, 0.40, 0.78)
    sparkle = sparkle * (1 - puddle) + 0.95 * puddle
    dark = 0.045 + (stones - 0.5) * 0.16 * (1 - puddle) * ramp(down, 0.02, 0.4) + 0.03 * (1 - down)
    lift[h - n :] = 1
    painted = _paint(x[:n], near) * (0.6 + 0.4 * stones) * (1 - 0.6 * puddle)
    dark = dark + painted * (0.10 + 0.16 * ramp(down, 0.9, 0.1))
    ground = np.zeros_like(rgb)
    ground[h - n :] = tone(dark, *night) + (1 - np.exp(-1.25 * road)) * sparkle[..., None]
    rgb = blend(rgb, soften(lift, 2), ground)
    return finish(bloom(_street_edges(rgb, x, y, horizon), 30, 0.20, 0.6), 571, 0.03, 0.5)


def _paint(x: Plane, near: Plane) -> Plane:
    """A dashed middle line and the pale kerbs, on the ground in perspective."""
    across = (x - 0.45) * near
    dash = ramp(np.abs((near * 1.1) % 1 - 0.5), 0.26, 0.24)
    line = ramp(np.abs(across - 0.03), 0.0125, 0.0095) * dash
    kerbs = np.maximum(
        ramp(np.abs(across + 0.56), 0.030, 0.024), ramp(np.abs(across - 0.66), 0.030, 0.024)
    )
    return np.maximum(line, 0.55 * kerbs)


def _street_edges(rgb: Picture, x: Plane, y: Plane, horizon: float) -> Picture:
    """House fronts to both sides, a walker with an umbrella far down the street."""
    h, w = x.shape

    def fronts(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        d.polygon(
            [
                (0, 0),
                (W * 0.20, 0),
                (W * 0.40, H * 0.30),
                (W * 0.425, H * horizon),
                (0, H * horizon),
            ],
            fill=90,
        )
        d.polygon(
            [
                (W, 0),
                (W * 0.74, 0),
                (W * 0.50, H * 0.29),
                (W * 0.47, H * horizon),
                (W, H * horizon),
            ],
            fill=90,
        )

    def walker(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        px, foot, u = W * 0.575, H * 0.478, H * 0.150
        d.pieslice(
            [px - u * 0.36, foot - u * 1.22, px + u * 0.36, foot - u * 0.60], 180, 360, fill=255
        )
        d.ellipse([px - u * 0.06, foot - u * 0.93, px + u * 0.06, foot - u * 0.79], fill=255)
        coat = [(-0.08, 0.80), (0.08, 0.80), (0.13, 0.34), (-0.13, 0.34)]
        d.polygon([(px + u * a, foot - u * b) for a, b in coat], fill=255)
        d.polygon(
            [
                (px - u * 0.08, foot - u * 0.36),
                (px - u * 0.01, foot - u * 0.36),
                (px - u * 0.05, foot),
                (px - u * 0.10, foot),
            ],
            fill=255,
        )
        d.polygon(
            [
                (px + u * 0.01, foot - u * 0.36),
                (px + u * 0.08, foot - u * 0.36),
                (px + u * 0.11, foot),
                (px + u * 0.06, foot),
            ],
            fill=255,
        )

    rgb = shade(rgb, mask(w, h, fronts, 8), 0.9)
    rgb = shine(rgb, bump(x, y, 0.56, horizon - 0.03, 0.085, 0.075), "#6f6a66", 0.5)
    person = mask(w, h, walker, 1.6)
    foot = int(h * 0.478)
    mirror = np.zeros_like(person)
    tall = min(foot, h - foot)
    mirror[foot : foot + tall] = person[foot - tall : foot][::-1]
    mirror = soften(mirror, 6) * (0.7 + 0.6 * (noise(w, h, 30, 160, 581) - 0.5))
    return over(shade(rgb, mirror.clip(0, 1), 0.75), person * 0.97, "#07090e")
