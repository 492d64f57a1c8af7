from __future__ import annotations

import pytest
import torch
from torch import Tensor

from autograder.figures.optimizers import (
    ILL_CONDITIONED,
    SADDLE,
    Surface,
    quadratic,
    rotated,
    scaled,
)
from autograder.figures.optimizers.surfaces import SLOPE

BOUNDED = {
    "ill-conditioned": ILL_CONDITIONED,
    "saddle": SADDLE,
    "general": quadratic((3.0, 0.2)),
    "turned": rotated(ILL_CONDITIONED),
    "turned saddle": rotated(SADDLE, 30),
    "scaled": scaled(rotated(SADDLE), 1000),
}
bounded = pytest.mark.parametrize("surface", BOUNDED.values(), ids=BOUNDED.keys())


def grid() -> Tensor:
    axis = torch.linspace(-1.4, 1.4, 15, dtype=torch.float64)
    return torch.cartesian_prod(axis, axis)


def curvature_at_the_origin(surface: Surface) -> list[list[float]]:
    """How the gradient grows along each axis, rounded to six places."""
    nearby = 2.0**-20 * torch.eye(2, dtype=torch.float64)
    return (surface.gradient(nearby) * 2.0**20).round(decimals=6).tolist()


@pytest.mark.parametrize("surface", [*BOUNDED.values(), SLOPE], ids=[*BOUNDED, "slope"])
def test_the_gradient_is_autograds(surface: Surface) -> None:
    points = grid().requires_grad_()
    (expected,) = torch.autograd.grad(surface.value(points).sum(), points)
    # Both are a few float64 operations on numbers of up to 1e5.
    torch.testing.assert_close(surface.gradient(points.detach()), expected, rtol=1e-12, atol=1e-9)


@bounded
def test_the_minima_are_where_the_surface_says(surface: Surface) -> None:
    minima = torch.tensor(surface.minima, dtype=torch.float64)
    assert surface.gradient(minima).abs().max() < 1e-12
    assert (surface.value(minima) - surface.lowest).abs().max() < 1e-12
    assert (surface.value(grid()) >= surface.lowest - 1e-9).all()


@bounded
def test_start_and_minima_stand_in_the_window(surface: Surface) -> None:
    for x, y in (surface.start, *surface.minima):
        assert abs(x) <= surface.window[0]
        assert abs(y) <= surface.window[1]


def test_the_ill_conditioned_surface_is_fifty_times_as_steep_across() -> None:
    assert curvature_at_the_origin(ILL_CONDITIONED) == [[1.0, 0.0], [0.0, 50.0]]


def test_the_saddle_has_its_curvature_at_the_origin_and_a_start_that_is_not_on_its_ridge() -> None:
    assert curvature_at_the_origin(SADDLE) == [[1.0, 0.0], [0.0, -1.0]]
    assert SADDLE.start[1] != 0


def test_turning_moves_the_start_with_the_surface() -> None:
    turned = rotated(ILL_CONDITIONED, 37)
    starts = [torch.tensor(s.start, dtype=torch.float64) for s in (ILL_CONDITIONED, turned)]
    assert turned.value(starts[1]).item() == pytest.approx(ILL_CONDITIONED.value(starts[0]).item())


def test_names_are_the_formulas() -> None:
    names = [s.name for s in (ILL_CONDITIONED, rotated(ILL_CONDITIONED), scaled(SADDLE, 1000))]
    assert names == [
        "½(x² + 50y²)",
        "½(x² + 50y²), turned by 45°",
        "1000 × ½(x² − y²) + ¼y⁴",
    ]
