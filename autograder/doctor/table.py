"""What the doctor says."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from autograder.doctor.examination import Outcome
from autograder.sealed.seal import Tier
from autograder.sealed.tiers import Found

_LAYERS = (
    ("namespaces: processes, network, mounts, shared memory of its own", {Tier.FULL}),
    ("a view of Python and its packages, and of nothing else (bubblewrap)", {Tier.FULL}),
    ("a private scratch folder in memory", {Tier.FULL}),
    ("no privileges", {Tier.FULL, Tier.NO_NAMESPACES}),
    ("Landlock: files, TCP, signals, sockets", {Tier.FULL, Tier.NO_NAMESPACES}),
    ("seccomp: no processes, no network, few system calls", {Tier.FULL, Tier.NO_NAMESPACES}),
    ("limits: time, memory, files, outputs", {*Tier}),
)

_ADVICE = """\
For the full seal: install bubblewrap and libseccomp (Debian, Ubuntu: apt install bubblewrap
libseccomp2) and the course's packages (pip install 'sealed-autograder[course]'), have a kernel with
Landlock (Linux 5.13 or newer), and allow user namespaces: look at the settings
user.max_user_namespaces, kernel.unprivileged_userns_clone and
kernel.apparmor_restrict_unprivileged_userns with sysctl, and in a container at its security
options. Python and its packages have to be readable for everybody where root grades."""


def show(found: Found, outcomes: Iterable[Outcome]) -> bool:
    """Prints the seal, each attempt, and what is missing; returns whether all is well."""
    console = Console()
    tier = found.seal.tier
    console.print(f"Seal: {tier}", style="bold")
    for layer, tiers in _LAYERS:
        console.print("[green]on [/]" if tier in tiers else "[red]off[/]", layer)
    console.print()
    table = Table("", "", "attempt", "what came of it", box=None)
    open_ways = 0
    for outcome in outcomes:
        mark = "[green]held[/]" if outcome.held else "[red]open[/]"
        open_ways += not outcome.held
        table.add_row(mark, outcome.attempt.about, outcome.attempt.what, escape(outcome.said))
    console.print(table)
    for reason in found.missing:
        console.print(f"\nNot {reason}", highlight=False, markup=False, soft_wrap=True)
    if tier is not Tier.FULL:
        console.print(f"\n{_ADVICE}", highlight=False, markup=False, soft_wrap=True)
    elif open_ways:
        console.print(f"\n{open_ways} ways are open that have to be shut: please report this.")
    return tier is Tier.FULL and not open_ways
