"""Measure one photo of 24 million pixels on its way to all its public files. Linux alone.

Beside it the usual way of a CMS, in the same run on the same machine: for each file the picture is
decoded in full and scaled by itself. Trust the ratio, not the seconds.
"""

import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

import numpy as np
from PIL import Image

from bench.drawn import photo_like

SIZE: Final = (6000, 4000)
CHECKED: Final = (1600, 800)  # widths whose quality is told
# Run at the end of a process: what getrusage tells begins with the memory of its parent.
_TELL: Final = (
    "; import re; told = open('/proc/self/status').read(); "
    "open('{peak}', 'w').write(re.search('VmHWM:[^0-9]*([0-9]+)', told)[1])"
)
_USUAL: Final = (
    "import sys; from pathlib import Path; from bench.usual import main; "
    "main(Path(sys.argv[1]), Path(sys.argv[2]))"
)
_WINDOW: Final = 8  # pixels: SSIM compares squares of that side


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of work in processes of ours, and the most memory that one had, in megabytes."""

    seconds: float
    peak: float


def measure(home: Path) -> Iterator[str]:
    """The report, line by line. `home` keeps the picture that was drawn."""
    from articles.photos import sandbox

    photo = home / "photo-24mp.jpg"
    if not photo.exists():
        photo_like(*SIZE).save(photo, quality=90)
    with tempfile.TemporaryDirectory() as ours, tempfile.TemporaryDirectory() as usual:
        made: Any = None

        def render() -> None:
            nonlocal made
            made = sandbox.render(
                photo, stem="x", focal=(0.5, 0.5), packet=" " * 1024, into=Path(ours)
            )

        with patch.object(sandbox, "_START", sandbox._START + _TELL.format(peak=f"{ours}/peak")):
            mine = cost(render, Path(ours) / "peak")
        command = [sys.executable, "-c", _USUAL + _TELL.format(peak=f"{usual}/peak")]
        theirs = cost(
            lambda: subprocess.run([*command, str(photo), usual], check=True), Path(usual) / "peak"
        )
        yield f"photo           {SIZE[0]} x {SIZE[1]} JPEG, {size(photo)} to {len(made.files)} files"
        yield f"renditions      {mine.seconds:.2f} s of work, at most {mine.peak:.0f} MB"
        yield f"the usual way   {theirs.seconds:.2f} s of work, at most {theirs.peak:.0f} MB"
        yield f"ratio           1 to {theirs.seconds / mine.seconds:.1f}"
        for width in CHECKED:
            for suffix in ("avif", "jpg"):
                name = f"{width}.{suffix}"
                yield f"{name:15} {compared(photo, width, Path(ours) / name, Path(usual) / name)}"


def cost(work: Callable[[], object], peak: Path) -> Cost:
    """What `work` costs in the process that it starts, which tells its `peak` by _TELL."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(seconds, int(peak.read_text()) / 1024)


def compared(photo: Path, width: int, ours: Path, usual: Path) -> str:
    """Sizes and likeness to the picture as it should be: decoded in full, scaled by Lanczos."""
    with Image.open(photo) as full:
        height = round(full.height * width / full.width)
        wanted = full.convert("RGB").resize((width, height), Image.Resampling.LANCZOS)
    parts = []
    for label, path in (("", ours), ("usual ", usual)):
        with Image.open(path) as image:
            parts.append(f"{label}{size(path)}, SSIM {ssim(wanted, image):.4f}")
    return "; ".join(parts)


def size(path: Path) -> str:
    return f"{path.stat().st_size / 1000:.0f} kB"


def ssim(wanted: Image.Image, other: Image.Image) -> float:
    """How alike two pictures are, 1 for the same: the mean over squares of their brightness.

    Wang et al., "Image Quality Assessment: From Error Visibility to Structural Similarity", 2004.
    """
    other = other.convert("RGB").resize(wanted.size)
    one, two = (np.asarray(each.convert("L"), np.float64) for each in (wanted, other))
    mean_one, mean_two = squares(one), squares(two)
    spread_one = squares(one * one) - mean_one**2
    spread_two = squares(two * two) - mean_two**2
    shared = squares(one * two) - mean_one * mean_two
    small, smaller = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    likeness = (2 * mean_one * mean_two + small) * (2 * shared + smaller)
    likeness /= (mean_one**2 + mean_two**2 + small) * (spread_one + spread_two + smaller)
    return float(likeness.mean())


def squares(values: np.ndarray) -> np.ndarray:
    """The mean of every square of _WINDOW pixels that lies within."""
    total = np.zeros((values.shape[0] + 1, values.shape[1] + 1))
    total[1:, 1:] = values.cumsum(0).cumsum(1)
    side = _WINDOW
    inside = (
        total[side:, side:] - total[:-side, side:] - total[side:, :-side] + total[:-side, :-side]
    )
    return inside / side**2
