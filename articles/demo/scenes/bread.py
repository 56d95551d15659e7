"""Bread: the dough and the loaf."""

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
    aspect = h / w
    planks = np.floor(y * 3.4 + 0.2)
    grain = fbm(w, h, 3, 70, 401, 5)
    board = 0.17 + 0.20 * (1 - x) + (grain - 0.5) * 0.20 + 0.02 * (planks % 2)
    board = board - 0.12 * np.exp(-((((y * 3.4 + 0.2) % 1) / 0.012) ** 2))
    rgb = tone(board, (0, "#0a0807"), (0.25, "#2b2320"), (0.5, "#5d4c42"), (1, "#b9a48f"))
    wobble = (noise(w, h, 5, 4, 403) - 0.5) * 0.035
    u, v = (x - 0.42) / 0.275, (y - 0.52) * aspect / 0.230
    out = np.sqrt(u**2 + v**2) + wobble
    dust = fbm(w, h, 260, 180, 405, 2) * 0.6 + fbm(w, h, 24, 16, 407, 4) * 0.75
    swept = warp(fbm(w, h, 4, 16, 409, 4), (y - 0.5) * 0.3, x * 0.2)
    thrown = np.exp(-(((out - 1) / 0.42).clip(0, 9) ** 1.3)) * 0.26 + 0.05
    flour = ramp(dust + (swept - 0.5) * 0.5, 0.80 - thrown, 1.10 - thrown)
    drift = soften(ramp(swept + thrown * 1.6, 0.50, 0.95), 12)
    rgb = over(rgb, np.maximum(soften(flour, 1) * 0.85, drift * 0.34), "#d8d0c4")
    cast = np.sqrt((u - 0.20) ** 2 + (v - 0.16) ** 2)
    rgb = shade(rgb, ramp(cast, 1.16, 0.84), 0.72)
    dome = np.sqrt(1 - out.clip(0, 1) ** 2.6)
    lumps = fbm(w, h, 7, 5, 411, 4)
    folds = 1 - np.abs(
        warp(fbm(w, h, 4, 3, 413, 3), (lumps - 0.5) * 0.1, (lumps - 0.5) * 0.1) * 2 - 1
    )
    height = soften(dome * 250 + lumps * 56 - folds**8 * 22, 3)
    lit = relief(height, -2.75, 0.50).clip(-0.95, 0.8)
    skin = fbm(w, h, 120, 80, 415, 3)
    light = (
        0.62 + 0.32 * lit + (skin - 0.5) * 0.05 - 0.12 * ramp(out, 0.7, 1.0) - 0.08 * (u + v * 0.5)
    )
    stops = [
        (0.0, "#3b2c20"),
        (0.3, "#94785a"),
        (0.55, "#cdb696"),
        (0.8, "#f0e4ce"),
        (1.0, "#fffaf0"),
    ]
    ball = tone(light, *stops)
    powder = ramp(dust + lit * 0.12 - out * 0.08, 0.60, 0.82) * (0.35 + 0.5 * ramp(lit, -0.5, 0.4))
    ball = blend(
        ball, powder * 0.62, tone(light + 0.16, (0, "#6d6358"), (0.5, "#cfc7bc"), (1, "#fffdf8"))
    )
    rgb = blend(rgb, ramp(out, 1.006, 0.988), ball)
    return finish(rgb, 401, 0.022, 0.45)


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
    rgb = blend(rgb, soften((y > table).astype(np.float32), 4), board)

    def end(
        d: ImageDraw.ImageDraw, W: int, H: int, dx: float = 0.0, dy: float = 0.0, k: float = 1.0
    ) -> None:
        outline = [(-0.185, 0.24), (-0.192, -0.05), (-0.165, -0.19), (-0.09, -0.255), (0.02, -0.27)]
        outline += [(0.11, -0.25), (0.172, -0.18), (0.190, -0.04), (0.180, 0.24)]
        d.polygon(
            [(W * (0.36 + dx + k * px), H * (0.58 + dy + k * py)) for px, py in outline], fill=255
        )

    def body(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        for i in range(60):
            end(d, W, H, 0.0062 * i, -0.0016 * i, 1 - 0.0022 * i)

    front, whole = rounded(w, h, end, 14, 1.2), rounded(w, h, body, 14, 1.4)
    contact = soften(np.roll(whole, (int(h * 0.022), int(w * 0.020)), axis=(0, 1)), 13)
    rgb = shade(rgb, contact * ramp(y, table - 0.02, table + 0.05), 0.80)
    crack = fbm(w, h, 26, 10, 425, 5)
    bark = relief(soften(crack * 46, 2), -2.4, 0.5)
    dusty = ramp(fbm(w, h, 14, 30, 427, 4), 0.50, 0.72) * ramp(y, 0.56, 0.30)
    crust = (
        0.40
        + bark * 0.26
        - 0.42 * ramp(y, 0.34, 0.84)
        - 0.16 * (x - 0.5)
        + 0.10 * ramp(y, 0.42, 0.28)
    )
    side = over(tone(crust, *CRUST), dusty * 0.34, "#cdb795")
    rgb = blend(rgb, whole, side)
    rgb = blend(rgb, front, _crumb(x, y, front))
    return finish(_crumbs(rgb), 421, 0.024, 0.45)


def _crumb(x: Plane, y: Plane, front: Plane) -> Picture:
    """The cut face: crust, then a moist brown crumb with pores, kernels and seeds."""
    h, w = x.shape
    inner = soften(front, 10)
    pores = fbm(w, h, 90, 62, 431, 3, 0.6)
    holes = ramp(pores, 0.40, 0.30) * 0.8 + ramp(fbm(w, h, 34, 24, 433, 2), 0.24, 0.17)
    knobs = relief(soften(fbm(w, h, 120, 84, 435, 3) * 22, 1), -2.4, 0.5)
    light = (
        0.47
        + 0.12 * (0.45 - x)
        + knobs * 0.14
        - holes * 0.20
        + (fbm(w, h, 6, 5, 437, 3) - 0.5) * 0.10
    )
    light = light - 0.30 * ramp(inner, 0.93, 0.62) - 0.10 * ramp(y, 0.6, 0.84)
    stops = [
        (0.0, "#120906"),
        (0.25, "#3f2415"),
        (0.45, "#7b5030"),
        (0.65, "#b58a5c"),
        (1.0, "#f3ddb4"),
    ]
    rgb = tone(light, *stops)

    def seeds(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        dice = rng(439)
        for _ in range(80):
            px, py, turn = (
                W * (0.18 + 0.36 * dice.random()),
                H * (0.33 + 0.48 * dice.random()),
                dice.random() * 3.14,
            )
            long, wide = (
                W * (0.0035 + 0.0045 * dice.random()),
                W * (0.0020 + 0.0014 * dice.random()),
            )
            ring = np.linspace(0, 2 * np.pi, 14)
            ex, ey = long * np.cos(ring), wide * np.sin(ring) * (0.6 + 0.4 * np.cos(ring / 2) ** 2)
            dots = zip(
                px + ex * np.cos(turn) - ey * np.sin(turn),
                py + ex * np.sin(turn) + ey * np.cos(turn),
                strict=True,
            )
            d.polygon(list(dots), fill=int(130 + 125 * dice.random()))

    kernel = mask(w, h, seeds, 0.8)
    bulge = relief(soften(kernel, 2) * 8, -2.4, 0.5)
    grainy = tone(
        0.5 + 0.4 * kernel * 0.4 + bulge * 0.4,
        (0, "#2c190c"),
        (0.4, "#8a6136"),
        (0.7, "#cba972"),
        (1, "#f3e2bd"),
    )
    rgb = shade(rgb, soften(np.roll(kernel, (2, 2), axis=(0, 1)), 2), 0.35)
    return blend(rgb, ramp(kernel, 0.3, 0.6) * inner**2, grainy)


def _crumbs(rgb: Picture) -> Picture:
    """What the knife left on the board."""
    h, w = rgb.shape[:2]

    def bits(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        dice = rng(441)
        for _ in range(170):
            px, py = 0.30 + 0.22 * dice.standard_normal(), 0.87 + 0.035 * dice.standard_normal()
            r = W * (0.0008 + 0.0030 * dice.random() ** 4)
            d.ellipse([W * px - r, H * py - r * 0.8, W * px + r, H * py + r * 0.8], fill=255)

    m = mask(w, h, bits, 0.6)
    y = grid(w, h)[1]
    m = m * ramp(y, 0.825, 0.84)
    rgb = shade(rgb, soften(np.roll(m, (3, 4), axis=(0, 1)), 2), 0.7)
    lit = tone(0.45 + relief(soften(m, 1) * 6, -2.4, 0.3), *CRUST)
    return blend(rgb, m, lit)
