"""Winter bathing: jetties, cold water and those who get in."""

import numpy as np
from PIL import Image, ImageDraw

from .canvas import (
    Picture,
    Plane,
    blend,
    bloom,
    bump,
    fbm,
    finish,
    grid,
    mask,
    noise,
    over,
    ramp,
    resized,
    rng,
    rounded,
    shade,
    shine,
    soften,
    tone,
    warp,
    water,
)
from .registry import scene


def _robed(d: ImageDraw.ImageDraw, x: float, foot: float, tall: float, fill: int = 255) -> None:
    """A standing figure in a bathing robe: feet at (x, foot), `tall` high, all in pixels."""
    u = tall
    d.ellipse([x - 0.05 * u, foot - u, x + 0.05 * u, foot - 0.86 * u], fill=fill)
    d.rectangle([x - 0.03 * u, foot - 0.88 * u, x + 0.03 * u, foot - 0.82 * u], fill=fill)
    robe = [(-0.05, 0.855), (-0.115, 0.815), (-0.15, 0.56), (-0.140, 0.42), (-0.125, 0.17)]
    left = [(x + dx * u, foot - dy * u) for dx, dy in robe]
    right = [(x - dx * u, foot - dy * u) for dx, dy in reversed(robe)]
    d.polygon(left + right, fill=fill)
    for side in (-1, 1):
        leg = x + side * 0.052 * u
        d.rectangle([leg - 0.026 * u, foot - 0.2 * u, leg + 0.024 * u, foot], fill=fill)


@scene("dawn")
def dawn(w: int, h: int) -> Image.Image:
    """The sea at sunrise, a jetty and two bathers in robes at its end."""
    x, y = grid(w, h)
    horizon, sun_x = 0.47, 0.70
    n = h - int(h * horizon)
    sun = bump(x, y, sun_x, horizon, 0.34, 0.26)
    cloud = fbm(w, h, 3, 15, 3, 6, 0.55)
    streaks = ramp(cloud, 0.45, 0.68) * ramp(y, horizon, horizon - 0.16)
    light = 0.40 + 0.34 * sun + 0.17 * (y / horizon).clip(0, 1) + (cloud - 0.5) * 0.22
    light = light - streaks * (0.12 - 0.30 * sun)
    sky = [(0, "#16264a"), (0.3, "#43597f"), (0.5, "#929ab0"), (0.68, "#e5b493")]
    rgb = tone(light, *sky, (0.84, "#fad9ac"), (1, "#fff3da"))
    down = np.linspace(0, 1, n, dtype=np.float32)[:, None]
    waves = water(w, n, 5)
    path = np.exp(-(((x[:n] - sun_x) / (0.03 + 0.12 * down)) ** 2)) * (1 - 0.5 * down)
    glint = path * (0.16 + (waves - 0.43).clip(0, 1) * 3.4)
    sea = [(0, "#0b182e"), (0.3, "#28405f"), (0.5, "#687a95"), (0.7, "#dfb192")]
    deep = 0.38 - 0.19 * down + (waves - 0.5) * (0.5 + 0.45 * down) + glint
    rgb[h - n :] = tone(deep, *sea, (0.9, "#ffeccb"), (1, "#fffaf0"))

    def coast(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        ridge = noise(64, 1, 9, 1, 12)[0]
        tops = [(W * i / 96, H * (0.4655 - 0.016 * ridge[i])) for i in range(42)]
        d.polygon([(0, H * 0.4715), *tops, (W * 0.46, H * 0.4715)], fill=200)

    rgb = over(rgb, mask(w, h, coast) * ramp(x, 0.47, 0.36), "#33466a")
    dark = np.maximum(mask(w, h, _jetty), rounded(w, h, _two_bathers, 3, 1.2))
    mirrored = np.zeros_like(dark)
    foot = int(h * 0.60)
    mirrored[foot:] = dark[2 * foot - h : foot][::-1]
    mirrored = warp(soften(mirrored, 4), np.zeros_like(x), np.zeros_like(y))
    rgb = shade(rgb, mirrored * ramp(y, 0.80, 0.60), 0.42)
    rim = dark * (1 - np.roll(dark, -3, axis=1)) * sun
    rgb = over(rgb, dark * 0.95, "#10182b")
    rgb = shine(rgb, rim, "#ffb878", 0.9)
    return finish(bloom(shine(rgb, sun, "#1c0d02"), 22, 0.12, 0.82), 3)


def _jetty(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
    d.polygon(
        [(0, H * 0.60), (W * 0.47, H * 0.535), (W * 0.47, H * 0.545), (0, H * 0.635)], fill=255
    )
    for i in range(9):  # piles, nearer ones longer
        pile, top = W * (0.02 + 0.055 * i), H * (0.62 - 0.0096 * i)
        d.rectangle(
            [pile, top, pile + W * (0.006 - 0.0004 * i), top + H * (0.11 - 0.008 * i)], fill=245
        )
    for rail in (0.455, 0.478):  # the ladder
        d.rectangle([W * rail, H * 0.47, W * rail + W * 0.0022, H * 0.60], fill=255)
    for k in range(5):
        d.rectangle(
            [W * 0.455, H * (0.512 + 0.02 * k), W * 0.48, H * (0.5146 + 0.02 * k)], fill=235
        )


def _two_bathers(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
    _robed(d, W * 0.352, H * 0.554, H * 0.158)
    _robed(d, W * 0.397, H * 0.548, H * 0.142)


@scene("planks", tall=True)
def planks(w: int, h: int) -> Image.Image:
    """A frosted jetty running out into mist."""
    x, y = grid(w, h)
    horizon = 0.36
    n = h - int(h * horizon)
    mist = fbm(w, h, 2, 5, 11, 4)
    light = 0.64 + 0.24 * (y / horizon).clip(0, 1) + (mist - 0.5) * 0.2
    rgb = tone(light, (0.4, "#8fa3b8"), (0.7, "#c6d0d8"), (1, "#f4f2ec"))
    down = np.linspace(0.002, 1, n, dtype=np.float32)[:, None] + np.zeros((1, w), np.float32)
    sea = 0.80 - 0.50 * down**0.55 + (water(w, n, 21, 0.6) - 0.5) * 0.5 * down
    rgb[h - n :] = tone(sea, (0, "#16324a"), (0.35, "#3f6580"), (0.65, "#93aebf"), (1, "#eceeea"))
    across = (x[:n] - (0.5 + 0.06 * (1 - down))) / (0.006 + 0.36 * down)
    deck = np.zeros((h, w, 3), np.float32)
    deck[h - n :] = _frosted_deck(w, n, down, across)
    m = np.zeros((h, w), np.float32)
    m[h - n :] = (np.abs(across) < 1) * (down * 9).clip(0, 1)
    shadow = np.zeros((h, w), np.float32)
    shadow[h - n :] = np.exp(-(((np.abs(across) - 1) / 0.22) ** 2)) * down
    rgb = blend(shade(rgb, shadow, 0.5), soften(m, 1), deck)
    for nearness in (0.62, 0.34, 0.16, 0.07, 0.0):
        rgb = _posts(rgb, x, y, horizon, nearness)
    haze = np.exp(-(((y - horizon) / 0.10) ** 2)) * 0.78
    return finish(over(rgb, haze, "#e4e5e2"), 11)


def _frosted_deck(w: int, n: int, down: Plane, across: Plane) -> Picture:
    """Boards in perspective: `down` 0 at the horizon to 1 at our feet, `across` -1 to 1."""
    depth = 7.5 / (down + 0.045)
    place = depth % 1
    board = np.floor(depth).astype(np.int32) % 199
    gap = np.exp(-(((np.abs(place - 0.5) - 0.5) / (0.035 + 0.004 * depth)) ** 2)) * ramp(
        down, 0, 0.3
    )
    shades = rng(5).random(199).astype(np.float32)[board]
    grain = fbm(w, n, 14, 240, 33, 4)
    frost = fbm(w, n, 55, 70, 35, 4, 0.7)
    rime = ramp(
        frost + 0.16 * np.abs(across) ** 2 + 0.10 * (np.abs(place - 0.5) * 2) ** 3, 0.50, 0.72
    )
    light = 0.70 - 0.30 * down**0.6 + (shades - 0.5) * 0.13 + (grain - 0.5) * 0.30 * down**0.4
    light = light + rime * 0.30 * (0.4 + 0.6 * down) - gap * 0.55 - 0.10 * np.abs(across) ** 6
    return tone(
        light, (0, "#1b1b22"), (0.3, "#54504f"), (0.55, "#96928d"), (0.8, "#d6d8d8"), (1, "#f7f8f7")
    )


def _posts(rgb: Picture, x: Plane, y: Plane, horizon: float, nearness: float) -> Picture:
    """A pair of mooring posts with snow on top, paler the further out they stand."""
    h, w = x.shape
    s = 0.05 + nearness * 0.95
    foot = horizon + (1 - horizon) * (s * 0.92)
    head = foot - 0.27 * s
    pale = min(1.0, 0.28 + 1.6 * s)
    for side in (-1, 1):
        middle = 0.5 + 0.06 * (1 - s) + side * (0.006 + 0.36 * s) * 1.04
        half = 0.018 * s
        rows = slice(int(h * (head - 0.02)), int(h * (foot + 0.04 * s)))
        at = rows, slice(int(w * (middle - 2 * half)), int(w * (middle + 2 * half)) + 1)
        u, v = (x[at] - middle) / half, y[at]
        round_ = 0.30 + 0.55 * np.sqrt((1 - u**2).clip(0, 1))
        stops = [(0.0, "#14171d"), (0.4, "#3a3f47"), (1.0, "#9aa1a8")]
        post = ramp(np.abs(u), 1.06, 0.94) * (v > head) * pale
        rgb[at] = blend(rgb[at], post, tone(round_ * (0.45 + 0.3 * (u < 0)), *stops))
        cap = ramp(u**2 / 1.25 + ((v - head) / (half * 0.5)) ** 2, 1.1, 0.9)
        rgb[at] = over(rgb[at], cap * min(1.0, 0.35 + s), "#eef1f2")
    return rgb


@scene("ripples")
def ripples(w: int, h: int) -> Image.Image:
    """Rings spreading over still green water that mirrors trees and a pale sky."""
    x, y = grid(w, h)
    depth = 1 / (y + 0.42)
    ground_x, ground_z = (x - 0.40) * 1.5 * depth, depth * 1.25
    from_centre = np.sqrt(ground_x**2 + (ground_z - 1.25 / (0.52 + 0.42)) ** 2)
    swell = fbm(w, h, 4, 9, 81, 4)
    envelope = np.exp(-((from_centre / 0.52) ** 2)) * (1 - np.exp(-((from_centre / 0.05) ** 2)))
    rings = np.sin(from_centre * 66 - 2 + swell * 1.1) * (envelope + 0.05)
    tilt = np.zeros_like(rings)
    tilt[1:] = np.diff(rings, axis=0) * (h / 1067) * 1.5
    breeze = fbm(w, h, 14, 110, 87, 4) - 0.5
    seen = y + tilt * 1.9 + breeze * 0.16 * (1.1 - y) + (swell - 0.5) * 0.10
    trees = fbm(w, 64, 3, 2, 83, 6, 0.55)[32][None, :] * 1.2 - 0.37
    sky = ramp(seen - trees + 0.25 * (x - 0.5), 0.37, 0.47)
    leaves = warp(fbm(w, h, 26, 20, 85, 4), tilt * 0.3, (seen - y))
    light = 0.17 + 0.10 * leaves + sky * (0.50 - 0.10 * (seen - 0.5)) - 0.12 * ramp(y, 0.55, 1.0)
    light = light + (1 - y) ** 2 * 0.10 + rings * 0.06
    stops = [(0, "#03130f"), (0.2, "#0e332b"), (0.38, "#2c6054"), (0.6, "#86aa9a")]
    return finish(tone(light, *stops, (0.8, "#d3dccb"), (1, "#fbf8ea")), 81)


@scene("below", tall=True)
def below(w: int, h: int) -> Image.Image:
    """A swimmer under a bright surface, seen from deeper down."""
    x, y = grid(w, h)
    sway = fbm(w, h, 5, 9, 101, 4) - 0.5
    ripple = warp(fbm(w, h, 9, 22, 103, 4), sway * 0.10, np.zeros_like(y))
    caustics = (1 - np.abs(ripple * 2 - 1)) ** 9
    angle = np.arctan2(x - 0.58, y + 0.20)
    fan = noise(600, 1, 42, 1, 105)[0]
    rays = fan[((angle + 1.2) / 2.4 * 599).clip(0, 599).astype(np.int32)]
    light = 0.64 - 0.62 * y**0.62 + np.exp(-((y / 0.26) ** 2)) * (caustics * 1.3 - 0.05)
    light = light + (rays - 0.45) * 0.30 * np.exp(-y / 0.5) + 0.26 * bump(x, y, 0.58, 0, 0.28, 0.32)
    stops = [(0, "#03121c"), (0.22, "#07303f"), (0.45, "#136070"), (0.68, "#58a9a4")]
    rgb = tone(light, *stops, (0.86, "#cbe7d2"), (1, "#fdfff2"))
    body = rounded(w, h, _swimmer, 12, 4)
    inner = soften(body, 14)
    rgb = over(rgb, soften(body, 2) * 0.93, "#04202a")
    rim = body * (1 - inner) * ramp(y, 0.47, 0.30)
    rgb = shine(rgb, rim * (0.35 + caustics * 1.4), "#7fc8c0", 0.8)
    motes = ramp(fbm(w, h, 110, 140, 107, 2), 0.85, 0.94) * ramp(y, 0.15, 0.5)
    return finish(shine(rgb, soften(motes, 1), "#8fd0c8", 0.35), 101)


def _swimmer(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
    """Breaststroke, seen from below: head to the upper left, legs trailing to the right."""

    def limb(width: float, *points: tuple[float, float]) -> None:
        dots = [(W * px, H * py) for px, py in points]
        d.line(dots, fill=255, width=int(W * width), joint="curve")
        for px, py in dots:
            r = W * width / 2
            d.ellipse([px - r, py - r, px + r, py + r], fill=255)

    d.ellipse([W * 0.352, H * 0.300, W * 0.420, H * 0.360], fill=255)
    torso = [
        (0.41, 0.322),
        (0.47, 0.318),
        (0.60, 0.358),
        (0.70, 0.392),
        (0.72, 0.420),
        (0.66, 0.434),
    ]
    torso += [(0.55, 0.416), (0.45, 0.388), (0.41, 0.352)]
    d.polygon([(W * px, H * py) for px, py in torso], fill=255)
    limb(0.040, (0.46, 0.372), (0.395, 0.432), (0.325, 0.452))
    limb(0.030, (0.325, 0.452), (0.215, 0.436))
    limb(0.036, (0.47, 0.334), (0.41, 0.276), (0.335, 0.252))
    limb(0.028, (0.335, 0.252), (0.225, 0.258))
    limb(0.056, (0.69, 0.404), (0.79, 0.420))
    limb(0.040, (0.79, 0.420), (0.895, 0.408))
    limb(0.022, (0.895, 0.408), (0.955, 0.416))
    limb(0.056, (0.68, 0.416), (0.765, 0.462))
    limb(0.040, (0.765, 0.462), (0.860, 0.490))
    limb(0.022, (0.860, 0.490), (0.915, 0.518))


ROBES = ["#27304b", "#9c4630", "#d6d0c2", "#3b5547", "#22252d", "#bf9340", "#6a7b8e", "#74303a"]
SKIN = ["#c08c70", "#ab785d", "#cf9d80"]


@scene("people")
def people(w: int, h: int) -> Image.Image:
    """A bathing club in robes and hats on the jetty, out of focus."""
    full, small = (w, h), (w // 2, h // 2)  # nothing here is sharp: half the size will do
    w, h = small
    x, y = grid(w, h)
    cloud = fbm(w, h, 3, 8, 121, 5)
    light = 0.62 + 0.36 * np.exp(-(((y - 0.56) / 0.25) ** 2)) + (cloud - 0.5) * 0.28
    rgb = tone(light, (0.3, "#7c93a8"), (0.6, "#b9c7cf"), (0.85, "#f3e6d0"), (1, "#fff7e6"))
    n = int(h * 0.40)
    down = np.linspace(0, 1, n, dtype=np.float32)[:, None]
    sea = 0.60 - 0.3 * down + (water(w, n, 123) - 0.5) * 0.5
    rgb[h - n :] = tone(sea, (0, "#1d3442"), (0.4, "#557886"), (0.75, "#c9cdc4"), (1, "#fff3dd"))
    rgb = soften(rgb, 5)
    dice = rng(127)
    place, row = 0.055, 0
    while place < 0.97:
        band = slice(max(0, int((place - 0.1) * w)), int((place + 0.1) * w))
        centre = place * w - band.start
        rgb[:, band] = _club_member(rgb[:, band], centre, row, dice.random(4).tolist())
        place += 0.062 + dice.random() * 0.052 + (0.045 if row in (3, 6) else 0)
        row += 1
    deck = mask(w, h, lambda d, W, H: d.rectangle([0, H * 0.90, W, H], fill=255), 4)
    boards = tone(0.5 + (fbm(w, h, 60, 5, 129, 3) - 0.5) * 0.5, (0, "#2a2625"), (1, "#6a625b"))
    rgb = blend(rgb, deck, boards)
    rgb = shine(rgb, deck * np.exp(-(((y - 0.908) / 0.010) ** 2)), "#8a7f6d", 0.6)
    picture = np.stack(
        [resized(soften(rgb, 3)[..., c], *full, Image.Resampling.BICUBIC) for c in range(3)], -1
    )
    return finish(picture, 121, 0.026)


def _club_member(rgb: Picture, centre: float, row: int, dice: list[float]) -> Picture:
    """One person, lit by the low sun from the right; the dice choose height, place and hat."""
    h, w = rgb.shape[:2]
    tall, foot = h * (0.47 + 0.10 * dice[0]), h * (0.915 + 0.015 * dice[1])
    robe, skin = ROBES[(row * 3) % len(ROBES)], SKIN[row % 3]

    def bare(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        top, chin = foot - tall, foot - 0.86 * tall
        d.ellipse([centre - 0.05 * tall, top, centre + 0.05 * tall, chin], fill=255)
        for side in (-1, 1):
            leg = centre + side * 0.052 * tall
            d.rectangle(
                [leg - 0.026 * tall, foot - 0.165 * tall, leg + 0.024 * tall, foot], fill=255
            )

    def hat(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
        top, r = foot - 1.015 * tall, 0.056 * tall
        d.pieslice([centre - r, top, centre + r, top + 0.145 * tall], 180, 360, fill=255)

    column = (np.arange(w, dtype=np.float32)[None, :] - np.float32(centre)) / np.float32(tall)
    across = np.repeat(column, h, axis=0)
    m = mask(w, h, lambda d, W, H: _robed(d, centre, foot, tall), 5)
    rgb = over(rgb, m * 0.98, robe)
    rgb = over(rgb, mask(w, h, bare, 4), skin)
    head_wear = ROBES[(row * 5 + 2) % len(ROBES)] if dice[2] > 0.3 else "#4a3a30"
    rgb = over(rgb, mask(w, h, hat, 4), head_wear)
    folds = m * np.sin(across * 60 + row)
    lit = (m * (1 - np.roll(soften(m, 6), -5, axis=1))).clip(0, 1) * ramp(across, -0.06, 0.02)
    rgb = shade(rgb, m * ramp(across, 0.02, -0.16) * 0.38 + folds * 0.04)
    return shine(rgb, lit, "#ffdca8", 0.6)
