"""Code that was given tensors on a GPU and works on the CPU alone: the CPU's run counts.

NumPy takes no tensor from there, and a tensor made without a device is elsewhere: torch raises, and
what the code computes may be right all the same.
"""

from __future__ import annotations

from dataclasses import replace

from autograder.verdict import ExerciseResult, Finding, Kind


def is_worth_trying(on_gpu: ExerciseResult) -> bool:
    """Whether a run on the CPU may end otherwise: it does so only where something was raised."""
    return _raised(on_gpu) > 0


def counted(on_gpu: ExerciseResult, on_cpu: ExerciseResult) -> ExerciseResult:
    """The CPU's result, with a finding, where there less is raised and no less earned.

    Args:
        on_gpu: the result of an exercise for which `is_worth_trying` holds.
        on_cpu: that of the same code on the CPU.
    """
    if _raised(on_cpu) >= _raised(on_gpu) or on_cpu.credit < on_gpu.credit:
        return on_gpu
    (said, *_) = (finding for finding in on_gpu.findings if finding.kind is Kind.RAISED)
    message = (
        f"Works on the CPU alone: with tensors on a GPU, {said.message} "
        "The score is that of a run on the CPU."
    )
    found = Finding(Kind.NOTICE, message, said.detail)
    return replace(on_cpu, findings=(*on_cpu.findings, found))


def _raised(result: ExerciseResult) -> int:
    return sum(
        case.finding is not None and case.finding.kind is Kind.RAISED for case in result.cases
    )
