"""Pale skies by day: a gull, overhead wires."""

from itertools import pairwise

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
    soften,
    tone,
)
from .registry import scene
from .texture import (
    Ribbon,
    ground,
    lay,
    outline,
    ribbons,
    shape,
    tiled,
    treeline,
)

BODY = outline(
    (0.682, 0.552), (0.677, 0.535), (0.662, 0.523), (0.644, 0.524), (0.620, 0.532), (0.590, 0.528),
    (0.548, 0.534), (0.500, 0.556), (0.452, 0.566), (0.428, 0.570), (0.424, 0.582), (0.434, 0.594),
    (0.470, 0.592), (0.512, 0.588), (0.562, 0.596), (0.620, 0.590), (0.658, 0.572), (0.676, 0.561),
)  # fmt: skip


NEAR_WING = outline(
    (0.622, 0.535), (0.588, 0.458), (0.530, 0.376), (0.474, 0.340), (0.416, 0.350), (0.330, 0.402),
    (0.222, 0.486), (0.236, 0.490), (0.330, 0.462), (0.392, 0.464), (0.448, 0.480), (0.500, 0.520),
    (0.540, 0.570),
)  # fmt: skip


FAR_WING = outline(
    (0.606, 0.540), (0.640, 0.454), (0.680, 0.386), (0.716, 0.362), (0.766, 0.376), (0.858, 0.446),
    (0.848, 0.450), (0.782, 0.430), (0.738, 0.440), (0.700, 0.474), (0.660, 0.540),
)  # fmt: skip


@scene("gull")
def gull(w: int, h: int) -> Image.Image:
    """A herring gull gliding against a grey sky."""
    x, y = grid(w, h)
    cloud = fbm(w, h, 2.4, 3.2, 113, 5, 0.48)
    lum = 0.50 + 0.22 * (1 - y) + (cloud - 0.5) * 0.75 + 0.22 * bump(x, y, 0.78, 0.12, 0.4, 0.4)
    rgb = tone(lum, (0.1, "#5f6a74"), (0.4, "#8e989f"), (0.65, "#b9bfc1"), (1, "#eceae4"))
    there = area(w, h, 0.2, 0.3, 0.9, 0.62)  # the bird alone: the rest is cloud
    xx, yy = x[there], y[there]
    bird = rgb[there]
    for points, wrist, tip, pale in (
        (FAR_WING, (0.716, 0.40), (0.858, 0.446), 0.06),
        (NEAR_WING, (0.474, 0.40), (0.222, 0.486), 0.0),
    ):
        bird = _wing(bird, shape(w, h, points, at=there), xx, yy, wrist, tip, pale)
    body = shape(w, h, BODY, 0.8, there)
    down = (fbm(body.shape[1], body.shape[0], 30, 30, 127, 4) - 0.5) * 0.10
    lum = 0.58 + 0.85 * relief(soften(body, 15), -np.pi / 2, 10) + down
    bird = blend(bird, body, tone(lum, *PLUMAGE))
    bird = over(bird, mask(w, h, _bill, at=there), "#c89a44")
    bird = over(bird, bump(xx, yy, 0.6665, 0.5385, 0.0020, 0.0033) * 0.95, "#14161a")
    rgb[there] = bird
    return finish(rgb, 113, 0.024)


PLUMAGE = ((0, "#39424b"), (0.4, "#868f96"), (0.7, "#d0d4d4"), (1, "#fbfaf5"))


def _wing(
    rgb: Picture,
    wing: Plane,
    x: Plane,
    y: Plane,
    wrist: tuple[float, float],
    tip: tuple[float, float],
    pale: float,
) -> Picture:
    """Shade a wing seen from below: quills along it, a bright hind edge, black at the tip."""
    ax, ay = (tip[0] - wrist[0]) * 1.5, tip[1] - wrist[1]
    long = np.hypot(ax, ay)
    px, py = (x - wrist[0]) * 1.5, y - wrist[1]
    along = (px * ax + py * ay) / long**2
    across = (px * ay - py * ax) / long * np.sign(ax)
    fan = np.where(
        along > 0, across * 70 / (1.15 - along).clip(0.25), along * long * 95 + across * 20
    )
    quill = np.abs(fan % 1 - 0.5) * 2
    light = relief(soften(wing, 9), -np.pi / 2, 9)
    out = np.hypot(px, py) / long
    lum = (
        0.54
        + pale
        + 0.60 * light
        + 0.16 * np.minimum(out, 1)
        + 0.06 * (quill - 0.5) * ramp(light, 0.15, -0.25)
    )
    lum += 0.12 * (fbm(wing.shape[1], wing.shape[0], 14, 40, 129, 3) - 0.5)
    lum -= 0.34 * bump(x, y, 0.60, 0.54, 0.055, 0.075)
    rgb = blend(rgb, wing, tone(lum, *PLUMAGE))
    black = wing * ramp(along + 0.10 * quill - 0.5 * np.abs(across + 0.01), 0.56, 0.62)
    rgb = blend(rgb, black * 0.94, tone(0.10 + 0.2 * light, (0, "#15181c"), (1, "#777b80")))
    spot = bump(along, across, 0.90, 0.006, 0.030, 0.007)
    return over(rgb, wing * spot * 0.85, "#e8e8e4")


def _bill(d: ImageDraw.ImageDraw, w: int, h: int) -> None:
    places = ((0.679, 0.547), (0.700, 0.560), (0.7005, 0.567), (0.679, 0.563))
    d.polygon([(w * px, h * py) for px, py in places], fill=255)


@scene("wires")
def wires(w: int, h: int) -> Image.Image:
    """Poles and their wires running away under a pale sky."""
    x, y = grid(w, h)
    veil = fbm(w, h, 2, 9, 131, 5, 0.52)
    lum = 0.35 + 0.55 * (y / 0.84).clip(0, 1) + (veil - 0.5) * 0.42
    lum += 0.20 * bump(x, y, 0.20, 0.80, 0.45, 0.35)
    rgb = tone(
        lum, (0, "#8fa3b5"), (0.4, "#b9c4cb"), (0.7, "#e3dcd0"), (0.9, "#f6e2c8"), (1.0, "#fff3df")
    )
    rgb = over(rgb, treeline(w, h, 0.845, 0.018, 137, 30) * 0.75, "#8c939a")
    field = ramp(y, 0.846, 0.852)
    across, away = ground(w, h - int(h * 0.846), 0.13)
    rows = np.zeros((h, w), np.float32)
    rows[int(h * 0.846) :] = tiled(fbm(512, 512, 40, 60, 139, 4), across * 0.5 + 0.2, away * 0.9)
    soil = tone(
        0.5 - 2.2 * (y - 0.85) + (rows - 0.5) * 0.5,
        (0, "#2b2d2c"),
        (0.5, "#6b6a62"),
        (1, "#b9ae9b"),
    )
    rgb = blend(rgb, field, soil)
    rgb = over(rgb, np.exp(-(((y - 0.85) / 0.035) ** 2)) * 0.70, "#efe3d2")
    near, far = _power_line()
    rgb = lay(rgb, ribbons(w, h, far), 0.72)
    rgb = lay(rgb, ribbons(w, h, near), 0.94)
    return finish(rgb, 131, 0.020, 0.22)


def _power_line() -> tuple[list[Ribbon], list[Ribbon]]:
    """Poles and wires, those close by and those in the haze."""
    ink = [(46, 46, 50)]
    vx, vy = 0.13, 0.845
    depths = (0.41, 0.66, 1.10, 1.75, 2.6, 3.9, 5.8, 9.0, 15.0, 24.0)
    arms = [(lift, side) for lift in (0.0, 0.075) for side in (-0.055, -0.022, 0.022, 0.055)]

    def seen(across: float, up: float, depth: float) -> tuple[float, float]:
        return vx + (0.62 + across) / depth, vy - (0.78 * up - 0.045) / depth

    def straight(a: tuple[float, float], b: tuple[float, float], width: float) -> Ribbon:
        return np.array((a, b), np.float32), np.full(2, width / 2, np.float32), ink

    near: list[Ribbon] = []
    far: list[Ribbon] = []
    for depth, behind in pairwise(depths):
        shapes = near if depth < 2 else far
        shapes.append(straight(seen(0, 0, depth), seen(0, 1.03, depth), 0.021 / depth))
        for lift in (0.0, 0.075):
            ends = seen(-0.065, 0.975 - lift, depth), seen(0.065, 0.975 - lift, depth)
            shapes.append(straight(*ends, 0.012 / depth))
        for lift, side in arms:
            foot, head = seen(side, 0.975 - lift, depth), seen(side, 1.005 - lift, depth)
            shapes.append(straight(foot, head, 0.008 / depth))
            t = np.linspace(0, 1, 25, dtype=np.float32)
            away = 1 / ((1 - t) / depth + t / behind)
            sag = 1.005 - lift - 0.19 * t * (1 - t)
            px = vx + (0.62 + side) / away
            py = vy - (0.78 * sag - 0.045) / away
            half = np.maximum(0.0026 / away, 0.0008) / 2
            shapes.append((np.stack((px, py), 1).astype(np.float32), half.astype(np.float32), ink))
    return near, far
