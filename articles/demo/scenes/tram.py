"""A tram at dusk, in the street of `tramway`."""

import numpy as np
from PIL import Image, ImageDraw

from .canvas import (
    Area,
    Picture,
    Plane,
    area,
    blend,
    bloom,
    bump,
    fbm,
    finish,
    grid,
    mask,
    over,
    ramp,
    rng,
    shade,
    shine,
    tone,
)
from .registry import scene
from .texture import outline, shape
from .tramway import glow, housefronts, street_lamps, wet_road


@scene("tram")
def tram(w: int, h: int) -> Image.Image:
    """A tram coming towards us through a wet street at dusk, its lamps lit."""
    x, y = grid(w, h)
    vx, hz = 0.56, 0.46
    rgb, walls = housefronts(w, h, vx, hz, 1151)
    top = int(h * hz)
    rows = h - top
    t = np.linspace(0, 1, rows, dtype=np.float32)[:, None]
    lamps = bump(x[:rows], x[:rows], 0.335, 0.335, 0.060, 9) + bump(
        x[:rows], x[:rows], 0.500, 0.500, 0.060, 9
    )
    light = 0.60 * lamps * ramp(t, 0.50, 0.66) + 0.45 * np.exp(-(((x[:rows] - vx) / 0.16) ** 2)) * (
        1 - t
    )
    light = light + 0.14
    road = wet_road(w, rows, vx, (-0.255, 0.34), 0.0, light)
    rgb[top:] = blend(road, walls[top:], rgb[top:])
    rgb = glow(rgb, street_lamps(vx, hz, 1153), hz)
    rgb = over(rgb, bump(x, y, vx, hz, 0.25, 0.05) * 0.45, "#9d8c90")
    rgb = over(rgb, mask(w, h, _wires), "#0c0f1a")
    there = area(w, h, 0.24, 0.12, 0.64, 0.88)
    rgb[there] = _car(rgb[there], w, h, there)
    there = area(w, h, 0.20, 0.18, 0.62, 1.0)
    for px in (0.335, 0.485):
        xx, yy = x[there], y[there]
        rgb[there] = shine(rgb[there], bump(xx, yy, px, 0.700, 0.060, 0.090), "#ffdca0", 0.26)
        rgb[there] = shine(rgb[there], bump(xx, yy, px, 0.93, 0.022, 0.14), "#ffdca0", 0.30)
    rgb[there] = bloom(rgb[there], 22, 0.30, 0.75)
    return finish(rgb, 1151, 0.024, 0.38)


def _car(rgb: Picture, w: int, h: int, there: Area) -> Picture:
    """The tram: its side running back to the right, its front, glass and lamps."""
    x, y = (plane[there] for plane in grid(w, h))
    size = x.shape[1], x.shape[0]
    side = mask(w, h, _side, at=there)
    front = shape(w, h, FRONT, at=there)
    under = mask(w, h, _below, 5, there)
    rgb = shade(rgb, under, 0.9)
    rgb = shade(rgb, bump(x, y, 0.415, 0.83, 0.16, 0.035), 0.75)
    worn = fbm(*size, 4, 6, 1163, 4) - 0.5
    lum = 0.30 - 0.18 * ramp(x, 0.52, 0.60) + 0.1 * worn
    rgb = blend(rgb, side, _livery(lum, ramp(y, 0.60, 0.602) * 1.0))
    rgb = blend(
        rgb,
        mask(w, h, _side_windows, at=there),
        tone(0.72 - 3.0 * (x - 0.53) + 0.8 * worn - 0.8 * (y - 0.45).clip(0), *WARM),
    )
    turn = np.abs((x - 0.408) / 0.125)
    lum = (
        0.43
        - 0.24 * turn**3
        - 0.30 * (y - 0.5)
        + 0.14 * worn
        + 0.16 * np.exp(-(((y - 0.215) / 0.03) ** 2))
    )
    rgb = blend(rgb, front, _livery(lum, ramp(y, 0.600, 0.603)))
    rgb = over(rgb, front * np.exp(-(((y - 0.601) / 0.003) ** 2)) * 0.8, "#d8d2c0")
    rgb = over(rgb, mask(w, h, _seams, at=there) * front, "#14161c")
    glass = shape(w, h, GLASS, 0.7, there)
    seats = fbm(*size, 8, 5, 1169, 3)
    inside = 0.10 + 0.40 * ramp(y, 0.33, 0.39) * ramp(y, 0.53, 0.42) * (0.25 + seats)
    inside += 0.55 * np.exp(-(((y - 0.352) / 0.012) ** 2)) * ramp(np.abs(x - 0.408), 0.075, 0.055)
    inside *= 1 - 0.55 * ramp(np.abs(x - 0.408), 0.05, 0.11)
    rgb = blend(rgb, glass, tone(inside, *WARM))
    sheen = ramp(x + 0.35 * y, 0.555, 0.50) * ramp(x + 0.35 * y, 0.44, 0.47)
    rgb = shine(rgb, glass * (0.16 * ramp(y, 0.52, 0.32) + 0.16 * sheen), "#7f93c0")
    rgb = over(rgb, mask(w, h, _driver, 2.5, there) * glass * 0.80, "#0b0b10")
    rgb = over(rgb, mask(w, h, _wiper, at=there) * glass, "#0b0c10")
    sign = mask(w, h, _sign, at=there)
    rgb = shine(over(rgb, shape(w, h, SIGN_BOX, at=there), "#0d0c0d"), sign, "#ffae3b", 1.0)
    for px in (0.335, 0.485):
        rgb = over(rgb, bump(x, y, px, 0.700, 0.022, 0.033) ** 2, "#2c2b2c")
        rgb = shine(rgb, bump(x, y, px, 0.700, 0.0105, 0.0158), "#fff2d2", 1.5)
    return rgb


def _side(d: ImageDraw.ImageDraw, w: int, h: int) -> None:
    _polygon(d, w, h, (0.500, 0.203), (0.600, 0.352), (0.600, 0.535), (0.525, 0.775))


def _below(d: ImageDraw.ImageDraw, w: int, h: int) -> None:
    _polygon(d, w, h, (0.285, 0.79), (0.30, 0.835), (0.60, 0.575), (0.605, 0.53))


WARM = ((0, "#0a0b12"), (0.25, "#2c2a30"), (0.5, "#8d6a3f"), (0.75, "#e2b165"), (1, "#fff0c4"))


FRONT = outline(
    (0.288, 0.300), (0.302, 0.215), (0.345, 0.198), (0.408, 0.195), (0.470, 0.198), (0.512, 0.215), (0.527, 0.300),
    (0.531, 0.500), (0.529, 0.700), (0.522, 0.775), (0.480, 0.798), (0.408, 0.803), (0.336, 0.798), (0.294, 0.775),
    (0.286, 0.700), (0.284, 0.500),
)  # fmt: skip


GLASS = outline(
    (0.300, 0.345), (0.312, 0.318), (0.360, 0.312), (0.408, 0.311), (0.456, 0.312), (0.503, 0.318), (0.515, 0.345),
    (0.518, 0.450), (0.513, 0.560), (0.500, 0.575), (0.408, 0.580), (0.315, 0.575), (0.302, 0.560), (0.297, 0.450),
)  # fmt: skip


SIGN_BOX = outline(
    (0.340, 0.240), (0.345, 0.232), (0.408, 0.230), (0.470, 0.232), (0.476, 0.240), (0.476, 0.284), (0.470, 0.290),
    (0.408, 0.291), (0.345, 0.290), (0.340, 0.284),
)  # fmt: skip


def _livery(lum: Plane, low: Plane) -> Picture:
    """Cream above, deep red below, under a blue evening sky."""
    cream = tone(lum, (0, "#14161f"), (0.35, "#5c5a5c"), (0.6, "#a99f8c"), (1, "#f0e6cc"))
    red = tone(lum, (0, "#12090c"), (0.35, "#4f141a"), (0.6, "#8c2426"), (1, "#e07a62"))
    return blend(cream, low, red)


def _polygon(
    d: ImageDraw.ImageDraw, w: int, h: int, *places: tuple[float, float], fill: int = 255
) -> None:
    d.polygon([(w * px, h * py) for px, py in places], fill=fill)


def _side_windows(d: ImageDraw.ImageDraw, w: int, h: int) -> None:
    """Five windows in the side, drawn together by the distance."""
    for a, b in ((0.531, 0.545), (0.548, 0.560), (0.563, 0.573), (0.576, 0.584), (0.587, 0.594)):

        def at(px: float, low: bool) -> tuple[float, float]:
            part = (px - 0.525) / 0.075
            return px, (0.575 - 0.103 * part) if low else (0.325 + 0.068 * part)

        _polygon(d, w, h, at(a, False), at(b, False), at(b, True), at(a, True))


def _sign(d: ImageDraw.ImageDraw, w: int, h: int) -> None:
    """A line number and a name in dots, too far away to be read."""
    r = rng(1171)
    for column in range(46):
        gap = column in (8, 9, 10, 11, 17, 23, 24, 29, 35, 40)
        for row in range(9):
            big = column < 8
            if gap or r.random() < (0.38 if big else 0.45) or (not big and row in (0, 8)):
                continue
            px, py = w * (0.350 + 0.00262 * column), h * (0.2415 + 0.0046 * row)
            d.rectangle([px, py, px + w * 0.0015, py + h * 0.0025], fill=230)


def _seams(d: ImageDraw.ImageDraw, w: int, h: int) -> None:
    d.line([(w * 0.29, h * 0.300), (w * 0.526, h * 0.300)], fill=150, width=max(1, h // 500))
    d.line([(w * 0.29, h * 0.752), (w * 0.526, h * 0.752)], fill=200, width=max(1, h // 350))
    d.rectangle([w * 0.375, h * 0.757, w * 0.441, h * 0.790], fill=210)
    d.line([(w * 0.408, h * 0.300), (w * 0.408, h * 0.200)], fill=60, width=1)


def _driver(d: ImageDraw.ImageDraw, w: int, h: int) -> None:
    d.ellipse([w * 0.3535, h * 0.446, w * 0.3705, h * 0.482], fill=255)
    d.polygon(
        [
            (w * px, h * py)
            for px, py in (
                (0.357, 0.476),
                (0.367, 0.476),
                (0.372, 0.490),
                (0.386, 0.500),
                (0.393, 0.56),
                (0.331, 0.56),
                (0.338, 0.500),
                (0.352, 0.490),
            )
        ],
        fill=255,
    )
    for px in (0.300, 0.404, 0.507):
        d.rectangle([w * (px - 0.003), h * 0.31, w * (px + 0.003), h * 0.58], fill=120)
    d.rectangle([w * 0.29, h * 0.548, w * 0.53, h * 0.60], fill=255)


def _wiper(d: ImageDraw.ImageDraw, w: int, h: int) -> None:
    d.line([(w * 0.415, h * 0.578), (w * 0.452, h * 0.405)], fill=255, width=max(2, w // 500))
    d.line([(w * 0.447, h * 0.470), (w * 0.459, h * 0.360)], fill=255, width=max(2, w // 420))


def _wires(d: ImageDraw.ImageDraw, w: int, h: int) -> None:
    """The pantograph and the wire that it runs under, and span wires across the street."""
    for ends in (
        ((0.34, -0.02), (0.452, 0.149)),
        ((0.80, -0.02), (0.572, 0.36)),
        ((-0.02, 0.06), (0.40, 0.085)),
        ((0.40, 0.085), (1.02, 0.02)),
    ):
        d.line([(w * px, h * py) for px, py in ends], fill=215, width=max(1, w // 700))
    _polygon(d, w, h, (0.355, 0.200), (0.362, 0.180), (0.420, 0.179), (0.426, 0.200))
    for ends in (
        ((0.43, 0.197), (0.452, 0.150)),
        ((0.475, 0.197), (0.452, 0.150)),
        ((0.425, 0.147), (0.479, 0.149)),
    ):
        d.line([(w * px, h * py) for px, py in ends], fill=255, width=max(2, w // 450))
