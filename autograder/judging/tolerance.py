"""How far a right answer may be from the reference, by dtype and number of steps.

With u the unit roundoff of the dtype in which the student computes (2⁻²⁴ in float32, 2⁻⁵³ in
float64) and n steps, an entry may be off by

    u (1024 + 8 n) × the largest entry of that output.

- *1024*: forms such as 1 − βᵗ lose as many ulps as 1 / (1 − β) says: 1000 for β₂ = 0.999.
- *8 n*: each step rounds some eight times (products, sum, root, quotient, the update itself), and
  at worst all of it adds up.
- *the largest entry*: parameters start at zero or near it, pass through zero, and carry the
  rounding of the larger numbers that they were.

All that is for inputs that are well conditioned; a case whose inputs aren't says how many times as
much holds there (`Case.slack`).
"""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor

_UNIT_ROUNDOFF = {"float32": 2.0**-24, "float64": 2.0**-53}

_WORSE = {
    "cpu": {"float32": 1.0, "float64": 1.0},
    "cuda": {"float32": 8.0, "float64": 2.0},
}
"""How many times all of that holds where the student's code computes on a device.

CUDA's guide (Mathematical Functions, maximum error of the standard functions) gives its power up to
8 units in the last place in float32 and 2 in float64, where a C library's stays near one, and
1 − βᵗ loses that many times more. What exercises need beside it is no worse than on a CPU: sums,
products, quotients and roots are rounded correctly; a product that is fused with its sum is rounded
once instead of twice; a sum in another order, as a tree, comes nearer; and products of matrices
keep all digits, for torch leaves TF32 off unless a student turns it on. This follows from the
guide; it was not measured.
"""


@dataclass(frozen=True)
class Tolerance:
    """An entry may differ by `atol + rtol * abs(expected)`."""

    rtol: float
    atol: float

    def on(self, device: str, dtype: str) -> Tolerance:
        """The tolerance where the student computed in `dtype` on `device`.

        >>> Tolerance(1e-4, 1e-3).on("cuda", "float64")
        Tolerance(rtol=0.0002, atol=0.002)
        """
        worse = _WORSE[device][dtype]
        return Tolerance(worse * self.rtol, worse * self.atol)


def tolerance(expected: Tensor, dtype: str, steps: int, slack: float = 1) -> Tolerance:
    """The tolerance of one output.

    Args:
        expected: the reference's output, float64.
        dtype: "float32" or "float64", the dtype in which the student computes.
        steps: how many steps led to the output.
        slack: the case's own factor.

    Example:
        >>> import torch
        >>> tolerance(torch.tensor([0.0, 2.0], dtype=torch.float64), "float32", 1).atol < 2e-4
        True
    """
    share = _UNIT_ROUNDOFF[dtype] * (1024 + 8 * steps) * slack
    return Tolerance(rtol=share, atol=share * float(expected.abs().max()))
