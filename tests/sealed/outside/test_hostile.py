"""What a student's object can do to its own process, and what comes of it: nothing to its gain."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch

from autograder.data.inputs import Inputs
from autograder.data.outcomes import Failure, Outputs
from autograder.results.kinds import Kind
from autograder.running.cell import Cell
from autograder.running.limits import Limits
from autograder.sealed.outside.session import Session
from autograder.sealed.wire.batch import pack

TOOLS = """
import json, os, signal, socket, stat, struct, sys, threading, time
import safetensors.torch, torch

def wire():
    for descriptor in range(3, 256):
        try:
            if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                return descriptor
        except OSError:
            pass

def nonce():
    frame = sys._getframe()
    while not {"request", "number"} <= frame.f_locals.keys():
        frame = frame.f_back
    return "{}-{}".format(frame.f_locals["request"]["nonce"], frame.f_locals["number"])

def send(header, body=b""):
    os.write(wire(), struct.pack("<QQ", len(header), len(body)) + header + body)

def honest(x):
    return 2 * x
"""

FATAL = {
    "garbage": ("os.write(wire(), os.urandom(64))", Kind.FORGED),
    "a_score": ("""send(b'{"type": "outputs", "score": 10}')""", Kind.FORGED),
    "a_pickle": ("send(b'{}', __import__('pickle').dumps(os.system))", Kind.FORGED),
    "another_nonce": ("""send(b'{"type": "outputs", "nonce": "0"}')""", Kind.FORGED),
    "half_a_frame": ("os.write(wire(), bytes(8)); time.sleep(99)", Kind.TIME_OUT),
    "no_wire": ("os.closerange(3, 256)", Kind.CRASHED),
    "junk_for_tensors": ("safetensors.torch.save = lambda tensors: b'junk'; return x", Kind.FORGED),
    "junk_for_json": ("json.dumps = lambda *_, **__: '[]'; return x", Kind.FORGED),
    "a_crash": ("import ctypes; ctypes.string_at(0)", Kind.CRASHED),
    "no_signals": (
        """
        for number in {*range(1, 32)} - {signal.SIGKILL, signal.SIGSTOP}:
            signal.signal(number, signal.SIG_IGN)
        while True: pass
        """,
        Kind.TIME_OUT,
    ),
}

SURVIVED = {
    "a_flood": ("os.write(1, bytes(1 << 20)); print('x' * (1 << 20)); return 1 / 0", Kind.RAISED),
    "memory": ("return bytearray(1 << 40)", Kind.RAISED),
    "a_subclass": ("return x.as_subclass(Liar)", Kind.WRONG_KIND),
    "an_equal_to_all": ("return Equal()", Kind.WRONG_KIND),
    "a_stubborn_class": ("return Stubborn", Kind.RAISED),
    "threads": (
        "[threading.Thread(target=time.sleep, args=[99]).start() for _ in range(9)]; sys.exit()",
        Kind.RAISED,
    ),
}

CLASSES = """
class Liar(torch.Tensor):
    @classmethod
    def __torch_function__(cls, *_): return "no tensor"

class Equal:
    def __eq__(self, other): return True
    def __array__(self, *_): return True

class Meta(type):
    def __getattribute__(cls, name): raise SystemExit

class Stubborn(metaclass=Meta): pass
"""


def define(name: str, body: str) -> Cell:
    lines = textwrap.indent(textwrap.dedent(body), "    ")
    return Cell(0, name, f"def {name}(x):\n{lines}")


@pytest.fixture(scope="module")
def session(release: Path) -> Iterator[Session]:
    tools = Cell(0, "tools", TOOLS + CLASSES)
    objects = [define(name, body) for name, (body, _) in {**FATAL, **SURVIVED}.items()]
    limits = Limits(case_seconds=3, submission_seconds=1000)
    with Session([tools, *objects], release, limits) as session:
        yield session


def ask(session: Session, name: str) -> Outputs | Failure:
    inputs = Inputs({}, {"x": torch.tensor([1.0, 2.0])})
    (outcome,) = session.ask(name, "drives.py:give", pack([inputs]), 8)
    return outcome


def is_right(outputs: Outputs | Failure) -> bool:
    return isinstance(outputs, dict) and outputs["y"].tolist() == [2.0, 4.0]


@pytest.mark.parametrize("name", SURVIVED)
def test_it_fails_and_the_process_goes_on(session: Session, name: str) -> None:
    session.run_cells()
    process = session._process
    failure = ask(session, name)
    assert isinstance(failure, Failure)
    assert failure.kind == SURVIVED[name][1]
    assert is_right(ask(session, "honest"))
    assert session._process is process


@pytest.mark.slow
@pytest.mark.parametrize("name", FATAL)
def test_it_fails_and_the_next_case_has_a_fresh_process(session: Session, name: str) -> None:
    failure = ask(session, name)
    assert isinstance(failure, Failure)
    assert failure.kind == FATAL[name][1], failure.said
    assert is_right(ask(session, "honest"))


def test_a_forged_reply_is_worth_what_it_says(release: Path) -> None:
    # It knows its own nonce, so it can answer for itself; it knows no expected value.
    forger = """
    outputs = safetensors.torch.save({"y": torch.zeros(2)})
    send(('{"type": "outputs", "nonce": "%s"}' % nonce()).encode(), outputs)
    return 2 * x
    """
    cells = [Cell(0, "tools", TOOLS), define("forger", forger)]
    with Session(cells, release) as session:
        forged = ask(session, "forger")
        assert isinstance(forged, dict)
        assert forged["y"].tolist() == [0.0, 0.0]
        # Its honest reply came second, and lies there when the next case is asked.
        failure = ask(session, "honest")
        assert isinstance(failure, Failure)
        assert failure.kind == Kind.FORGED
        assert is_right(ask(session, "honest"))
