"""Running cells in this process, as a notebook's kernel does, but without a kernel.

IPython's own `InteractiveShell` does the work; here its display goes to a `Recorder`, its pager,
its exit and its windows go nowhere, and its tracebacks name cells as the notebook does. Nothing in
it depends on the system: a student's machine runs it too.
"""

from __future__ import annotations

import atexit
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import Any

from IPython.core import page
from IPython.core.compilerop import CachingCompiler
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from traitlets import Type
from traitlets.config import Config

from autograder.running.cell import CellRun
from autograder.running.limits import Limits
from autograder.running.notices import NO_EXIT, noticed
from autograder.running.recorder import Recorder, Stream
from autograder.running.refusals import instead_of_programs

_BACKEND = "module://matplotlib_inline.backend_inline"
"""Figures become outputs, as in Jupyter; a backend that opens windows would wait for someone."""


class Cells:
    """The cells of one notebook, run one after another; there is one such at a time.

    Args:
        output_bytes: how much one cell may print and display.

    >>> with Cells() as cells:
    ...     cells.run("first", "x = 20; x + 1").outputs[0]["data"]
    ...     cells.namespace["x"]
    {'text/plain': '21'}
    20
    """

    def __init__(self, output_bytes: int = Limits.output_bytes) -> None:
        self._recorder = Recorder(output_bytes)
        self._stdout = Stream("stdout", self._recorder)
        self._stderr = Stream("stderr", self._recorder)
        self._path, self._backend = [*sys.path], os.environ.get("MPLBACKEND")
        # As in a kernel: the working folder comes first.
        sys.path.insert(0, "")
        os.environ["MPLBACKEND"] = _BACKEND
        self._shell = _make_shell(self._recorder)

    @property
    def namespace(self) -> dict[str, Any]:
        """What the cells have defined."""
        names: dict[str, Any] = self._shell.user_ns
        return names

    def run(self, name: str, source: str) -> CellRun:
        """Runs a cell; whatever it raises becomes an output, but for the user's own Ctrl-C.

        Args:
            name: how tracebacks call it.
            source: Python as IPython knows it, magics and top-level await included.
        """
        self._recorder.clear()
        self._shell.compile.cell = name
        with self._captured():
            try:
                result = self._shell.run_cell(source, store_history=True)
            except KeyboardInterrupt:
                raise
            # IPython shows what a cell raises; this is what showing it has raised.
            except BaseException as error:
                self._recorder.error(type(error).__name__, "", [])
                return CellRun(self._recorder.outputs, failed=True)
        # Not isinstance, which asks the exception itself too.
        if issubclass(type(result.error_in_exec), KeyboardInterrupt):
            raise KeyboardInterrupt
        return CellRun(self._recorder.outputs, failed=not result.success)

    @contextmanager
    def _captured(self) -> Iterator[None]:
        """Output goes to the recorder, and whoever asks for input hears that there is none."""
        stdin, sys.stdin = sys.stdin, io.StringIO()
        try:
            with redirect_stdout(self._stdout), redirect_stderr(self._stderr):
                yield
        finally:
            sys.stdin = stdin

    def start_nothing(self) -> None:
        """From now on, cells print a notice where they would start a program or ask for input."""
        instead_of_programs(self._shell)

    def limit_output(self, output_bytes: int) -> None:
        """Changes how much one cell may print and display, from the next one on."""
        self._recorder.cap = output_bytes

    def forget(self) -> None:
        """Forgets all cells that have run: the next one is the first."""
        self._shell.reset(aggressive=False)
        self._shell.compile.forget()
        self._recorder.clear()

    def close(self) -> None:
        """Gives the process back as it was."""
        atexit.unregister(self._shell.atexit_operations)
        self._shell.atexit_operations()
        self._shell.restore_sys_module_state()
        _Shell.clear_instance()
        sys.path[:] = self._path
        del os.environ["MPLBACKEND"]
        if self._backend is not None:
            os.environ["MPLBACKEND"] = self._backend

    def __enter__(self) -> Cells:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _Compiler(CachingCompiler):
    """Names code by its cell."""

    cell = ""

    def get_code_name(self, raw_code: str, transformed_code: str, number: int) -> str:
        del raw_code, transformed_code
        return f"<{self.cell} [{number}]>"

    def forget(self) -> None:
        self._filename_map.clear()

    def format_code_name(self, name: str) -> tuple[str, str] | None:
        if name not in self._filename_map:
            return None
        cell, _, _ = name[1:].rpartition(" [")
        return "Cell", cell.removeprefix("cell ")


class _DisplayHook(DisplayHook):
    recorder: Recorder

    def write_output_prompt(self) -> None:
        pass

    def write_format_data(self, format_dict: Any, md_dict: Any = None) -> None:
        self.recorder.result(self.prompt_count, format_dict, md_dict)

    def finish_displayhook(self) -> None:
        self._is_active = False


class _DisplayPublisher(DisplayPublisher):
    recorder: Recorder

    def publish(
        self,
        data: Any,
        metadata: Any = None,
        source: Any = None,
        *,
        transient: Any = None,
        update: bool = False,
        **_: Any,
    ) -> None:
        del source
        key = (transient or {}).get("display_id")
        record = self.recorder.update if update else self.recorder.display
        record(data, metadata, key)

    def clear_output(self, wait: bool = False) -> None:
        del wait
        self.recorder.clear()


class _Shell(InteractiveShell):
    compiler_class = Type(_Compiler)
    displayhook_class = Type(_DisplayHook)
    display_pub_class = Type(_DisplayPublisher)
    colors = "nocolor"
    recorder: Recorder

    def ask_exit(self) -> None:
        print(noticed(NO_EXIT))

    def enable_gui(self, gui: Any = None) -> None:
        """There are no windows."""

    def _showtraceback(self, etype: Any, evalue: Any, stb: list[str]) -> None:
        try:
            message = str(evalue)
        except Exception:
            message = ""
        self.recorder.error(etype.__name__, message, stb)


def _make_shell(recorder: Recorder) -> Any:
    """The shell of this process; Any, since IPython annotates too little of itself."""
    shell: Any = _Shell.instance(config=Config({"HistoryManager": {"enabled": False}}))
    parts: tuple[Any, ...] = (shell, shell.displayhook, shell.display_pub)
    for part in parts:
        part.recorder = recorder
    shell.set_hook("show_in_pager", page.as_hook(page.display_page), 90)
    return shell
