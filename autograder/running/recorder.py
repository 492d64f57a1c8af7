"""What a cell prints, displays and raises, kept in nbformat's form and capped in bytes."""

from __future__ import annotations

import base64
import io
import json
import threading
from collections.abc import Mapping
from typing import Any, TypeAlias

from autograder.running.caps import MAX_ERRORS, MAX_LINES, MAX_OUTPUTS
from autograder.running.cell import error_output
from autograder.running.notices import LEFT_OUT, noticed

_Data: TypeAlias = Mapping[str, Any]

# Room for the errors, for what is between them, and for saying that there is no more room.
_OUTPUTS = MAX_OUTPUTS - 2 * MAX_ERRORS - 1
_MESSAGE = 2000
_TRACEBACK = 20_000


class Recorder:
    """The outputs of the cell that runs.

    Args:
        cap: how many bytes a cell may print and display; what comes after is left out, and that
            is said. The errors of a cell are a few, and short.

    >>> recorder = Recorder(cap=8)
    >>> recorder.write("stdout", "12345678...")
    >>> recorder.outputs[0]["text"]
    '12345678\\n[the rest of the output is left out: a cell may have 8 bytes and 989 pieces]\\n'
    """

    def __init__(self, cap: int) -> None:
        self.cap = cap
        # Cells may print from threads.
        self._lock = threading.RLock()
        self.clear()

    def clear(self) -> None:
        """Forgets all, for a new cell or because the cell says so."""
        with self._lock:
            self.outputs: list[dict[str, Any]] = []
            self._displays: dict[str, dict[str, Any]] = {}
            self._room = self.cap
            self._cut = False

    def write(self, name: str, text: str) -> None:
        """Adds to the stream `name`, "stdout" or "stderr"."""
        with self._lock:
            data = text.encode("utf-8", "replace")
            self._append(name, data[: self._room].decode("utf-8", "ignore"))
            self._take(len(data))

    def display(self, data: _Data, metadata: _Data | None, key: object = None) -> None:
        """Adds a "display_data", which `update` finds again by `key`."""
        output = self._rich("display_data", data, metadata)
        if output is not None and key is not None:
            self._displays[str(key)] = output

    def update(self, data: _Data, metadata: _Data | None, key: object) -> None:
        """Changes what was displayed under `key` in this cell."""
        with self._lock:
            displayed = self._displays.get(str(key))
            changed = {"data": _plain(data), "metadata": _plain(metadata or {})}
            if displayed is not None and self._take(_size(changed)):
                displayed.update(changed)

    def result(self, count: int, data: _Data, metadata: _Data | None) -> None:
        """Adds an "execute_result"."""
        output = self._rich("execute_result", data, metadata)
        if output is not None:
            output["execution_count"] = count

    def error(self, name: str, message: str, traceback: list[str]) -> None:
        """Adds an "error"; the end of a long traceback is what counts."""
        shown = "\n".join(traceback)[-_TRACEBACK:].split("\n")[-MAX_LINES:]
        with self._lock:
            errors = sum(output["output_type"] == "error" for output in self.outputs)
            if errors < MAX_ERRORS:
                self.outputs.append(error_output(name[:_MESSAGE], message[:_MESSAGE], shown))

    def _rich(self, kind: str, data: _Data, metadata: _Data | None) -> dict[str, Any] | None:
        output = {"output_type": kind, "data": _plain(data), "metadata": _plain(metadata or {})}
        with self._lock:
            if not self._take(_size(output)):
                return None
            self.outputs.append(output)
            return output

    def _take(self, size: int) -> bool:
        """Whether there is room for `size` bytes; where not, there is none from now on."""
        fits = size <= self._room and len(self.outputs) < _OUTPUTS
        self._room = self._room - size if fits else 0
        if not fits and not self._cut:
            self._cut = True
            # On stdout: nbgrader takes whatever is on stderr for an error.
            rest = noticed(LEFT_OUT, bytes=f"{self.cap:,}", pieces=str(_OUTPUTS))
            self._append("stdout", f"\n[{rest}]\n")
        return fits

    def _append(self, name: str, text: str) -> None:
        last = self.outputs[-1] if self.outputs else {}
        if last.get("name") == name:
            last["text"] += text
        elif text:
            self.outputs.append({"output_type": "stream", "name": name, "text": text})


class Stream(io.TextIOBase):
    """What `sys.stdout` and `sys.stderr` are while a cell runs."""

    encoding = "utf-8"

    def __init__(self, name: str, recorder: Recorder) -> None:
        self._name = name
        self._recorder = recorder

    def writable(self) -> bool:
        """Yes."""
        return True

    def write(self, text: str) -> int:
        """Hands `text` to the recorder."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._recorder.write(self._name, text)
        return len(text)


def _size(value: _Data) -> int:
    return len(json.dumps(value))


def _plain(value: _Data) -> dict[str, Any]:
    """`value` as JSON data; bytes, as of an image, in base64."""
    try:
        text = json.dumps(value, default=_stand_in, allow_nan=False)
    except (TypeError, ValueError, RecursionError):
        text = json.dumps({"text/plain": str(value)})
    plain: dict[str, Any] = json.loads(text)
    return plain


def _stand_in(value: object) -> str:
    return base64.b64encode(value).decode() if isinstance(value, bytes) else str(value)
