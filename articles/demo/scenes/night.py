"""After dark: one window, one lamp, the moon, and an alarm clock at three."""

import numpy as np
from PIL import Image, ImageDraw

from .canvas import (
    Picture,
    Plane,
    blend,
    bloom,
    bump,
    distance,
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
    rounded,
    shade,
    shine,
    soften,
    tone,
)
from .registry import scene


def _box(w: int, h: int, x0: float, y0: float, x1: float, y1: float, r: float = 0) -> Plane:
    """A rectangle as a mask; corners in fractions of the picture."""
    return mask(w, h, lambda d, W, H: d.rectangle([W * x0, H * y0, W * x1, H * y1], fill=255), r)


@scene("night-window")
def night_window(w: int, h: int) -> Image.Image:
    """A dark brick facade at night with a single lit window."""
    x, y = grid(w, h)
    course = y * 62
    shift = (np.floor(course) % 2) * 0.5
    brick = x * 34 + shift
    tint = rng(301).random((70, 40)).astype(np.float32)
    shades = tint[np.floor(course).astype(np.int32), np.floor(brick).astype(np.int32)]
    joint = np.maximum(np.abs(course % 1 - 0.5) * 2 > 0.84, np.abs(brick % 1 - 0.5) * 2 > 0.93)
    joint = soften(joint.astype(np.float32), 1)
    rough = fbm(w, h, 90, 60, 303, 4)
    damp = fbm(w, h, 3, 4, 305, 4)
    light = 0.15 + (shades - 0.5) * 0.07 + (rough - 0.5) * 0.09 + (damp - 0.5) * 0.10
    light = light - joint * 0.035 + 0.05 * (1 - y) - 0.06 * (x - 0.4)
    stops = [
        (0.0, "#05070d"),
        (0.12, "#141b2a"),
        (0.25, "#2c3446"),
        (0.5, "#5d5f6a"),
        (1.0, "#b9a890"),
    ]
    rgb = tone(light, *stops)
    lit = (2, 1)
    for column in range(4):
        for row in range(3):
            if (column, row) != lit:
                rgb = _window(rgb, x, y, column, row)
    rgb = _window(rgb, x, y, *lit, lit=True)
    x0, y0 = _place(*lit)
    spill = bump(x, y, x0 + 0.0575, y0 + 0.13, 0.12, 0.19)
    rgb = shine(rgb, spill * (0.5 + 0.9 * (shades - 0.3) + 0.8 * (rough - 0.5)), "#7a4a1c", 0.30)
    pipe = np.sqrt((1 - ((x - 0.885) / 0.009) ** 2).clip(0, 1))
    rgb = blend(rgb, ramp(pipe, 0, 0.2), tone(0.06 + 0.13 * pipe * (x < 0.886), *stops))
    return finish(bloom(rgb, 30, 0.22, 0.6), 301, 0.03, 0.5)


def _place(column: int, row: int) -> tuple[float, float]:
    return 0.075 + 0.225 * column, -0.10 + 0.385 * row


def _window(rgb: Picture, x: Plane, y: Plane, column: int, row: int, lit: bool = False) -> Picture:
    """A sash window with four panes; a lit one has a lamp, a curtain and a plant."""
    h, w = x.shape
    x0, y0 = _place(column, row)
    top, left = max(0, int(h * (y0 - 0.03))), int(w * (x0 - 0.02))
    at = slice(top, min(h, int(h * (y0 + 0.31)))), slice(left, int(w * (x0 + 0.135)))
    u, v = (x[at] - x0) / 0.115, (y[at] - y0) / 0.26
    part = rgb[at].copy()
    inside = ramp(np.maximum(np.abs(u - 0.5), np.abs(v - 0.5)), 0.503, 0.497)
    sill = ramp(np.abs(u - 0.5), 0.60, 0.59) * ramp(np.abs(v - 1.03), 0.035, 0.025)
    lintel = ramp(np.abs(u - 0.5), 0.58, 0.57) * ramp(np.abs(v + 0.05), 0.05, 0.04)
    part = over(part, sill, "#3b4252")
    part = over(part, lintel, "#272d3b")
    part = shade(part, ramp(np.abs(v - 1.09), 0.06, 0.0) * ramp(np.abs(u - 0.5), 0.6, 0.55), 0.5)
    rows, columns = u.shape
    if lit:
        glow = bump(u, v, 0.62, 0.40, 0.75, 0.62)
        folds = np.sin(u * 46 + noise(columns, rows, 5, 2, 307) * 4)
        curtain = np.maximum(ramp(u, 0.30, 0.20), ramp(u, 0.80, 0.90))
        view = 0.34 + 0.62 * glow - curtain * (0.16 + 0.07 * folds)
        glass = tone(
            view,
            (0, "#2a1206"),
            (0.3, "#8a4a17"),
            (0.6, "#eda649"),
            (0.85, "#ffe2a0"),
            (1, "#fff6d8"),
        )
        glass = over(glass, soften(_plant(columns, rows), 1), "#2b1708")
    else:
        cloud = fbm(columns, rows, 2, 3, 311 + column * 5 + row, 3)
        view = 0.10 + 0.22 * (cloud - 0.35).clip(0, 1) + 0.10 * (1 - v) * (column < 2)
        glass = tone(view, (0, "#04060b"), (0.3, "#2a3a55"), (1, "#8fa3bd"))
    bars = np.maximum(np.abs(u - 0.5) < 0.022, np.abs(v - 0.42) < 0.016)
    bars = np.maximum(bars, np.maximum(np.abs(u - 0.5), np.abs(v - 0.5)) > 0.465)
    glass = over(glass, bars.astype(np.float32) * 0.94, "#3a2a1c" if lit else "#39404e")
    depth = ramp(u, 0.05, 0.0) + ramp(v, 0.06, 0.0)
    rgb[at] = blend(part, inside, shade(glass, depth.clip(0, 1), 0.25 if lit else 0.6))
    return rgb


def _plant(w: int, h: int) -> Plane:
    def draw(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        d.polygon(
            [
                (W * 0.32, H * 0.80),
                (W * 0.44, H * 0.80),
                (W * 0.42, H * 0.90),
                (W * 0.34, H * 0.90),
            ],
            fill=255,
        )
        dice = rng(313)
        for _ in range(11):
            tip = W * (0.38 + 0.34 * (dice.random() - 0.5)), H * (0.50 + 0.22 * dice.random())
            d.line([(W * 0.38, H * 0.80), tip], fill=255, width=2)
            d.ellipse([tip[0] - 6, tip[1] - 5, tip[0] + 6, tip[1] + 5], fill=255)

    return mask(w, h, draw)


@scene("desk-lamp")
def desk_lamp(w: int, h: int) -> Image.Image:
    """A cone of lamplight on a desk with sheets of paper; the rest of the room is dark."""
    x, y = grid(w, h)
    edge = 0.60
    wall = (
        0.055 + 0.10 * bump(x, y, 0.60, 0.55, 0.34, 0.24) + (fbm(w, h, 60, 40, 321, 3) - 0.5) * 0.02
    )
    rgb = tone(wall, (0, "#05060a"), (0.1, "#141722"), (0.3, "#4a3f38"), (1, "#d9b78a"))
    pool = bump(x, y, 0.60, 0.80, 0.30, 0.17)
    grain = fbm(w, h, 3, 90, 323, 4)
    desk = 0.05 + 0.60 * pool + (grain - 0.5) * (0.06 + 0.34 * pool)
    wood = [
        (0.0, "#070505"),
        (0.2, "#2c170c"),
        (0.45, "#744420"),
        (0.7, "#bb8246"),
        (1.0, "#ffdf9f"),
    ]
    rgb = blend(rgb, ramp(y, edge - 0.002, edge + 0.002), tone(desk, *wood))
    rgb = shine(
        rgb,
        np.exp(-(((y - edge) / 0.004) ** 2)) * (0.1 + bump(x, y, 0.6, edge, 0.25, 0.1)),
        "#8c5a2c",
        0.6,
    )
    for sheet in SHEETS:
        rgb = _sheet(rgb, x, y, pool, sheet)
    pen = mask(
        w,
        h,
        lambda d, W, H: d.line(
            [(W * 0.735, H * 0.835), (W * 0.862, H * 0.775)], fill=255, width=int(H * 0.011)
        ),
        1,
    )
    rgb = shade(rgb, soften(np.roll(pen, (9, -4), axis=(0, 1)), 4), 0.5)
    rgb = over(rgb, pen, "#1d2433")
    rgb = shine(rgb, (pen - np.roll(pen, 3, axis=0)).clip(0, 1), "#d9b78a", 0.6)
    beam = ramp(np.abs(x - 0.555 - (y - 0.3) * 0.14), 0.05 + (y - 0.30) * 0.55, 0.0) * ramp(
        y, 0.27, 0.33
    )
    rgb = shine(rgb, beam * ramp(y, 0.86, 0.4), "#ffcf86", 0.16)
    return finish(bloom(_lamp(rgb, x, y), 40, 0.20, 0.75), 321, 0.026, 0.4)


SHEETS = [
    ((0.36, 0.725), (0.545, 0.695), (0.635, 0.885), (0.405, 0.935)),
    ((0.52, 0.705), (0.715, 0.712), (0.765, 0.905), (0.535, 0.925)),
]
Corners = tuple[tuple[float, float], ...]


def _sheet(rgb: Picture, x: Plane, y: Plane, pool: Plane, corners: Corners) -> Picture:
    """A written sheet lying on the desk; corners clockwise from the far left one."""
    h, w = x.shape
    (ax, ay), (bx, by), _, (dx, dy) = corners
    m = mask(
        w, h, lambda d, W, H: d.polygon([(W * px, H * py) for px, py in corners], fill=255), 0.8
    )
    det = (bx - ax) * (dy - ay) - (dx - ax) * (by - ay)
    across = ((x - ax) * (dy - ay) - (dx - ax) * (y - ay)) / det
    down = ((bx - ax) * (y - ay) - (x - ax) * (by - ay)) / det
    text = noise(256, 64, 40, 60, 325)
    column = (across * 200).clip(0, 255).astype(np.int32)
    words = text[(down * 15).clip(0, 15).astype(np.int32) * 4, column]
    line = ramp(np.abs((down * 15) % 1 - 0.5), 0.20, 0.10) * ramp(words, 0.33, 0.42)
    line = line * ((across > 0.10) & (across < 0.86) & (down > 0.09) & (down < 0.78))
    rgb = shade(rgb, soften(np.roll(m, (8, -8), axis=(0, 1)), 7) * (1 - m), 0.55)
    light = 0.10 + 0.90 * pool - soften(line, 1) * 0.26 * (0.3 + pool) + (across - 0.5) * 0.05
    paper = tone(
        light, (0, "#0d0a08"), (0.3, "#5a4630"), (0.6, "#c9a878"), (0.85, "#f7e3bd"), (1, "#fff9e8")
    )
    return blend(rgb, m, paper)


def _lamp(rgb: Picture, x: Plane, y: Plane) -> Picture:
    h, w = x.shape

    def arm(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        d.line(
            [(W * 0.26, H * 0.70), (W * 0.19, H * 0.38), (W * 0.50, H * 0.13)],
            fill=255,
            width=int(H * 0.016),
        )
        d.ellipse([W * 0.178, H * 0.362, W * 0.202, H * 0.398], fill=255)
        d.ellipse([W * 0.185, H * 0.685, W * 0.335, H * 0.735], fill=255)

    def hood(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        d.polygon(
            [
                (W * 0.475, H * 0.10),
                (W * 0.525, H * 0.09),
                (W * 0.535, H * 0.13),
                (W * 0.655, H * 0.285),
                (W * 0.455, H * 0.315),
                (W * 0.478, H * 0.14),
            ],
            fill=255,
        )

    limbs, shell = mask(w, h, arm), rounded(w, h, hood, 9, 1.5)
    rgb = shade(rgb, soften(np.roll(limbs, 14, axis=1), 9) * ramp(y, 0.62, 0.70), 0.5)
    rgb = over(rgb, limbs, "#10131b")
    rgb = shine(rgb, (limbs - np.roll(limbs, -3, axis=1)).clip(0, 1), "#9c8163", 0.55)
    rgb = shine(
        rgb, (limbs * ramp(y, 0.69, 0.72) * bump(x, y, 0.33, 0.71, 0.06, 0.02)), "#b98a55", 0.7
    )
    side = (x - 0.47 - (0.3 - y) * 0.05) / 0.18
    metal = tone(
        0.12 + 0.25 * np.exp(-(((side - 0.25) / 0.12) ** 2)) + 0.1 * ramp(side, 0.6, 1.1),
        (0, "#07090e"),
        (0.5, "#56607a"),
        (1, "#c9c2bb"),
    )
    rgb = blend(rgb, shell, metal)
    rim = mask(
        w,
        h,
        lambda d, W, H: d.line(
            [(W * 0.457, H * 0.314), (W * 0.653, H * 0.285)], fill=255, width=int(H * 0.012)
        ),
        1,
    )
    bulb = bump(x, y, 0.556, 0.302, 0.055, 0.013)
    rgb = over(rgb, rim, "#3a2c1e")
    return shine(rgb, bulb, "#fff0c8", 1.3)


@scene("moonrise")
def moonrise(w: int, h: int) -> Image.Image:
    """A full moon, just risen over a low dark field with mist and a row of trees."""
    x, y = grid(w, h)
    horizon, mx, my, r = 0.735, 0.635, 0.43, 0.062
    cloud = fbm(w, h, 2, 14, 331, 5)
    light = 0.16 + 0.36 * (y / horizon).clip(0, 1) ** 1.6 + (cloud - 0.5) * 0.09
    d = distance(x, y, mx, my, h / w)
    light = light + 0.10 * np.exp(-((d / 0.30) ** 2)) + 0.10 * np.exp(-((d / 0.11) ** 2))
    stops = [
        (0.0, "#070b18"),
        (0.18, "#16213f"),
        (0.36, "#3c4a6c"),
        (0.52, "#7d7a90"),
        (0.68, "#b79f9d"),
    ]
    rgb = tone(light, *stops, (0.85, "#e2c9ac"), (1, "#fff3d8"))
    u, v = (x - mx) / r, (y - my) / (r * w / h)
    seas = fbm(w, h, 30, 22, 333, 4) * 0.55 + fbm(w, h, 90, 70, 335, 3) * 0.2
    face = 1.0 - 0.30 * ramp(seas, 0.34, 0.46) - 0.10 * (u**2 + v**2).clip(0, 1) - 0.10 * v
    disc = ramp(np.sqrt(u**2 + v**2), 1.012, 0.985)
    veil = ramp(cloud, 0.50, 0.66) * ramp(y, my - 0.02, my + 0.12) * 0.75
    moon = tone(
        face.clip(0, 1), (0.3, "#a98a63"), (0.65, "#dcc191"), (0.9, "#fdf0cc"), (1, "#fffaea")
    )
    rgb = blend(rgb, disc * (1 - veil), moon)
    return finish(bloom(_night_field(rgb, x, y, horizon), 46, 0.30, 0.72), 331, 0.026, 0.4)


def _night_field(rgb: Picture, x: Plane, y: Plane, horizon: float) -> Picture:
    h, w = x.shape
    far = horizon - 0.012 - 0.020 * noise(w, 8, 4, 1, 337)[4][None, :]
    rgb = over(rgb, ramp(y, far - 0.002, far + 0.002) * 0.55, "#333c58")

    def trees(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        dice = rng(339)
        hedge = [(i / 70 * 0.34, 0.007 + 0.006 * dice.random()) for i in range(70)]
        lone = [(0.452, 0.012), (0.458, 0.016), (0.464, 0.012)]
        for px, r in [*hedge, *lone]:
            d.ellipse(
                [W * px - H * r, H * (horizon - 1.5 * r), W * px + H * r, H * horizon + H * r],
                fill=255,
            )
        for px, tall in (
            (0.085, 0.10),
            (0.105, 0.115),
            (0.122, 0.09),
            (0.235, 0.075),
            (0.865, 0.06),
        ):
            d.line(
                [(W * px, H * horizon), (W * px, H * (horizon - 0.6 * tall))],
                fill=255,
                width=int(H * 0.006),
            )
            for _ in range(60):  # a crown is many small clumps round its middle
                turn, out = dice.random() * 6.28, dice.random() ** 0.6
                ox = W * px + H * tall * 0.38 * out * np.cos(turn)
                oy = H * (horizon - 0.62 * tall) + H * tall * 0.36 * out * np.sin(turn)
                r = H * tall * 0.075
                d.ellipse([ox - r, oy - r, ox + r, oy + r], fill=255)

    rgb = over(rgb, mask(w, h, trees, 0.8) * 0.95, "#0b1020")
    mist = np.exp(-(((y - horizon - 0.004) / 0.016) ** 2)) * (0.25 + 0.6 * fbm(w, h, 3, 20, 341, 4))
    ground = ramp(y, horizon - 0.001, horizon + 0.003)
    down = ((y - horizon) / (1 - horizon)).clip(0, 1)
    row = (x - 0.30) / (down * 0.9 + 0.05)
    clods = fbm(w, h, 70, 90, 345, 4, 0.6)
    bend = (fbm(w, h, 4, 5, 343, 3) - 0.5) * 0.12
    furrow = np.sin((row + bend) * 30 + (clods - 0.5) * 3.2 * down) * ramp(down, 0.03, 0.35)
    moonlit = bump(x, y, 0.64, horizon, 0.36, 0.34)
    soil = (
        0.06
        + 0.09 * (1 - down) ** 2
        + 0.03 * furrow * (0.3 + moonlit)
        + (clods - 0.5) * 0.16 * (0.35 + moonlit)
    )
    soil = soil + moonlit * 0.07
    stops = [(0.0, "#04060b"), (0.12, "#171b27"), (0.3, "#4a4a52"), (1.0, "#d8c9ac")]
    return over(blend(rgb, ground, tone(soil, *stops)), mist * 0.6, "#8b8b9c")


NIGHT = [(0.0, "#04060d"), (0.15, "#141d33"), (0.35, "#3a4d6e"), (0.6, "#8b9bb2"), (1.0, "#f0f2f0")]


@scene("alarm-clock")
def alarm_clock(w: int, h: int) -> Image.Image:
    """A round alarm clock at three in the morning, in half-darkness."""
    x, y = grid(w, h)
    cx, cy, r, table = 0.60, 0.47, 0.205, 0.815
    wall = 0.16 + 0.20 * bump(x, y, 0.12, 0.25, 0.40, 0.6) + (fbm(w, h, 3, 3, 351, 4) - 0.5) * 0.05
    night = [
        (0.0, "#04060d"),
        (0.15, "#141d33"),
        (0.35, "#3a4d6e"),
        (0.6, "#8b9bb2"),
        (1.0, "#f0f2f0"),
    ]
    rgb = tone(wall, *night)
    for lamp in (
        (0.13, 0.20, 0.035),
        (0.20, 0.33, 0.026),
        (0.07, 0.42, 0.030),
    ):  # street lights, far off
        d = distance(x, y, lamp[0], lamp[1], h / w)
        rgb = shine(rgb, ramp(d, lamp[2], lamp[2] * 0.86), "#ff9a48", 0.30)
    wood = 0.13 + 0.22 * bump(x, y, 0.25, 0.9, 0.4, 0.2) + (fbm(w, h, 3, 80, 353, 4) - 0.5) * 0.10
    stand = tone(wood, (0, "#06060a"), (0.2, "#2a2427"), (0.5, "#6e5f58"), (1, "#d6c6b2"))
    rgb = blend(rgb, soften((y > table).astype(np.float32), 2), stand)
    d = distance(x, y, cx, cy, h / w)
    rgb = shade(rgb, bump(x, y, cx + 0.04, table + 0.035, 0.21, 0.035), 0.75)
    mirror = bump(x, y, cx, table + 0.11, 0.14, 0.08)
    rgb = shine(rgb, mirror * ramp(y, table, table + 0.02), "#4a5870", 0.25)

    def feet(dr: ImageDraw.ImageDraw, W: int, H: int) -> None:
        for side in (-1, 1):
            top = (W * (cx + side * 0.10), H * (cy + 0.25))
            foot = (W * (cx + side * 0.140), H * (table + 0.014))
            dr.line([top, foot], fill=255, width=int(W * 0.018))
        dr.line(
            [(W * cx, H * (cy - 0.30)), (W * cx, H * (cy - 0.385))], fill=255, width=int(W * 0.008)
        )
        dr.rectangle(
            [W * (cx - 0.024), H * (cy - 0.402), W * (cx + 0.024), H * (cy - 0.378)], fill=255
        )

    extras = rounded(w, h, feet, 4, 1.2)
    sheen = 0.13 + 0.14 * relief(soften(extras, 5) * 30, np.pi, 0.4).clip(-0.6, 2)
    rgb = blend(rgb, extras, tone(sheen, *NIGHT))
    for side in (-1, 1):
        rgb = _bell(rgb, x, y, cx + side * 0.092, cy - 0.288, side * 0.42)
    return finish(bloom(_clock(rgb, x, y, d, (cx, cy, r)), 24, 0.12, 0.7), 351, 0.03, 0.5)


def _bell(rgb: Picture, x: Plane, y: Plane, bx: float, by: float, lean: float) -> Picture:
    """A polished half-dome that leans outwards."""
    h, w = x.shape
    r = 0.066
    u, v = (x - bx) / r, (y - by) * h / w / r
    along = u * np.sin(lean) - v * np.cos(lean)
    out = np.sqrt(u**2 + v**2)
    dome = ramp(out, 1.02, 0.98) * ramp(along, -0.02, 0.02)
    bulge = np.sqrt((1 - out**2).clip(0, 1))
    facing = -0.62 * u - 0.55 * v + 0.5 * bulge
    sheen = (
        0.10
        + 0.26 * facing.clip(0, 1)
        + 0.55 * facing.clip(0, 1) ** 9
        + 0.10 * ramp(along, 0.16, 0.06)
    )
    rgb = blend(rgb, dome, tone(sheen, *NIGHT))
    knob = ramp(
        distance(x, y, bx + r * 1.05 * np.sin(lean), by - r * 1.05 * np.cos(lean) * w / h, h / w),
        0.0095,
        0.0080,
    )
    return over(rgb, knob, "#2b3a58")


def _clock(rgb: Picture, x: Plane, y: Plane, d: Plane, at: tuple[float, float, float]) -> Picture:
    """Case and dial; light falls in from the window on the left."""
    h, w = x.shape
    cx, cy, r = at
    angle = np.arctan2((y - cy) * h / w, x - cx)
    toward = -np.cos(angle - 0.5)
    ring = ((d / r) - 0.94) / 0.12
    profile = np.cos((ring - 0.5) * np.pi).clip(0, 1)
    metal = (
        0.10
        + 0.80 * (toward * (ring - 0.42)).clip(-0.2, 1)
        + 0.30 * profile * toward.clip(0, 1) ** 2
    )
    rgb = blend(rgb, ramp(d, r * 1.065, r * 1.055), tone(metal, *NIGHT))
    dial = 0.50 - 0.26 * (x - cx) / r + 0.06 * (cy - y) / r
    dial = dial - 0.42 * ramp(d / r + 0.10 * toward, 0.80, 1.02)
    face = tone(
        dial, (0, "#0a0d14"), (0.3, "#474f5c"), (0.55, "#a3a69f"), (0.8, "#dedac6"), (1, "#fbf6e4")
    )
    rgb = blend(rgb, ramp(d, r * 0.945, r * 0.935), face)

    def spoke(dr: ImageDraw.ImageDraw, turn: float, start: float, end: float, width: float) -> None:
        size = w * 2  # masks this sharp are drawn at twice the size
        points = [
            (size * (cx + k * r * np.sin(turn)), h * 2 * cy - size * k * r * np.cos(turn))
            for k in (start, end)
        ]
        dr.line(points, fill=255, width=max(1, round(size * r * width)))

    def marks(dr: ImageDraw.ImageDraw, W: int, H: int) -> None:
        for minute in range(60):
            start, width = (0.845, 0.009)
            if minute % 5 == 0:
                start, width = (0.75, 0.042) if minute % 15 == 0 else (0.79, 0.026)
            spoke(dr, minute * np.pi / 30, start, 0.885, width)

    def hands(dr: ImageDraw.ImageDraw, W: int, H: int) -> None:
        spoke(dr, np.pi / 2, -0.12, 0.52, 0.050)
        spoke(dr, 0.0, -0.14, 0.76, 0.034)

    rgb = over(rgb, mask(w, h, marks, 0.7) * 0.9, "#141a28")
    pair = np.maximum(mask(w, h, hands, 0.7), ramp(d, r * 0.060, r * 0.048))
    rgb = shade(rgb, soften(np.roll(pair, (9, 11), axis=(0, 1)), 4), 0.38)
    rgb = over(rgb, pair, "#10151f")
    second = mask(w, h, lambda dr, W, H: spoke(dr, 2.5, -0.2, 0.8, 0.013), 0.7)
    rgb = over(rgb, np.maximum(second, ramp(d, r * 0.03, r * 0.022)), "#8c2f24")
    glass = bump(x, y, cx - 0.08, cy - 0.13, 0.10, 0.05) * ramp(d, r * 0.94, r * 0.8)
    return shine(rgb, glass, "#c4d4ec", 0.13)
