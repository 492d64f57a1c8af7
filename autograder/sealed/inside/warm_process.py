"""The warm process, which forks the sealed ones: `python -m autograder.sealed.inside.warm_process`.

Its argument is a descriptor, called FD here.

It imports all that a notebook wants, once, and forks a child for each submission. It knows nothing
of the course, and runs no line of a student's: its children do, after they have locked themselves
in. It ends, and they with it, when the other end of the socket FD is closed.

```
from the grader                                     from here
the Plan                                            b"warm"
an Order, with a wire, a leash and an archive       over the leash: a pidfd; in the end, a Report
```
A child whose leash the grader lets go of is ended.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from pathlib import Path

from autograder.sealed.walls import namespaces
from autograder.sealed.wire import folders
from autograder.sealed.wire.orders import MESSAGE_BYTES, Plan

_SCRATCH_BYTES = 64 << 20


def main() -> None:
    """Serves until the grader is gone."""
    control = socket.socket(fileno=int(sys.argv.pop()))
    control.set_inheritable(False)
    plan = Plan(**json.loads(control.recv(MESSAGE_BYTES)))
    scratch = Path(plan.scratch)
    if plan.namespaces:
        enter = namespaces.enter if plan.device == "cpu" else namespaces.enter_among_others
        enter()
        namespaces.mount_private(scratch, _SCRATCH_BYTES)
    folders.make(scratch)
    os.environ |= folders.environment(scratch)
    # Only now: a user namespace is for a process with one thread, and its fork should be small.
    from autograder.sealed.inside.forks import Forks

    forks = Forks(control, plan)
    control.send(b"warm")
    forks.serve()
    # Nothing is left to tidy up, and torch would take its time over it.
    os._exit(0)


if __name__ == "__main__":
    main()
