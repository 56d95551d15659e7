"""Bread: the dough and the loaf."""

import numpy as np
from PIL import Image, ImageDraw

from .canvas import (
    Picture,
    Plane,
    area,
    blend,
    bump,
    fbm,
    finish,
    grid,
    mask,
    noise,
    over,
    ramp,
    relief,
    rng,
    rounded,
    shade,
    soften,
    tone,
    warp,
)
from .registry import scene

CRUST = [
    (0.0, "#0f0705"),
    (0.22, "#33190d"),
    (0.45, "#6d3d1e"),
    (0.68, "#ab7540"),
    (1.0, "#f2d9ac"),
]


@scene("dough")
def dough(w: int, h: int) -> Image.Image:
    """A round of floured dough on a dark board, light from a window on the left."""
    x, y = grid(w, h)
    plank = y * 3.4 + 0.2
    grain = fbm(w, h, 3, 70, 401, 5)
    board = 0.17 + 0.20 * (1 - x) + (grain - 0.5) * 0.20 + 0.02 * (np.floor(plank) % 2)
    board = board - 0.12 * np.exp(-(((plank % 1) / 0.012) ** 2))
    rgb = tone(board, (0, "#0a0807"), (0.25, "#2b2320"), (0.5, "#5d4c42"), (1, "#b9a48f"))
    u, v = (x - 0.42) / 0.275, (y - 0.52) * (h / w / 0.230)
    out = np.sqrt(u**2 + v**2) + (noise(w, h, 5, 4, 403) - 0.5) * 0.035
    dust = fbm(w, h, 260, 180, 405, 2) * 0.6 + fbm(w, h, 24, 16, 407, 4) * 0.75
    swept = warp(fbm(w, h, 4, 16, 409, 4), (y - 0.5) * 0.3, x * 0.2)
    thrown = np.exp(-(((out - 1) / 0.42).clip(0, 9) ** 1.3)) * 0.26 + 0.05
    flour = ramp(dust + (swept - 0.5) * 0.5, 0.80 - thrown, 1.10 - thrown)
    drift = soften(ramp(swept + thrown * 1.6, 0.50, 0.95), 12)
    rgb = over(rgb, np.maximum(soften(flour, 1) * 0.85, drift * 0.34), "#d8d0c4")
    rgb = shade(rgb, ramp(np.sqrt((u - 0.20) ** 2 + (v - 0.16) ** 2), 1.16, 0.84), 0.72)
    at = area(w, h, 0.13, 0.15, 0.71, 0.89)
    ball = _ball(u[at], v[at], out[at], dust[at])
    rgb[at] = blend(rgb[at], ramp(out[at], 1.006, 0.988), ball)
    return finish(rgb, 401, 0.022, 0.45)


def _ball(u: Plane, v: Plane, out: Plane, dust: Plane) -> Picture:
    """The dough itself: u, v and `out` are 1 at its rim, `dust` the flour that lies on it."""
    h, w = u.shape
    lumps = fbm(w, h, 4, 4, 411, 4)
    folds = 1 - np.abs(warp(fbm(w, h, 3, 2, 413, 3), lumps * 0.16, lumps * 0.13) * 2 - 1)
    dome = np.sqrt(1 - out.clip(0, 1) ** 2.6)
    height = soften(dome * 250 + lumps * 56 - folds**8 * 20, 3)
    lit = relief(height, -2.75, 0.50).clip(-0.95, 0.8)
    light = 0.58 + 0.36 * lit - 0.10 * ramp(out, 0.7, 1.0) - 0.13 * (u + v * 0.5)
    light = light + (fbm(w, h, 70, 60, 415, 3) - 0.5) * 0.05
    stops = [(0.0, "#3b2c20"), (0.3, "#94785a"), (0.55, "#cdb696"), (0.8, "#f0e4ce")]
    rgb = tone(light, *stops, (1.0, "#fffaf0"))
    powder = ramp(dust + lit * 0.12 - out * 0.08, 0.60, 0.82) * (0.35 + 0.5 * ramp(lit, -0.5, 0.4))
    white = tone(light + 0.16, (0, "#6d6358"), (0.5, "#cfc7bc"), (1, "#fffdf8"))
    return blend(rgb, powder * 0.62, white)


@scene("loaf")
def loaf(w: int, h: int) -> Image.Image:
    """A cut rye loaf on a board; the dense crumb with its kernels faces us."""
    x, y = grid(w, h)
    wall = 0.16 + 0.24 * bump(x, y, 0.15, 0.15, 0.5, 0.5) + (fbm(w, h, 3, 2, 421, 3) - 0.5) * 0.08
    rgb = tone(wall, (0, "#0d0f12"), (0.3, "#373a3c"), (0.6, "#7d7d78"), (1, "#c8c2b4"))
    table = 0.66
    grain = fbm(w, h, 3, 130, 423, 4)
    wood = 0.34 + 0.26 * (1 - x) * ramp(y, table, 1.0) + (grain - 0.5) * 0.22
    board = tone(wood, (0, "#1a100a"), (0.3, "#5a3b22"), (0.6, "#a67c50"), (1, "#ecd2a6"))
    rgb = blend(rgb, ramp(y, table - 0.007, table + 0.007), board)
    at = area(w, h, 0.14, 0.20, 0.94, 0.90)
    whole = rounded(w, h, _body, 14, 1.4, at)
    contact = soften(np.roll(whole, (int(h * 0.022), int(w * 0.020)), axis=(0, 1)), 13)
    part = shade(rgb[at], contact * ramp(y[at], table - 0.02, table + 0.05), 0.80)
    rgb[at] = blend(part, whole, _crust(x[at], y[at]))
    at = area(w, h, 0.155, 0.29, 0.56, 0.84)
    front = rounded(w, h, _end, 14, 1.2, at)
    rgb[at] = blend(rgb[at], front, _crumb(x[at], y[at], front))
    return finish(_crumbs(rgb), 421, 0.024, 0.45)


def _end(
    d: ImageDraw.ImageDraw, W: int, H: int, dx: float = 0.0, dy: float = 0.0, k: float = 1.0
) -> None:
    """Outline of the loaf's cut end, moved by dx, dy and scaled by k."""
    outline = [(-0.185, 0.24), (-0.192, -0.05), (-0.165, -0.19), (-0.09, -0.255), (0.02, -0.27)]
    outline += [(0.11, -0.25), (0.172, -0.18), (0.190, -0.04), (0.180, 0.24)]
    dots = [(W * (0.36 + dx + k * px), H * (0.58 + dy + k * py)) for px, py in outline]
    d.polygon(dots, fill=255)


def _body(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
    for i in range(60):
        _end(d, W, H, 0.0062 * i, -0.0016 * i, 1 - 0.0022 * i)


def _crust(x: Plane, y: Plane) -> Picture:
    h, w = x.shape
    bark = relief(soften(fbm(w, h, 21, 7, 425, 5) * 46, 2), -2.4, 0.5)
    light = 0.40 + bark * 0.26 - 0.42 * ramp(y, 0.34, 0.84) - 0.16 * (x - 0.5)
    light = light + 0.10 * ramp(y, 0.42, 0.28)
    dusty = ramp(fbm(w, h, 11, 21, 427, 4), 0.50, 0.72) * ramp(y, 0.56, 0.30)
    return over(tone(light, *CRUST), dusty * 0.34, "#cdb795")


def _crumb(x: Plane, y: Plane, front: Plane) -> Picture:
    """The cut face: crust, then a moist brown crumb with pores, kernels and seeds."""
    h, w = x.shape
    inner = soften(front, 10)
    holes = ramp(fbm(w, h, 36, 34, 431, 3, 0.6), 0.40, 0.30) * 0.8
    holes = holes + ramp(fbm(w, h, 14, 13, 433, 2), 0.24, 0.17)
    knobs = relief(soften(fbm(w, h, 48, 46, 435, 3) * 22, 1), -2.4, 0.5)
    light = 0.47 + 0.12 * (0.45 - x) + knobs * 0.14 - holes * 0.20
    light = light + (fbm(w, h, 3, 3, 437, 3) - 0.5) * 0.10
    light = light - 0.30 * ramp(inner, 0.93, 0.62) - 0.10 * ramp(y, 0.6, 0.84)
    stops = [(0.0, "#120906"), (0.25, "#3f2415"), (0.45, "#7b5030"), (0.65, "#b58a5c")]
    rgb = tone(light, *stops, (1.0, "#f3ddb4"))
    kernel = mask(w, h, _seeds, 0.8)
    bulge = relief(soften(kernel, 2) * 8, -2.4, 0.5)
    stops = [(0.0, "#2c190c"), (0.4, "#8a6136"), (0.7, "#cba972"), (1.0, "#f3e2bd")]
    seeds = tone(0.5 + 0.16 * kernel + bulge * 0.4, *stops)
    rgb = shade(rgb, soften(np.roll(kernel, (2, 2), axis=(0, 1)), 2), 0.35)
    return blend(rgb, ramp(kernel, 0.3, 0.6) * inner**2, seeds)


def _seeds(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
    """Sunflower seeds at all angles: drops, pointed at one end."""
    dice = rng(439)
    ring = np.linspace(0, 2 * np.pi, 14)
    for _ in range(80):
        px, py = W * (0.06 + 0.88 * dice.random()), H * (0.08 + 0.86 * dice.random())
        cos, sin = np.cos(dice.random() * 3.14), np.sin(dice.random() * 3.14)
        ex = W * (0.0085 + 0.011 * dice.random()) * np.cos(ring)
        ey = W * (0.005 + 0.0035 * dice.random()) * np.sin(ring)
        ey *= 0.6 + 0.4 * np.cos(ring / 2) ** 2
        dots = zip(px + ex * cos - ey * sin, py + ex * sin + ey * cos, strict=True)
        d.polygon(list(dots), fill=int(130 + 125 * dice.random()))


def _crumbs(rgb: Picture) -> Picture:
    """What the knife left on the board."""
    h, w = rgb.shape[:2]

    def bits(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        dice = rng(441)
        for _ in range(170):
            px, py = 0.30 + 0.22 * dice.standard_normal(), 0.87 + 0.035 * dice.standard_normal()
            r = W * (0.0008 + 0.0030 * dice.random() ** 4)
            if py > 0.835:
                d.ellipse([W * px - r, H * py - r * 0.8, W * px + r, H * py + r * 0.8], fill=255)

    at = area(w, h, 0.0, 0.80, 1.0, 1.0)
    m = mask(w, h, bits, 0.6, at)
    under = shade(rgb[at], soften(np.roll(m, (3, 4), axis=(0, 1)), 2), 0.7)
    lit = tone(0.45 + relief(soften(m, 1) * 6, -2.4, 0.3), *CRUST)
    rgb[at] = blend(under, m, lit)
    return rgb
