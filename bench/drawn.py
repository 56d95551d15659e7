"""A picture that compresses as a photo does: detail of every size, edges, a sensor's noise."""

from typing import Final

import numpy as np
from PIL import Image, ImageDraw

_SHAPES: Final = 120


def photo_like(width: int, height: int, *, seed: int = 7) -> Image.Image:
    """The same picture for the same size and seed, always."""
    chance = np.random.default_rng(seed)
    down = np.linspace(0, 1, height, dtype=np.float32)[:, None, None]
    sky, ground = np.array([150, 165, 190]), np.array([95, 90, 70])
    pixels = (sky * (1 - down) + ground * down).astype(np.float32).repeat(width, axis=1)
    cells = 4
    while cells <= width:  # each layer twice as fine, and weaker, as in nature
        rows = max(2, cells * height // width)
        layer = chance.normal(0, 1, (rows, cells, 3)).astype(np.float32)
        layer = layer * 0.35 + layer.mean(axis=2, keepdims=True) * 0.9
        for band in range(3):
            flat = Image.fromarray(layer[:, :, band]).resize((width, height))
            pixels[:, :, band] += np.asarray(flat) * (55 / (cells / 4) ** 0.55)
        cells *= 2
    pixels += chance.normal(0, 2, (height, width, 1)).astype(np.float32)
    image = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
    draw = ImageDraw.Draw(image)
    for _ in range(_SHAPES):
        x, y = int(chance.integers(width)), int(chance.integers(height))
        wide = int(chance.integers(width // 200 + 1, width // 20 + 2))
        high = int(wide * chance.random() * 1.5) + 2
        colour = tuple(int(level) for level in chance.integers(20, 235, 3))
        shape = draw.ellipse if chance.random() < 0.5 else draw.rectangle
        shape((x, y, x + wide, y + high), fill=colour)
    return image
