"""Heat in the kitchen: the oven door and the kettle."""

import math

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
    over,
    ramp,
    resized,
    shade,
    shine,
    soften,
    tone,
    warp,
)
from .registry import scene

METAL = [(0.0, "#060608"), (0.1, "#15161a"), (0.3, "#44474e"), (0.6, "#9299a3"), (1.0, "#e9edf0")]
DOOR = (0.20, 0.37, 0.89, 0.82)  # the oven's glass: left, top, right, bottom


@scene("oven-glow")
def oven_glow(w: int, h: int) -> Image.Image:
    """The glow behind an oven door in a dark kitchen; a loaf rises inside."""
    x, y = grid(w, h)
    steel = fbm(w, h, 3, 420, 461, 3)
    left, top, right, bottom = DOOR

    def panel(d: ImageDraw.ImageDraw, W: int, H: int, by: float = 1.0) -> None:
        box = [W * (left - 0.06 * by), H * (top - 0.075 * by)]
        box += [W * (right + 0.06 * by), H * (bottom + 0.075 * by)]
        d.rounded_rectangle(box, W * (0.014 + 0.006 * by), fill=255)

    black = mask(w, h, panel, 1)
    front = 0.085 + (steel - 0.5) * 0.05 + 0.05 * (1 - y) + 0.12 * bump(x, y, 0.12, 0.5, 0.10, 9)
    front = front * (1 - 0.85 * np.exp(-(((y - 0.185) / 0.005) ** 2)))
    rgb = tone(front + (0.03 + 0.05 * ramp(y, 0.9, 0.3) - front) * black, *METAL)
    door = mask(w, h, lambda d, W, H: panel(d, W, H, 0.0), 1)
    glow = soften(door, 60) * (0.21 + steel * 0.27) + soften(door, 3) * 0.55
    rgb = shine(rgb, glow * (1 - door), "#b0480f")
    at = area(w, h, *DOOR)
    rgb[at] = blend(rgb[at], door[at], _oven_inside(x[at], y[at]))
    at = area(w, h, 0.14, 0.20, 0.95, 0.36)
    rgb[at] = _rail(rgb[at], x[at], y[at])
    for i, cx in enumerate((0.30, 0.40, 0.66, 0.76)):
        at = area(w, h, cx - 0.05, 0.02, cx + 0.05, 0.17)
        rgb[at] = _knob(rgb[at], (x[at] - cx) / 0.026, (y[at] - 0.095) * h / w / 0.026, i)
    at = area(w, h, 0.50, 0.06, 0.56, 0.13)
    rgb[at] = shine(rgb[at], bump(x[at], y[at], 0.53, 0.095, 0.0035, 0.0052), "#ff7a26", 1.4)
    return finish(bloom(rgb, 34, 0.30, 0.55), 461, 0.03, 0.4)


def _rail(rgb: Picture, x: Plane, y: Plane) -> Picture:
    """The steel bar of the door; the glow catches its underside."""
    bar = 0.265
    tube = (y - bar) / 0.021
    grip = ramp(np.abs(tube), 1.03, 0.95) * ramp(np.abs(x - 0.545), 0.345, 0.342)
    rgb = shade(rgb, bump(x, y, 0.545, bar + 0.045, 0.40, 0.018), 0.5)
    lit = 0.55 + 0.45 * bump(x, y, 0.2, bar, 0.4, 1)
    sheen = 0.15 + 0.62 * np.exp(-(((tube + 0.36) / 0.26) ** 2)) * lit
    rgb = blend(rgb, grip, tone(sheen, *METAL))
    warm = np.exp(-(((tube - 0.72) / 0.22) ** 2)) * bump(x, y, 0.55, bar, 0.26, 1)
    return shine(rgb, grip * warm, "#ff8a3a", 0.55)


def _knob(rgb: Picture, u: Plane, v: Plane, turn: int) -> Picture:
    out = np.sqrt(u**2 + v**2)
    rgb = shade(rgb, ramp(np.sqrt((u - 0.1) ** 2 + (v - 0.2) ** 2), 1.4, 0.8), 0.6)
    side = 0.14 + 0.16 * (-u * 0.7 - v * 0.5) * out
    disc = tone(side, (0, "#08090b"), (0.3, "#4d5157"), (1, "#c8ccd0"))
    rgb = blend(rgb, ramp(out, 1.04, 0.97), disc)
    cos, sin = math.cos(0.5 + turn * 0.9), math.sin(0.5 + turn * 0.9)
    along = u * sin - v * cos
    notch = ramp(np.abs(u * cos + v * sin), 0.08, 0.04) * ramp(along, 0.28, 0.34)
    notch = notch * ramp(out, 0.9, 0.8)
    return shine(rgb, notch, "#d9d4c8", 0.6)


def _oven_inside(x: Plane, y: Plane) -> Picture:
    h, w = x.shape
    left, top, right, bottom = DOOR
    u, v = (x - left) / (right - left), (y - top) / (bottom - top)
    heat = bump(u, v, 0.52, 0.02, 0.75, 0.55) + 0.7 * bump(u, v, 0.5, 1.05, 0.8, 0.40)
    light = 0.24 + 0.50 * heat + (fbm(w, h, 3, 2, 463, 4) - 0.5) * 0.10
    light = light - 0.25 * ramp(np.abs(u - 0.5), 0.38, 0.52)
    for place in (0.06, 0.965):  # the heating elements
        light = light + 0.55 * np.exp(-(((v - place - 0.012 * np.sin(u * 5)) / 0.018) ** 2))
    stops = [(0.0, "#120301"), (0.2, "#4d1204"), (0.42, "#a93a08"), (0.62, "#ee7d1a")]
    rgb = tone(light, *stops, (0.82, "#ffc25a"), (1.0, "#fff0bd"))
    rack = np.exp(-(((v - 0.735) / 0.012) ** 2))
    rods = np.exp(-((((u * 26) % 1 - 0.5) / 0.10) ** 2)) * ramp(np.abs(v - 0.752), 0.020, 0.012)
    rgb = shade(rgb, np.maximum(rack, rods * 0.6), 0.72)
    rise = np.sqrt((1 - (np.abs(u - 0.46) / 0.255) ** 2.6).clip(0, 1))
    crest = 0.715 - 0.40 * rise - 0.012 * np.sin(u * 40)
    bread = ramp(v, crest - 0.008, crest + 0.008) * ramp(v, 0.722, 0.712)
    bread = bread * ramp(np.abs(u - 0.46), 0.256, 0.250)
    cuts = np.exp(-((((u - v * 0.35) * 11 % 1 - 0.5) / 0.09) ** 2)) * ramp(v, 0.60, 0.42)
    bark = 0.20 + 0.34 * ramp(v, crest + 0.14, crest) + 0.16 * cuts
    bark = bark + (fbm(w, h, 42, 18, 465, 4) - 0.5) * 0.16
    crust = tone(bark, (0, "#1a0702"), (0.3, "#6b2c0c"), (0.6, "#c8742a"), (1, "#ffd58a"))
    rgb = blend(rgb, bread, crust)
    dirt = ramp(fbm(w, h, 21, 10, 467, 5), 0.55, 0.75) * 0.10
    return shine(shade(rgb, dirt), ramp(np.abs(u - v * 0.3 - 0.12), 0.07, 0.05), "#6a7a90", 0.06)


STEEL = [(0.0, "#07080b"), (0.2, "#23272e"), (0.45, "#666d77"), (0.7, "#b5bbc0"), (1.0, "#fbfaf5")]


@scene("kettle")
def kettle(w: int, h: int) -> Image.Image:
    """The spout of a kettle; steam, lit from behind, against a dark kitchen."""
    x, y = grid(w, h)
    room = 0.07 + 0.15 * bump(x, y, 0.80, 0.30, 0.40, 0.6) + (fbm(w, h, 3, 3, 521, 3) - 0.5) * 0.03
    rgb = tone(room, (0, "#06070a"), (0.1, "#12171f"), (0.3, "#3b4653"), (1, "#b9c4cc"))
    for px, py, r, code in ((0.87, 0.60, 0.042, "#b5763a"), (0.94, 0.66, 0.034, "#8a5a34")):
        at = area(w, h, px - r, py - 2 * r, px + r, py + 2 * r)
        disc = ramp(distance(x[at], y[at], px, py, h / w), r, r * 0.8)
        rgb[at] = over(rgb[at], disc * 0.42, code)
    rgb = _steam(rgb, x, y)
    at = area(w, h, 0.0, 0.26, 0.60, 1.0)
    belly = mask(w, h, _belly, 1, at)
    rgb[at] = blend(rgb[at], belly, _pot_steel(x[at], y[at]))
    rgb[at] = _spout(rgb[at], x[at], y[at], belly, h / w)
    return finish(rgb, 521, 0.028, 0.4)


def _belly(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
    d.ellipse([W * -0.34, H * 0.42, W * 0.38, H * 1.45], fill=255)


def _steam(rgb: Picture, x: Plane, y: Plane) -> Picture:
    h, w = x.shape
    swirl_x, swirl_y = fbm(w, h, 4, 3, 523, 5) - 0.5, fbm(w, h, 4, 3, 527, 5) - 0.5
    curls = warp(fbm(w, h, 5, 4, 529, 6, 0.55), swirl_x * 0.34, swirl_y * 0.42)
    rise = (0.34 - y).clip(0, 1)
    centre = 0.585 + 0.19 * (1 - np.exp(-rise * 9)) + 0.05 * np.sin(rise * 13)
    width = 0.016 + 0.34 * rise**0.85
    plume = np.exp(-(np.abs((x - centre + swirl_x * 0.10) / width) ** 2.4)) * ramp(y, 0.350, 0.325)
    thick = ((curls - 0.30) * 2.3 + 0.45 * ramp(rise, 0.12, 0.0)).clip(0, 1.1)
    steam = (plume * thick * (1 - 0.8 * rise)).clip(0, 0.96)
    steam = steam * ramp(distance(x, y, 0.568, 0.335, h / w), 0.006, 0.060)
    stops = [(0.0, "#4d5864"), (0.55, "#b4bdc4"), (1.0, "#fffcf2")]
    return blend(rgb, steam, tone(0.40 + 0.55 * curls + 0.25 * (x - centre) / width, *stops))


def _pot_steel(x: Plane, y: Plane) -> Picture:
    """The round belly: it mirrors a window, and darkly the room."""
    h, w = x.shape
    u, v = (x - 0.02) / 0.36, (y - 0.935) / 0.515
    out = np.sqrt(u**2 + v**2).clip(0, 1)
    light = 0.13 + 0.30 * (-v).clip(0, 1) * out + (fbm(w, h, 3, 5, 533, 3) - 0.5) * 0.07
    light = light + 0.42 * np.exp(-(((out - 0.945) / 0.030) ** 2)) * ramp(u - v, 0.2, 0.9)
    light = light + 0.26 * np.exp(-(((out - 0.80) / 0.05) ** 2)) * ramp(-u - v, 0.2, 1.0)
    du, dv = u + 0.02 + v * 0.22, v + 0.56 - u * u * 0.25
    window = ramp(np.abs(du), 0.150, 0.138) * ramp(np.abs(dv), 0.150, 0.138)
    cross = ramp(np.abs(du), 0.008, 0.014) * ramp(np.abs(dv), 0.008, 0.014)
    light = light + window * cross * (0.50 - 0.9 * dv)
    return tone(light, *STEEL)


def _spout(rgb: Picture, x: Plane, y: Plane, belly: Plane, aspect: float) -> Picture:
    """A tapering tube along a curve; it mirrors a window on the left and one behind."""
    t = np.linspace(0, 1, 96)
    bezier = np.stack([(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3], axis=-1)
    px, py = bezier @ [0.20, 0.44, 0.405, 0.562], bezier @ [0.80, 0.76, 0.43, 0.340]
    half = 0.100 - 0.150 * t + 0.075 * t**2 + 0.003 * np.exp(-(((t - 1) / 0.03) ** 2))
    side, along = _beside(x[::3, ::3], y[::3, ::3], (px, py, half), aspect)
    h, w = x.shape
    side = resized(soften(side, 1), w, h, Image.Resampling.BICUBIC)
    along = resized(soften(along, 2), w, h, Image.Resampling.BICUBIC)
    mouth = (x - 0.562) * 0.80 - (y - 0.340) * aspect * 0.60
    tube = ramp(np.abs(side), 1.02, 0.97) * ramp(mouth, 0.0015, -0.0005) * ramp(along, 0.02, 0.16)
    rgb = shade(rgb, soften(np.roll(tube, (20, 12), axis=(0, 1)), 12) * belly, 0.6)
    light = 0.15 + 0.16 * np.sqrt((1 - side**2).clip(0, 1)) + 0.10 * along
    window = np.exp(-(((side + 0.52) / 0.13) ** 2)) * (0.55 + 0.45 * np.sin(along * 7))
    light = light + 0.60 * window - 0.12 * np.exp(-(((side - 0.45) / 0.2) ** 2))
    light = light + 0.34 * np.exp(-(((side - 0.86) / 0.10) ** 2))
    rgb = blend(rgb, tube, tone(light, *STEEL))
    u, v = (x - 0.562) * 0.60 + (y - 0.340) * aspect * 0.80, mouth
    lip = np.sqrt((u / 0.0250) ** 2 + (v / 0.0080) ** 2)
    rgb = over(rgb, ramp(lip, 1.10, 0.98), "#c3c9cd")
    return over(rgb, ramp(lip, 0.90, 0.76), "#0c0d10")


def _beside(
    x: Plane, y: Plane, curve: tuple[np.ndarray, np.ndarray, np.ndarray], aspect: float
) -> tuple[Plane, Plane]:
    """Where each point lies along a curve (px, py, half width): -1..1 across it, 0..1 along."""
    px, py, half = curve
    last = len(px) - 1
    nearest = np.full(x.shape, 9.0, np.float32)
    side, along = np.zeros_like(x), np.zeros_like(x)
    for i in range(last + 1):
        before, after = max(0, i - 1), min(last, i + 1)
        tx, ty = px[after] - px[before], (py[after] - py[before]) * aspect
        norm = np.hypot(tx, ty) * half[i]
        dx, dy = x - np.float32(px[i]), (y - np.float32(py[i])) * np.float32(aspect)
        d = dx * dx + dy * dy
        closer = d < nearest
        np.copyto(nearest, d, where=closer)
        np.copyto(side, dy * np.float32(tx / norm) - dx * np.float32(ty / norm), where=closer)
        np.copyto(along, np.float32(i / last), where=closer)
    return side, along
