"""The inputs of a case: what a drive puts a student's object through."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from torch import Tensor


@dataclass(frozen=True)
class Inputs:
    """What goes into a drive: settings (JSON values) and tensors, each by name."""

    settings: Mapping[str, Any]
    tensors: Mapping[str, Tensor]
