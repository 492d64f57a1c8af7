"""Cells run as in a notebook, in this process."""

from __future__ import annotations

import builtins
import subprocess
import sys
import warnings
from collections.abc import Iterator
from typing import Any

import nbformat
import pytest
import torch

from autograder.data.inputs import Inputs
from autograder.data.outcomes import Failure
from autograder.drives.drive import Drive
from autograder.running.attempt import attempt
from autograder.running.shell import Cells

# IPython's advice after sys.exit().
pytestmark = pytest.mark.filterwarnings("ignore:To exit:UserWarning")


@pytest.fixture(scope="module")
def cells() -> Iterator[Cells]:
    # IPython changes how warnings are shown.
    with warnings.catch_warnings(), pytest.MonkeyPatch.context() as patch, Cells() as cells:
        # Doctests leave a `_` there, and IPython then keeps its own from the cells.
        patch.delattr(builtins, "_", raising=False)
        yield cells


def outputs(cells: Cells, source: str) -> list[dict[str, Any]]:
    run = cells.run("a cell", source)
    assert not run.failed, run.outputs
    return run.outputs


def text(cells: Cells, source: str) -> str:
    """What a cell prints; it does nothing else."""
    return "".join(output["text"] for output in outputs(cells, source))


def error(cells: Cells, source: str, name: str = "a cell") -> dict[str, Any]:
    run = cells.run(name, source)
    assert run.failed
    (shown,) = [output for output in run.outputs if output["output_type"] == "error"]
    return shown


def test_prints_and_the_last_value(cells: Cells) -> None:
    stream, result = outputs(cells, "import sys\nprint('a')\nprint('b')\n6 * 7")
    assert stream == {"output_type": "stream", "name": "stdout", "text": "a\nb\n"}
    count = result.pop("execution_count")
    assert result == {
        "output_type": "execute_result",
        "data": {"text/plain": "42"},
        "metadata": {},
    }
    assert cells.namespace["Out"][count] == 42
    assert text(cells, "print(_ + 1, In[-1])") == "43 print(_ + 1, In[-1])\n"


def test_a_semicolon_hides_the_value(cells: Cells) -> None:
    assert outputs(cells, "6 * 7;") == []


def test_stderr_is_a_stream_of_its_own(cells: Cells) -> None:
    (stream,) = outputs(cells, "import sys; print('careful', file=sys.stderr)")
    assert stream == {"output_type": "stream", "name": "stderr", "text": "careful\n"}


def test_prints_from_a_thread_are_the_cells(cells: Cells) -> None:
    source = "import threading\nt = threading.Thread(target=print, args=['x'])\nt.start(); t.join()"
    assert text(cells, source) == "x\n"


def test_display_and_its_update(cells: Cells) -> None:
    source = (
        "from IPython.display import HTML, display\n"
        "handle = display(HTML('<b>1</b>'), display_id=True)\n"
        "print('between')\n"
        "handle.update(HTML('<b>2</b>'))"
    )
    shown, stream = outputs(cells, source)
    assert shown["output_type"] == "display_data"
    assert shown["data"]["text/html"] == "<b>2</b>"
    assert stream["text"] == "between\n"


def test_clear_output(cells: Cells) -> None:
    source = "from IPython.display import clear_output\nprint(1); clear_output(); print(2)"
    assert text(cells, source) == "2\n"


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("%%time\nx = 1", "Wall time"),
        ("%timeit -n1 -r1 pass", "1 loop each"),
        ("%%capture held\nprint('kept')\n", ""),
        ("print(held.stdout, end='')", "kept"),
        ("%who_ls", ""),
        ("!echo from the shell", "from the shell"),
        ("len?", "Return the number of items"),
    ],
)
def test_magics(cells: Cells, source: str, shown: str) -> None:
    assert shown in str(outputs(cells, source))


def test_an_error_names_the_cell_and_its_line(cells: Cells) -> None:
    shown = error(cells, "def f(x):\n    return x / 0\nf(1)", "adam")
    assert (shown["ename"], shown["evalue"]) == ("ZeroDivisionError", "division by zero")
    traceback = "\n".join(shown["traceback"])
    assert "Cell adam, line 3" in traceback
    assert "Cell adam, line 2, in f(x)" in traceback
    assert "\x1b" not in traceback


def test_a_numbered_cell_is_not_named_twice(cells: Cells) -> None:
    assert "Cell 7, line 1" in "\n".join(error(cells, "1 / 0", "cell 7")["traceback"])


def test_cells_of_one_name_keep_their_own_lines(cells: Cells) -> None:
    error(cells, "def first():\n    return 1 / 0\nfirst()", "twice")
    error(cells, "def second():\n    return 2 / 0\nsecond()", "twice")
    traceback = "\n".join(error(cells, "first()", "twice")["traceback"])
    assert "return 1 / 0" in traceback


def test_a_syntax_error_is_an_error(cells: Cells) -> None:
    assert error(cells, "def f(:")["ename"] == "SyntaxError"


def test_an_error_does_not_stop_the_next_cell(cells: Cells) -> None:
    error(cells, "y = 1\nraise KeyError('y')")
    assert text(cells, "print(y)") == "1\n"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("input('who? ')", "EOFError"),
        ("import sys; sys.exit(3)", "SystemExit"),
        ("raise GeneratorExit", "GeneratorExit"),
        ("await 3", "TypeError"),
    ],
)
def test_whatever_is_raised_is_an_error(cells: Cells, source: str, name: str) -> None:
    assert error(cells, source)["ename"] == name


@pytest.mark.parametrize(
    "method", ["__str__", "__repr__", "_render_traceback_", "__getattribute__"]
)
@pytest.mark.parametrize("thrown", ["ValueError", "SystemExit", "E"])
def test_an_exception_that_can_not_be_shown_is_an_error(
    cells: Cells, method: str, thrown: str
) -> None:
    source = f"class E(BaseException):\n  def {method}(self, *_): raise {thrown}\nraise E"
    run = cells.run("hostile", source)
    assert run.failed
    assert text(cells, "print('on')") == "on\n"


@pytest.mark.parametrize("source", ["exit()", "quit"])
def test_exit_ends_nothing(cells: Cells, source: str) -> None:
    assert "run all the same" in text(cells, source)


def test_an_unknown_magic_fails(cells: Cells) -> None:
    run = cells.run("a cell", "%nothing_of_the_kind")
    assert run.failed
    assert "not found" in run.outputs[0]["text"]


def test_the_users_own_interrupt_passes_through(cells: Cells) -> None:
    with pytest.raises(KeyboardInterrupt):
        cells.run("a cell", "raise KeyboardInterrupt")


def test_a_failure_points_at_the_students_line(cells: Cells) -> None:
    cells.run("cell 7", "def f(x):\n    y = x @ (x / 'a')\n    return y")
    drive = Drive("call", Inputs, lambda obj, inputs: {"y": obj(inputs.tensors["x"])})
    failure = attempt(cells.namespace, "f", drive, Inputs({}, {"x": torch.ones(2)}))
    assert isinstance(failure, Failure)
    assert failure.where == "Cell 7, line 2, in f: y = x @ (x / 'a')"


def test_inspect_finds_the_source_of_a_cell(cells: Cells) -> None:
    cells.run("a cell", "def g():\n    return 'the source'")
    source = "import inspect; print(inspect.getsource(g))"
    assert "the source" in text(cells, source)


def test_the_outputs_are_nbformats(cells: Cells) -> None:
    source = "print('a')\nfrom IPython.display import HTML, display\ndisplay(HTML('b'))\n1"
    shown = [*outputs(cells, source), error(cells, "1 / 0")]
    cell = nbformat.v4.new_code_cell(outputs=[nbformat.from_dict(output) for output in shown])
    nbformat.validate(nbformat.v4.new_notebook(cells=[cell]))
    assert {output["output_type"] for output in shown} == {
        "stream",
        "display_data",
        "execute_result",
        "error",
    }


def test_nothing_unix_only_is_imported() -> None:
    blocked = ["fcntl", "resource", "pwd", "grp", "termios"]
    source = (
        f"import sys\nsys.modules.update(dict.fromkeys({blocked}))\n"
        "import autograder.running.attempt, autograder.sealed.outside.session\n"
        "from autograder.running.shell import Cells\n"
        "with Cells() as cells: print(cells.run('a', '1 + 1').outputs[0]['data']['text/plain'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", source],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.stdout == "2\n", done.stderr
