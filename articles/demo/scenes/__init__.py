"""Photographs of the demo newsroom, drawn by code: importing this registers every scene."""

import importlib
import pkgutil

from .registry import LANDSCAPE, PORTRAIT, SCENES, Scene, draw, scene

# Every module of this package is a theme that registers its scenes when it is imported.
for _theme in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_theme.name}")

__all__ = ["LANDSCAPE", "PORTRAIT", "SCENES", "Scene", "draw", "scene"]
