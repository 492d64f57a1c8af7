"""Who is interrupted: what is open, of one's own."""

from __future__ import annotations

from autograder.running.limits import Limits
from autograder.sealed.outside.open_processes import OpenProcesses
from autograder.sealed.outside.process import SealedProcess


class Waiting:
    interrupted = False

    def interrupt(self) -> None:
        self.interrupted = True


def test_what_has_ended_and_what_is_another_s_is_left_alone() -> None:
    mine, ended, another_s = Waiting(), Waiting(), Waiting()
    opened, elsewhere = OpenProcesses(), OpenProcesses()
    opened.add(mine)
    opened.add(ended)
    elsewhere.add(another_s)
    opened.discard(ended)
    opened.interrupt()
    assert [one.interrupted for one in (mine, ended, another_s)] == [True, False, False]


def test_a_process_is_noted_as_long_as_it_is_open() -> None:
    opened = OpenProcesses()
    with SealedProcess(None, Limits(), opened=opened) as process:
        assert opened._open == {process}
    assert opened._open == set()
