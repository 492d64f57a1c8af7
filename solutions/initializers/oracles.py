"""The same initializers made independently, by torch.nn.init.

It has layers of shape (out, in), as torch.nn.Linear keeps them: hence the transposes.
"""

from __future__ import annotations

import math

import torch
from torch import Generator, Tensor


def zeros(n_in: int, n_out: int) -> Tensor:
    return torch.nn.init.zeros_(torch.empty(n_out, n_in)).T


def normal(n_in: int, n_out: int, std: float, generator: Generator) -> Tensor:
    return torch.nn.init.normal_(torch.empty(n_out, n_in), std=std, generator=generator).T


def xavier_normal(n_in: int, n_out: int, generator: Generator) -> Tensor:
    return torch.nn.init.xavier_normal_(torch.empty(n_out, n_in), generator=generator).T


def xavier_uniform(n_in: int, n_out: int, generator: Generator) -> Tensor:
    return torch.nn.init.xavier_uniform_(torch.empty(n_out, n_in), generator=generator).T


def he_normal(n_in: int, n_out: int, generator: Generator, mode: str) -> Tensor:
    """torch has no average of fans for He; Xavier's weights, times the root of 2, are the same."""
    weights = torch.empty(n_out, n_in)
    if mode == "fan_in":
        return torch.nn.init.kaiming_normal_(weights, nonlinearity="relu", generator=generator).T
    return torch.nn.init.xavier_normal_(weights, gain=math.sqrt(2), generator=generator).T
