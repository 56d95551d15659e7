"""Night skies: the Milky Way, northern lights, star trails, an observatory."""

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
    rng,
    shine,
    soften,
    tone,
)
from .registry import scene
from .texture import (
    Ribbon,
    beacons,
    inks,
    ribbons,
    stars,
    treeline,
)


@scene("milky-way")
def milky_way(w: int, h: int) -> Image.Image:
    """The Milky Way standing over a dark plain with one bare tree."""
    x, y = grid(w, h)
    across = (x - 0.60) * 0.86 + (y - 0.45) * 0.42 + (fbm(w, h, 3, 3, 11, 3) - 0.5) * 0.10
    band = np.exp(-((across / 0.115) ** 2)) * (0.55 + 0.45 * ramp(y, 0.0, 0.75))
    cloud = fbm(w, h, 7, 6, 13, 6, 0.6)
    dust = np.exp(-(((across + 0.012 + (cloud - 0.5) * 0.13) / 0.034) ** 2))
    dust *= ramp(fbm(w, h, 6, 9, 17, 5, 0.6), 0.34, 0.60)
    glow = band * (0.45 + 1.1 * (cloud - 0.25)) * (1 - 0.80 * dust)
    low = np.exp(-(((y - 0.88) / 0.22) ** 2))
    lum = 0.10 + 0.05 * y + 0.50 * glow
    rgb = tone(
        lum, (0, "#04060f"), (0.12, "#0a1226"), (0.3, "#2b3455"), (0.5, "#77748c"), (0.8, "#e2cfc0")
    )
    rgb = shine(rgb, low * (0.4 + 0.8 * bump(x, y, 0.18, 0.9, 0.35, 0.3)), "#c88b52", 0.30)
    rgb = shine(rgb, bump(x, y, 0.68, 0.62, 0.13, 0.22) * glow, "#e0a0a0", 0.25)
    thin = (0.22 + 1.1 * glow * (1 - dust)).clip(0, 1) * (1 - 0.7 * low)
    rgb += stars(w, h, 16000, 19, thin)
    rgb = beacons(rgb, rng(23).random((14, 2)) * (1, 0.8), 3.2, "#dfe8ff", 0.8)
    land = np.maximum(treeline(w, h, 0.885, 0.030, 29), mask(w, h, _bare_tree))
    rgb = over(rgb, land, "#05070c")
    return finish(rgb, 11, 0.020, 0.45)


def _bare_tree(d: ImageDraw.ImageDraw, w: int, h: int) -> None:
    """A leafless tree leaning with the wind, standing left of the middle."""
    r = rng(31)

    def branch(x: float, y: float, angle: float, length: float, width: float) -> None:
        ex, ey = x + np.cos(angle) * length, y + np.sin(angle) * length
        d.line([(x, y), (ex, ey)], fill=255, width=max(1, round(width)))
        if length < h * 0.012:
            return
        for turn in (-0.48, 0.10, 0.52):
            if r.random() < 0.86:
                wind = 0.06 + turn + r.normal(0, 0.16)
                branch(ex, ey, angle + wind, length * (0.60 + 0.22 * r.random()), width * 0.60)

    branch(w * 0.235, h * 0.90, -1.52, h * 0.085, h * 0.0105)


@scene("aurora")
def aurora(w: int, h: int) -> Image.Image:
    """Green northern lights in two curtains over snow and a wood."""
    x, y = grid(w, h)
    rgb = tone(
        0.16 + 0.16 * ramp(y, 0.1, 0.72), (0, "#020611"), (0.18, "#071329"), (0.35, "#123049")
    )
    rgb += stars(w, h, 3400, 41) * 1.2
    light, purple = np.zeros((h, w), np.float32), np.zeros((h, w), np.float32)
    line = np.linspace(0, 1, w, dtype=np.float32)
    for start, slope, strength, seed in ((0.57, -0.42, 1.0, 43), (0.30, 0.34, 0.55, 47)):
        sway = fbm(w, 2, 2.6, 1, seed, 5, 0.42)[0] - 0.5
        edge = (start + slope * (line - 0.3) + sway * 0.46)[None, :]
        fine = noise(w, 2, 120, 1, seed + 3)[0] * 0.4 + noise(w, 2, 38, 1, seed + 4)[0] * 0.6
        slow = ramp(fbm(w, 2, 5, 1, seed + 6, 2)[0], 0.25, 0.70)
        rays = (0.20 + 0.95 * fine**1.6)[None, :] * (0.30 + slow)[None, :]
        above = edge - y
        tall = 0.085 + 0.19 * slow[None, :]
        sheet = np.where(
            above > 0,
            0.72 * np.exp(-above / tall) + 0.5 * np.exp(-above / 0.03),
            1.2 * np.exp(-((above / 0.022) ** 2)) + 0.10 * np.exp(above / 0.10),
        )
        light += strength * rays * sheet
        purple += strength * rays * np.exp(-(((above - tall * 2.0) / (tall * 1.1)) ** 2))
    light = light * 0.72 + soften(light, 30) * 0.50
    rgb = shine(rgb, light, "#3ff08e", 0.62)
    rgb = shine(rgb, light**2 * 0.35, "#e9ffd0", 0.55)
    rgb = shine(rgb, purple, "#7a3fb4", 0.26)
    snow_line = 0.80 + 0.02 * np.sin(x * 4 + 1)
    snow = _snow(w, h, x, y, snow_line)
    field = ((y - snow_line) * h).clip(0, 1)
    rgb = rgb * (1 - treeline(w, h, 0.745, 0.020, 59, 22)[..., None] * 0.72)
    rgb = over(rgb, mask(w, h, _spruces), "#04090e")
    rgb = blend(rgb, field, snow)
    return finish(rgb, 41, 0.024, 0.35)


def _snow(w: int, h: int, x: Plane, y: Plane, line: Plane) -> Picture:
    """Snow under green light, with low drifts."""
    drift = fbm(w, h, 3, 14, 61, 4, 0.42)
    down = (y - line).clip(0, 1)
    slope = np.gradient(soften(drift, 5), axis=0) * 16
    lum = 0.56 - 1.6 * down + slope + 0.20 * bump(x, y, 0.30, 0.80, 0.40, 0.12)
    lum += (fbm(w, h, 200, 160, 63, 2) - 0.5) * 0.05
    return tone(lum, (0, "#06121d"), (0.3, "#12333f"), (0.55, "#2f6b64"), (0.85, "#a5dfb7"))


def _spruces(d: ImageDraw.ImageDraw, w: int, h: int) -> None:
    """A row of spruces, higher towards the right edge."""
    r = rng(67)
    for _ in range(90):
        px = r.random() ** 0.8
        tall = h * (0.030 + 0.085 * r.random() + 0.16 * max(0, px - 0.70))
        foot = h * (0.815 + 0.004 * r.random())
        wide = tall * (0.17 + 0.05 * r.random())
        for step in range(7):
            top = foot - tall * (1 - step / 8)
            half = wide * (step + 1) / 7 * (0.9 + 0.3 * r.random())
            low = top + tall * 0.20
            d.polygon([(w * px, top), (w * px + half, low), (w * px - half, low)], fill=255)


@scene("star-trails")
def star_trails(w: int, h: int) -> Image.Image:
    """Stars drawn out to circles about the pole, over a village church."""
    x, y = grid(w, h)
    lum = 0.20 + 0.30 * y**2.2
    rgb = tone(lum, (0, "#040918"), (0.25, "#0f2344"), (0.42, "#2c4a72"), (0.55, "#6f7f98"))
    rgb = shine(rgb, bump(x, y, 0.10, 0.95, 0.4, 0.22), "#d29a62", 0.32)
    r = rng(71)
    tints = np.array([(0.80, 0.88, 1.0), (1, 1, 1), (1, 0.90, 0.76), (1, 0.80, 0.62)])
    shapes: list[Ribbon] = []
    t = np.linspace(0, 0.72, 29, dtype=np.float32)
    for _ in range(620):
        radius = h * (0.012 + 1.35 * r.random() ** 0.8)
        angle = r.random() * 2 * np.pi + t
        points = np.stack(
            (0.655 + np.cos(angle) * radius / w, 0.36 + np.sin(angle) * radius / h), 1
        )
        bright = min(0.95, 0.20 + 0.10 * r.pareto(1.7))
        ink = inks(tints[r.integers(4)] * bright, tints[r.integers(4)] * bright, 1)
        half = np.full(29, (0.00042 + 0.0006 * bright) * (1 + 0.2 * r.random()), np.float32)
        shapes.append((points.astype(np.float32), half, ink))
    trails, _ = ribbons(w, h, shapes)
    rgb += trails * (1 - 0.6 * ramp(y, 0.55, 1.0))[..., None]
    rgb = over(rgb, treeline(w, h, 0.900, 0.045, 73, 26), "#060b14")
    return finish(_church(rgb, w, h, x, y), 71, 0.020, 0.30)


def _church(rgb: Picture, w: int, h: int, x: Plane, y: Plane) -> Picture:
    """A whitewashed church with a stepped gable, lit faintly from the left."""

    def walls(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        d.rectangle([W * 0.13, H * 0.805, W * 0.235, H * 0.90], fill=255)
        d.rectangle([W * 0.226, H * 0.715, W * 0.272, H * 0.90], fill=255)
        for k in range(4):
            half = 0.0235 - 0.0055 * k
            top = 0.702 - 0.013 * k
            d.rectangle([W * (0.249 - half), H * top, W * (0.249 + half), H * 0.72], fill=255)

    def roof(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        eave = [(W * 0.125, H * 0.81), (W * 0.140, H * 0.762)]
        d.polygon([*eave, (W * 0.228, H * 0.762), (W * 0.228, H * 0.81)], fill=255)

    stone = mask(w, h, walls)
    worn = fbm(w, h, 60, 60, 79, 3) - 0.5
    lum = 0.40 - 2.2 * (x - 0.16).clip(0, 0.1) + 0.11 * worn - 0.9 * (y - 0.80).clip(0, 1)
    wall = tone(lum, (0, "#0a111e"), (0.4, "#54606f"), (0.7, "#a8a79d"))
    rgb = blend(rgb, stone, wall)
    rgb = over(rgb, mask(w, h, roof), "#161a24")
    hill = ((y - 0.895 - 0.05 * (x - 0.2) ** 2 + 0.004 * np.sin(x * 40)) * h).clip(0, 1)
    rgb = over(rgb, hill, "#05080e")
    for px in (0.155, 0.180, 0.205):
        rgb = shine(rgb, bump(x, y, px, 0.852, 0.0028, 0.016), "#ffb964", 0.75)
    return shine(rgb, bump(x, y, 0.18, 0.86, 0.07, 0.06), "#ff9d4a", 0.10)


@scene("telescope", tall=True)
def telescope(w: int, h: int) -> Image.Image:
    """An observatory dome at night, its slit open and red light inside."""
    x, y = grid(w, h)
    rgb = tone(
        0.10 + 0.42 * y**1.6, (0, "#03071a"), (0.2, "#0b1a3c"), (0.4, "#29456f"), (0.6, "#7d8aa0")
    )
    haze = fbm(w, h, 3, 4, 83, 6, 0.55)
    band = np.exp(-(((x * 0.8 + y * 0.62 - 0.52 + (haze - 0.5) * 0.2) / 0.16) ** 2)) * haze
    rgb = shine(rgb, band, "#8f9ac0", 0.34)
    rgb += (
        1.5 * stars(w, h, 4200, 89, (0.45 + band).clip(0, 1)) * (1 - ramp(y, 0.55, 0.95))[..., None]
    )
    rgb = over(rgb, treeline(w, h, 0.86, 0.030, 97, 18), "#0a1220")
    rgb = _dome(rgb, w, h, x, y)
    ground = (
        (y - 0.885 - 0.03 * (x - 0.4) ** 2 - 0.004 * (fbm(w, h, 60, 3, 101, 3) - 0.5)) * h
    ).clip(0, 1)
    turf = fbm(w, h, 90, 60, 103, 4)
    grass = tone(0.25 + 0.3 * turf - 1.2 * (y - 0.885).clip(0, 1), (0, "#04070b"), (0.5, "#1a2733"))
    rgb = blend(rgb, ground, grass)
    return finish(rgb, 83, 0.024, 0.35)


def _dome(rgb: Picture, w: int, h: int, x: Plane, y: Plane) -> Picture:
    """Dome, drum and slit; moonlight from the left."""
    cx, cy, radius = 0.56, 0.640, 0.300
    dx, dy = (x - cx) / radius, (y - cy) * (h / w) / radius
    inside = ((1 - np.hypot(dx, dy)) * radius * w).clip(0, 1) * (dy < 0)
    depth = np.sqrt((1 - dx**2 - dy**2).clip(0, 1))
    lit = (-0.72 * dx - 0.45 * dy + 0.52 * depth).clip(0, 1)
    seams = np.abs(((np.arctan2(dx, depth + 1e-3) / 0.26) + 0.5) % 1 - 0.5)
    metal = (
        0.10
        + 0.62 * lit
        - 0.07 * np.exp(-((seams / 0.035) ** 2))
        + 0.04 * (fbm(w, h, 9, 9, 107, 4) - 0.5)
    )
    steel = tone(metal, (0, "#0a1220"), (0.3, "#33455f"), (0.6, "#8b9cb2"), (0.85, "#dbe2e6"))
    rgb = blend(rgb, inside, steel)
    rgb = _slit(rgb, w, h, dx, dy, depth, inside)
    drum = (np.abs(dx) < 0.96) & (dy >= 0) & (y < 0.90)
    wall = 0.12 + 0.42 * np.sqrt((1 - (dx / 0.96) ** 2).clip(0, 1)) * (0.72 - 0.62 * dx).clip(0, 1)
    wall -= 0.22 * np.exp(-((dy / 0.035) ** 2)) + 0.10 * np.exp(-(((dy - 0.09) / 0.008) ** 2))
    masonry = tone(wall, (0, "#070d18"), (0.3, "#2b3b52"), (0.7, "#98a4b0"))
    return blend(rgb, drum.astype(np.float32), masonry)


def _slit(rgb: Picture, w: int, h: int, dx: Plane, dy: Plane, depth: Plane, dome: Plane) -> Picture:
    """The opening that runs from low on the dome over its top, turned a little to the left."""
    turn = np.float32(0.42)
    side = dx * np.cos(turn) + depth * np.sin(turn)
    front = depth * np.cos(turn) - dx * np.sin(turn)
    part = dome * ramp(front, -0.05, 0.02) * ramp(dy, -0.16, -0.17)
    rim = part * ramp(np.abs(side), 0.245, 0.235)
    rgb = blend(rgb, rim, tone(0.35 - 0.5 * dx, (0, "#1b2a42"), (0.5, "#70829b"), (1, "#eef2f2")))
    hole = part * ramp(np.abs(side), 0.200, 0.192) * ramp(dy, -0.20, -0.21)
    glow = 0.55 * np.exp(-(((dy + 0.16) / 0.30) ** 2)) * (0.7 + 0.9 * (side + 0.2))
    rgb = blend(rgb, hole, tone(0.06 + glow, (0, "#0b0710"), (0.3, "#521318"), (0.7, "#c8432c")))

    def tube(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        d.polygon(
            [
                (W * 0.452, H * 0.60),
                (W * 0.50, H * 0.59),
                (W * 0.478, H * 0.47),
                (W * 0.438, H * 0.478),
            ],
            fill=255,
        )
        d.polygon(
            [
                (W * 0.431, H * 0.481),
                (W * 0.486, H * 0.469),
                (W * 0.484, H * 0.458),
                (W * 0.430, H * 0.470),
            ],
            fill=255,
        )

    barrel = mask(w, h, tube) * hole
    round_ = 0.22 + 0.35 * (dx * -1 - 0.20).clip(0, 1)
    return blend(rgb, barrel, tone(round_, (0, "#140c14"), (0.3, "#4a4652"), (0.6, "#a39a9c")))
