"""Heaps of small things from close by: mussels, crystals of salt."""

import numpy as np
from PIL import Image, ImageDraw

from .canvas import (
    Plane,
    blend,
    bump,
    fbm,
    finish,
    grid,
    noise,
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
from .texture import Layer, beacons, lay, layer


@scene("mussels")
def mussels(w: int, h: int) -> Image.Image:
    """A heap of wet blue-black mussels."""
    r = rng(851)
    heap = Image.new("RGB", (w, h), (6, 7, 10))
    kinds = [_mussel(h, 853 + k, r) for k in range(22)]
    rows, columns = (part.ravel() for part in np.mgrid[0:11, 0:16])
    px = (columns + r.random(176)) / 15 - 0.03
    py = (rows + r.random(176)) / 10 - 0.05
    order = np.concatenate((r.permutation(176), r.integers(0, 176, 130)))
    for i, k in enumerate(order):
        if i in (120, 200, 260):  # what lies deeper gets less light
            heap = heap.point(lambda value: int(value * 0.80))
        shell, cover, shadow = kinds[(i * 7 + k) % len(kinds)]
        jitter = r.normal(0, 0.02, 2) if i >= 176 else (0, 0)
        half = shell.width // 2
        at = int((px[k] + jitter[0]) * w) - half, int((py[k] + jitter[1]) * h) - half
        heap.paste((2, 3, 5), (*at, at[0] + shell.width, at[1] + shell.height), shadow)
        heap.paste(shell, at, cover)
    rgb = np.asarray(heap, np.float32) / np.float32(255)
    x, y = grid(w, h)
    rgb = rgb * (0.90 + 0.60 * bump(x, y, 0.40, 0.35, 0.6, 0.6))[..., None]
    rgb = beacons(rgb, rng(857).random((60, 2)), 2.6, "#e8f0f6", 0.5)
    return finish(rgb, 851, 0.022, 0.40)


def _mussel(
    h: int, seed: int, r: np.random.Generator
) -> tuple[Image.Image, Image.Image, Image.Image]:
    """One shell at a random angle: its colours, its mask and the shadow that it throws."""
    long = h * (0.088 + 0.040 * r.random())
    n = int(long * 1.2)
    turn = r.random() * 2 * np.pi
    py, px = np.mgrid[-n:n, -n:n].astype(np.float32) / np.float32(long)
    u = px * np.cos(turn) + py * np.sin(turn)
    v = -px * np.sin(turn) + py * np.cos(turn)
    v = v + 0.10 * (1 - u * u)
    half = (
        (0.40 + 0.05 * r.random())
        * np.sqrt((1 - u * u).clip(0))
        * (1 + 0.30 * u - 0.22 * u * u).clip(0.05)
    )
    inside = (half - np.abs(v)) * long
    cover = inside.clip(0, 1) * (np.abs(u) < 1)
    dome = np.sqrt((1 - (v / half.clip(0.02)) ** 2).clip(0)) * half
    years = np.hypot((u + 1.02) * 0.5, v * (0.9 - 0.2 * u))  # growth lines about the beak
    lines = np.sin(years * (58 + 30 * r.random()) + 2 * fbm(2 * n, 2 * n, 4, 4, seed, 3)) * noise(
        2 * n, 2 * n, 3, 3, seed + 1
    )
    height = (dome * 1.15 + 0.0028 * lines) * long
    lit = relief(height, -2.1) / np.sqrt(1 + relief(height, -2.1) ** 2)
    wear = fbm(2 * n, 2 * n, 7, 7, seed + 2, 4)
    brown = ramp(years + 0.5 * (wear - 0.5), 0.30, 0.05) * 0.8 + 0.35 * ramp(wear, 0.60, 0.72)
    lum = 0.30 + 0.50 * lit + 0.035 * lines + 0.20 * (wear - 0.5)
    blue = tone(
        lum, (0, "#05070c"), (0.2, "#121a2b"), (0.4, "#2b3a57"), (0.65, "#6d7d9c"), (1, "#d5dfec")
    )
    rust = tone(lum, (0, "#070506"), (0.3, "#2a1f1d"), (0.6, "#6e5343"), (1, "#d8c3ac"))
    colours = blend(blue, brown.astype(np.float32), rust)
    wet = np.exp(-(((lit - 0.60) / 0.10) ** 2)) * ramp(wear, 0.42, 0.62) * ramp(inside, 2, 8)
    colours = over(colours, (wet * 0.60).astype(np.float32), "#dce6f2")
    colours = shade(colours, ramp(inside, 7, 0) * 0.5)
    shadow = soften(np.roll(cover, (h // 90, h // 130), (0, 1)), h / 110) * 0.85

    def bits(plane: Plane) -> Image.Image:
        return Image.fromarray((plane.clip(0, 1) * 255).astype(np.uint8))

    return bits(colours), bits(cover), bits(shadow)


@scene("crystal")
def crystal(w: int, h: int) -> Image.Image:
    """Cubes of salt grown into each other, lit from behind and above."""
    x, y = grid(w, h)
    r = rng(831)
    back = tone(
        0.30 + 0.5 * bump(x, y, 0.70, 0.25, 0.5, 0.5) + 0.3 * (fbm(w, h, 4, 3, 833, 4) - 0.5),
        (0, "#0d131d"),
        (0.4, "#35475c"),
        (1, "#c9d3d8"),
    )
    heap = ramp(y - 0.40 - 0.05 * np.sin(x * 5), -0.02, 0.10)
    rgb = over(back, heap * 0.9, "#51647a")
    for n, size, blur, high in ((420, 0.10, 8, 0.35), (300, 0.112, 0, 0.50)):
        cx = r.random(n) * 1.1 - 0.05
        hill = high + 0.05 * np.sin(cx * 5 + 1)
        cy = hill + (1.10 - hill) * r.random(n) ** 0.9
        edge = size * (0.40 + 0.8 * r.random(n) ** 1.6) * (0.55 + 0.6 * cy)
        rgb = lay(rgb, _cubes(w, h, sorted(zip(cy, cx, edge, strict=True)), r, blur), 0.96)
    haze = fbm(w, h, 60, 40, 839, 4) - 0.5
    rgb = rgb * (1 + 0.16 * haze[..., None])
    rgb = shine(rgb, bump(x, y, 0.80, 0.35, 0.45, 0.40), "#ffe2b8", 0.12)
    rgb = shade(rgb, bump(x, y, 0.10, 1.0, 0.6, 0.5), 0.30)
    rgb = beacons(rgb, rng(841).random((46, 2)) * (1, 0.55) + (0, 0.42), 2.4, "#ffffff", 0.8)
    return finish(rgb.astype(np.float32), 831, 0.020, 0.35)


def _cubes(
    w: int, h: int, boxes: list[tuple[float, float, float]], r: np.random.Generator, blur: float
) -> Layer:
    """Cubes (y, x, size) with stepped faces, farthest first, as a layer."""
    scale = 0.5 if blur else 2
    image = Image.new("RGBA", (int(w * scale), int(h * scale)))
    d = ImageDraw.Draw(image)
    light = np.array((-0.35, -0.80, 0.50))
    for cy, cx, size in boxes:
        axes, _ = np.linalg.qr(r.normal(0, 1, (3, 3)))
        axes = axes * np.where(axes[:, 2] < 0, -1, 1)[:, None]  # the three faces towards us
        half = size * h * scale / 2
        centre = np.array((cx * w * scale, cy * h * scale))
        clear = 0.75 + 0.35 * r.random()
        for k in range(3):
            normal, u, v = axes[k], axes[(k + 1) % 3], axes[(k + 2) % 3]
            bright = (0.44 + 0.56 * float(normal @ light)) * clear
            for step in range(4):
                inset = 1 - step * 0.16 - 0.10 * (step > 0)
                deep = 1 - step * 0.055
                corners = [
                    normal * deep + (u * a + v * b) * inset
                    for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))
                ]
                flat = [tuple(centre + half * c[:2]) for c in corners]
                value = bright * (1 + (0.045, 0.0, 0.03, -0.03)[step]) + 0.04 * step * float(
                    normal[1] > 0
                )
                ink = np.array((1.0, 0.99, 0.97)) * value + np.array((0.06, 0.09, 0.14)) * clear
                rgb = tuple(int(c) for c in (ink.clip(0, 1) * 255))
                d.polygon(flat, fill=(*rgb, 255), outline=(*(min(255, c + 16) for c in rgb), 255))
    return layer(image, w, h, blur)
