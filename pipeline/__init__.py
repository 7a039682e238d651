"""Emulation and commendation papers of clusters and blocks, from workbooks to signed Word files."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.check import check
    from pipeline.forms import forms
    from pipeline.report import report

__version__ = "0.1.0"
__all__ = ["__version__", "check", "forms", "report"]
_COMMANDS = ("check", "forms", "report")


def __getattr__(name: str) -> object:
    if name not in _COMMANDS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{name}"), name)


class _Package(ModuleType):
    """Keeps `pipeline.report` the function when its module of the same name is imported."""

    def __setattr__(self, name: str, value: object) -> None:
        own = name in _COMMANDS and isinstance(value, ModuleType)
        super().__setattr__(name, getattr(value, name) if own else value)


sys.modules[__name__].__class__ = _Package
