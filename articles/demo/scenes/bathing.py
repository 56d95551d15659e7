"""Cold water and the ways into it: jetty, rings, a swimmer from below."""

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
    noise,
    over,
    ramp,
    rng,
    rounded,
    shade,
    shine,
    soften,
    tone,
    warp,
    water,
)
from .registry import scene


@scene("planks", tall=True)
def planks(w: int, h: int) -> Image.Image:
    """A frosted jetty running out into mist."""
    x, y = grid(w, h)
    horizon = 0.36
    n = h - int(h * horizon)
    mist = fbm(w, h, 2, 5, 11, 4)
    light = 0.64 + 0.24 * (y / horizon).clip(0, 1) + (mist - 0.5) * 0.2
    rgb = tone(light, (0.4, "#8fa3b8"), (0.7, "#c6d0d8"), (1, "#f4f2ec"))
    down = np.linspace(0.002, 1, n, dtype=np.float32)[:, None] + np.zeros((1, w), np.float32)
    sea = 0.80 - 0.50 * down**0.55 + (water(w, n, 21, 0.6) - 0.5) * 0.5 * down
    rgb[h - n :] = tone(sea, (0, "#16324a"), (0.35, "#3f6580"), (0.65, "#93aebf"), (1, "#eceeea"))
    across = (x[:n] - (0.5 + 0.06 * (1 - down))) / (0.006 + 0.36 * down)
    deck = np.zeros((h, w, 3), np.float32)
    deck[h - n :] = _frosted_deck(w, n, down, across)
    m = np.zeros((h, w), np.float32)
    m[h - n :] = (np.abs(across) < 1) * (down * 9).clip(0, 1)
    shadow = np.zeros((h, w), np.float32)
    shadow[h - n :] = np.exp(-(((np.abs(across) - 1) / 0.22) ** 2)) * down
    rgb = blend(shade(rgb, shadow, 0.5), soften(m, 1), deck)
    for nearness in (0.62, 0.34, 0.16, 0.07, 0.0):
        rgb = _posts(rgb, x, y, horizon, nearness)
    haze = np.exp(-(((y - horizon) / 0.10) ** 2)) * 0.78
    return finish(over(rgb, haze, "#e4e5e2"), 11)


def _frosted_deck(w: int, n: int, down: Plane, across: Plane) -> Picture:
    """Boards in perspective: `down` 0 at the horizon to 1 at our feet, `across` -1 to 1."""
    depth = 7.5 / (down + 0.045)
    place = depth % 1
    board = np.floor(depth).astype(np.int32) % 199
    gap = np.exp(-(((np.abs(place - 0.5) - 0.5) / (0.035 + 0.004 * depth)) ** 2)) * ramp(
        down, 0, 0.3
    )
    shades = rng(5).random(199).astype(np.float32)[board]
    grain = fbm(w, n, 14, 240, 33, 4)
    frost = fbm(w, n, 55, 70, 35, 4, 0.7)
    rime = ramp(
        frost + 0.16 * np.abs(across) ** 2 + 0.10 * (np.abs(place - 0.5) * 2) ** 3, 0.50, 0.72
    )
    light = 0.70 - 0.30 * down**0.6 + (shades - 0.5) * 0.13 + (grain - 0.5) * 0.30 * down**0.4
    light = light + rime * 0.30 * (0.4 + 0.6 * down) - gap * 0.55 - 0.10 * np.abs(across) ** 6
    return tone(
        light, (0, "#1b1b22"), (0.3, "#54504f"), (0.55, "#96928d"), (0.8, "#d6d8d8"), (1, "#f7f8f7")
    )


def _posts(rgb: Picture, x: Plane, y: Plane, horizon: float, nearness: float) -> Picture:
    """A pair of mooring posts with snow on top, paler the further out they stand."""
    h, w = x.shape
    s = 0.05 + nearness * 0.95
    foot = horizon + (1 - horizon) * (s * 0.92)
    head = foot - 0.27 * s
    pale = min(1.0, 0.28 + 1.6 * s)
    for side in (-1, 1):
        middle = 0.5 + 0.06 * (1 - s) + side * (0.006 + 0.36 * s) * 1.04
        half = 0.018 * s
        rows = slice(int(h * (head - 0.02)), int(h * (foot + 0.04 * s)))
        at = rows, slice(int(w * (middle - 2 * half)), int(w * (middle + 2 * half)) + 1)
        u, v = (x[at] - middle) / half, y[at]
        round_ = 0.30 + 0.55 * np.sqrt((1 - u**2).clip(0, 1))
        stops = [(0.0, "#14171d"), (0.4, "#3a3f47"), (1.0, "#9aa1a8")]
        post = ramp(np.abs(u), 1.06, 0.94) * (v > head) * pale
        rgb[at] = blend(rgb[at], post, tone(round_ * (0.45 + 0.3 * (u < 0)), *stops))
        cap = ramp(u**2 / 1.25 + ((v - head) / (half * 0.5)) ** 2, 1.1, 0.9)
        rgb[at] = over(rgb[at], cap * min(1.0, 0.35 + s), "#eef1f2")
    return rgb


@scene("ripples")
def ripples(w: int, h: int) -> Image.Image:
    """Rings spreading over still green water that mirrors trees and a pale sky."""
    x, y = grid(w, h)
    depth = 1 / (y + 0.42)
    ground_x, ground_z = (x - 0.40) * 1.5 * depth, depth * 1.25
    from_centre = np.sqrt(ground_x**2 + (ground_z - 1.25 / (0.52 + 0.42)) ** 2)
    swell = fbm(w, h, 4, 9, 81, 4)
    envelope = np.exp(-((from_centre / 0.52) ** 2)) * (1 - np.exp(-((from_centre / 0.05) ** 2)))
    rings = np.sin(from_centre * 66 - 2 + swell * 1.1) * (envelope + 0.05)
    tilt = np.zeros_like(rings)
    tilt[1:] = np.diff(rings, axis=0) * (h / 1067) * 1.5
    breeze = fbm(w, h, 14, 110, 87, 4) - 0.5
    seen = y + tilt * 1.9 + breeze * 0.16 * (1.1 - y) + (swell - 0.5) * 0.10
    trees = fbm(w, 64, 3, 2, 83, 6, 0.55)[32][None, :] * 1.2 - 0.37
    sky = ramp(seen - trees + 0.25 * (x - 0.5), 0.37, 0.47)
    leaves = warp(fbm(w, h, 26, 20, 85, 4), tilt * 0.3, (seen - y))
    light = 0.17 + 0.10 * leaves + sky * (0.50 - 0.10 * (seen - 0.5)) - 0.12 * ramp(y, 0.55, 1.0)
    light = light + (1 - y) ** 2 * 0.10 + rings * 0.06
    stops = [(0, "#03130f"), (0.2, "#0e332b"), (0.38, "#2c6054"), (0.6, "#86aa9a")]
    return finish(tone(light, *stops, (0.8, "#d3dccb"), (1, "#fbf8ea")), 81)


@scene("below", tall=True)
def below(w: int, h: int) -> Image.Image:
    """A swimmer under a bright surface, seen from deeper down."""
    x, y = grid(w, h)
    sway = fbm(w, h, 5, 9, 101, 4) - 0.5
    ripple = warp(fbm(w, h, 9, 22, 103, 4), sway * 0.10, np.zeros_like(y))
    caustics = (1 - np.abs(ripple * 2 - 1)) ** 9
    angle = np.arctan2(x - 0.58, y + 0.20)
    fan = noise(600, 1, 42, 1, 105)[0]
    rays = fan[((angle + 1.2) / 2.4 * 599).clip(0, 599).astype(np.int32)]
    light = 0.64 - 0.62 * y**0.62 + np.exp(-((y / 0.26) ** 2)) * (caustics * 1.3 - 0.05)
    light = light + (rays - 0.45) * 0.30 * np.exp(-y / 0.5) + 0.26 * bump(x, y, 0.58, 0, 0.28, 0.32)
    stops = [(0, "#03121c"), (0.22, "#07303f"), (0.45, "#136070"), (0.68, "#58a9a4")]
    rgb = tone(light, *stops, (0.86, "#cbe7d2"), (1, "#fdfff2"))
    body = rounded(w, h, _swimmer, 12, 4)
    inner = soften(body, 14)
    rgb = over(rgb, soften(body, 2) * 0.93, "#04202a")
    rim = body * (1 - inner) * ramp(y, 0.47, 0.30)
    rgb = shine(rgb, rim * (0.35 + caustics * 1.4), "#7fc8c0", 0.8)
    motes = ramp(fbm(w, h, 110, 140, 107, 2), 0.85, 0.94) * ramp(y, 0.15, 0.5)
    return finish(shine(rgb, soften(motes, 1), "#8fd0c8", 0.35), 101)


def _swimmer(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
    """Breaststroke, seen from below: head to the upper left, legs trailing to the right."""

    def limb(width: float, *points: tuple[float, float]) -> None:
        dots = [(W * px, H * py) for px, py in points]
        d.line(dots, fill=255, width=int(W * width), joint="curve")
        for px, py in dots:
            r = W * width / 2
            d.ellipse([px - r, py - r, px + r, py + r], fill=255)

    d.ellipse([W * 0.352, H * 0.300, W * 0.420, H * 0.360], fill=255)
    torso = [
        (0.41, 0.322),
        (0.47, 0.318),
        (0.60, 0.358),
        (0.70, 0.392),
        (0.72, 0.420),
        (0.66, 0.434),
    ]
    torso += [(0.55, 0.416), (0.45, 0.388), (0.41, 0.352)]
    d.polygon([(W * px, H * py) for px, py in torso], fill=255)
    limb(0.040, (0.46, 0.372), (0.395, 0.432), (0.325, 0.452))
    limb(0.030, (0.325, 0.452), (0.215, 0.436))
    limb(0.036, (0.47, 0.334), (0.41, 0.276), (0.335, 0.252))
    limb(0.028, (0.335, 0.252), (0.225, 0.258))
    limb(0.056, (0.69, 0.404), (0.79, 0.420))
    limb(0.040, (0.79, 0.420), (0.895, 0.408))
    limb(0.022, (0.895, 0.408), (0.955, 0.416))
    limb(0.056, (0.68, 0.416), (0.765, 0.462))
    limb(0.040, (0.765, 0.462), (0.860, 0.490))
    limb(0.022, (0.860, 0.490), (0.915, 0.518))
