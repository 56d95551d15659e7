"""A jar of sourdough that lives."""

import numpy as np
from PIL import Image

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
    noise,
    over,
    ramp,
    relief,
    rng,
    shade,
    shine,
    soften,
    tone,
)
from .registry import scene

JAR = (0.54, 0.27, 0.255, 0.855)  # middle, half width, neck, foot


DOUGH = [(0.0, "#4b3823"), (0.3, "#9a7c53"), (0.55, "#cdb486"), (0.78, "#ead9b6"), (1.0, "#fff8e6")]


@scene("starter-jar", tall=True)
def starter_jar(w: int, h: int) -> Image.Image:
    """A glass jar of bubbling sourdough on a kitchen table by the window."""
    x, y = grid(w, h)
    rgb = _kitchen(x, y)
    cx, half, _, foot = JAR
    rgb = shade(rgb, bump(x, y, cx + 0.12, foot + 0.022, 0.34, 0.030), 0.65)
    at = area(w, h, cx - half - 0.02, 0.10, cx + half + 0.02, foot + 0.03)
    rgb[at] = _jar(rgb[at], x[at], y[at], w)
    return finish(bloom(rgb, 26, 0.14, 0.8), 501, 0.022, 0.4)


def _jar(rgb: Picture, x: Plane, y: Plane, width: int) -> Picture:
    """Glass, dough, lid and rubber band; `width` is the whole picture's, in pixels."""
    h, w = x.shape
    cx, half, neck, foot = JAR
    u = (x - cx) / half
    shoulder = ramp(y, neck - 0.005, neck + 0.085)
    reach = 0.80 + 0.20 * shoulder - 0.05 * ramp(y, foot - 0.05, foot)
    bulge = np.sqrt((1 - (u / reach) ** 2).clip(0, 1))
    sag = 0.020 * bulge  # we look slightly down: level circles hang as arcs
    glass = ramp(np.abs(u) - reach, 0.004, -0.004) * ramp(y, neck - 0.046, neck - 0.044)
    glass = glass * ramp(y - sag, foot + 0.002, foot - 0.002)
    inside = blend(rgb, np.full_like(x, 0.22), soften(rgb[:, ::-1], 5))
    inside = shade(inside, (1 - bulge) ** 3, 0.55)
    level = 0.435 + 0.005 * np.sin(u * 5 + 1) + (noise(w, 8, 6, 1, 501)[4] - 0.5) * 0.010
    dough = _sourdough(y, u / reach, width)
    inside = blend(inside, ramp(y - sag, level - 0.002, level + 0.002), dough)
    inside = _surface(inside, y, u, level, sag)
    smear = ramp(fbm(w, h, 6, 22, 503, 4) + 0.9 * (y - level), 0.50, 0.62) * ramp(y, 0.30, 0.42)
    inside = over(inside, smear * ramp(y, level + 0.02, level) * 0.40, "#d9c8a4")
    rgb = _lid(blend(rgb, glass, inside), x, y)
    band = ramp(np.abs(y - sag - 0.655), 0.0085, 0.0070) * glass
    rubber = tone(0.36 + 0.30 * bulge - 0.25 * u, (0, "#2c0b08"), (0.5, "#a2382a"), (1, "#f2a793"))
    rgb = blend(shade(rgb, np.roll(band, 8, axis=0), 0.3), band, rubber)
    rgb = shade(rgb, np.exp(-(((np.abs(u) - reach + 0.02) / 0.016) ** 2)) * glass, 0.35)
    streak = np.exp(-(((u + 0.66) / 0.055) ** 2)) + 0.45 * np.exp(-(((u + 0.50) / 0.02) ** 2))
    rgb = shine(rgb, streak * ramp(y, 0.34, 0.40) * ramp(y, 0.80, 0.70) * glass, "#f4f8fb", 0.36)
    right = np.exp(-(((u - 0.80) / 0.045) ** 2)) * ramp(y, 0.36, 0.5)
    base = np.exp(-(((y - sag - foot + 0.014) / 0.007) ** 2))
    return shine(rgb, (right * 0.6 + base) * glass, "#e9efe8", 0.28)


def _kitchen(x: Plane, y: Plane) -> Picture:
    """Out of focus: a window on the left, a shelf, the table."""
    h, w = x.shape
    room = 0.34 + 0.10 * (1 - x) + (fbm(w, h, 3, 4, 505, 3) - 0.5) * 0.10
    room = room + 0.62 * ramp(np.abs(x - 0.05), 0.24, 0.10) * ramp(np.abs(y - 0.30), 0.34, 0.24)
    room = (
        room
        - 0.16 * ramp(np.abs(x - 0.06), 0.03, 0.01)
        - 0.12 * ramp(np.abs(y - 0.17), 0.03, 0.01) * (x > 0.5)
    )
    stops = [(0.0, "#26302f"), (0.3, "#5c6a66"), (0.5, "#92998c"), (0.75, "#dcd9c6")]
    rgb = tone(soften(room, 16), *stops, (1.0, "#fffdf2"))
    for px, r, code in ((0.86, 0.05, "#c8903f"), (0.95, 0.04, "#7f9a8a"), (0.77, 0.035, "#d8cdb4")):
        at = area(w, h, px - r, 0.14 - r, px + r, 0.14 + r)
        disc = ramp(distance(x[at], y[at], px, 0.14, h / w), r, r * 0.55)
        rgb[at] = over(rgb[at], disc * 0.5, code)
    table = 0.765
    grain = fbm(w, h, 3, 120, 507, 4)
    wood = (
        0.50
        + 0.28 * (0.6 - x)
        + (grain - 0.5) * 0.14 * ramp(y, table, 0.9)
        - 0.1 * ramp(y, 0.9, 1.0)
    )
    board = tone(wood, (0, "#2a1c12"), (0.4, "#8d6b4a"), (0.7, "#cdae86"), (1, "#f8ecd2"))
    return blend(rgb, ramp(y, table - 0.012, table + 0.012), board)


def _sourdough(y: Plane, u: Plane, width: int) -> Picture:
    """The dough against the glass: a web of gas bubbles, larger towards the top."""
    h, w = y.shape
    bulge = np.sqrt((1 - u**2).clip(0, 1))
    light = 0.56 + 0.20 * bulge - 0.24 * u - 0.16 * ramp(y, 0.6, 0.85)
    light = light + (fbm(w, h, 17, 32, 509, 4) - 0.5) * 0.16
    high = y[-1, 0] - y[0, 0]
    dice = rng(511)
    for _ in range(560):
        v = dice.random()
        r = (2.2 + 24 * dice.random() ** 5) * (1.25 - 0.7 * v) * width / 1200
        across = 2 * dice.random() - 1
        px = w * (0.5 + across * JAR[1] / (2 * JAR[1] + 0.04))
        py = h * (0.45 + 0.40 * v - float(y[0, 0])) / float(high)
        squeeze = max(0.25, float(np.sqrt(1 - across**2)))
        rows = slice(int(py - r - 2), int(py + r + 3))
        columns = slice(max(0, int(px - r * squeeze - 2)), int(px + r * squeeze + 3))
        gy, gx = np.ogrid[rows, columns]
        du, dv = (gx - px) / (r * squeeze), (gy - py) / r
        d = np.sqrt(du**2 + dv**2).astype(np.float32)
        hollow = ramp(d, 1.0, 0.75) * (0.55 + 0.45 * dv)
        lip = np.exp(-(((d - 1.0) / 0.16) ** 2)) * (0.3 - 0.5 * du - 0.6 * dv)
        light[rows, columns] += (lip * 0.12 - hollow * 0.20).astype(np.float32)
    return tone(light, *DOUGH)


def _surface(rgb: Picture, y: Plane, u: Plane, level: Plane, sag: Plane) -> Picture:
    """The domed top of the dough, seen over its front edge."""
    h, w = y.shape
    depth = (level + sag - y) / (2 * sag + 0.001)
    lid = ramp(depth, -0.03, 0.03) * ramp(depth, 1.0, 0.95) * ramp(np.abs(u), 0.99, 0.97)
    foam = fbm(w, h, 19, 72, 513, 4)
    pits = ramp(foam, 0.42, 0.34)
    light = 0.72 - 0.20 * u - pits * 0.18 - 0.1 * depth
    light = light + relief(soften(foam * 26, 1), -2.4, 0.12)
    return blend(rgb, lid, tone(light, *DOUGH))


def _lid(rgb: Picture, x: Plane, y: Plane) -> Picture:
    """The neck's thread and a lid that rests loosely on it."""
    cx, half, neck, _ = JAR
    u = (x - cx) / (half * 0.83)
    bulge = np.sqrt((1 - u**2).clip(0, 1))
    sag = 0.016 * bulge
    v = y - sag - 0.006 * u
    thread = ramp(np.abs(u), 1.0, 0.985) * ramp(np.abs(v - neck + 0.028), 0.024, 0.020)
    rings = 0.5 + 0.5 * np.sin((v - neck) * 420)
    rgb = shine(rgb, thread * rings * (0.3 + 0.7 * bulge), "#f4f7f4", 0.14)
    top, rim = neck - 0.115, neck - 0.040
    side = ramp(np.abs(u), 1.06, 1.045) * (v > top + 0.02) * ramp(v, rim + 0.001, rim - 0.001)
    brushed = (
        0.40
        + 0.36 * np.exp(-(((u + 0.45) / 0.16) ** 2))
        + 0.14 * np.exp(-(((u - 0.6) / 0.2) ** 2))
        - 0.22 * np.abs(u) ** 3
    )
    brushed = brushed - 0.10 * np.exp(-(((v - rim + 0.010) / 0.003) ** 2))
    metal = [(0.0, "#1a1b1c"), (0.35, "#6d6a63"), (0.65, "#b9b3a5"), (1.0, "#fdfaf2")]
    rgb = shade(rgb, ramp(np.abs(v - rim - 0.006), 0.012, 0.0) * ramp(np.abs(u), 1.0, 0.97), 0.45)
    rgb = blend(rgb, side, tone(brushed, *metal))
    oval = u**2 / 1.10 + ((y - 0.006 * u - top - 0.020) / 0.022) ** 2
    disc = 0.62 - 0.20 * u + 0.10 * np.cos(np.sqrt(oval) * 9) - 0.2 * (y - top)
    return blend(rgb, ramp(oval, 1.02, 0.97), tone(disc, *metal))
