"""The same initializers made independently, by torch.nn.init."""

from __future__ import annotations

import torch
from torch import Generator, Tensor


def normal(n_in: int, n_out: int, std: float, generator: Generator) -> Tensor:
    return torch.nn.init.normal_(torch.empty(n_in, n_out), std=std, generator=generator)
