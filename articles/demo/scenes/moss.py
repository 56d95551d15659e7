"""A cushion of moss, made of shoots that are drawn once and used many times."""

import numpy as np
from PIL import Image, ImageFilter

from .canvas import (
    Picture,
    Plane,
    blend,
    bump,
    fbm,
    finish,
    grid,
    mask,
    over,
    ramp,
    rng,
    shine,
    tone,
)
from .registry import scene
from .texture import Ribbon, bend, inks, lay, lights, ribbons, taper


@scene("moss")
def moss(w: int, h: int) -> Image.Image:
    """A cushion of moss close up, with drops of rain in it."""
    x, y = grid(w, h)
    lum = 0.22 + 0.46 * bump(x, y, 0.28, 0.05, 0.5, 0.45) + 0.25 * (fbm(w, h, 4, 3, 901, 3) - 0.5)
    rgb = tone(lum, (0, "#0a100b"), (0.3, "#2a3a26"), (0.6, "#75885a"), (1, "#dfe2b8"))
    rgb = shine(rgb, mask(w, h, lights(903)), "#e6eebb", 0.14)
    shoots = [_shoot(h, 905 + k) for k in range(8)]
    for seed, count, blur, top, size, dim in (
        (911, 420, 9, 0.36, 0.34, 0.60),
        (913, 1600, 0, 0.50, 0.54, 1.0),
        (917, 120, 13, 1.00, 1.2, 0.80),
    ):
        crest = top - 0.15 * np.exp(-(((x - 0.62) / 0.25) ** 2)) + 0.03 * np.sin(x * 9 + top * 20)
        rgb = over(rgb, ramp(y - crest, 0.0, 0.05 + blur * 0.006), "#131d0a")
        if not blur:
            rgb = lay(rgb, ribbons(w, h, _capsules(crest[0])))
        near = 2 if blur else 1  # what is out of focus is drawn at half the size
        measure = count, size / near, dim
        cushion = _cushion(w // near, h // near, shoots, crest[0, ::near], rng(seed), measure)
        cushion = cushion.filter(ImageFilter.GaussianBlur(blur / near)).resize((w, h))
        part = np.asarray(cushion, np.float32) / np.float32(255)
        rgb = blend(rgb, part[..., 3], part[..., :3])
    rgb = rgb * (0.80 + 0.55 * bump(x, y, 0.52, 0.45, 0.42, 0.30))[..., None]
    return finish(_drops(rgb, rng(919)), 901, 0.020, 0.40)


def _cushion(
    w: int,
    h: int,
    shoots: list[Image.Image],
    crest: Plane,
    r: np.random.Generator,
    measure: tuple[int, float, float],
) -> Image.Image:
    """Shoots from the crest down to the bottom; `measure` is their count, size, brightness."""
    count, size, dim = measure
    layer = Image.new("RGBA", (w, h))
    lumps = fbm(64, 64, 7, 6, 921, 3)
    kept: dict[tuple[int, int, int], Image.Image] = {}
    for t in np.sort(r.random(count) ** 1.15):
        px = r.random() * 0.999
        py = crest[int(px * w)] + (1.06 - crest[int(px * w)]) * t
        bright = 0.50 + 0.42 * np.exp(-t / 0.12) + 1.1 * (lumps[int(t * 63), int(px * 63)] - 0.5)
        steps = int((bright + 0.35 * r.random()).clip(0.2, 1.3) * 6)
        wide = int(3 + 1.5 * r.random() + 8.5 * t) * 4
        key = (int(r.integers(len(shoots))), wide, steps)
        if key not in kept:
            side = max(8, int(wide / 30 * size * shoots[0].width))
            sprite = shoots[key[0]].resize((side, side), Image.Resampling.BILINEAR)
            dimmed = [min(255, int(v * steps / 6 * dim)) for v in range(256)]
            kept[key] = sprite.point(dimmed * 3 + list(range(256)))  # the fourth is alpha
        sprite = kept[key]
        at = int(px * w) - sprite.width // 2, int(py * h) - sprite.height // 2
        layer.paste(sprite, at, sprite)
    return layer


def _capsules(crest: Plane) -> list[Ribbon]:
    """Spore capsules on thin red stalks above the moss."""
    r = rng(923)
    stems: list[Ribbon] = []
    for _ in range(46):
        px = 0.30 + 0.6 * r.random()
        foot = float(crest[int(px * len(crest))]) + 0.03 + 0.05 * r.random()
        tall = 0.09 + 0.09 * r.random()
        lean = r.normal(0.012, 0.012)
        line = bend((px, foot), (px - lean * 0.3, foot - tall * 0.6), (px + lean, foot - tall))
        stems.append(
            (line, np.full(9, 0.0011, np.float32), inks((0.26, 0.16, 0.05), (0.62, 0.36, 0.14), 8))
        )
        end = px + lean, foot - tall
        head = bend(end, (end[0] + 0.004, end[1] - 0.014), (end[0] + 0.010, end[1] - 0.018))
        stems.append(
            (head, taper(0.013, belly=0.45), inks((0.50, 0.34, 0.12), (0.80, 0.66, 0.30), 6))
        )
    return stems


def _drops(rgb: Picture, r: np.random.Generator) -> Picture:
    """Clear drops: dark above, bright below where they gather the light, one glint each."""
    h, w = rgb.shape[:2]
    for px, py, size in r.random((30, 3)):
        radius = max(2, int(h * (0.006 + 0.013 * size**2)))
        cx, cy = int(w * (0.12 + 0.76 * px)), int(h * (0.46 + 0.30 * py))
        v, u = np.mgrid[-radius : radius + 1, -radius : radius + 1].astype(np.float32) / radius
        patch = rgb[cy - radius : cy + radius + 1, cx - radius : cx + radius + 1]
        round_ = np.hypot(u, v)
        inside = ((1 - round_) * radius).clip(0, 1)
        lum = 0.20 + 0.42 * (v + 0.3 * u).clip(-0.3, 1) * round_ + 0.10 * (1 - round_)
        glass = tone(lum, (0, "#0c1507"), (0.3, "#486422"), (0.6, "#b5cf6c"), (1, "#fbffe2"))
        glint = bump(u, v, -0.32, -0.42, 0.17, 0.14)
        patch[:] = shine(blend(patch, inside * 0.92, glass), glint * inside, "#ffffff", 0.95)
    return rgb


def _shoot(h: int, seed: int) -> Image.Image:
    """One shoot seen from above: narrow leaves round a bright heart, as a square sprite."""
    r = rng(seed)
    n = int(h * 0.13)
    leaves: list[Ribbon] = []
    for ring, count in ((0.47, 9), (0.36, 8), (0.22, 6)):
        for k in range(count):
            a = 2 * np.pi * (k + r.random() * 0.7) / count
            reach = ring * (0.8 + 0.3 * r.random())
            tip = (0.5 + np.cos(a) * reach, 0.5 + np.sin(a) * reach * 0.92)
            curl = (0.5 + np.cos(a + 0.3) * reach * 0.6, 0.5 + np.sin(a + 0.3) * reach * 0.5 - 0.05)
            fresh = 0.55 + 0.9 * (0.5 - ring) + 0.22 * r.random() - 0.14 * np.sin(a)
            low, high = np.array((0.20, 0.32, 0.06)) * fresh, np.array((0.70, 0.84, 0.28)) * fresh
            leaves.append(
                (bend((0.5, 0.5), curl, tip), taper(0.105, belly=0.45), inks(low, high, 6))
            )
    colours, cover = ribbons(n, n, leaves)
    safe = colours / np.maximum(cover, 1 / 255)[..., None]
    rgba = np.concatenate((safe, cover[..., None]), axis=-1)
    return Image.fromarray((rgba.clip(0, 1) * 255).astype(np.uint8), "RGBA")
