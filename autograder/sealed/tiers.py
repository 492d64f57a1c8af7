"""The best seal that this machine has."""

from __future__ import annotations

import atexit
import sys
import threading
from dataclasses import dataclass

from autograder.errors import SealError
from autograder.sealed.limits import Limits
from autograder.sealed.plain import PlainSeal
from autograder.sealed.process import SealedProcess
from autograder.sealed.seal import Seal, Tier

PLAIN = PlainSeal()


@dataclass(frozen=True)
class Found:
    """A seal, and for each better tier why it is not that one."""

    seal: Seal
    missing: tuple[str, ...] = ()


_lock = threading.Lock()
_found: Found | None = None


def best() -> Found:
    """The best seal, found once: its first process has locked itself in to prove it."""
    global _found
    with _lock:
        if _found is None:
            _found = _find()
            atexit.register(_found.seal.close)
        return _found


def for_device(device: str) -> Found:
    """The best seal for code on `device`: a GPU's driver asks for more than walls let through."""
    if device == "cpu":
        return best()
    return Found(PLAIN, (f"no walls are known that {device} works behind",))


def demand_full(device: str) -> None:
    """Makes sure of the full seal.

    Raises:
        SealError: where there is less.
    """
    found = for_device(device)
    if found.seal.tier is not Tier.FULL:
        raise SealError(
            f"the seal here is {str(found.seal.tier)!r}, not 'full' ({found.missing[0]}): "
            "see `autograder doctor`, or grade without --seal=full."
        )


def _find() -> Found:
    if sys.platform != "linux":
        return Found(PLAIN, (f"walls are known for Linux alone, and this is {sys.platform}",))
    from autograder.sealed.warm import WarmSeal

    missing: list[str] = []
    for tier in (Tier.FULL, Tier.NO_NAMESPACES):
        seal = WarmSeal(tier)
        try:
            SealedProcess(None, Limits(), seal=seal).close()
            return Found(seal, tuple(missing))
        except SealError as error:
            seal.close()
            missing.append(f"{tier}: {error}")
    return Found(PLAIN, tuple(missing))
