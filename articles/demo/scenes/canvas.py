"""Brushes for the demo's photographs: light and texture as arrays of floating point numbers.

A *plane* is float32 of shape (height, width), usually 0..1: a mask, a height, a luminance.
A *picture* is float32 of shape (height, width, 3), linear mixes of sRGB values in 0..1.
Sizes are given as (w, h) in pixels, as Pillow does; places as fractions of width and height.
Everything is drawn from fixed seeds, so a scene is the same picture on every machine.
"""

import functools
from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFilter

Plane: TypeAlias = npt.NDArray[np.floating[Any]]  # float32, though NumPy's stubs lose sight of it
Picture: TypeAlias = npt.NDArray[np.floating[Any]]
Pen: TypeAlias = Callable[[ImageDraw.ImageDraw, int, int], object]
Stop: TypeAlias = tuple[float, str]
Area: TypeAlias = tuple[slice, slice]  # rows, columns: rgb[area] is a view of that part

LEVELS = 4096  # steps of a tone curve; far finer than the eight bits that are kept


def rng(seed: int) -> np.random.Generator:
    return np.random.default_rng(seed)


# --- planes: coordinates, noise, blur ----------------------------------------------------------


def grid(w: int, h: int) -> tuple[Plane, Plane]:
    """Coordinates 0..1 of every pixel, as two planes (x, y)."""
    x = np.arange(w, dtype=np.float32) / np.float32(w)
    y = np.arange(h, dtype=np.float32) / np.float32(h)
    return np.tile(x, (h, 1)), np.repeat(y[:, None], w, axis=1)


def area(w: int, h: int, x0: float, y0: float, x1: float, y1: float) -> Area:
    """The part of a picture between two corners given in fractions, to paint only there."""
    rows = slice(max(0, int(h * y0)), min(h, int(h * y1) + 1))
    return rows, slice(max(0, int(w * x0)), min(w, int(w * x1) + 1))


def resized(plane: Plane, w: int, h: int, how: Image.Resampling) -> Plane:
    if plane.shape == (h, w):
        return plane
    image = Image.fromarray(np.ascontiguousarray(plane, np.float32))
    return np.array(image.resize((w, h), how), np.float32)


def enlarged(small: Picture, w: int, h: int) -> Picture:
    """A picture at another size, smooth between its pixels."""
    planes = [resized(small[..., c], w, h, Image.Resampling.BICUBIC) for c in range(3)]
    return np.stack(planes, axis=-1)


def noise(w: int, h: int, fx: float, fy: float, seed: int) -> Plane:
    """Smooth noise in 0..1 with about `fx` by `fy` features across the plane."""
    cells = rng(seed).random((max(2, int(fy) + 2), max(2, int(fx) + 2)), dtype=np.float32)
    return resized(cells, w, h, Image.Resampling.BICUBIC).clip(0, 1)


def fbm(
    w: int, h: int, fx: float, fy: float, seed: int, octaves: int = 5, gain: float = 0.5
) -> Plane:
    """Noise on noise in 0..1: each octave has twice the features and `gain` times the weight.

    Summed on the smallest grid that still holds the finest octave, then enlarged once.
    """
    finest = 2 ** (octaves - 1)
    small_w, small_h = min(w, int(fx * finest * 3) + 8), min(h, int(fy * finest * 3) + 8)
    total, weight, weights = np.zeros((small_h, small_w), np.float32), 1.0, 0.0
    for octave in range(octaves):
        scale = 2**octave
        total += weight * noise(small_w, small_h, fx * scale, fy * scale, seed + octave * 17)
        weights += weight
        weight *= gain
    return resized(total / np.float32(weights), w, h, Image.Resampling.BICUBIC)


def _box(a: Plane, k: int, axis: int) -> Plane:
    """Running mean of 2k+1 values along one axis; the edge value is repeated outside."""
    n = a.shape[axis]
    wide = np.pad(a, [(k, k) if i == axis else (0, 0) for i in range(a.ndim)], "edge")
    window = [slice(None)] * a.ndim
    mean = np.zeros_like(a)
    for i in range(2 * k + 1):
        window[axis] = slice(i, n + i)
        mean += wide[tuple(window)]
    mean /= np.float32(2 * k + 1)
    return mean


def soften(a: Plane, r: float) -> Plane:
    """Blur a plane or a picture: close to a Gaussian with a standard deviation of `r` pixels.

    Three box blurs make a good Gaussian; a wide one is made on a reduced copy.
    """
    if a.ndim == 3:
        return np.stack([soften(a[..., c], r) for c in range(a.shape[2])], axis=-1)
    h, w = a.shape
    shrink = max(1, int(r / 1.5))
    small = resized(a, max(2, w // shrink), max(2, h // shrink), Image.Resampling.BOX)
    k = max(1, round(r / shrink))
    for axis in (0, 1):
        for _ in range(3):
            small = _box(small, k, axis)
    return resized(small, w, h, Image.Resampling.BICUBIC)


def bump(x: Plane, y: Plane, cx: float, cy: float, rx: float, ry: float) -> Plane:
    """A soft spot: 1 at (cx, cy), falling to 1/e at the distances rx and ry."""
    return np.exp(-(((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2)).astype(np.float32)


def ramp(a: Plane, low: float, high: float) -> Plane:
    """0 below `low`, 1 above `high` (the other way round if low > high), smooth between."""
    t = ((a - low) / (high - low)).clip(0, 1)
    smooth: Plane = t * t * (3 - 2 * t)
    return smooth


def distance(x: Plane, y: Plane, cx: float, cy: float, aspect: float = 1.0) -> Plane:
    """Distance to (cx, cy) in widths; `aspect` is height / width of the picture."""
    return np.sqrt((x - cx) ** 2 + ((y - cy) * aspect) ** 2).astype(np.float32)


def warp(a: Plane, dx: Plane, dy: Plane) -> Plane:
    """Read a plane (or picture) at points moved by dx, dy (fractions of width and height).

    Beyond its edges it is continued by its mirror image.
    """
    h, w = a.shape[:2]
    column = _mirrored(np.arange(w, dtype=np.float32)[None, :] + dx * w, w)
    row = _mirrored(np.arange(h, dtype=np.float32)[:, None] + dy * h, h)
    moved: Plane = a[row, column]
    return moved


def _mirrored(place: Plane, n: int) -> npt.NDArray[np.int32]:
    last = np.float32(n - 1)
    return (last - np.abs(last - np.abs(place))).clip(0, last).astype(np.int32)


def relief(height: Plane, angle: float, steep: float = 1.0) -> Plane:
    """How much each point of a height field turns to light from `angle` (radians; 0 is right,
    -pi/2 is above).

    Around 0: positive on the lit slopes, negative on those that lie in shade. `height` counts
    in pixels, so a slope of 45 degrees gives about `steep`.
    """
    lit = np.zeros_like(height)
    lit[:, 1:] -= np.diff(height, axis=1) * np.float32(np.cos(angle) * steep)
    lit[1:] -= np.diff(height, axis=0) * np.float32(np.sin(angle) * steep)
    return lit


def mask(w: int, h: int, pen: Pen, r: float = 0, at: Area | None = None) -> Plane:
    """Draw shapes with Pillow; returns 0..1. `pen(draw, W, H)` gets the size it draws at.

    Drawn at twice the size for clean edges, unless a blur of `r` pixels hides them anyway.
    With `at` only that part of the mask is made and returned.
    """
    scale = 1 if r >= 3 else 2
    image = Image.new("L", (w * scale, h * scale))
    pen(ImageDraw.Draw(image), w * scale, h * scale)
    if at:
        rows, columns = at
        box = columns.start, rows.start, columns.stop, rows.stop
        image = image.crop(tuple(edge * scale for edge in box))
    if scale > 1:
        image = image.reduce(scale)
    if r:
        image = image.filter(ImageFilter.GaussianBlur(r))
    return np.asarray(image, np.float32) / np.float32(255)


def rounded(w: int, h: int, pen: Pen, r: float, edge: float = 1.0, at: Area | None = None) -> Plane:
    """A mask whose corners and joints are rounded to about `r` pixels: limbs, cloth, dough.

    Angular shapes are blurred and cut again at the half; `edge` is the softness of that cut.
    """
    shape = mask(w, h, pen, max(3.0, r), at)
    half = min(0.5, edge / max(3.0, r))
    return ramp(shape, 0.5 - half, 0.5 + half)


# --- pictures: colour, layers, water, the last pass ---------------------------------------------


@functools.lru_cache(maxsize=512)
def _rgb(code: str) -> tuple[float, ...]:
    return tuple(int(code[i : i + 2], 16) / 255 for i in (1, 3, 5))


def colour(code: str) -> npt.NDArray[np.float32]:
    """'#rrggbb' as three numbers 0..1."""
    return np.array(_rgb(code), np.float32)


def tone(lum: Plane, *stops: Stop) -> Picture:
    """Map luminance to colour; stops are (luminance, '#rrggbb') in rising order."""
    steps = np.linspace(0, 1, LEVELS, dtype=np.float32)
    places = [place for place, _ in stops]
    colours = np.array([_rgb(code) for _, code in stops], np.float32)
    curve = np.stack([np.interp(steps, places, colours[:, c]) for c in range(3)], axis=-1)
    index = (lum * (LEVELS - 1)).clip(0, LEVELS - 1).astype(np.int32)
    return np.take(curve.astype(np.float32), index, axis=0)


def flat(w: int, h: int, code: str) -> Picture:
    """One colour all over."""
    return np.tile(colour(code), (h, w, 1))


def blend(under: Picture, m: Plane, above: Picture) -> Picture:
    """Lay one picture over another where `m` is 1."""
    mixed = above - under
    mixed *= m[..., None]
    mixed += under
    return mixed


def over(rgb: Picture, m: Plane, code: str) -> Picture:
    """Paint one colour where `m` is 1."""
    return blend(rgb, m, colour(code))


def shine(rgb: Picture, m: Plane, code: str, strength: float = 1.0) -> Picture:
    """Add light of one colour (glow, highlights)."""
    lit: Picture = rgb + m[..., None] * (colour(code) * np.float32(strength))
    return lit


def shade(rgb: Picture, m: Plane, strength: float = 1.0) -> Picture:
    """Take light away, as a shadow does: full `strength` where `m` is 1."""
    darker: Picture = rgb * (1 - m[..., None] * np.float32(strength))
    return darker


def bloom(rgb: Picture, r: float, strength: float = 0.3, above: float = 0.7) -> Picture:
    """Let what is brighter than `above` spill over its surroundings, as in a real lens."""
    h, w = rgb.shape[:2]
    step = max(1, int(r / 4))  # light this soft needs few pixels
    spill = soften((rgb[::step, ::step] - np.float32(above)).clip(0, 1), r / step)
    spill *= np.float32(strength / max(0.05, 1 - above))
    lit: Picture = rgb + enlarged(spill, w, h)
    return lit


def water(w: int, h: int, seed: int, sharp: float = 1.0) -> Plane:
    """A field of waves about 0.5, small at the top (far away), large at the bottom (near).

    `sharp` below 1 leaves out the finest chop: a calmer or more distant sea.
    """
    rows = np.linspace(0, 1, h, dtype=np.float32)
    depth = 1 / (0.02 + rows)
    near = (np.log(0.02 + rows) - np.log(0.02)) / (np.log(1.02) - np.log(0.02))
    row = (near * 1000).astype(np.int32)
    across = np.linspace(-0.5, 0.5, w, dtype=np.float32)[None, :]
    across = across * (0.25 + depth[:, None] / depth.max() * 2.2)
    column = ((across + 1.5) % 1 * 1023).astype(np.int32)
    texture = np.zeros((1024, 1024), np.float32)
    layers = [(7, 90, 0.5), (15, 170, 0.3), (34, 320, 0.2 * sharp)]
    for i, (fx, fy, weight) in enumerate(layers):
        texture += np.float32(weight) * fbm(1024, 1024, fx, fy, seed + i, 3)
    waves: Plane = texture[row[:, None], column] + np.float32(0.1 * (1 - sharp))
    return waves


def finish(
    rgb: Picture, seed: int, grain: float = 0.022, vignette: float = 0.28, lift: float = 0.0
) -> Image.Image:
    """The last pass: darker corners, film grain, blacks raised by `lift`; then eight bits.

    Grain is coarser than a pixel and strongest in the middle tones, as on film.
    """
    h, w = rgb.shape[:2]
    x, y = grid(w, h)
    fall = 1 - np.float32(vignette * 1.7) * ((x - 0.5) ** 2 + (y - 0.5) ** 2)
    film = rng(seed + 99).standard_normal((h // 2, w // 2), dtype=np.float32)
    film = resized(film, w, h, Image.Resampling.BILINEAR)
    brightness = (rgb[..., 0] + rgb[..., 1] + rgb[..., 2]) / np.float32(3)
    film *= np.float32(grain) * (1 - np.float32(0.65) * np.abs(brightness * 2 - 1).clip(0, 1))
    done = rgb * (fall * np.float32(255 * (1 - lift)))[..., None]
    done += (film * np.float32(255 * (1 - lift)) + np.float32(255 * lift + 0.5))[..., None]
    np.clip(done, 0, 255, out=done)
    return Image.fromarray(done.astype(np.uint8))
