"""The coast on a fair evening: a lighthouse, marram grass on a dune."""

import numpy as np
from PIL import Image, ImageDraw

from .canvas import (
    Area,
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
    rng,
    shade,
    shine,
    soften,
    tone,
)
from .registry import scene
from .texture import Ribbon, bend, coarse, ground, inks, lay, ribbons, swell, taper

EVENING = ((0.1, "#5b6f8a"), (0.4, "#93a2b2"), (0.65, "#cfc7bd"), (0.85, "#f3d9b4"), (1, "#fff0d3"))


CLAY = ((0, "#2e2822"), (0.3, "#6b5a47"), (0.55, "#a58b69"), (0.8, "#d8c09a"), (1, "#f2e4c8"))


@scene("lighthouse", tall=True)
def lighthouse(w: int, h: int) -> Image.Image:
    """A white lighthouse on a grassy cliff in evening light from the left."""
    x, y = grid(w, h)
    cloud = fbm(w, h, 3, 7, 401, 5, 0.52)
    lum = 0.30 + 0.52 * (y / 0.74) + (cloud - 0.5) * 0.55 + 0.25 * bump(x, y, 0.0, 0.62, 0.6, 0.3)
    rgb = tone(lum, *EVENING)
    top = int(h * 0.745)
    across, away = ground(w, h - top, 0.2, 0.04)
    t = np.linspace(0, 1, h - top, dtype=np.float32)[:, None]
    lum = (
        0.62
        - 0.28 * t
        + (swell(across, away, 403) - 0.5) * 0.7
        + 0.2 * bump(x[top:], y[top:], 0, 0.76, 0.4, 0.1)
    )
    rgb[top:] = tone(lum, (0, "#203648"), (0.4, "#55707f"), (0.7, "#b1b8b5"), (1, "#fbe9cb"))
    rgb = over(rgb, np.exp(-(((y - 0.745) / 0.012) ** 2)) * 0.5, "#d9cfc0")
    low = int(h * 0.68)
    rgb[low:] = _headland(rgb[low:], w, h, x[low:], y[low:])
    there = area(w, h, 0.53, 0.16, 0.96, 0.75)
    rgb[there] = _tower(rgb[there], w, h, there)
    rgb = lay(rgb, ribbons(w, h, _turf()))
    return finish(rgb, 401, 0.022, 0.25)


def _turf() -> list[Ribbon]:
    """Blades of the headland's grass, farthest first, longer towards the viewer."""
    r = rng(409)
    blades: list[Ribbon] = []
    for deep in sorted(r.random(1500) ** 1.6):
        px = 0.20 + r.random() * 0.85
        edge = 0.752 + 0.022 * np.sin(px * 7) - 0.05 * px
        py = edge + 0.006 + deep * 0.28
        if px < 0.27 + 0.42 * (py - 0.75) + 0.02 * r.random():
            continue
        if 0.53 < px < 0.96 and py < 0.745:
            continue  # the buildings stand there
        long = (0.005 + 0.026 * deep) * (0.5 + r.random())
        lean = long * (0.1 + 0.8 * r.random())
        low = np.array((0.22, 0.24, 0.13)) * (0.7 + 0.5 * r.random())
        high = np.array((0.78, 0.68, 0.40)) * (0.45 + 0.6 * r.random())
        line = bend((px, py), (px, py - long), (px + lean, py - long))
        blades.append((line, taper(0.0011 + 0.0016 * deep), inks(low, high, 3)))
    return blades


def _headland(rgb: Picture, w: int, h: int, x: Plane, y: Plane) -> Picture:
    """Turf on top, clay where it falls to the sea."""
    line = np.linspace(0, 1, w, dtype=np.float32)
    rough = fbm(w, 2, 14, 1, 411, 5, 0.55)[0] - 0.5
    edge = 0.750 + 0.022 * np.sin(line * 7) - 0.05 * line + 0.010 * rough
    size = x.shape[1], x.shape[0]
    turf = fbm(*size, 90, 26, 413, 4, 0.6)
    lumps = fbm(*size, 6, 4, 415, 4)
    light = relief(soften(lumps, 6) * 200, -2.8, 0.14)
    gully = fbm(*size, 34, 7, 417, 5, 0.6)
    down = (y - 0.75).clip(0, 1)
    shore = 0.165 - 0.34 * down + 0.05 * (gully - 0.5)  # where the cliff meets the sea
    lum = 0.44 + 0.34 * (turf - 0.5) + light - 0.5 * down
    grass = tone(lum, (0, "#1f241a"), (0.4, "#5f5f3a"), (0.75, "#a99a5f"), (1, "#dcc98f"))
    land = ((y - edge[None, :]) * h).clip(0, 1) * ramp(x - shore, -0.001, 0.001)
    rgb = blend(rgb, land, grass)
    face = land * ramp(x + 0.10 * (gully - 0.5) - 0.42 * down, 0.262, 0.246)
    light = relief(soften(gully, 1.5) * 80, -2.9, 0.12)
    lum = 0.62 + light + 0.30 * (gully - 0.5) - 0.7 * down - 0.8 * (x - shore)
    rgb = blend(rgb, face, tone(lum, *CLAY))
    return shade(rgb, face * np.exp(-((x - shore) / 0.010)) * 0.5, 0.6)


TOWER = 0.615  # the middle of the shaft


def _tower(rgb: Picture, w: int, h: int, there: Area) -> Picture:
    """Shaft, gallery, lantern and cap, and the keeper's house beside them."""
    x, y = (plane[there] for plane in grid(w, h))
    half = 0.046 + 0.022 * (y - 0.285) / 0.45
    round_ = ((x - TOWER) / half).clip(-1, 1)
    lit = (np.sqrt((1 - round_**2).clip(0)) * 0.55 - 0.62 * round_).clip(0, 1)
    worn = fbm(x.shape[1], x.shape[0], 40, 5, 419, 5, 0.6) - 0.5
    lum = 0.30 + 0.66 * lit + 0.20 * worn - 0.16 * ramp(y, 0.62, 0.74) * (0.5 + worn)
    lum -= 0.24 * np.exp(-(((y - 0.296) / 0.010) ** 2))
    white = tone(lum, (0, "#46566b"), (0.35, "#8b95a2"), (0.7, "#e4ddcf"), (1, "#fff8e8"))
    rgb = blend(rgb, mask(w, h, _shaft, at=there), white)
    rgb = over(rgb, mask(w, h, _windows, at=there), "#2c333c")
    rgb = _house(rgb, w, h, there)
    glass = tone(0.55 - 9 * (x - TOWER), (0, "#53606b"), (0.5, "#e8c98a"), (1, "#fff3cf"))
    rgb = blend(rgb, mask(w, h, _lantern, at=there), glass)
    red = tone(0.42 - 6.0 * (x - TOWER), (0, "#2a1413"), (0.45, "#8f3528"), (1, "#dd8a63"))
    return blend(rgb, mask(w, h, _iron, at=there), red)


def _shaft(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
    d.polygon(
        [
            (W * (TOWER - 0.046), H * 0.285),
            (W * (TOWER + 0.046), H * 0.285),
            (W * (TOWER + 0.068), H * 0.735),
            (W * (TOWER - 0.068), H * 0.735),
        ],
        fill=255,
    )


def _lantern(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
    d.rectangle([W * (TOWER - 0.030), H * 0.222, W * (TOWER + 0.030), H * 0.268], fill=255)


def _iron(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
    d.rectangle([W * (TOWER - 0.062), H * 0.268, W * (TOWER + 0.062), H * 0.277], fill=255)
    d.polygon(
        [
            (W * (TOWER - 0.060), H * 0.277),
            (W * (TOWER + 0.060), H * 0.277),
            (W * (TOWER + 0.047), H * 0.292),
            (W * (TOWER - 0.047), H * 0.292),
        ],
        fill=235,
    )
    for k in range(9):
        px = TOWER - 0.060 + 0.015 * k
        d.line([(W * px, H * 0.246), (W * px, H * 0.268)], fill=220, width=max(1, W // 600))
    for py in (0.246, 0.256):
        d.line(
            [(W * (TOWER - 0.060), H * py), (W * (TOWER + 0.060), H * py)],
            fill=220,
            width=max(1, W // 600),
        )
    for k in range(5):
        px = TOWER - 0.030 + 0.015 * k
        d.line([(W * px, H * 0.222), (W * px, H * 0.268)], fill=255, width=W // 400)
    d.pieslice([W * (TOWER - 0.036), H * 0.192, W * (TOWER + 0.036), H * 0.252], 180, 360, fill=255)
    d.rectangle([W * (TOWER - 0.003), H * 0.172, W * (TOWER + 0.003), H * 0.195], fill=255)
    d.ellipse([W * (TOWER - 0.006), H * 0.184, W * (TOWER + 0.006), H * 0.194], fill=255)


def _windows(d: ImageDraw.ImageDraw, w: int, h: int) -> None:
    for px, py in ((0.628, 0.345), (0.600, 0.455), (0.628, 0.570)):
        d.rectangle([w * (px - 0.0075), h * py, w * (px + 0.0075), h * (py + 0.024)], fill=230)
    d.rectangle([w * 0.587, h * 0.688, w * 0.612, h * 0.735], fill=230)


def _house(rgb: Picture, w: int, h: int, there: Area) -> Picture:
    """A low white house with a tiled roof, to the right of the tower."""
    x, y = (plane[there] for plane in grid(w, h))

    def wall(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        d.rectangle([W * 0.70, H * 0.676, W * 0.93, H * 0.735], fill=255)

    def roof(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        d.polygon(
            [
                (W * 0.692, H * 0.678),
                (W * 0.725, H * 0.632),
                (W * 0.905, H * 0.632),
                (W * 0.938, H * 0.678),
            ],
            fill=255,
        )
        d.rectangle([W * 0.80, H * 0.610, W * 0.826, H * 0.64], fill=255)

    def panes(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        for px in (0.725, 0.785, 0.870):
            d.rectangle([W * px, H * 0.690, W * (px + 0.026), H * 0.714], fill=255)

    rgb = blend(
        rgb,
        mask(w, h, wall, at=there),
        tone(
            0.74 - 0.5 * (x - 0.7) - 3 * (0.690 - y).clip(0, 1),
            (0, "#59626d"),
            (0.7, "#ded3c0"),
            (1, "#fff5e2"),
        ),
    )
    tiles = 0.5 + 0.09 * np.sin(y * h * 0.55) + 0.06 * np.sin(x * w * 0.9) - 0.6 * (x - 0.75)
    rgb = blend(
        rgb,
        mask(w, h, roof, at=there),
        tone(tiles, (0, "#4a241c"), (0.5, "#a4553c"), (1, "#e39a70")),
    )
    return over(rgb, mask(w, h, panes, at=there), "#39424d")


@scene("dune-grass")
def dune_grass(w: int, h: int) -> Image.Image:
    """Marram grass bent by the wind on a dune, the sea out of focus behind."""
    x, y = grid(w, h)
    lum = 0.46 + 0.42 * (y / 0.44).clip(0, 1) + (fbm(w, h, 2, 6, 431, 4) - 0.5) * 0.25
    rgb = tone(lum, *EVENING)
    waves = coarse(fbm(w // 2, h // 2, 14, 90, 433, 3), w, h)
    sea = tone(
        0.42 + (soften(waves, 3) - 0.5) * 0.7 + 0.3 * bump(x, y, 0.2, 0.46, 0.3, 0.1),
        (0, "#3c5468"),
        (0.5, "#7b8f9b"),
        (1, "#f2e2c6"),
    )
    rgb = blend(rgb, ramp(y, 0.435, 0.443), sea)
    back = 0.60 - 0.10 * np.exp(-(((x - 0.85) / 0.35) ** 2)) + 0.02 * np.sin(x * 9)
    rgb = blend(rgb, ramp(y - back, -0.006, 0.006), tone(0.62 + 0.2 * (waves - 0.5), *CLAY))
    rgb = lay(rgb, ribbons(w, h, _marram(437, 420, (0.50, 0.62), (0.10, 0.18), 0.55), 5))
    front = 0.70 + 0.10 * np.sin(x * 3.6 + 2.2) + 0.03 * np.sin(x * 8)
    rgb = blend(rgb, ramp(y - front, -0.003, 0.003), _sand(w, h, x, y, front))
    rgb = lay(rgb, ribbons(w, h, _marram(439, 620, (0.66, 0.92), (0.20, 0.42), 1.0)))
    rgb = lay(rgb, ribbons(w, h, _marram(443, 40, (1.02, 1.12), (0.40, 0.60), 1.1), 11))
    rgb = shine(rgb, bump(x, y, 0.05, 0.25, 0.5, 0.5), "#ffcf8a", 0.16)
    return finish(rgb, 431, 0.020, 0.30)


def _sand(w: int, h: int, x: Plane, y: Plane, front: Plane) -> Picture:
    """Dune sand with wind ripples, lit low from the left."""
    bent = fbm(w, h, 3, 4, 447, 3)
    depth = (y - front + 0.06).clip(0.01, 1)
    ripple = np.sin((np.log(depth) * 15 + x * 5 + bent * 9) * 2.2) * ramp(depth, 0.04, 0.25)
    fine = fbm(w, h, 260, 200, 449, 2) - 0.5
    lum = 0.66 - 0.42 * (y - front) + 0.085 * ripple + 0.18 * fine + 0.30 * (bent - 0.5) - 0.16 * x
    return tone(lum, *CLAY)


def _marram(
    seed: int, count: int, feet: tuple[float, float], long: tuple[float, float], bright: float
) -> list[Ribbon]:
    """Tufts of blades, farthest first; `feet` and `long` are ranges in heights."""
    r = rng(seed)
    tufts = [
        (r.random() * 1.1 - 0.08, feet[0] + (feet[1] - feet[0]) * r.random())
        for _ in range(max(4, count // 28))
    ]
    blades: list[tuple[float, Ribbon]] = []
    for _ in range(count):
        tx, ty = tufts[r.integers(len(tufts))]
        px, py = tx + r.normal(0, 0.022), ty + r.normal(0, 0.012)
        reach = (long[0] + (long[1] - long[0]) * r.random()) * (0.55 + 0.45 * r.random())
        wind = 0.35 + 0.55 * r.random()
        tip = (px + reach * wind * 0.66, py - reach * (1.0 - 0.55 * wind))
        over_ = (px + r.normal(0, 0.012), py - reach * 0.75)
        low = np.array((0.20, 0.22, 0.15)) * (0.8 + 0.5 * r.random())
        high = np.array((0.80, 0.74, 0.50)) * (0.55 + 0.5 * r.random()) * bright
        blades.append(
            (
                py,
                (
                    bend((px, py), over_, tip),
                    taper(0.0058 * (0.6 + reach), belly=0.3),
                    inks(low, high, 6),
                ),
            )
        )
    return [blade for _, blade in sorted(blades, key=lambda item: item[0])]
