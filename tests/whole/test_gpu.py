"""What a GPU alone can show: CUDA behind the walls, in forks of a process that never used it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import torch

from autograder.data.inputs import Inputs
from autograder.data.outcomes import Outputs
from autograder.running.limits import Limits
from autograder.sealed.doctor.examination import examine
from autograder.sealed.outside.best_seal import BestSeal
from autograder.sealed.outside.process import SealedProcess
from autograder.sealed.outside.seal import Tier
from autograder.sealed.wire.batch import pack

pytestmark = pytest.mark.gpu


@pytest.fixture
def process(gpu: BestSeal) -> Iterator[SealedProcess]:
    with SealedProcess(None, Limits(), "cuda", gpu.seal) as process:
        yield process


def text(process: SealedProcess, source: str) -> str:
    run = process.run_cell("a cell", source, 60)
    assert not run.failed, run.outputs
    return "".join(output["text"] for output in run.outputs)


def test_a_gpu_computes_behind_walls(gpu: BestSeal) -> None:
    assert gpu.seal.tier is Tier.GPU, gpu.missing


def test_all_is_held_but_what_the_driver_needs(gpu: BestSeal) -> None:
    open_ways = [one for one in examine(gpu.seal, "cuda") if not one.held]
    assert all(one.attempt.driver for one in open_ways), open_ways


@pytest.mark.parametrize("time", ["first", "second"])
def test_each_fork_has_cuda_for_itself(process: SealedProcess, time: str) -> None:
    del time
    source = """
import torch
w = torch.ones(1000, 1000, device="cuda", requires_grad=True)
(w @ w).sum().backward()
print(w.grad[0, 0].item())
"""
    assert text(process, source) == "2000.0\n"


def test_inputs_go_to_the_device_and_outputs_come_back(gpu: BestSeal) -> None:
    steps = Inputs(
        {
            "hyper": {},
            "steps": 1,
            "names": ["w0"],
            "rates": [],
            "objects": 1,
            "watch_grads": False,
        },
        {"start/0/w0": torch.zeros(2), "grads/0/w0": torch.tensor([[1.0, 2.0]])},
    )
    descends = """
class Descent:
    def update(self, params, grads):
        assert params["w0"].is_cuda and grads["w0"].is_cuda
        params["w0"] -= grads["w0"]
"""
    with SealedProcess(None, Limits(), "cuda", gpu.seal) as process:
        text(process, descends)
        outputs: Outputs
        (outputs,) = process.ask("Descent", "optimizer_steps", pack([steps]), 64, lambda: 60)  # type: ignore[assignment]
        assert not outputs["w0"].is_cuda
        assert outputs["w0"].tolist() == [[-1.0, -2.0]]


def test_the_memory_of_the_gpu_has_an_end(gpu: BestSeal) -> None:
    source = """
import torch
try:
    torch.empty(2 << 30, dtype=torch.uint8, device="cuda")
except torch.cuda.OutOfMemoryError:
    print("no more")
"""
    with SealedProcess(None, Limits(memory_bytes=1 << 30), "cuda", gpu.seal) as process:
        assert text(process, source) == "no more\n"
