"""Whether a run on the CPU counts instead of one on a GPU: where the code works on the CPU alone.

NumPy takes no tensor from a GPU, and a tensor made without a device is on the CPU: torch raises,
though what the code computes may be right.
"""

from __future__ import annotations

from dataclasses import replace

from autograder.data.sentence import Sentence
from autograder.results.kinds import Kind
from autograder.results.result import ExerciseResult, Finding


def is_worth_trying(on_gpu: ExerciseResult) -> bool:
    """Whether a run on the CPU may give another result: only where code raised on the GPU."""
    return _raised(on_gpu) > 0


def counted(on_gpu: ExerciseResult, on_cpu: ExerciseResult) -> ExerciseResult:
    """The result that counts: the CPU's where less is raised there and no less earned.

    A notice then tells the student what the code raised on the GPU.

    Args:
        on_gpu: the result of an exercise for which `is_worth_trying` holds.
        on_cpu: that of the same code on the CPU.
    """
    if _raised(on_cpu) >= _raised(on_gpu) or on_cpu.credit < on_gpu.credit:
        return on_gpu
    (raised, *_) = (finding for finding in on_gpu.findings if finding.kind is Kind.RAISED)
    said = (Sentence("cpu-alone"), *raised.said, Sentence("cpu-counts"))
    notice = Finding(Kind.NOTICE, said, raised.detail)
    return replace(on_cpu, findings=(*on_cpu.findings, notice))


def _raised(result: ExerciseResult) -> int:
    return sum(
        case.finding is not None and case.finding.kind is Kind.RAISED for case in result.cases
    )
