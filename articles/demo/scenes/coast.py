"""The coast from the land: a lighthouse, a clay cliff, marram grass, an outlet pipe."""

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
from .texture import Ribbon, bend, coarse, ground, inks, lay, ribbons, swell, taper, tile, tiled

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


def _tower(rgb: Picture, w: int, h: int, there: Area) -> Picture:
    """Shaft, gallery, lantern and cap, and the keeper's house beside them."""
    x, y = (plane[there] for plane in grid(w, h))
    cx = 0.615

    def shaft(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        d.polygon(
            [
                (W * (cx - 0.046), H * 0.285),
                (W * (cx + 0.046), H * 0.285),
                (W * (cx + 0.068), H * 0.735),
                (W * (cx - 0.068), H * 0.735),
            ],
            fill=255,
        )

    def lantern(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        d.rectangle([W * (cx - 0.030), H * 0.222, W * (cx + 0.030), H * 0.268], fill=255)

    def iron(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        d.rectangle([W * (cx - 0.062), H * 0.268, W * (cx + 0.062), H * 0.277], fill=255)
        d.polygon(
            [
                (W * (cx - 0.060), H * 0.277),
                (W * (cx + 0.060), H * 0.277),
                (W * (cx + 0.047), H * 0.292),
                (W * (cx - 0.047), H * 0.292),
            ],
            fill=235,
        )
        for k in range(9):
            px = cx - 0.060 + 0.015 * k
            d.line([(W * px, H * 0.246), (W * px, H * 0.268)], fill=220, width=max(1, W // 600))
        for py in (0.246, 0.256):
            d.line(
                [(W * (cx - 0.060), H * py), (W * (cx + 0.060), H * py)],
                fill=220,
                width=max(1, W // 600),
            )
        for k in range(5):
            px = cx - 0.030 + 0.015 * k
            d.line([(W * px, H * 0.222), (W * px, H * 0.268)], fill=255, width=W // 400)
        d.pieslice([W * (cx - 0.036), H * 0.192, W * (cx + 0.036), H * 0.252], 180, 360, fill=255)
        d.rectangle([W * (cx - 0.003), H * 0.172, W * (cx + 0.003), H * 0.195], fill=255)
        d.ellipse([W * (cx - 0.006), H * 0.184, W * (cx + 0.006), H * 0.194], fill=255)

    half = 0.046 + 0.022 * (y - 0.285) / 0.45
    round_ = ((x - cx) / half).clip(-1, 1)
    lit = (np.sqrt((1 - round_**2).clip(0)) * 0.55 - 0.62 * round_).clip(0, 1)
    worn = fbm(x.shape[1], x.shape[0], 40, 5, 419, 5, 0.6) - 0.5
    lum = 0.30 + 0.66 * lit + 0.20 * worn - 0.16 * ramp(y, 0.62, 0.74) * (0.5 + worn)
    lum -= 0.24 * np.exp(-(((y - 0.296) / 0.010) ** 2))
    white = tone(lum, (0, "#46566b"), (0.35, "#8b95a2"), (0.7, "#e4ddcf"), (1, "#fff8e8"))
    rgb = blend(rgb, mask(w, h, shaft, at=there), white)
    rgb = over(rgb, mask(w, h, _windows, at=there), "#2c333c")
    rgb = _house(rgb, w, h, there)
    glass = tone(0.55 - 9 * (x - cx), (0, "#53606b"), (0.5, "#e8c98a"), (1, "#fff3cf"))
    rgb = blend(rgb, mask(w, h, lantern, at=there), glass)
    red = tone(0.42 - 6.0 * (x - cx), (0, "#2a1413"), (0.45, "#8f3528"), (1, "#dd8a63"))
    return blend(rgb, mask(w, h, iron, at=there), red)


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


@scene("cliff")
def cliff(w: int, h: int) -> Image.Image:
    """An eroding clay cliff with the beach and the sea at its foot."""
    x, y = grid(w, h)
    vx, hz = 0.22, 0.50
    cloud = fbm(w, h, 3, 6, 461, 5, 0.52)
    lum = 0.52 + 0.34 * (y / hz).clip(0, 1) + (cloud - 0.5) * 0.50
    rgb = tone(lum, (0, "#6f7f8d"), (0.4, "#9aa7b0"), (0.7, "#d3d5d2"), (1, "#f6f1e6"))
    top = int(h * hz)
    across, away = ground(w, h - top, vx, 0.02)
    rgb[top:] = _beach(w, h - top, across, away)
    rgb = over(rgb, np.exp(-(((y - hz) / 0.012) ** 2)) * 0.5, "#cfd4d4")
    there = area(w, h, vx - 0.01, 0.04, 1.0, 0.94)
    rgb[there] = _cliff_wall(rgb[there], x[there], y[there], vx, hz)
    return finish(_stones(rgb, w, h, vx, hz), 461, 0.022, 0.30)


def _cliff_wall(rgb: Picture, x: Plane, y: Plane, vx: float, hz: float) -> Picture:
    """The cliff from the vanishing point to the right edge, turf on its brow."""
    near = ((x - vx) / (1 - vx)).clip(0.004, 2)  # 1 / distance along the cliff, 1 at the right
    along = np.log(near) * 0.55
    jut = tiled(tile(9, 2, 465, 5, 0.6), along, np.zeros_like(along)) - 0.5
    ledge = hz - 0.004 - near * (0.41 + 0.10 * jut)
    foot = hz + 0.004 + near * (0.30 + 0.22 * jut)
    v = (y - ledge) / (foot - ledge)
    body = ramp(x, vx - 0.006, vx + 0.004) * ramp(v, -0.003, 0.003) * ramp(v, 1.01, 0.985)
    rgb = blend(rgb, body, _clay_face(v.clip(-0.1, 1.1), along, near, jut))
    crown = tiled(tile(70, 8, 471, 3, 0.6), along * 1.5, v)
    turf = body * ramp(0.055 + 0.10 * (crown - 0.5) - v, -0.005, 0.012)
    lum = 0.25 + 0.9 * (crown - 0.4)
    rgb = blend(rgb, turf, tone(lum, (0, "#20261a"), (0.5, "#6a6b41"), (1, "#b5aa72")))
    return over(rgb, body * np.exp(-near / 0.16) * 0.7, "#bfc5c6")


def _clay_face(v: Plane, along: Plane, near: Plane, jut: Plane) -> Picture:
    """Bare clay: strata, gullies cut by rain, slumped earth at the foot."""
    crag = tile(44, 9, 463, 6, 0.62)
    bend_ = tiled(tile(5, 4, 467, 3), along * 0.8, v * 0.4) - 0.5
    carved = tiled(crag, along + bend_ * 0.05, v * 0.42 + bend_ * 0.06)
    strata = tiled(tile(3, 60, 473, 3, 0.6), along * 0.35, v * 0.55 + bend_ * 0.10 + jut * 0.05)
    slump = ramp(v + 0.5 * (tiled(crag, along * 0.5, v * 0.3 + 0.4) - 0.5), 0.62, 0.80)
    close = tiled(crag, along * 3.3, v * 1.9 + 0.2)  # small detail, where the cliff is near
    carved = carved + (close - 0.5) * ramp(near, 0.1, 0.6) * 0.34
    light = relief(carved * 95, -2.7, 0.10) * (1 - 0.35 * slump)
    lum = 0.58 + light + 0.26 * (strata - 0.5) * (1 - slump) + 0.40 * (carved - 0.5) + 0.10 * slump
    lum += 0.16 * jut - 0.22 * ramp(v, 0.97, 1.02) - 0.20 * np.exp(-(((v - 0.07) / 0.05) ** 2))
    return tone(lum, *CLAY)


def _beach(w: int, rows: int, across: Plane, away: Plane) -> Picture:
    """Sea on the left, swash, wet sand and dry sand towards the cliff."""
    bank = tiled(tile(3, 12, 475, 4), across * 0.05, away * 0.11) - 0.5
    side = across + 0.16 * bank - 0.10  # from the waterline, in widths at the viewer's feet
    wave = swell(across, away, 477, 3.2)
    sea = tone(
        0.56 - 0.04 * (10 / away).clip(0, 2.5) + 0.75 * (wave - 0.5),
        (0, "#33464c"),
        (0.4, "#74868a"),
        (0.7, "#b4bebb"),
        (1, "#eef0ea"),
    )
    fine = tiled(tile(120, 120, 479, 3), across * 0.9, away * 1.4) - 0.5
    wet = ramp(side, 0.22, 0.05)
    sand = tone(0.66 + 0.24 * fine / (1 + away / 5) - 0.26 * wet + 0.12 * bank, *CLAY)
    sand = over(sand, wet * ramp(side, -0.02, 0.06) * 0.45, "#aab3b5")
    rgb = blend(sea, ramp(side, -0.010, 0.010), sand)
    lather = tile(14, 14, 481, 5, 0.6)
    web = 1 - np.abs(tiled(lather, across * 0.8, away * 0.9) * 2 - 1)
    web += 0.9 * (tiled(lather, across * 3.1, away * 4.5) - 0.5) / (1 + away / 6)
    foam = np.exp(-((side / 0.010) ** 2)) * ramp(web, 0.2, 0.9)
    for at, wide in ((-0.10, 0.025), (-0.30, 0.030), (-0.56, 0.035)):
        foam = np.maximum(
            foam,
            np.exp(-(((side - at + 0.1 * bank) / wide) ** 2))
            * ramp(web, 0.40, 0.90)
            * ramp(bank, -0.22, 0.06),
        )
        behind = ramp(side, at - 0.02, at + 0.02) * np.exp(-(side - at).clip(0) / 0.08)
        foam = np.maximum(foam, behind * ramp(web, 0.78, 1.0) * 0.8)
    return over(rgb, foam.clip(0, 0.95), "#f0f1ec")


def _stones(rgb: Picture, w: int, h: int, vx: float, hz: float) -> Picture:
    """Boulders that the cliff has let go, with soft shadows."""
    r = rng(483)
    stones = sorted(
        (0.06 + 0.94 * r.random() ** 1.7, 0.20 + 0.42 * r.random(), r.random()) for _ in range(130)
    )

    def pen(draw: ImageDraw.ImageDraw, W: int, H: int, dx: float, flat: float) -> None:
        for t, side, size in stones:
            cx, cy = W * (vx + side * t), H * (hz + (1 - hz) * t)
            half = W * t * (0.003 + 0.013 * size**3)
            draw.ellipse(
                [cx - half + half * dx, cy - half * flat, cx + half + half * dx, cy + half * 0.35],
                fill=255,
            )

    shadow = mask(w, h, lambda d, W, H: pen(d, W, H, 0.45, 0.25), 3)
    body = mask(w, h, lambda d, W, H: pen(d, W, H, 0.0, 0.75))
    rgb = shade(rgb, shadow, 0.55)
    light = relief(soften(body, 2.5) * 5, -2.2, 1.0)
    grain = fbm(w, h, 150, 120, 487, 3) - 0.5
    return blend(
        rgb,
        body,
        tone(0.40 + 0.8 * light + 0.4 * grain, (0, "#2c2d2e"), (0.5, "#77746d"), (1, "#cdc8bb")),
    )


@scene("outlet-pipe")
def outlet_pipe(w: int, h: int) -> Image.Image:
    """A round concrete outlet in a wall, water running from it into a pool."""
    x, y = grid(w, h)
    cast = fbm(w, h, 5, 4, 491, 6, 0.55)
    pores = fbm(w, h, 240, 170, 493, 3)
    runs = fbm(w, h, 70, 3, 497, 5, 0.6)
    lum = (
        0.62
        + 0.34 * (cast - 0.5)
        + 0.16 * (pores - 0.5)
        - 0.16 * x
        + 0.30 * (runs - 0.55) * ramp(y, 0.0, 0.5)
    )
    joint = np.exp(-(((y - 0.115 - 0.002 * cast) / 0.0035) ** 2)) + np.exp(
        -(((x - 0.205) / 0.0022) ** 2)
    )
    lum -= 0.28 * joint.clip(0, 1)
    rgb = tone(
        lum, (0, "#262825"), (0.35, "#63655e"), (0.6, "#9a998e"), (0.85, "#cfccbf"), (1, "#ebe7da")
    )
    moss = ramp(cast + 0.5 * (runs - 0.5) + 0.55 * ramp(y, 0.42, 0.85), 0.62, 0.92)
    rgb = blend(
        rgb,
        moss * 0.75,
        tone(0.3 + 0.8 * (pores - 0.3), (0, "#1d2414"), (0.5, "#525d2c"), (1, "#98a05a")),
    )
    rgb = _pipe(rgb, w, h, x, y, cast, pores)
    return finish(_stream(rgb, w, h, x, y), 491, 0.022, 0.38)


def _pipe(rgb: Picture, w: int, h: int, x: Plane, y: Plane, cast: Plane, pores: Plane) -> Picture:
    """The rim that stands out from the wall, and the dark inside it."""
    cx, cy, radius = 0.60, 0.385, 0.168
    dx, dy = x - cx, (y - cy) * (h / w)
    away = np.hypot(dx, dy)
    shadow = np.hypot(dx - 0.022, dy - 0.030)
    rgb = shade(rgb, ramp(shadow, radius + 0.035, radius - 0.01), 0.62)
    rim = ramp(away, radius + 0.0008, radius - 0.0008)
    towards = (-0.6 * dx - 0.8 * dy) / away.clip(0.01)
    edge = np.exp(-(((away - radius + 0.004) / 0.004) ** 2))
    lum = 0.56 + 0.26 * (cast - 0.5) + 0.20 * (pores - 0.5) + 0.20 * edge * towards + 0.10 * towards
    rgb = blend(rgb, rim, tone(lum, (0, "#2b2c29"), (0.5, "#8b897f"), (1, "#e2ddd0")))
    inner = radius * 0.80
    hole = ramp(away, inner + 0.0008, inner - 0.0008)
    depth = np.hypot(dx + 0.018, dy + 0.012) / inner
    lum = 0.36 * ramp(depth, 0.70, 1.12) * (0.75 - 0.6 * towards) + 0.10 * (pores - 0.5) * ramp(
        depth, 0.6, 1.0
    )
    rgb = blend(
        rgb, hole, tone(lum, (0, "#060706"), (0.2, "#22241f"), (0.5, "#5d5e50"), (1, "#b5b3a4"))
    )
    level = (
        ramp(
            dy - 0.62 * inner - 0.004 * (cast - 0.5) - 0.0012 * np.sin(dx * 120 + 9 * cast),
            -0.001,
            0.001,
        )
        * hole
    )
    gloss = tone(
        0.20 + 0.75 * ramp(dy, 0.55 * inner, inner) + 0.3 * (pores - 0.5),
        (0, "#10130f"),
        (0.5, "#5a6357"),
        (1, "#cfd5c8"),
    )
    return blend(rgb, level, gloss)


def _stream(rgb: Picture, w: int, h: int, x: Plane, y: Plane) -> Picture:
    """Water over the lip, falling in strands, and the pool that takes it."""
    cx, lip, pool = 0.60, 0.545, 0.800
    t = ((y - lip) / (pool - lip)).clip(0, 1)
    half = 0.104 - 0.020 * t + 0.004 * np.sin(y * 40)
    side = (x - cx - 0.004) / half
    strand = fbm(w, h, 150, 2.2, 503, 4, 0.6)
    curve = np.sqrt((1 - side**2).clip(0))
    arch = lip - 0.030 + 0.062 * curve  # the lip is round
    falling = (
        ramp(np.abs(side) + 0.30 * (strand - 0.5) * t, 1.0, 0.90)
        * ramp(y - arch, -0.004, 0.006)
        * ramp(y, pool + 0.02, pool)
    )
    lum = 0.46 + 1.3 * (strand - 0.5) + 0.18 * t + 0.10 * curve - 0.20 * side
    water_ = tone(lum, (0, "#2b332f"), (0.35, "#748079"), (0.65, "#c3cac3"), (1, "#fbfbf5"))
    rgb = shade(rgb, ramp(np.abs(side - 0.25), 1.4, 0.8) * ramp(y, lip - 0.02, lip + 0.06), 0.45)
    rgb = blend(rgb, falling * (0.78 + 0.22 * ramp(strand, 0.35, 0.6)), water_)
    top = int(h * 0.785)
    rows = h - top
    yy, xx = y[top:], x[top:]
    ring = np.hypot((xx - cx) * 1.5, (yy - pool - 0.01) * 3.4)
    wob = fbm(w, rows, 12, 8, 505, 4) - 0.5
    wave = np.sin(ring * 85 + wob * 9) * np.exp(-ring * 2.2) * 0.16
    lum = (
        0.26
        + wave
        + 0.30 * wob
        + 0.22 * bump(xx, yy, 0.25, 0.95, 0.4, 0.12)
        + 0.25 * np.exp(-ring * 6)
    )
    surface = tone(lum, (0, "#0e1411"), (0.3, "#39443b"), (0.6, "#7f8a7c"), (1, "#e3e6da"))
    rgb[top:] = blend(rgb[top:], ramp(yy - pool - 0.004 * wob, -0.004, 0.004), surface)
    froth = fbm(w, rows, 70, 40, 509, 4, 0.6)
    foam = ramp(
        froth + 0.60 * np.exp(-((ring / 0.16) ** 2)) + 0.16 * np.exp(-ring * 2.5), 0.66, 1.02
    )
    foam *= ramp(yy, pool - 0.015, pool + 0.010)
    rgb[top:] = over(rgb[top:], foam * 0.92, "#f1f3ec")
    return over(rgb, bump(x, y, cx, pool, 0.15, 0.05) * 0.35, "#e9ece6")
