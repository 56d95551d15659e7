"""The sea from the air, from a deck and from the beach in a gale."""

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
    relief,
    shade,
    shine,
    soften,
    tone,
    warp,
)
from .registry import scene
from .texture import (
    cells,
    coarse,
    ground,
    stars,
    swell,
    tile,
    tiled,
)


@scene("aerial-coast")
def aerial_coast(w: int, h: int) -> Image.Image:
    """A shoreline from straight above: dune, sand, lace of foam, shoals, deep water."""
    x, y = grid(w, h)
    bays = fbm(w, h, 1.5, 3, 211, 3) - 0.5
    off = x * 0.92 + y * 0.30 - 0.60 + bays * 0.30  # distance from the waterline, in widths
    shoal = fbm(w, h, 5, 7, 223, 5)
    depth = off + (shoal - 0.5) * 0.22
    sea = tone(
        (0.10 + depth * 1.75).clip(0, 1),
        (0, "#b9c3a6"), (0.14, "#8ab5a6"), (0.32, "#4c9095"), (0.55, "#2b687d"), (0.8, "#1d4a63"), (1, "#163a54"),
    )  # fmt: skip
    chop = noise(w, h, 60, 26, 227) * 0.6 + noise(w, h, 130, 60, 228) * 0.4
    sea = sea + (chop[..., None] - 0.5) * 0.08
    fine = fbm(w, h, 260, 180, 229, 2) - 0.5
    dry = ramp(off, -0.05, -0.10)
    sand = tone(
        0.42 + 0.38 * dry + 0.13 * fine + 0.16 * (shoal - 0.5),
        (0, "#5b4a39"),
        (0.4, "#a58d6c"),
        (0.8, "#e6d5b2"),
        (1, "#f8eed8"),
    )
    rgb = blend(sand, ramp(off, -0.004, 0.010), sea)
    edge = off + (fbm(w, h, 10, 12, 233, 4) - 0.5) * 0.07
    near, second, _ = cells(w // 2, h // 2, 60, 239)
    veins = ramp(second - near, 0.26, 0.0)
    drift = [(fbm(w // 2, h // 2, 16, 12, seed, 4, 0.6) - 0.5) * 0.10 for seed in (241, 242)]
    lace = coarse(warp(veins, *drift), w, h) * ramp(fbm(w, h, 40, 34, 243, 4, 0.6), 0.30, 0.66)
    foam = np.zeros((h, w), np.float32)
    for at, wide, thick in ((0.010, 0.010, 1.0), (0.062, 0.016, 0.9), (0.150, 0.013, 0.6)):
        broken = ramp(fbm(w, h, 4, 6, 251 + int(at * 999), 4), 0.34, 0.60)
        crest = np.exp(-(((edge - at) / wide) ** 2)) * broken
        behind = ramp(edge, at - 0.01, at) * np.exp(-((edge - at).clip(0) / (wide * 2.6)))
        foam = np.maximum(
            foam, thick * (crest * (0.9 + 0.5 * lace) + behind * lace * 1.1 * (0.35 + broken))
        )
    rgb = shade(rgb, np.exp(-(((edge + 0.012) / 0.012) ** 2)) * (off < 0.01), 0.20)
    rgb = over(rgb, foam.clip(0, 0.95), "#f6f7f0")
    grass = ramp(fbm(w, h, 26, 30, 257, 5, 0.6) - (off + 0.34) * 2.2, 0.42, 0.62)
    height = fbm(w, h, 10, 14, 263, 5, 0.55) + grass * 0.10
    light = relief(height * 60, -2.4, 0.7)
    rgb = blend(
        rgb,
        grass * 0.85,
        tone(0.40 + 1.2 * fine + 0.5 * light, (0, "#28321f"), (0.5, "#6d7350"), (1, "#b9b48a")),
    )
    rgb = rgb + (light * ramp(off, -0.16, -0.30) * 0.30)[..., None]
    return finish(_walkers(rgb, w, h), 211, 0.018, 0.22)


def _walkers(rgb: Picture, w: int, h: int) -> Picture:
    """Two people on the sand, known by their long shadows."""

    def pen(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        for px, py in ((0.398, 0.395), (0.409, 0.413)):
            d.line(
                [(W * px, H * py), (W * (px + 0.017), H * (py - 0.012))],
                fill=190,
                width=round(H * 0.0034),
            )

    def heads(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        for px, py in ((0.398, 0.395), (0.409, 0.413)):
            d.ellipse(
                [W * px - H * 0.003, H * (py - 0.003), W * px + H * 0.003, H * (py + 0.003)],
                fill=255,
            )

    rgb = shade(rgb, mask(w, h, pen), 0.55)
    return over(rgb, mask(w, h, heads), "#8f2f26")


@scene("ferry-wake")
def ferry_wake(w: int, h: int) -> Image.Image:
    """The white wake behind a ferry, running to the horizon beside a low sun."""
    x, y = grid(w, h)
    hz, sun = 0.35, 0.30
    cloud = fbm(w, h, 2.5, 14, 271, 5)
    glow = bump(x, y, sun, hz - 0.035, 0.30, 0.16)
    lum = (
        0.42 + 0.30 * (y / hz).clip(0, 1) + 0.30 * glow + (cloud - 0.5) * 0.40 * (1 - y / hz * 0.5)
    )
    rgb = tone(
        lum,
        (0.1, "#3f4f69"),
        (0.4, "#76839a"),
        (0.6, "#b9ada9"),
        (0.78, "#eec39a"),
        (0.95, "#fde7bd"),
        (1, "#fff4d8"),
    )
    rgb = shine(rgb, bump(x, y, sun, hz - 0.035, 0.022, 0.033), "#fff2cc", 0.6)
    rows = h - int(h * hz)
    across, away = ground(w, rows, 0.60, 0.035)
    wave = swell(across, away, 273)
    t = np.linspace(0, 1, rows, dtype=np.float32)[:, None]
    path = np.exp(-(((x[:rows] - sun) / (0.03 + 0.16 * t)) ** 2))
    lum = 0.46 - 0.24 * t + (wave - 0.5) * 0.85 + path * (0.12 + (wave - 0.47).clip(0) * 3.2)
    sea = tone(
        lum,
        (0, "#0b1a28"),
        (0.28, "#27435a"),
        (0.5, "#5d7687"),
        (0.72, "#e3b88e"),
        (0.9, "#ffeac4"),
        (1, "#fffaf0"),
    )
    sea = _wake(sea, w, rows, across, away, path)
    rgb[h - rows :] = sea
    rgb = over(rgb, np.exp(-(((y - hz) / 0.018) ** 2)) * 0.45, "#e9c9a6")
    return finish(rgb, 271, 0.022, 0.32)


def _wake(sea: Picture, w: int, rows: int, across: Plane, away: Plane, path: Plane) -> Picture:
    """Two ridges of foam with marbled water between them."""
    ragged = tiled(tile(10, 30, 283, 5, 0.6), across * 0.3, away * 0.30) - 0.5
    side = across - 0.035 * np.sin(away * 0.22) - 0.0008 * away**1.4
    half = 0.235 + 0.0065 * away
    edge = np.abs(side) / half + ragged * 0.42
    churn = tile(22, 13, 277, 5, 0.62)
    lace = 1 - np.abs(tiled(churn, side * 0.45 + ragged * 0.05, away * 0.38) * 2 - 1)
    froth = tiled(tile(60, 60, 281, 3, 0.6), side * 0.9, away * 1.1)
    inner = ramp(edge, 1.10, 0.72)
    ridge = np.exp(-(((edge - 0.86) / 0.20) ** 2))
    fade = 1 / (1 + (away / 6) ** 1.5)
    foam = (ridge * (0.25 + 1.1 * froth) + inner * ramp(lace, 0.66, 0.99)) * (0.22 + fade)
    foam += inner * (0.16 + 0.22 * fade) * froth + inner * 0.12
    lit = 0.66 + 0.45 * (froth - 0.5) + 0.25 * path + relief(lace * 14, 3.0, 0.5) * inner
    white = tone(lit, (0, "#55707c"), (0.5, "#b3c0c0"), (0.8, "#f2ead9"), (1, "#fffaf0"))
    calm = tone(
        0.35 + 0.4 * path + 0.3 * (froth - 0.5), (0, "#183a45"), (0.5, "#4f7f84"), (1, "#d9c9a4")
    )
    sea = blend(sea, inner * 0.55 * fade, calm)
    return blend(sea, foam.clip(0, 0.97), white)


@scene("storm-wave")
def storm_wave(w: int, h: int) -> Image.Image:
    """A wave breaking towards the left in a gale, its spray blown off the crest."""
    x, y = grid(w, h)
    cloud = fbm(w, h, 3, 6, 291, 5, 0.55)
    lum = 0.34 + 0.34 * (y / 0.34).clip(0, 1) + (cloud - 0.5) * 0.5
    rgb = tone(lum, (0, "#39434c"), (0.4, "#6b767e"), (0.7, "#a9aeac"), (1, "#dcd9cd"))
    rgb = _far_sea(rgb, w, h, y, 0.33)
    return finish(_breaker(rgb, w, h, x, y), 291, 0.026, 0.35)


def _far_sea(rgb: Picture, w: int, h: int, y: Plane, hz: float) -> Picture:
    """The sea behind the wave: grey, with white caps."""
    rows = h - int(h * hz)
    across, away = ground(w, rows, 0.5, 0.05)
    wave = swell(across, away, 293, 3.4)
    caps = ramp(wave, 0.70, 0.80)
    t = np.linspace(0, 1, rows, dtype=np.float32)[:, None]
    sea = tone(
        0.52 - 0.2 * t + (wave - 0.5) * 0.9, (0, "#1c2a2e"), (0.4, "#4a5d60"), (0.8, "#9aa6a1")
    )
    rgb[h - rows :] = over(sea, caps * 0.8, "#dfe2db")
    return over(rgb, np.exp(-(((y - hz) / 0.03) ** 2)) * 0.6, "#b4b6af")


def _breaker(rgb: Picture, w: int, h: int, x: Plane, y: Plane) -> Picture:
    """The wave itself: green shoulder, curling lip, tumbling foam, spray."""
    line = np.linspace(0, 1, w, dtype=np.float32)
    rough = fbm(w, 2, 22, 1, 301, 5, 0.5)[0] - 0.5
    broken = ramp(line, 0.50, 0.24)  # 1 where the wave has broken
    crest = 0.480 - 0.245 * np.exp(-(((line - 0.47) / 0.30) ** 2)) + 0.07 * broken
    crest += rough * (0.010 + 0.09 * broken)
    foot = 0.755 + 0.030 * np.sin(line * 5 + 0.6) + 0.03 * broken
    v = ((y - crest) / (foot - crest)).astype(np.float32)
    low = v.clip(0, 1)
    face = ramp(v, -0.004, 0.006) * ramp(v, 1.06, 0.98)
    lean = (x - 0.47) * (1 - 0.42 * low) + 0.15 * low**2
    fluff = tile(16, 16, 313, 6, 0.58)
    boil = tiled(fluff, x * 0.62 + 0.1 * low, y * 0.46 - 0.05 * x)
    rgb = blend(rgb, ramp(v, 0.94, 1.04), _trough(w, h, y, boil))
    grain = tiled(tile(50, 4, 311, 4, 0.6), lean * 0.9 + (boil - 0.5) * 0.02, low * 0.55)
    thin = np.exp(-(((v - 0.10) / 0.17) ** 2)) * np.exp(-(((x - 0.56) / 0.22) ** 2))
    lum = 0.36 - 0.27 * ramp(v, 0.05, 0.55) + 0.20 * ramp(v, 0.66, 1.0) + 0.44 * thin
    lum += 0.40 * (grain - 0.5)
    rgb = blend(rgb, face, tone(lum, *GREEN))
    fall = 0.37 - x + 0.24 * (low - 0.1) ** 2 + (boil - 0.5) * 0.34
    tumble = face * ramp(fall, -0.02, 0.06)
    lip = face * ramp(0.10 * ramp(x, 0.78, 0.40) - v + (boil - 0.5) * 0.22, 0.0, 0.05)
    laces = face * ramp(grain + 0.22 * ramp(v, 0.6, 1.1) - 0.2 * thin, 0.64, 0.82) * 0.5
    heavy = np.maximum(tumble, lip)
    under = soften(np.roll(heavy, (h // 30, w // 40), (0, 1)), 22)
    rgb = shade(rgb, face * under * (1 - heavy), 0.50)
    billow = tiled(fluff, x * 0.26, y * 0.20)
    light = relief(soften(boil * 60 + billow * 190, 2), -2.1, 0.30)
    lum = 0.60 + light + 0.35 * (boil - 0.5) - 0.26 * ramp(v, 0.15, 1.0) * (1 - 0.5 * billow)
    white = tone(
        lum, (0, "#43565b"), (0.3, "#81928f"), (0.6, "#c9d0cb"), (0.85, "#f1f2ec"), (1, "#ffffff")
    )
    rgb = blend(rgb, np.maximum(heavy, laces).clip(0, 0.98), white)
    return _spray(rgb, w, h, x, crest - y, broken[None, :], line[None, :])


GREEN = ((0, "#0e1d20"), (0.25, "#24413f"), (0.45, "#4d7569"), (0.65, "#93b598"), (0.9, "#dfe8cf"))


def _trough(w: int, h: int, y: Plane, boil: Plane) -> Picture:
    """The water in front of the wave, drained towards it, webbed with foam."""
    across, away = ground(w, h, 0.35, 0.03)
    web = tile(9, 20, 319, 5, 0.6)
    veins = 1 - np.abs(tiled(web, across * 0.5, away * 0.9) * 2 - 1)
    fine = tiled(web, across * 1.6 + 0.3, away * 3.0)
    foam = ramp(veins + 0.30 * (fine - 0.5) + 0.30 * ramp(y, 0.87, 0.76), 0.86, 1.06)
    water_ = tone(0.34 + 0.5 * (fine - 0.5) + 0.25 * (y - 0.8), *GREEN)
    white = tone(
        0.55 + 0.9 * (boil - 0.45) + 0.3 * (fine - 0.5),
        (0, "#5b6d6f"),
        (0.6, "#c4ccc8"),
        (1, "#f2f3ee"),
    )
    return blend(water_, foam * 0.92, white)


def _spray(
    rgb: Picture, w: int, h: int, x: Plane, up: Plane, broken: Plane, line: Plane
) -> Picture:
    """Mist and drops that the wind tears off the crest, back over the wave."""
    tall = 0.018 + 0.13 * np.exp(-(((line - 0.46) / 0.17) ** 2)) + 0.05 * broken
    torn = coarse(fbm(w // 2, h // 2, 4, 6, 317, 3), w, h) - 0.5
    smoke = tiled(tile(7, 9, 331, 6, 0.6), x * 0.9 - up * 1.1 + torn * 0.10, up * 1.6 + torn * 0.1)
    mist = (
        np.exp(-up.clip(0) / tall)
        * ramp(up, -0.05, 0.0)
        * ramp(smoke + 0.35 * np.exp(-up.clip(0) / (tall * 0.5)), 0.42, 0.85)
    )
    rgb = over(rgb, mist.clip(0, 1) * 0.92, "#eceeea")
    drops = stars(
        w, h, 26000, 337, (mist * 0.9 + 0.12 * np.exp(-up.clip(0) / tall) * (up > -0.1)).clip(0, 1)
    )
    return rgb + drops * 0.55
