"""Textures that several themes share: stars, blades and twigs, cells, ground in perspective.

Planes, pictures and places are those of `canvas`.
"""

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFilter

from .canvas import Area, Pen, Picture, Plane, colour, fbm, grid, mask, resized, rng

Points: TypeAlias = npt.NDArray[np.floating[Any]]  # (n, 2): x and y as fractions of the picture
Widths: TypeAlias = npt.NDArray[np.floating[Any]]  # (n,): half-widths as fractions of the height
Ink: TypeAlias = tuple[int, int, int]
Ribbon: TypeAlias = tuple[Points, Widths, Sequence[Ink]]
Tint: TypeAlias = Sequence[float] | npt.NDArray[np.floating[Any]]  # three numbers 0..1
Layer: TypeAlias = tuple[Picture, Plane]  # colours already multiplied by coverage; coverage


# --- blades, twigs, wires ------------------------------------------------------------------------


def bend(base: tuple[float, float], over: tuple[float, float], tip: tuple[float, float]) -> Points:
    """A quadratic curve of nine points from `base` to `tip`, drawn towards `over`."""
    t = np.linspace(0, 1, 9, dtype=np.float32)[:, None]
    a, b, c = (np.array(p, np.float32) for p in (base, over, tip))
    curve: Points = (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t**2 * c
    return curve


def outline(*corners: tuple[float, float]) -> Points:
    """A closed smooth line through the corners (Catmull-Rom), eight points for each."""
    p = np.array(corners, np.float32)
    before, after, next_ = np.roll(p, 1, 0), np.roll(p, -1, 0), np.roll(p, -2, 0)
    t = np.linspace(0, 1, 8, endpoint=False, dtype=np.float32)[None, :, None]
    a, b, c, d = (q[:, None, :] for q in (before, p, after, next_))
    line = b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))
    closed: Points = line.reshape(-1, 2)
    return closed


def shape(w: int, h: int, points: Points, r: float = 0.0, at: Area | None = None) -> Plane:
    """The area inside a closed line, as a mask with edges softened by `r` pixels."""

    def pen(d: ImageDraw.ImageDraw, wide: int, high: int) -> None:
        d.polygon((points * np.array((wide, high), np.float32)).ravel().tolist(), fill=255)

    return mask(w, h, pen, r, at)


def taper(width: float, n: int = 9, belly: float = 0.0) -> Widths:
    """Half-widths (fractions of the height) of a blade: full at its base, nothing at its tip.

    `belly` above 0 moves the widest place that far up the blade.
    """
    t = np.linspace(0, 1, n, dtype=np.float32)
    rise = (t / belly).clip(0.25, 1) if belly else np.ones_like(t)
    fall = ((1 - t) / (1 - belly)).clip(0, 1) ** 0.7
    half: Widths = np.float32(width / 2) * rise * fall
    return half


def inks(low: Tint, high: Tint, steps: int = 8) -> list[Ink]:
    """Colours along a ribbon, from two colours 0..1, for eight bits."""
    t = np.linspace(0, 1, steps)[:, None]
    mixed = (np.array(low) * (1 - t) + np.array(high) * t).clip(0, 1) * 255
    return [(int(r), int(g), int(b)) for r, g, b in mixed]


def ribbons(w: int, h: int, shapes: Iterable[Ribbon], blur: float = 0.0) -> Layer:
    """Draw ribbons in order (the last one on top); out of focus by `blur` pixels.

    The points count in fractions of (w, h); each stretch of a ribbon takes the next colour.
    """
    scale = 0.5 if blur >= 4 else 1 if blur >= 2 else 2
    image = Image.new("RGBA", (int(w * scale), int(h * scale)))
    draw = ImageDraw.Draw(image)
    size = np.array(image.size, np.float32)
    for points, half, colours in shapes:
        line = points * size
        along = np.gradient(line, axis=0)
        along /= np.hypot(along[:, :1], along[:, 1:]) + np.float32(1e-6)
        side = np.stack((-along[:, 1], along[:, 0]), axis=1) * (half * size[1])[:, None]
        left, right = line + side, line - side
        last = len(line) - 1
        for i, ink in enumerate(colours):
            a, b = last * i // len(colours), last * (i + 1) // len(colours)
            edge = np.concatenate((left[a : b + 1], right[a : b + 1][::-1]))
            draw.polygon(edge.ravel().tolist(), fill=(*ink, 255))
    return layer(image, w, h, blur)


def layer(image: Image.Image, w: int, h: int, blur: float = 0.0) -> Layer:
    """Opaque shapes drawn on nothing, at half, once or twice the size: as a layer of (w, h)."""
    if image.width > w:
        planes = [np.asarray(band.reduce(2), np.float32) for band in image.split()]
        stacked = np.stack(planes, axis=-1)
    else:
        soft = image.filter(ImageFilter.GaussianBlur(blur * image.width / w))
        bands = [band.resize((w, h), Image.Resampling.BILINEAR) for band in soft.split()]
        stacked = np.stack([np.asarray(band, np.float32) for band in bands], axis=-1)
    stacked /= np.float32(255)
    return stacked[..., :3], stacked[..., 3]


def lay(rgb: Picture, layer: Layer, strength: float = 1.0) -> Picture:
    """Put a layer on a picture."""
    colours, cover = layer
    laid: Picture = rgb * (1 - cover * np.float32(strength))[..., None] + colours * np.float32(
        strength
    )
    return laid


# --- stars ---------------------------------------------------------------------------------------


def stars(w: int, h: int, count: int, seed: int, where: Plane | None = None) -> Picture:
    """Points of light, few bright and many faint, from bluish to amber, on black.

    `where` (0..1, any size of plane of the same shape) makes them denser where it is high.
    """
    r = rng(seed)
    x, y = r.integers(2, w - 2, count), r.integers(2, h - 2, count)
    if where is not None:
        kept = r.random(count) < where[y, x]
        x, y = x[kept], y[kept]
    bright = (0.10 + 0.05 * r.pareto(1.5, len(x))).clip(0, 1.6).astype(np.float32)
    warmth = r.normal(0, 1, len(x)).astype(np.float32)[:, None]
    hue = np.array([1.0, 0.97, 0.95], np.float32) + warmth * np.array([0.08, 0, -0.10], np.float32)
    sky = np.zeros((h, w, 3), np.float32)
    for dx, dy, part in ((0, 0, 1.0), (1, 0, 0.42), (0, 1, 0.42), (-1, 0, 0.30), (0, -1, 0.30)):
        np.add.at(sky, (y + dy, x + dx), hue * bright[:, None] * np.float32(part))
    return sky


def beacons(
    rgb: Picture, places: npt.NDArray[np.float64], radius: float, code: str, strength: float = 1.0
) -> Picture:
    """Add small round lights at `places` (n, 2); `radius` in pixels, the first one brightest."""
    h, w = rgb.shape[:2]
    lit = rgb.copy()
    reach = int(radius * 3)
    for i, (px, py) in enumerate(places):
        cx, cy = px * w, py * h
        top, left = max(0, int(cy) - reach), max(0, int(cx) - reach)
        patch = lit[top : int(cy) + reach, left : int(cx) + reach]
        y = np.arange(patch.shape[0], dtype=np.float32)[:, None] + top - cy
        x = np.arange(patch.shape[1], dtype=np.float32)[None, :] + left - cx
        glow = np.exp(-(x * x + y * y) / radius**2) * strength * (1 - 0.7 * i / len(places))
        patch += (glow[..., None] * colour(code)).astype(np.float32)
    return lit


def lights(seed: int, count: int = 26, low: float = 0.62) -> Pen:
    """A pen for `mask`: discs out of focus above `low`, of several sizes and strengths."""

    def pen(d: ImageDraw.ImageDraw, w: int, h: int) -> None:
        for x, y, size in rng(seed).random((count, 3)):
            half, cx, cy = h * (0.008 + 0.026 * size**2), w * x, h * low * y
            d.ellipse([cx - half, cy - half, cx + half, cy + half], fill=round(120 + 130 * size))

    return pen


# --- cells and ground ----------------------------------------------------------------------------


def cells(w: int, h: int, across: float, seed: int) -> tuple[Plane, Plane, Plane]:
    """Cells about scattered seeds, `across` to the width: (nearest, second, identity).

    The first two are distances to the nearest and second nearest seed in cells; their
    difference is 0 on the borders. The identity is a random number 0..1 for each cell.
    """
    n = int(across)
    down = max(2, round(n * h / w))
    r = rng(seed)
    jitter = r.random((down + 3, n + 3, 3), dtype=np.float32)
    x = np.linspace(1, n + 1, w, endpoint=False, dtype=np.float32)[None, :]
    y = np.linspace(1, down + 1, h, endpoint=False, dtype=np.float32)[:, None]
    column, row = x.astype(np.int32), y.astype(np.int32)
    first = np.full((h, w), 9, np.float32)
    second, which = first.copy(), np.zeros((h, w), np.float32)
    for dy in (-1, 0, 1):
        for dx in (-1, 0, 1):
            point = jitter[row + dy, column + dx]
            away = np.hypot(
                column + dx + point[..., 0] - x, row + dy + point[..., 1] - y, dtype=np.float32
            )
            nearer = away < first
            second = np.where(nearer, first, np.minimum(second, away))
            which = np.where(nearer, point[..., 2], which)
            first = np.where(nearer, away, first)
    return first, second, which


def tile(fx: int, fy: int, seed: int, octaves: int = 4, gain: float = 0.55) -> Plane:
    """Noise on noise in 0..1 on a square whose edges meet: a texture for `tiled`."""
    size = 1024 if max(fx, fy) * 2 ** (octaves - 1) > 300 else 512
    total, weight, weights = np.zeros((size, size), np.float32), 1.0, 0.0
    for octave in range(octaves):
        columns, rows = fx * 2**octave, fy * 2**octave
        dots = rng(seed + octave * 17).random((rows, columns), dtype=np.float32)
        around = Image.fromarray(np.pad(dots, 3, "wrap"))
        inside = (3, 3, columns + 3, rows + 3)
        read = around.resize((size, size), Image.Resampling.BICUBIC, box=inside)
        total += np.float32(weight) * np.asarray(read, np.float32)
        weights += weight
        weight *= gain
    return (total / np.float32(weights)).clip(0, 1)


def tiled(texture: Plane, u: Plane, v: Plane) -> Plane:
    """Read a texture at (u, v), where 0..1 is once across it and whole numbers repeat it.

    Its sides must be powers of two, as those of `tile` are.
    """
    rows, columns = texture.shape[:2]
    far = np.float32(2**20)  # keeps the cast to whole numbers from rounding towards zero
    row = (v * np.float32(rows) + far).astype(np.int32) & (rows - 1)
    column = (u * np.float32(columns) + far).astype(np.int32) & (columns - 1)
    read: Plane = texture.ravel()[row * columns + column]
    return read


def ground(w: int, rows: int, vanish: float, near: float = 0.03) -> tuple[Plane, Plane]:
    """Coordinates of a plain seen from above it: (sideways, distance), for `rows` of pixels.

    The first row is the horizon. At the bottom of the picture one width is 1 sideways and the
    distance is about 1; at the horizon the distance is 1 / `near`.
    """
    t = np.linspace(0, 1, rows, dtype=np.float32)[:, None]
    away = 1 / (near + t * (1 - near))
    x = np.linspace(0, 1, w, dtype=np.float32)[None, :] - np.float32(vanish)
    return (x * away).astype(np.float32), np.repeat(away, w, axis=1)


def swell(across: Plane, away: Plane, seed: int, long: float = 2.6) -> Plane:
    """Waves on `ground` coordinates, about 0.5; `long` is a crest's length to its width.

    Three sizes of one texture, each faded out where it would be finer than a pixel.
    """
    chop = tile(14, round(14 * long), seed) - np.float32(0.5)
    waves = np.full_like(across, 0.5)
    for scale, weight in ((0.55, 0.55), (1.7, 0.45), (5.3, 0.32)):
        fade = weight / (1 + (away * (scale / 9)) ** 2)
        waves += fade * tiled(chop, across * scale, away * (2.2 * scale))
    return waves


def coarse(plane: Plane, w: int, h: int) -> Plane:
    """Enlarge a plane that was made on a smaller grid to spare time."""
    return resized(plane, w, h, Image.Resampling.BICUBIC)


def enlarged(rgb: Picture, w: int, h: int) -> Picture:
    """The same for a picture: what is out of focus may be drawn at half the size."""
    return np.stack([coarse(rgb[..., c], w, h) for c in range(3)], axis=-1)


def chance(seed: int, rows: Plane, columns: Plane) -> Plane:
    """A random number 0..1 for each brick or tile, by its course and its place in it."""
    table = rng(seed).random((512, 128), dtype=np.float32)
    picked: Plane = table[
        np.floor(rows).astype(np.int32) & 511, np.floor(columns).astype(np.int32) & 127
    ]
    return picked


def treeline(w: int, h: int, base: float, high: float, seed: int, across: float = 40) -> Plane:
    """A far edge of trees: 1 below a ragged line about `base` (fraction of the height)."""
    _, y = grid(w, h)
    ragged = fbm(w, 2, across, 1, seed, 5, 0.6)[0]
    slow = fbm(w, 2, 4, 1, seed + 5, 2)[0]
    line = base - high * (ragged * (0.4 + slow) - 0.35)
    return ((y - line[None, :]) * h + 0.5).clip(0, 1)
