"""Ways across: a bridge in mist, and stripes on asphalt seen from above."""

import math

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
    over,
    ramp,
    relief,
    rounded,
    shade,
    shine,
    soften,
    tone,
)
from .registry import scene

VANISH = (0.575, 0.615)  # where deck, railings and cables of the bridge run together


@scene("bridge-deck")
def bridge_deck(w: int, h: int) -> Image.Image:
    """The deck of a cable-stayed bridge in perspective; its pylon stands in mist."""
    x, y = grid(w, h)
    vy = VANISH[1]
    mist = fbm(w, h, 3, 4, 591, 5)
    light = 0.60 + 0.32 * ramp(y, 0.0, vy) + (mist - 0.5) * 0.16
    light = light + 0.16 * bump(x, y, 0.78, 0.42, 0.35, 0.35)
    stops = [(0.0, "#39485a"), (0.4, "#7b8c9d"), (0.65, "#b5bfc6"), (0.85, "#ebe3d4")]
    sea = 0.56 - 0.20 * ramp(y, vy, 1.0) + (fbm(w, h, 8, 130, 593, 3) - 0.5) * 0.14
    light += (sea - light) * ramp(y, vy - 0.002, vy + 0.004)
    rgb = tone(light, *stops, (1.0, "#fff6e4"))
    for depth, fade in ((7.0, 0.30), (2.3, 0.86)):
        rgb = _tower(rgb, w, h, depth, fade)
    rgb = _deck(rgb, x, y)
    haze = np.exp(-(((y - vy) / 0.055) ** 2)) * 0.72 * (0.6 + 0.5 * mist)
    rgb = over(rgb, haze.clip(0, 1), "#e6e1d6")
    return finish(rgb, 591, 0.022, 0.35)


def _seen(across: float, height: float, depth: float) -> tuple[float, float]:
    """A point of the bridge as fractions of the picture: units are about half a deck width."""
    return VANISH[0] + 0.42 * across / depth, VANISH[1] + 0.36 * (1.0 - height) / depth


def _tower(rgb: Picture, w: int, h: int, depth: float, fade: float) -> Picture:
    """One pylon with the cables that fan out from its top to both edges of the deck."""

    def legs(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        for side in (-1, 1):
            ax, ay = _seen(side * 1.22, 0.0, depth)
            bx, by = _seen(side * 0.34, 5.6, depth)
            foot, head = 0.055 / depth, 0.038 / depth
            quad = [(ax - foot, ay), (ax + foot, ay), (bx + head, by), (bx - head, by)]
            d.polygon([(W * px, H * py) for px, py in quad], fill=255)
        for low, high in ((0.5, 0.72), (3.1, 3.36)):
            half = 1.22 - 0.88 * high / 5.6
            corners = [(-half, low), (half, low), (half, high), (-half, high)]
            quad = [_seen(across, up, depth) for across, up in corners]
            d.polygon([(W * px, H * py) for px, py in quad], fill=255)

    def cables(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        for side in (-1, 1):
            for i in range(1, 15):
                for direction in (-1, 1):
                    reach = depth + direction * 0.36 * i
                    if reach < 0.42:
                        continue
                    ax, ay = _seen(side * 1.12, 0.10, reach)
                    bx, by = _seen(side * 0.36, 5.5 - 0.09 * (15 - i), depth)
                    # nearer ends are thicker: a thin wedge instead of a line
                    ka, kb = 0.0019 / reach, 0.0019 / depth
                    quad = [(ax - ka, ay), (ax + ka, ay), (bx + kb, by), (bx - kb, by)]
                    d.polygon([(W * px, H * py) for px, py in quad], fill=235)

    rgb = over(rgb, mask(w, h, cables, 0.6) * fade * 0.85, "#47535f")
    tower = mask(w, h, legs, 1)
    lit = (tower - np.roll(tower, -max(2, int(9 / depth)), axis=1)).clip(0, 1)
    rgb = over(rgb, tower * fade, "#5a6670")
    return shine(rgb, lit * fade, "#e8d2b0", 0.30)


def _deck(rgb: Picture, x: Plane, y: Plane) -> Picture:
    """Roadway with worn lines, and railings whose posts thin out towards the mist."""
    h, w = x.shape
    vx, vy = VANISH
    depth = 0.36 / (y - vy).clip(0.004, 1)
    across = (x - vx) * depth / 0.42
    road = ramp(np.abs(across), 1.17, 1.15) * ramp(y, vy + 0.002, vy + 0.010)
    grit = fbm(w, h, 240, 160, 597, 2) - 0.5
    wear = fbm(w, h, 3, 3, 599, 4) - 0.5
    tracks = np.exp(-(((np.abs(np.abs(across) - 0.42) - 0.17) / 0.07) ** 2))
    light = 0.36 + 0.16 * np.exp(-(((x - 0.78) / 0.3) ** 2)) + wear * 0.12 + 0.035 * tracks
    light = light + grit * 0.12 * ramp(y, vy + 0.05, 0.9) + 0.20 * ramp(y, 0.80, vy)
    asphalt = tone(light, (0, "#171b20"), (0.35, "#4a5056"), (0.6, "#878c8e"), (1, "#e9e2d4"))
    dashes = ramp(np.abs((depth * 1.15 + 0.1) % 1 - 0.5), 0.20, 0.19)
    lines = ramp(np.abs(across), 0.026, 0.020) * dashes
    lines = np.maximum(lines, ramp(np.abs(np.abs(across) - 0.88), 0.022, 0.016))
    worn = ramp(fbm(w, h, 120, 80, 601, 3), 0.30, 0.46)
    asphalt = over(asphalt, lines * (0.45 + 0.45 * worn), "#e4e0d6")
    rgb = blend(rgb, road, asphalt)

    def railings(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        for side in (-1, 1):
            for height, thick in ((0.31, 0.0036), (0.20, 0.0018), (0.10, 0.0018)):
                ax, ay = _seen(side * 1.14, height, 0.40)
                bx, by = _seen(side * 1.14, height, 30)
                k = thick / 0.40
                d.polygon(
                    [(W * ax, H * (ay - k)), (W * ax, H * (ay + k)), (W * bx, H * by)], fill=255
                )
            deep = 0.42
            while deep < 9:
                foot, head = _seen(side * 1.14, 0.0, deep), _seen(side * 1.14, 0.31, deep)
                k = 0.0032 / deep
                quad = [
                    (foot[0] - k, foot[1]),
                    (foot[0] + k, foot[1]),
                    (head[0] + k, head[1]),
                    (head[0] - k, head[1]),
                ]
                d.polygon([(W * px, H * py) for px, py in quad], fill=255)
                deep += 0.15

    rails = mask(w, h, railings, 0.5)
    near = ramp(np.abs(x - vx), 0.02, 0.4)
    return over(rgb, rails * (0.35 + 0.6 * near), "#2f3942")


@scene("crossing")
def crossing(w: int, h: int) -> Image.Image:
    """Painted stripes on asphalt from straight above, and a walker's long shadow."""
    x, y = grid(w, h)
    aspect = h / w
    turn = 0.16
    u = x * math.cos(turn) + y * (aspect * math.sin(turn))
    v = y * (aspect * math.cos(turn)) - x * math.sin(turn)
    stones = fbm(w, h, 420, 280, 611, 2, 0.8)
    patches = fbm(w, h, 4, 3, 613, 5)
    cracks = 1 - np.abs(fbm(w, h, 6, 4, 615, 6, 0.55) * 2 - 1)
    crack = ramp(cracks, 0.985, 0.997)
    light = 0.30 + (stones - 0.5) * 0.34 + (patches - 0.5) * 0.16 - 0.16 * crack + 0.07 * (1 - x)
    asphalt = [(0.0, "#121519"), (0.25, "#33373c"), (0.5, "#6c6f70"), (1.0, "#d8d4ca")]
    rgb = tone(light, *asphalt)
    stripe = ramp(np.abs(((u - 0.03) * 5.6) % 1 - 0.5), 0.262, 0.256) * ramp(
        np.abs(v - 0.245), 0.215, 0.213
    )
    rubbed = fbm(w, h, 60, 40, 617, 5, 0.65) + 0.12 * (stones - 0.5)
    tyre = np.exp(-(((v - 0.17) / 0.035) ** 2)) + np.exp(-(((v - 0.335) / 0.035) ** 2))
    kept = ramp(rubbed - 0.10 * tyre * fbm(w, h, 3, 3, 619, 3) - 0.16 * crack, 0.22, 0.42)
    coat = 0.80 + (stones - 0.5) * 0.16 + (patches - 0.5) * 0.18 - 0.12 * tyre + 0.04 * (1 - x)
    white = tone(coat, (0, "#50504e"), (0.5, "#a8a59d"), (0.8, "#dedad0"), (1, "#fbf8f0"))
    edge = relief(soften(stripe * kept, 1), -2.4, 0.10)
    rgb = blend(rgb, stripe * kept * 0.93, white) + edge[..., None]
    at = area(w, h, 0.60, 0.0, 1.0, 0.48)
    rgb[at] = _walker(rgb[at], w, h)
    warm = 1.04 + 0.10 * bump(x, y, 0.05, 0.9, 0.7, 0.7)
    return finish(rgb * warm[..., None] * np.array([1.03, 1.0, 0.95], np.float32), 611, 0.020, 0.35)


def _walker(rgb: Picture, w: int, h: int) -> Picture:
    """Somebody in a dark coat, and the long shadow; `rgb` is the upper right of the picture."""
    at = area(w, h, 0.60, 0.0, 1.0, 0.48)
    cast = rounded(w, h, _walker_shadow, 6, 3.5, at)
    rgb = shine(shade(rgb, soften(cast, 2), 0.66), cast, "#040a1c", 0.5)
    rgb = over(rgb, mask(w, h, _shoes, 1, at), "#1d1512")
    person = rounded(w, h, _walker_above, 4, 1.5, at)
    coat_lit = relief(soften(person, 7) * 16, 2.6, 0.16)
    cloth = 0.34 + coat_lit
    stops = [(0.0, "#0d1119"), (0.35, "#27354b"), (0.7, "#6d7f96"), (1.0, "#f0dcc0")]
    rgb = blend(rgb, person, tone(cloth, *stops))
    head = mask(w, h, _head_above, 1, at)
    hair = 0.30 + relief(soften(head, 5) * 12, 2.6, 0.20)
    return blend(rgb, head, tone(hair, (0, "#0f0b09"), (0.5, "#5b4632"), (1, "#d8b98c")))


def _head_above(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
    d.ellipse([W * 0.6475, H * 0.356, W * 0.6715, H * 0.394], fill=255)


def _walker_above(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
    """Shoulders and a rucksack, seen from above."""
    d.ellipse([W * 0.6495, H * 0.322, W * 0.6745, H * 0.430], fill=255)
    d.rounded_rectangle([W * 0.664, H * 0.345, W * 0.688, H * 0.407], W * 0.006, fill=255)


def _shoes(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
    d.ellipse([W * 0.632, H * 0.395, W * 0.658, H * 0.414], fill=255)
    d.ellipse([W * 0.674, H * 0.338, W * 0.702, H * 0.356], fill=255)


def _walker_shadow(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
    """The same person as low sun from the lower left draws them on the road."""

    def at(along: float, across: float) -> tuple[float, float]:
        px, py = 0.664 + 0.265 * along + 0.018 * across, 0.376 - 0.245 * along + 0.050 * across
        return W * px, H * py

    def limb(width: float, *points: tuple[float, float]) -> None:
        d.line([at(*p) for p in points], fill=255, width=int(W * width), joint="curve")

    limb(0.020, (-0.02, 0.9), (0.24, 0.55), (0.46, 0.10))
    limb(0.020, (0.02, -1.0), (0.22, -0.35), (0.46, -0.05))
    limb(0.017, (0.80, 0.75), (0.62, 1.20), (0.46, 1.0))
    limb(0.017, (0.80, -0.75), (0.60, -1.10), (0.44, -1.35))
    coat = [(0.36, 0.85), (0.36, -0.80), (0.62, -0.72), (0.80, -0.95), (0.86, -0.5)]
    d.polygon([at(*p) for p in [*coat, (0.86, 0.5), (0.80, 0.95), (0.62, 0.72)]], fill=255)
    limb(0.012, (0.84, 0), (0.92, 0))
    (hx, hy), r = at(0.97, 0.0), W * 0.0145
    d.ellipse([hx - r * 1.25, hy - r * 1.1, hx + r * 1.25, hy + r * 1.1], fill=255)
