"""The keyed stream of random numbers from which a case's inputs are drawn.

SHAKE-256 over (key, exercise, case) gives raw words, mapped to floats here. No library's generator
comes in: torch's CPU generator uses 32 bits of any seed and `randn` differs between instruction
sets, NumPy's distributions promise no stream. Only exact operations are used, so that a case is the
same to the last bit on every machine.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from math import prod

import numpy as np
import torch
from torch import Tensor

PUBLIC_KEY = b"public"
"""The key of public cases: everyone may have their inputs."""

_RESOLUTION = 2**24  # as many values as a float32 in [1, 2) has, so that both dtypes hold them


class Draw:
    """Numbers for one case, from a key that nobody can guess or from the public one.

    Args:
        key: the course key (16 bytes or more), or `PUBLIC_KEY`.
        exercise: the exercise's name.
        case: the case's name.

    Example:
        >>> draw = Draw(PUBLIC_KEY, "adam", "first step")
        >>> draw.uniform((2, 2)).shape
        torch.Size([2, 2])
        >>> again = Draw(PUBLIC_KEY, "adam", "first step")
        >>> sgd = Draw(PUBLIC_KEY, "sgd", "first step")
        >>> torch.equal(again.uniform((2, 2)), sgd.uniform((2, 2)))
        False
    """

    def __init__(self, key: bytes, exercise: str, case: str) -> None:
        # Each part goes in behind its length: ("ab", "c") and ("a", "bc") are different streams.
        parts = (key, exercise.encode(), case.encode())
        self._seed = b"".join(len(part).to_bytes(8, "big") + part for part in parts)
        self._calls = 0

    def _words(self, count: int) -> np.ndarray[tuple[int], np.dtype[np.uint32]]:
        self._calls += 1
        stream = hashlib.shake_256(self._seed + self._calls.to_bytes(8, "big")).digest(4 * count)
        return np.frombuffer(stream, dtype=">u4").astype(np.uint32)

    def uniform(self, shape: Sequence[int], low: float = -1.0, high: float = 1.0) -> Tensor:
        """Float64 numbers of `shape`, uniform in [low, high) on a grid of 2²⁴ values."""
        words = self._words(prod(shape)) >> 8
        unit = torch.from_numpy(words.astype(np.float64) / _RESOLUTION)
        return (low + (high - low) * unit).reshape(tuple(shape))

    def signed(self, shape: Sequence[int], low: float, high: float) -> Tensor:
        """Float64 numbers of `shape` of either sign, their sizes uniform in [low, high).

        Keeping away from zero makes a case tell variants apart whatever the key.
        """
        size = self.uniform(shape, low, high)
        negative = torch.from_numpy((self._words(prod(shape)) & 1).astype(np.bool_))
        return torch.where(negative.reshape(tuple(shape)), -size, size)

    def integer(self, low: int, high: int) -> int:
        """A whole number with low <= number < high (high - low at most 2³¹)."""
        return low + int(self._words(1)[0]) % (high - low)
