"""The best seal that this machine has, for code on the CPU and for code on a GPU."""

from __future__ import annotations

import atexit
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from autograder.errors import SealError
from autograder.running.limits import Limits
from autograder.sealed.outside.plain_seal import PlainSeal
from autograder.sealed.outside.process import SealedProcess
from autograder.sealed.outside.seal import Seal, Tier
from autograder.words.said import marked, said
from autograder.words.told import sentence_of, told

PLAIN = PlainSeal()


@dataclass(frozen=True)
class BestSeal:
    """The best seal there is, and for each better tier why it can't be had."""

    seal: Seal
    missing: tuple[str, ...] = ()


_TIERS = {"cpu": (Tier.FULL, Tier.NO_NAMESPACES), "cuda": (Tier.GPU, Tier.NO_NAMESPACES)}
_OUT_OF_REACH = {
    "cpu": (),
    "cuda": (
        marked("full: a GPU's driver needs devices, calls and address space that it shuts off"),
    ),
}

_lock = threading.Lock()
_best: dict[str, BestSeal] = {}


def best() -> BestSeal:
    """The best seal for code on the CPU."""
    return for_device("cpu")


def for_device(device: str) -> BestSeal:
    """The best seal for code on `device`, found once: its first process has proved it.

    That process has locked itself in, and a GPU has computed for it.

    Raises:
        SealError: where nothing computes on `device`, with or without walls.
    """
    with _lock:
        if device not in _best:
            _best[device] = _find(device)
            atexit.register(_best[device].seal.close)
        return _best[device]


def demand_full(device: str) -> None:
    """Makes sure of the full seal.

    Raises:
        SealError: where there is less.
    """
    best_seal = for_device(device)
    if best_seal.seal.tier is not Tier.FULL:
        raise SealError(
            said(
                "the seal here is {tier}, not 'full' ({missing}): see `autograder "
                "doctor`, or grade without --seal=full.",
                tier=repr(str(best_seal.seal.tier)),
                missing=best_seal.missing[0],
            )
        )


def _find(device: str) -> BestSeal:
    absent = no_gpu() if device == "cuda" else None
    if absent:
        raise SealError(said("there is no GPU to compute on: {absent}", absent=absent))
    if sys.platform != "linux":
        missing = said("walls are known for Linux alone, and this is {system}", system=sys.platform)
        return BestSeal(PLAIN, (missing,))
    return _behind_walls(device)


def no_gpu(control: Sequence[Path] = (Path("/dev/nvidiactl"), Path("/dev/dxg"))) -> str | None:
    """Why there surely is no GPU to compute on; None where there may be one.

    The driver is not asked here: that is for the process that computes. On WSL its device is `dxg`.
    """
    if torch.version.cuda is None:
        return said("torch is installed here without CUDA")
    if not any(path.exists() for path in control):
        return said("this machine has no device of NVIDIA's driver")
    return None


def _behind_walls(device: str) -> BestSeal:
    from autograder.sealed.outside.warm_seal import WarmSeal

    missing: list[str] = [*map(said, _OUT_OF_REACH[device])]
    for tier in _TIERS[device]:
        seal = WarmSeal(tier, device)
        try:
            SealedProcess(None, Limits(), device, seal).close()
            return BestSeal(seal, tuple(missing))
        except SealError as error:
            seal.close()
            missing.append(f"{said(tier)}: {told(sentence_of(error))}")
    if device != "cpu":
        SealedProcess(None, Limits(), device, PLAIN).close()
    return BestSeal(PLAIN, tuple(missing))
