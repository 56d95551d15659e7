"""The newsroom's own colours as a style sheet: none while they are Diptych's."""

import hashlib
from typing import Final

from articles.models.site import SiteSettings

# What site.css says of them; and of the paper that they stand on.
ACCENT: Final = {"light": "#2438b0", "dark": "#a9b8ff"}
ORNAMENT: Final = {"light": "#b98a1e", "dark": "#d9ab45"}
PAPER: Final = {"light": "#fcfcfb", "dark": "#0e1118"}


def style_sheet(settings: SiteSettings) -> str:
    """Rules for what differs from Diptych's own; "" where nothing does."""
    light = _rules(settings.accent, settings.ornament)
    dark = _rules(settings.accent_dark, settings.ornament_dark)
    sheet = f":root{{{light}}}" if light else ""
    if dark:
        sheet += f"@media (prefers-color-scheme:dark){{:root{{{dark}}}}}"
    elif light:
        # Rules for light screens alone would hold on dark ones too.
        own = _rules(ACCENT["dark"], ORNAMENT["dark"])
        sheet += f"@media (prefers-color-scheme:dark){{:root{{{own}}}}}"
    return sheet


def address(settings: SiteSettings) -> str:
    """Where browsers fetch it; it changes with the content, so that they may keep it."""
    sheet = style_sheet(settings)
    return f"/theme-{hashlib.sha256(sheet.encode()).hexdigest()[:12]}.css" if sheet else ""


def _rules(accent: str, ornament: str) -> str:
    rules = []
    if accent:
        rules.append(f"--blue:{accent};--focus:{accent}")
    if ornament:
        rules.append(f"--gold:{ornament}")
    return ";".join(rules)
