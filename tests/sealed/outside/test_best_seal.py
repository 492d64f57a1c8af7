"""Which seal is taken for code on a GPU, without a GPU: what comes of each try is made up here."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
import torch

from autograder.errors import SealError
from autograder.sealed.outside import best_seal
from autograder.sealed.outside.seal import Tier

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="walls are Linux's")


class Trying:
    """A sealed process that starts under one tier and no other."""

    works: Tier | None = None
    tried: list[tuple[str, Tier]]

    def __init__(self, _: None, __: object, device: str, seal: Any) -> None:
        self.tried.append((device, seal.tier))
        if seal.tier is not self.works:
            raise SealError(f"no {seal.tier} here")

    def close(self) -> None:
        pass


@pytest.fixture
def trying(monkeypatch: pytest.MonkeyPatch) -> type[Trying]:
    monkeypatch.setattr(Trying, "tried", [], raising=False)
    monkeypatch.setattr(best_seal, "SealedProcess", Trying)
    monkeypatch.setattr(best_seal, "no_gpu", lambda: None)
    monkeypatch.setattr(best_seal, "_best", {})
    return Trying


@pytest.mark.parametrize("tier", [Tier.GPU, Tier.NO_NAMESPACES, Tier.PLAIN])
def test_the_best_one_that_a_gpu_computes_under_is_taken(
    trying: type[Trying], tier: Tier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trying, "works", tier)
    found = best_seal.for_device("cuda")
    assert found.seal.tier is tier
    assert {device for device, _ in trying.tried} == {"cuda"}
    order = [Tier.GPU, Tier.NO_NAMESPACES, Tier.PLAIN]
    assert [tried for _, tried in trying.tried] == order[: order.index(tier) + 1]
    said = [reason.split(":")[0] for reason in found.missing]
    assert said == ["full", *order[: order.index(tier)]]


def test_where_a_gpu_computes_under_none_that_is_our_fault(trying: type[Trying]) -> None:
    with pytest.raises(SealError, match="no plain child here"):
        best_seal.for_device("cuda")
    assert len(trying.tried) == 3


def test_no_seal_for_a_gpu_is_full(trying: type[Trying], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trying, "works", Tier.GPU)
    with pytest.raises(SealError, match=r"'gpu', not 'full' \(full: a GPU's driver needs"):
        best_seal.demand_full("cuda")


def test_where_there_is_surely_no_gpu_nothing_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(torch.version, "cuda", None)
    assert best_seal.no_gpu([tmp_path]) == "torch is installed here without CUDA"
    monkeypatch.setattr(torch.version, "cuda", "12.8")
    assert (
        best_seal.no_gpu([tmp_path / "nvidiactl"])
        == "this machine has no device of NVIDIA's driver"
    )
    assert best_seal.no_gpu([tmp_path]) is None
    monkeypatch.setattr(torch.version, "cuda", None)
    monkeypatch.setattr(best_seal, "SealedProcess", None)
    with pytest.raises(SealError, match="no GPU to compute on: torch is installed here without"):
        best_seal.for_device("cuda")
