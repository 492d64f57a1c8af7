"""What `autograder doctor` prints: the layers of the seal, and what came of each attempt."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from autograder.sealed.doctor.examination import Outcome
from autograder.sealed.outside.best_seal import BestSeal
from autograder.sealed.outside.seal import Tier
from autograder.words.said import counted, marked, said

_LAYERS = (
    (marked("a namespace of processes of its own"), {Tier.FULL}),
    (marked("namespaces: network, mounts, shared memory of its own"), {Tier.FULL, Tier.GPU}),
    (
        marked("a view of Python and its packages, and of nothing else (bubblewrap)"),
        {Tier.FULL, Tier.GPU},
    ),
    (marked("a private scratch folder in memory"), {Tier.FULL, Tier.GPU}),
    (marked("no privileges"), {*Tier} - {Tier.PLAIN}),
    (marked("Landlock: files, TCP, signals, sockets"), {*Tier} - {Tier.PLAIN}),
    (marked("seccomp: no processes, no network, few system calls"), {*Tier} - {Tier.PLAIN}),
    (marked("limits: time, memory, files, outputs"), {*Tier}),
)

_ADVICE = marked("""\
For a better seal: install bubblewrap and libseccomp (Debian, Ubuntu: apt install bubblewrap
libseccomp2) and the course's packages (pip install 'sealed-autograder[course]'), have a kernel with
Landlock (Linux 5.13 or newer), and allow user namespaces: look at the settings
user.max_user_namespaces, kernel.unprivileged_userns_clone and
kernel.apparmor_restrict_unprivileged_userns with sysctl, and in a container at its security
options. Python and its packages have to be readable for everybody where root grades.""")


def show(best: BestSeal, outcomes: Iterable[Outcome], device: str = "cpu") -> bool:
    """Prints the seal, each attempt, and what is missing; returns whether all is well.

    Args:
        best: the best seal for code on `device`.
        outcomes: what came of each attempt under it.
        device: "cpu" or "cuda".
    """
    console = Console(markup=False, emoji=False)
    tier = best.seal.tier
    console.print(
        said("Seal for code on {device}: {tier}", device=device, tier=said(tier)), style="bold"
    )
    for layer, tiers in _LAYERS:
        console.print(_on() if tier in tiers else _off(), said(layer))
    console.print()
    table = Table("", "", said("attempt"), said("what came of it"), box=None)
    open_ways = 0
    for outcome in outcomes:
        needed = device == "cuda" and outcome.attempt.driver
        mark = Text(said("held"), "green") if outcome.held else Text(said("open"), "red")
        message = _needed(outcome.message) if needed else outcome.message
        open_ways += not (outcome.held or needed)
        what = said(outcome.attempt.what)
        table.add_row(mark, said(outcome.attempt.about), what, Text(message))
    console.print(table)
    for reason in best.missing:
        console.print(
            "\n" + said("Not {reason}", reason=reason),
            highlight=False,
            soft_wrap=True,
        )
    all_walls = tier in (Tier.FULL, Tier.GPU)
    if not all_walls:
        console.print("\n" + said(_ADVICE), highlight=False, soft_wrap=True)
    elif open_ways:
        console.print("\n" + _to_be_shut(open_ways))
    return all_walls and not open_ways


def _on() -> Text:
    return Text(said("on"), "green")


def _off() -> Text:
    return Text(said("off"), "red")


def _needed(message: str) -> str:
    return said("{message}: the GPU's driver needs it", message=message)


def _to_be_shut(ways: int) -> str:
    return counted(
        "{number} way is open that has to be shut: please report this.",
        "{number} ways are open that have to be shut: please report this.",
        ways,
    )
