# ruff: noqa: ARG001  (what is wrong with some of these is that they leave an argument unused)
"""Initializers as students hand them in: right ones, then wrong ones."""

from __future__ import annotations

import math
from typing import Any

import torch
from torch import Generator, Tensor


def normal(n_in: int, n_out: int, std: float, generator: Generator) -> Tensor:
    return torch.randn(n_in, n_out, generator=generator) * std


def xavier(n_in: int, n_out: int, generator: Generator) -> Tensor:
    return normal(n_in, n_out, math.sqrt(2 / (n_in + n_out)), generator)


def he(n_in: int, n_out: int, generator: Generator) -> Tensor:
    return normal(n_in, n_out, math.sqrt(2 / n_in), generator)


def small(n_in: int, n_out: int, generator: Generator) -> Tensor:
    return normal(n_in, n_out, 0.01, generator)


def zeros(n_in: int, n_out: int, generator: Generator) -> Tensor:
    return torch.zeros(n_in, n_out)


def halves(n_in: int, n_out: int, generator: Generator) -> Tensor:
    return torch.full((n_in, n_out), 0.5)


def unsolved(*arguments: Any) -> Tensor:
    raise NotImplementedError


def raising(*arguments: Any) -> Tensor:
    raise KeyError("no 'std' in $state$")


def listing(n_in: int, n_out: int, *arguments: Any) -> Any:
    return [[0.0] * n_out] * n_in


def turned(n_in: int, n_out: int, *arguments: Any) -> Tensor:
    return torch.zeros(n_out + 1, n_in)


def not_a_number(n_in: int, n_out: int, *arguments: Any) -> Tensor:
    return torch.full((n_in, n_out), math.nan)


FAULTS = {
    unsolved: "not written yet",
    raising: "KeyError: \"no 'std'",
    listing: "gives a list",
    turned: "gives the shape (",
    not_a_number: "gives weights that are not finite",
}
