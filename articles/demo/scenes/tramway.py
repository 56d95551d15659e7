"""A street at dusk, its lamps mirrored in wet setts; tram rails in it."""

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from .canvas import (
    Picture,
    Plane,
    blend,
    bump,
    fbm,
    finish,
    grid,
    over,
    ramp,
    rng,
    shine,
    soften,
    tone,
)
from .registry import scene
from .texture import coarse, enlarged, ground, tile, tiled

BLUE_HOUR = ((0, "#0d1224"), (0.25, "#25304f"), (0.5, "#566486"), (0.75, "#b39c9a"), (1, "#f6d2a2"))


STONE = ((0, "#07080b"), (0.25, "#1e232c"), (0.5, "#4a5260"), (0.75, "#8f949c"), (1, "#e9e2d6"))


EYE = 0.30  # how far the camera is above the street, in the walls' own measure


def housefronts(w: int, h: int, vx: float, hz: float, seed: int) -> tuple[Picture, Plane]:
    """Housefronts on both sides of a street that runs to (vx, hz), out of focus; their mask."""
    full, w, h = (w, h), w // 2, h // 2  # out of focus: half the size is enough
    x, y = grid(w, h)
    sky = tone(
        0.30 + 0.62 * (y / hz).clip(0, 1) ** 1.6 + 0.2 * (fbm(w, h, 3, 6, seed, 4) - 0.5),
        *BLUE_HOUR,
    )
    near = np.abs(x - vx) - 0.045 + 0.02 * (x > vx)
    left = x < vx
    deep = 1 / near.clip(0.012)
    up = (hz - y) * deep  # height on the wall: 0 at the horizon
    r = rng(seed + 1)
    house = np.floor(np.log(near.clip(0.012)) * 2.6 + 40).astype(np.int32) + 50 * left
    eave = 1.10 + 0.35 * r.random(200, dtype=np.float32)[house]
    wall = ramp(near, 0.0, 0.006) * ramp(up, eave, eave - 0.02) * ramp(up, -EYE - 0.01, -EYE)
    tint = r.random(200, dtype=np.float32)[house]
    u, v = np.log(near.clip(0.012)) * 11, up * 5.2
    pane = (
        ramp(np.abs(u % 1 - 0.5), 0.26, 0.22) * ramp(np.abs(v % 1 - 0.5), 0.34, 0.30) * (up > 0.12)
    )
    number = (
        np.floor(u).astype(np.int32) * 31 + np.floor(v).astype(np.int32) * 57 + 91 * left
    ) % 997
    lit = r.random(997, dtype=np.float32)[number]
    shop = ramp(up, 0.06, 0.03) * ramp(up, -0.20, -0.17) * ramp(tint, 0.3, 0.5)
    shop *= 0.35 + 0.65 * ramp(np.abs(u * 0.5 % 1 - 0.5), 0.44, 0.40)
    lum = 0.16 + 0.16 * tint + 0.10 * (1 - up) - 0.10 * left
    front = tone(lum, (0, "#0f1220"), (0.3, "#35364a"), (0.6, "#77706f"), (1, "#c9b7a0"))
    front = over(front, pane * 0.6, "#141a2b")
    front = shine(front, pane * ramp(lit, 0.66, 0.70) * (0.5 + lit) + shop * 0.8, "#ffb765", 0.75)
    street = soften(blend(sky, wall, front), 2.2)
    return enlarged(street, *full), coarse(soften(wall * (up < eave), 1.5), *full)


def street_lamps(vx: float, hz: float, seed: int) -> list[tuple[float, float, float]]:
    """Lamps and tail lights down the street: x, y and radius, all in fractions."""
    r = rng(seed)
    lamps = []
    for k in range(26):
        deep = 1.0 + 7 * r.random() ** 0.8
        side = (-1, 1)[k % 2] * (0.34 + 0.06 * r.random())
        high = (0.30 + 0.03 * r.random()) if k % 3 else 0.02
        lamps.append(
            (vx + side / deep, hz - high / deep, (0.010 + 0.012 * r.random()) / deep**0.35)
        )
    return lamps


HUES = ("#ffc987", "#ffdfb0", "#ff7a58", "#ffb45e")


def glow(rgb: Picture, lamps: list[tuple[float, float, float]], hz: float) -> Picture:
    """Each lamp as a soft disc with a halo, and its streak on the wet street."""
    h, w = rgb.shape[:2]
    small = w // 2, h // 2
    discs, streaks = Image.new("RGB", small), Image.new("RGB", small)
    on_air, on_road = ImageDraw.Draw(discs), ImageDraw.Draw(streaks)
    for k, (px, py, radius) in enumerate(lamps):
        cx, cy, half = px * small[0], py * small[1], radius * small[1]
        on_air.ellipse([cx - half, cy - half, cx + half, cy + half], fill=HUES[k % len(HUES)])
        low = (hz + (hz - py) * 0.9 + 0.01) * small[1]
        shape = [cx - half * 0.55, low, cx + half * 0.55, low + 14 * half]
        on_road.rectangle(shape, fill=HUES[k % len(HUES)])
    light = np.zeros((small[1], small[0], 3), np.float32)
    for layer, blur, strength in ((discs, 0.6, 0.7), (discs, 13, 0.75), (streaks, 4, 0.32)):
        soft = layer.filter(ImageFilter.GaussianBlur(blur))
        light += np.asarray(soft, np.float32) * np.float32(strength / 255)
    lit: Picture = rgb + enlarged(light, w, h)
    return lit


def _setts(w: int, rows: int, across: Plane, away: Plane) -> tuple[Plane, Plane]:
    """Cobblestones on a plain: (luminance about 0.4, how much each mirrors the light ahead)."""
    far = away * 2.3
    count = np.float32(26)
    row = np.floor(far * count * 0.62)
    bow = across * count + 0.5 * (row % 2)
    jitter = rng(1103).random((512, 128, 2), dtype=np.float32)
    at = row.astype(np.int32) & 511, np.floor(bow).astype(np.int32) & 127
    shade_, gleam = jitter[..., 0][at], jitter[..., 1][at]
    fx = np.abs(bow % 1 - 0.5) * 2
    fz = np.abs(far * count * 0.62 % 1 - 0.5) * 2
    fade = 1 / (1 + (away / 4.5) ** 2)  # stones finer than a pixel blend into grey
    height = (1 - fx**5) * (1 - fz**5)
    slope = (far * count * 0.62 % 1 - 0.5) * height
    lum = 0.40 + fade * (0.26 * (shade_ - 0.5) + 0.36 * (height - 0.75) + 0.16 * slope)
    return lum, fade * height * (0.55 + 0.9 * gleam) + (1 - fade) * 0.7


def _rails(
    across: Plane, away: Plane, tracks: tuple[float, ...], curve: float
) -> tuple[Plane, Plane]:
    """Rail heads and the grooves beside them for tracks at these places (widths)."""
    head, groove = np.zeros_like(across), np.zeros_like(across)
    bent = curve * (away - 1).clip(0) ** 2
    soft = 0.0008 * away
    for track in tracks:
        for side in (-0.165, 0.165):
            off = across - track - side - bent
            head = np.maximum(head, ramp((np.abs(off) - 0.0135) / soft, 1, -1))
            inner = off + np.sign(side) * 0.024
            groove = np.maximum(groove, ramp((np.abs(inner) - 0.0115) / soft, 1, -1))
    return head, groove


def wet_road(
    w: int, rows: int, vx: float, tracks: tuple[float, ...], curve: float, light: Plane
) -> Picture:
    """Wet setts with rails; `light` (rows, w) is what they mirror, 0..1."""
    across, away = ground(w, rows, vx, 0.035)
    lum, gleam = _setts(w, rows, across, away)
    wet = tiled(tile(7, 9, 1109, 4), across * 0.5, away * 1.1)
    mirror = light * gleam * (0.35 + 1.1 * wet)
    road = tone(lum * 0.72 + 0.42 * mirror - 0.05, *STONE)
    road = shine(road, mirror * light, "#ffb46a", 0.40)
    head, groove = _rails(across, away, tracks, curve)
    scuffed = tiled(tile(40, 6, 1117, 3), across * 3, away * 0.4)
    steel = tone(
        0.30 + 0.62 * light + 0.20 * (scuffed - 0.5),
        (0, "#1a1f29"),
        (0.4, "#66707f"),
        (0.75, "#c9c6c4"),
        (1, "#fff3da"),
    )
    road = over(road, groove * 0.85, "#07080b")
    return blend(road, head, steel)


@scene("rails")
def rails(w: int, h: int) -> Image.Image:
    """Tram rails running together in wet cobbles at dusk."""
    x, y = grid(w, h)
    vx, hz = 0.60, 0.33
    rgb, walls = housefronts(w, h, vx, hz, 1123)
    top = int(h * hz)
    rows = h - top
    t = np.linspace(0, 1, rows, dtype=np.float32)[:, None]
    light = 0.95 * np.exp(-(((x[:rows] - vx + 0.05 * t) / (0.10 + 0.22 * t)) ** 2)) * (1 - 0.55 * t)
    light += 0.22 * (1 - t)
    road = wet_road(w, rows, vx, (-0.12, -0.78), -0.0016, light)
    rgb[top:] = blend(road, walls[top:], rgb[top:])
    rgb = glow(rgb, street_lamps(vx, hz, 1129), hz)
    rgb = over(rgb, bump(x, y, vx, hz, 0.30, 0.035) * 0.55, "#a08f90")
    return finish(rgb, 1123, 0.026, 0.42)
