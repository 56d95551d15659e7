"""Close to things that grow: eelgrass, a log, a leaf, grass in frost."""

import numpy as np
from PIL import Image, ImageDraw

from .canvas import (
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
    shine,
    soften,
    tone,
    warp,
)
from .registry import scene
from .texture import Points, Ribbon, beacons, bend, cells, coarse, inks, lay, lights, ribbons, taper


@scene("eelgrass", tall=True)
def eelgrass(w: int, h: int) -> Image.Image:
    """Blades of eelgrass standing in green water, light falling from the surface."""
    x, y = grid(w, h)
    angle = np.arctan2(x - 0.62, y + 0.35)
    shafts = np.interp(angle, np.linspace(-1.2, 1.2, 400), fbm(400, 2, 26, 1, 601, 3)[0])
    glow = bump(x, y, 0.60, -0.05, 0.62, 0.55)
    lum = 0.22 + 0.66 * glow + (shafts - 0.5) * 0.42 * np.exp(-y / 0.55) - 0.10 * y
    ripple = 1 - np.abs(fbm(w, h, 9, 30, 603, 4) * 2 - 1)
    lum += np.exp(-((y / 0.10) ** 2)) * ramp(ripple, 0.60, 1.0) * 0.42
    rgb = tone(lum.astype(np.float32), *SEA)
    for seed, count, blur, tall, wide, dim in (
        (607, 90, 9, (0.35, 0.62), 0.010, 0.35),
        (613, 70, 4, (0.45, 0.78), 0.014, 0.62),
        (617, 46, 0, (0.50, 0.86), 0.018, 1.0),
    ):
        rgb = lay(rgb, ribbons(w, h, _eelgrass(seed, count, tall, wide, dim), blur), 0.92)
        rgb = over(rgb, ramp(y, 0.0, 1.0) * 0.10 + 0.04, "#1d5a4c")
    rgb = lay(rgb, ribbons(w, h, _eelgrass(619, 4, (0.55, 0.75), 0.055, 0.75), 16), 0.85)
    specks = rng(631).random((120, 2))
    rgb = beacons(rgb, specks[:80], 2.0, "#d8efd0", 0.30)
    rgb = beacons(rgb, specks[80:], 5.0, "#cfe8c8", 0.10)
    return finish(rgb.astype(np.float32), 601, 0.026, 0.42)


SEA = (
    (0, "#03181a"),
    (0.22, "#0b3a36"),
    (0.45, "#23705c"),
    (0.68, "#77b48a"),
    (0.88, "#d3ebc0"),
    (1, "#fbffe9"),
)


def _eelgrass(
    seed: int, count: int, tall: tuple[float, float], wide: float, dim: float
) -> list[Ribbon]:
    """Long ribbons rooted below the picture, swaying the same way in the current."""
    r = rng(seed)
    blades: list[Ribbon] = []
    t = np.linspace(0, 1, 21, dtype=np.float32)
    for foot in np.sort(r.random(count))[r.permutation(count)]:
        reach = tall[0] + (tall[1] - tall[0]) * r.random()
        sway = 0.16 * t**1.6 * (0.4 + r.random())
        wave = 0.030 * np.sin(t * (4 + 3 * r.random()) + foot * 7 + r.random()) * t
        points = np.stack((foot * 1.2 - 0.16 + sway + wave, 1.04 - reach * t), axis=1)
        half = wide / 2 * (0.6 + 0.5 * r.random()) * np.minimum(1, (1 - t) * 5 + 0.05)
        half = half * (0.55 + 0.45 * np.abs(np.cos(t * (3 + 4 * r.random()) + 6 * r.random())))
        fresh = 0.7 + 0.5 * r.random()
        low = np.array((0.03, 0.13, 0.10)) * fresh
        high = np.array((0.52, 0.70, 0.33)) * dim * fresh
        blades.append((points.astype(np.float32), half.astype(np.float32), inks(low, high, 20)))
    return blades


@scene("tree-rings")
def tree_rings(w: int, h: int) -> Image.Image:
    """The sawn end of a log: rings about a pith left of the middle, cracks, bark."""
    x, y = grid(w, h)
    dx, dy = (x - 0.40) * 1.5, y - 0.54
    bearing = np.arctan2(dy, dx)
    lobes = 0.030 * np.sin(bearing * 3 + 1) + 0.018 * np.sin(bearing * 7 + 2)
    away = np.hypot(dx, dy) * (1 + lobes) + (fbm(w, h, 5, 4, 641, 4) - 0.5) * 0.050
    years = np.cumsum(0.35 + rng(643).random(130) ** 1.5)
    age = np.interp(away, np.linspace(0, 1.25, 130), years * (62 / years[-1])).astype(np.float32)
    part = age % 1
    late = part**3.2 * ramp(part, 1.0, 0.93)
    thick = rng(647).random(80).astype(np.float32)[age.astype(np.int32)]
    pores = fbm(w, h, 220, 160, 653, 3) - 0.5
    rays = fbm(900, 2, 340, 1, 659, 2)[0][((bearing + np.pi) / 6.2832 * 899).astype(np.int32)]
    saw = np.sin((x * 0.35 + y) * 420 + 4 * fbm(w, h, 2, 3, 661, 3)) * noise(w, h, 3, 9, 663)
    heart = ramp(away, 0.50, 0.40)
    lum = (
        0.70 - 0.30 * late * (0.5 + 0.8 * thick) - 0.12 * heart + 0.13 * pores + 0.10 * (rays - 0.5)
    )
    lum += 0.030 * saw + 0.10 * (0.5 - y) + 0.10 * (0.6 - x)
    lum -= _cracks(w, h, bearing, away) * 0.55
    wood = tone(
        lum, (0, "#1c0f08"), (0.25, "#5d3a20"), (0.5, "#a8743f"), (0.75, "#deb67c"), (1, "#f8e6c0")
    )
    bark_edge = 0.735 + 0.02 * (fbm(w, h, 30, 20, 667, 4) - 0.5)
    plates = fbm(w, h, 34, 26, 673, 5, 0.6)
    bark = tone(
        0.42 + relief(plates * 50, -2.3, 0.22) - 0.5 * ramp(away, 0.80, 0.90),
        (0, "#100c0a"),
        (0.4, "#40332a"),
        (1, "#9a8673"),
    )
    rgb = blend(wood, ramp(away - bark_edge, -0.004, 0.004), bark)
    rgb = over(rgb, np.exp(-(((away - bark_edge) / 0.010) ** 2)) * 0.6, "#2a1a10")
    back = tone(
        0.25 + 0.5 * fbm(w, h, 4, 3, 677, 3) - 0.2 * y,
        (0, "#0d100c"),
        (0.5, "#39422f"),
        (1, "#8a8f6d"),
    )
    rim = 0.855 + 0.05 * (plates - 0.5)
    rgb = blend(rgb, ramp(away - rim, -0.012, 0.012), soften(back, 12))
    return finish(rgb, 641, 0.020, 0.35)


def _cracks(w: int, h: int, bearing: Plane, away: Plane) -> Plane:
    """Splits that run outwards from the pith, wider towards the bark or the heart."""
    wobble = (fbm(w, h, 14, 10, 683, 4) - 0.5) * 0.30
    split = np.zeros((h, w), np.float32)
    for at, start, end, wide in (
        (0.35, 0.02, 0.44, 0.0032),
        (2.55, 0.06, 0.72, 0.0050),
        (-0.66, 0.46, 0.74, 0.0036),
    ):
        off = np.abs((bearing - at + wobble * away + np.pi) % (2 * np.pi) - np.pi) * away
        inside = ramp(away, start, start + 0.05) * ramp(away, end, end - 0.10)
        split = np.maximum(split, np.exp(-((off / (wide * (0.25 + inside))) ** 2)) * inside)
    return split


@scene("leaf-veins", tall=True)
def leaf_veins(w: int, h: int) -> Image.Image:
    """Part of a leaf against the light, its veins branching into a fine net."""
    x, y = grid(w, h)
    slow = fbm(w, h, 2, 3, 691, 4) - 0.5
    along = -(y - 1.08) * 1.25 * 0.93 + (x - 0.30) * 0.37  # up the midrib, in widths
    side = (x - 0.30) * 0.93 - (1.08 - y) * 1.25 * 0.37 + 0.10 * (along - 0.5) ** 2
    reach = np.abs(side)
    lean = along - reach * 0.95 - reach**2 * 0.35 + 0.5 * slow * 0.05
    rank = np.where(side > 0, lean, lean + 0.052) * 8.6
    near = np.abs(rank - np.round(rank)) / 8.6
    width = 0.0042 * np.exp(-reach / 0.42) + 0.0008
    major = np.exp(-((near / width) ** 2))
    midrib = np.exp(-((side / (0.0075 * (1.15 - 0.55 * along).clip(0.2))) ** 2))
    drift = [(fbm(w // 2, h // 2, 12, 15, seed, 3) - 0.5) * 0.030 for seed in (701, 709)]
    net = np.zeros((h // 2, w // 2), np.float32)
    for across, weight, thin in ((20, 0.75, 0.10), (62, 0.55, 0.16)):
        first, second, _ = cells(w // 2, h // 2, across, 719 + across)
        net = np.maximum(net, weight * ramp(second - first, thin, 0.0))
    net = coarse(warp(net, *drift), w, h)
    pulp = fbm(w, h, 170, 200, 727, 3) - 0.5
    between = np.abs(rank % 1 - 0.5) * 2  # 1 on a side vein, 0 half-way
    lum = (
        0.54 + 0.30 * slow + 0.13 * pulp - 0.10 * between + 0.24 * bump(x, y, 0.62, 0.30, 0.45, 0.4)
    )
    lum += relief(soften(between, 3) * 9, -2.2, 0.25)
    lum += 0.20 * net + 0.34 * major.clip(0, 1) + 0.45 * midrib
    lum -= 0.12 * np.exp(-((near / (width * 3)) ** 2)) * (1 - major)
    leaf = tone(
        lum,
        (0, "#0f2409"),
        (0.25, "#2c5713"),
        (0.5, "#6d9a25"),
        (0.72, "#b9cf4f"),
        (0.9, "#e9ee9f"),
        (1, "#fdfde0"),
    )
    rim = 0.560 + 0.012 * np.sin(along * 46) + 0.08 * np.sin(along * 2.2)
    back = tone(
        0.30 + 0.6 * slow + 0.5 * bump(x, y, 0.05, 0.18, 0.3, 0.25),
        (0, "#0a140c"),
        (0.5, "#2f4a2e"),
        (1, "#a9bd7c"),
    )
    rgb = blend(back, ramp(reach, rim + 0.0012, rim - 0.0012), leaf)
    return finish(rgb, 691, 0.020, 0.35)


@scene("frost-grass")
def frost_grass(w: int, h: int) -> Image.Image:
    """Blades of grass furred with hoar frost, a low sun far behind them."""
    x, y = grid(w, h)
    lum = (
        0.42
        + 0.30 * bump(x, y, 0.74, 0.20, 0.42, 0.40)
        - 0.22 * y
        + (fbm(w, h, 3, 3, 801, 3) - 0.5) * 0.2
    )
    rgb = tone(
        lum,
        (0, "#16202f"),
        (0.25, "#3c5068"),
        (0.45, "#8093a8"),
        (0.62, "#cfc4c0"),
        (0.8, "#f6dfc0"),
        (1, "#fff6e4"),
    )
    rgb = shine(rgb, mask(w, h, lights(805)), "#ffe9c8", 0.12)
    for seed, count, blur, bright in ((809, 150, 14, 0.62), (811, 90, 6, 0.8), (821, 50, 0, 1.0)):
        stalks = _stalks(seed, count)
        layer = [
            (
                line,
                taper(wide, 9, 0.2),
                inks(
                    np.array((0.24, 0.30, 0.27)) * bright, np.array((0.60, 0.66, 0.68)) * bright, 6
                ),
            )
            for line, wide in stalks
        ]
        rgb = lay(rgb, ribbons(w, h, layer, blur), 0.95)
        fur = _frost(w, h, stalks, seed + 1, blur)
        rgb = blend(
            rgb,
            (fur * (1.0 if blur else 1.6)).clip(0, 0.95),
            tone(
                0.55 + 0.45 * bright * fur + 0.15 * bump(x, y, 0.74, 0.2, 0.5, 0.5),
                (0, "#7d90a8"),
                (0.6, "#cfdae4"),
                (0.85, "#f4f6f6"),
                (1, "#fffaf0"),
            ),
        )
    rgb = shine(rgb, bump(x, y, 0.74, 0.14, 0.5, 0.5), "#ffd9a0", 0.14)
    return finish(rgb, 801, 0.020, 0.32)


def _stalks(seed: int, count: int) -> list[tuple[Points, float]]:
    """Blades growing up from below the picture, many of them bowed by the frost."""
    r = rng(seed)
    stalks = []
    for _ in range(count):
        foot = r.random() * 1.2 - 0.1
        tall = 0.35 + 0.55 * r.random()
        lean = r.normal(0.05, 0.16)
        tip = (foot + lean, 1.05 - tall * (0.80 + 0.2 * r.random()))
        stalks.append(
            (bend((foot, 1.05), (foot + lean * 0.2, 1.05 - tall), tip), 0.009 + 0.009 * r.random())
        )
    return stalks


def _frost(w: int, h: int, stalks: list[tuple[Points, float]], seed: int, blur: float) -> Plane:
    """Needles of ice all along the blades, longest near their tips."""
    r = rng(seed)

    def needles(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        for line, wide in stalks:
            n = 30 if blur else 210
            at = r.random(n) ** 0.8 * 7.98
            low = at.astype(int)
            spot = line[low] + (line[low + 1] - line[low]) * (at - low)[:, None]
            way = line[low + 1] - line[low]
            way = way * (W, H) / np.hypot(*(way * (W, H)).T)[:, None]
            turn = r.normal(0, 1, n)[:, None]
            side = np.stack((-way[:, 1], way[:, 0]), axis=1) * np.sign(turn)
            start = spot * (W, H) + side * (wide * H * 0.4) * r.random((n, 1))
            reach = (0.003 + 0.0085 * r.random((n, 1)) ** 2) * (0.4 + at[:, None] / 9) * H
            end = start + (side * 0.85 + way * 0.6 * np.abs(turn)) * reach
            fills = r.integers(120, 255, n).tolist()
            for (x0, y0), (x1, y1), fill in zip(start.tolist(), end.tolist(), fills, strict=True):
                d.line((x0, y0, x1, y1), fill=fill, width=2)

    return mask(w, h, needles, blur)
