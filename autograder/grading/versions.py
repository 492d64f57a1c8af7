"""The versions of what a result depends on beside the code and the cases."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version


@cache
def versions() -> Mapping[str, str]:
    """Those of Python, of this package, and of what a student's code computes with."""
    packages = {"autograder": "sealed-autograder", "torch": "torch", "numpy": "numpy"}
    return {
        "python": platform.python_version(),
        **{name: version(package) for name, package in packages.items()},
    }
