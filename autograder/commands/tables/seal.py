"""What `autograder doctor` prints: the layers of the seal, and what came of each attempt."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from autograder.sealed.doctor.examination import Outcome
from autograder.sealed.outside.best_seal import BestSeal
from autograder.sealed.outside.seal import Tier

_LAYERS = (
    ("a namespace of processes of its own", {Tier.FULL}),
    ("namespaces: network, mounts, shared memory of its own", {Tier.FULL, Tier.GPU}),
    ("a view of Python and its packages, and of nothing else (bubblewrap)", {Tier.FULL, Tier.GPU}),
    ("a private scratch folder in memory", {Tier.FULL, Tier.GPU}),
    ("no privileges", {*Tier} - {Tier.PLAIN}),
    ("Landlock: files, TCP, signals, sockets", {*Tier} - {Tier.PLAIN}),
    ("seccomp: no processes, no network, few system calls", {*Tier} - {Tier.PLAIN}),
    ("limits: time, memory, files, outputs", {*Tier}),
)

_ADVICE = """\
For a better seal: install bubblewrap and libseccomp (Debian, Ubuntu: apt install bubblewrap
libseccomp2) and the course's packages (pip install 'sealed-autograder[course]'), have a kernel with
Landlock (Linux 5.13 or newer), and allow user namespaces: look at the settings
user.max_user_namespaces, kernel.unprivileged_userns_clone and
kernel.apparmor_restrict_unprivileged_userns with sysctl, and in a container at its security
options. Python and its packages have to be readable for everybody where root grades."""


def show(best: BestSeal, outcomes: Iterable[Outcome], device: str = "cpu") -> bool:
    """Prints the seal, each attempt, and what is missing; returns whether all is well.

    Args:
        best: the best seal for code on `device`.
        outcomes: what came of each attempt under it.
        device: "cpu" or "cuda".
    """
    console = Console()
    tier = best.seal.tier
    console.print(f"Seal for code on {device}: {tier}", style="bold")
    for layer, tiers in _LAYERS:
        console.print("[green]on [/]" if tier in tiers else "[red]off[/]", layer)
    console.print()
    table = Table("", "", "attempt", "what came of it", box=None)
    open_ways = 0
    for outcome in outcomes:
        needed = device == "cuda" and outcome.attempt.driver
        mark = "[green]held[/]" if outcome.held else "[red]open[/]"
        message = f"{outcome.message}: the GPU's driver needs it" if needed else outcome.message
        open_ways += not (outcome.held or needed)
        table.add_row(mark, outcome.attempt.about, outcome.attempt.what, escape(message))
    console.print(table)
    for reason in best.missing:
        console.print(f"\nNot {reason}", highlight=False, markup=False, soft_wrap=True)
    all_walls = tier in (Tier.FULL, Tier.GPU)
    if not all_walls:
        console.print(f"\n{_ADVICE}", highlight=False, markup=False, soft_wrap=True)
    elif open_ways:
        console.print(f"\n{open_ways} ways are open that have to be shut: please report this.")
    return all_walls and not open_ways
