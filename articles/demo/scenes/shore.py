"""Clay, sand and concrete by the water: an eroding cliff, an outlet pipe."""

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
    rng,
    shade,
    soften,
    tone,
)
from .coast import CLAY
from .registry import scene
from .texture import ground, swell, tile, tiled


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
