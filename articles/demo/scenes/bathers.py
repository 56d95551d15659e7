"""People at the water's edge: two at dawn, a whole club in the light of noon."""

import numpy as np
from PIL import Image, ImageDraw

from .canvas import (
    Picture,
    Plane,
    area,
    blend,
    bloom,
    bump,
    enlarged,
    fbm,
    finish,
    grid,
    mask,
    noise,
    over,
    ramp,
    rng,
    rounded,
    shade,
    shine,
    soften,
    tone,
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
    at = area(w, h, 0.0, 0.36, 0.50, 0.84)
    rgb[at] = _on_the_jetty(rgb[at], x[at], y[at], sun[at], (w, h))
    return finish(bloom(shine(rgb, sun, "#1c0d02"), 22, 0.12, 0.82), 3)


def _on_the_jetty(rgb: Picture, x: Plane, y: Plane, sun: Plane, size: tuple[int, int]) -> Picture:
    """The left of the picture: far coast, jetty, bathers, and what the sea mirrors of them."""
    w, h = size
    at = area(w, h, 0.0, 0.36, 0.50, 0.84)
    rgb = over(rgb, mask(w, h, _coast, 0, at) * ramp(x, 0.47, 0.36), "#33466a")
    dark = np.maximum(mask(w, h, _jetty, 0, at), rounded(w, h, _two_bathers, 3, 1.2, at))
    foot = int(h * 0.60) - at[0].start
    mirrored = np.zeros_like(dark)
    tall = min(foot, len(dark) - foot)
    mirrored[foot : foot + tall] = dark[foot - tall : foot][::-1]
    rgb = shade(rgb, soften(mirrored, 4) * ramp(y, 0.80, 0.60), 0.42)
    rim = dark * (1 - np.roll(dark, -3, axis=1)) * sun
    return shine(over(rgb, dark * 0.95, "#10182b"), rim, "#ffb878", 0.9)


def _coast(d: ImageDraw.ImageDraw, W: int, H: int) -> None:
    ridge = noise(64, 1, 9, 1, 12)[0]
    tops = [(W * i / 96, H * (0.4655 - 0.016 * ridge[i])) for i in range(42)]
    d.polygon([(0, H * 0.4715), *tops, (W * 0.46, H * 0.4715)], fill=200)


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


ROBES = ["#27304b", "#9c4630", "#d6d0c2", "#3b5547", "#22252d", "#bf9340", "#6a7b8e", "#74303a"]


SKIN = ["#c08c70", "#ab785d", "#cf9d80"]


@scene("people")
def people(w: int, h: int) -> Image.Image:
    """A bathing club in robes and hats on the jetty, out of focus."""
    full_w, full_h = w, h
    w, h = w // 2, h // 2  # nothing here is sharp: half the size will do
    y = grid(w, h)[1]
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
    return finish(enlarged(soften(rgb, 3), full_w, full_h), 121, 0.026)


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
