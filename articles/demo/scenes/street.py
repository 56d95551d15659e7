"""A tram street at dusk: the tram that comes, and the rails alone."""

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

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
    soften,
    tone,
)
from .registry import scene
from .texture import coarse, enlarged, ground, outline, shape, tile, tiled

BLUE_HOUR = ((0, "#0d1224"), (0.25, "#25304f"), (0.5, "#566486"), (0.75, "#b39c9a"), (1, "#f6d2a2"))
STONE = ((0, "#07080b"), (0.25, "#1e232c"), (0.5, "#4a5260"), (0.75, "#8f949c"), (1, "#e9e2d6"))


EYE = 0.30  # how far the camera is above the street, in the walls' own measure


def _street(w: int, h: int, vx: float, hz: float, seed: int) -> tuple[Picture, Plane]:
    """Housefronts on both sides of a street that runs to (vx, hz), out of focus; their mask."""
    full, w, h = (w, h), w // 2, h // 2  # out of focus: half the size is enough
    x, y = grid(w, h)
    sky = tone(
        0.30 + 0.62 * (y / hz).clip(0, 1) ** 1.6 + 0.2 * (fbm(w, h, 3, 6, seed, 4) - 0.5),
        *BLUE_HOUR,
    )
    near = np.abs(x - vx) - 0.045 + 0.02 * (x > vx)
    left = x < vx
    deep = 1 / near.clip(0.012)
    up = (hz - y) * deep  # height on the wall: 0 at the horizon
    r = rng(seed + 1)
    house = np.floor(np.log(near.clip(0.012)) * 2.6 + 40).astype(np.int32) + 50 * left
    eave = 1.10 + 0.35 * r.random(200, dtype=np.float32)[house]
    wall = ramp(near, 0.0, 0.006) * ramp(up, eave, eave - 0.02) * ramp(up, -EYE - 0.01, -EYE)
    tint = r.random(200, dtype=np.float32)[house]
    u, v = np.log(near.clip(0.012)) * 11, up * 5.2
    pane = (
        ramp(np.abs(u % 1 - 0.5), 0.26, 0.22) * ramp(np.abs(v % 1 - 0.5), 0.34, 0.30) * (up > 0.12)
    )
    number = (
        np.floor(u).astype(np.int32) * 31 + np.floor(v).astype(np.int32) * 57 + 91 * left
    ) % 997
    lit = r.random(997, dtype=np.float32)[number]
    shop = ramp(up, 0.06, 0.03) * ramp(up, -0.20, -0.17) * ramp(tint, 0.3, 0.5)
    shop *= 0.35 + 0.65 * ramp(np.abs(u * 0.5 % 1 - 0.5), 0.44, 0.40)
    lum = 0.16 + 0.16 * tint + 0.10 * (1 - up) - 0.10 * left
    front = tone(lum, (0, "#0f1220"), (0.3, "#35364a"), (0.6, "#77706f"), (1, "#c9b7a0"))
    front = over(front, pane * 0.6, "#141a2b")
    front = shine(front, pane * ramp(lit, 0.66, 0.70) * (0.5 + lit) + shop * 0.8, "#ffb765", 0.75)
    street = soften(blend(sky, wall, front), 2.2)
    return enlarged(street, *full), coarse(soften(wall * (up < eave), 1.5), *full)


def _lamps(vx: float, hz: float, seed: int) -> list[tuple[float, float, float]]:
    """Lamps and tail lights down the street: x, y and radius, all in fractions."""
    r = rng(seed)
    lamps = []
    for k in range(26):
        deep = 1.0 + 7 * r.random() ** 0.8
        side = (-1, 1)[k % 2] * (0.34 + 0.06 * r.random())
        high = (0.30 + 0.03 * r.random()) if k % 3 else 0.02
        lamps.append(
            (vx + side / deep, hz - high / deep, (0.010 + 0.012 * r.random()) / deep**0.35)
        )
    return lamps


HUES = ("#ffc987", "#ffdfb0", "#ff7a58", "#ffb45e")


def _glow(rgb: Picture, lamps: list[tuple[float, float, float]], hz: float) -> Picture:
    """Each lamp as a soft disc with a halo, and its streak on the wet street."""
    h, w = rgb.shape[:2]
    small = w // 2, h // 2
    discs, streaks = Image.new("RGB", small), Image.new("RGB", small)
    on_air, on_road = ImageDraw.Draw(discs), ImageDraw.Draw(streaks)
    for k, (px, py, radius) in enumerate(lamps):
        cx, cy, half = px * small[0], py * small[1], radius * small[1]
        on_air.ellipse([cx - half, cy - half, cx + half, cy + half], fill=HUES[k % len(HUES)])
        low = (hz + (hz - py) * 0.9 + 0.01) * small[1]
        shape = [cx - half * 0.55, low, cx + half * 0.55, low + 14 * half]
        on_road.rectangle(shape, fill=HUES[k % len(HUES)])
    light = np.zeros((small[1], small[0], 3), np.float32)
    for layer, blur, strength in ((discs, 0.6, 0.7), (discs, 13, 0.75), (streaks, 4, 0.32)):
        soft = layer.filter(ImageFilter.GaussianBlur(blur))
        light += np.asarray(soft, np.float32) * np.float32(strength / 255)
    lit: Picture = rgb + enlarged(light, w, h)
    return lit


def _setts(w: int, rows: int, across: Plane, away: Plane) -> tuple[Plane, Plane]:
    """Cobblestones on a plain: (luminance about 0.4, how much each mirrors the light ahead)."""
    far = away * 2.3
    count = np.float32(26)
    row = np.floor(far * count * 0.62)
    bow = across * count + 0.5 * (row % 2)
    jitter = rng(1103).random((512, 128, 2), dtype=np.float32)
    at = row.astype(np.int32) & 511, np.floor(bow).astype(np.int32) & 127
    shade_, gleam = jitter[..., 0][at], jitter[..., 1][at]
    fx = np.abs(bow % 1 - 0.5) * 2
    fz = np.abs(far * count * 0.62 % 1 - 0.5) * 2
    fade = 1 / (1 + (away / 4.5) ** 2)  # stones finer than a pixel blend into grey
    height = (1 - fx**5) * (1 - fz**5)
    slope = (far * count * 0.62 % 1 - 0.5) * height
    lum = 0.40 + fade * (0.26 * (shade_ - 0.5) + 0.36 * (height - 0.75) + 0.16 * slope)
    return lum, fade * height * (0.55 + 0.9 * gleam) + (1 - fade) * 0.7


def _rails(
    across: Plane, away: Plane, tracks: tuple[float, ...], curve: float
) -> tuple[Plane, Plane]:
    """Rail heads and the grooves beside them for tracks at these places (widths)."""
    head, groove = np.zeros_like(across), np.zeros_like(across)
    bent = curve * (away - 1).clip(0) ** 2
    soft = 0.0008 * away
    for track in tracks:
        for side in (-0.165, 0.165):
            off = across - track - side - bent
            head = np.maximum(head, ramp(np.abs(off), 0.0135 + soft, 0.0135 - soft))
            inner = off + np.sign(side) * 0.024
            groove = np.maximum(groove, ramp(np.abs(inner), 0.0115 + soft, 0.0115 - soft))
    return head, groove


def _road(
    w: int, rows: int, vx: float, tracks: tuple[float, ...], curve: float, light: Plane
) -> Picture:
    """Wet setts with rails; `light` (rows, w) is what they mirror, 0..1."""
    across, away = ground(w, rows, vx, 0.035)
    lum, gleam = _setts(w, rows, across, away)
    wet = tiled(tile(7, 9, 1109, 4), across * 0.5, away * 1.1)
    mirror = light * gleam * (0.35 + 1.1 * wet)
    road = tone(lum * 0.72 + 0.42 * mirror - 0.05, *STONE)
    road = shine(road, mirror * light, "#ffb46a", 0.40)
    head, groove = _rails(across, away, tracks, curve)
    scuffed = tiled(tile(40, 6, 1117, 3), across * 3, away * 0.4)
    steel = tone(
        0.30 + 0.62 * light + 0.20 * (scuffed - 0.5),
        (0, "#1a1f29"),
        (0.4, "#66707f"),
        (0.75, "#c9c6c4"),
        (1, "#fff3da"),
    )
    road = over(road, groove * 0.85, "#07080b")
    return blend(road, head, steel)


@scene("rails")
def rails(w: int, h: int) -> Image.Image:
    """Tram rails running together in wet cobbles at dusk."""
    x, y = grid(w, h)
    vx, hz = 0.60, 0.33
    rgb, walls = _street(w, h, vx, hz, 1123)
    top = int(h * hz)
    rows = h - top
    t = np.linspace(0, 1, rows, dtype=np.float32)[:, None]
    light = 0.95 * np.exp(-(((x[:rows] - vx + 0.05 * t) / (0.10 + 0.22 * t)) ** 2)) * (1 - 0.55 * t)
    light += 0.22 * (1 - t)
    road = _road(w, rows, vx, (-0.12, -0.78), -0.0016, light)
    rgb[top:] = blend(road, walls[top:], rgb[top:])
    rgb = _glow(rgb, _lamps(vx, hz, 1129), hz)
    rgb = over(rgb, bump(x, y, vx, hz, 0.30, 0.035) * 0.55, "#a08f90")
    return finish(rgb, 1123, 0.026, 0.42)


@scene("tram")
def tram(w: int, h: int) -> Image.Image:
    """A tram coming towards us through a wet street at dusk, its lamps lit."""
    x, y = grid(w, h)
    vx, hz = 0.56, 0.46
    rgb, walls = _street(w, h, vx, hz, 1151)
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
    road = _road(w, rows, vx, (-0.255, 0.34), 0.0, light)
    rgb[top:] = blend(road, walls[top:], rgb[top:])
    rgb = _glow(rgb, _lamps(vx, hz, 1153), hz)
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
