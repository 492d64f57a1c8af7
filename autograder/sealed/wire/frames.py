"""The wire: frames of two lengths, a JSON header and tensors as safetensors.

A frame is 8 bytes for the length of the header, 8 bytes for that of the body (both little-endian),
the header (a JSON object in UTF-8), and the body (a safetensors file, or nothing where there are
no tensors). Nothing that is read is ever executed, and no more is kept than has arrived.
"""

from __future__ import annotations

import json
import socket
import struct
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

import safetensors.torch
from torch import Tensor

from autograder.data.dtypes import DTYPES
from autograder.errors import Died, ProtocolBroken, SealError, TimedOut
from autograder.running.caps import MAX_AXES, MAX_NAME, MAX_TENSORS

_LENGTHS = struct.Struct("<QQ")
_CHUNK = 1 << 20


@dataclass(frozen=True)
class Caps:
    """The most bytes that a header and a body may have."""

    header: int
    body: int


def pack(tensors: Mapping[str, Tensor]) -> bytes:
    """The body of a frame.

    Raises:
        SealError: where a tensor is not carried.
    """
    try:
        # Tensors that share memory are refused by safetensors, hence the copies.
        copies = {name: tensor.contiguous().clone() for name, tensor in tensors.items()}
        return safetensors.torch.save(copies) if copies else b""
    except (TypeError, ValueError, RuntimeError) as error:
        raise SealError(f"what was to be sent can't be carried: {error}") from error


def encode(header: Mapping[str, Any], body: bytes) -> bytes:
    """The frame of `header` and of what `pack` made of tensors.

    Lone surrogates, which no UTF-8 can hold, become question marks.

    Raises:
        SealError: where the header is no JSON (NaN is none).
    """
    try:
        text = json.dumps(header, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace")
    except (TypeError, ValueError) as error:
        raise SealError(f"what was to be sent can't be carried: {error}") from error
    return _LENGTHS.pack(len(text), len(body)) + text + body


def decode(header: bytes, body: bytes) -> tuple[dict[str, Any], dict[str, Tensor]]:
    """The header and the tensors in a frame's two parts.

    Raises:
        ProtocolBroken: whatever the bytes are, where they say nothing.
    """
    return _read_object(header, "header"), _read_tensors(body)


def send(
    sock: socket.socket, header: Mapping[str, Any], body: bytes = b"", deadline: float | None = None
) -> None:
    """Writes one frame of `header` and of what `pack` made of tensors.

    `deadline` is a time of `time.monotonic`; None waits for ever.

    Raises:
        TimedOut: where the other side does not take it in time.
        Died: where the other side is gone.
    """
    frame = encode(header, body)
    _set_timeout(sock, deadline)
    try:
        sock.sendall(frame)
    except TimeoutError:
        raise TimedOut("it did not take what was sent in time") from None
    except OSError:
        raise Died("it closed its connection") from None


def receive(
    sock: socket.socket, caps: Caps, deadline: float | None = None
) -> tuple[dict[str, Any], dict[str, Tensor]]:
    """Reads one frame. `deadline` holds for the whole of it, however slowly it drips.

    Raises:
        TimedOut: where the frame is not whole in time.
        Died: where the other side ends before that.
        ProtocolBroken: where it is larger than `caps`, or says nothing.
    """
    header_size, body_size = _LENGTHS.unpack(_read(sock, _LENGTHS.size, deadline))
    if header_size > caps.header or body_size > caps.body:
        raise ProtocolBroken(
            f"it announced {header_size} + {body_size} bytes, "
            f"where {caps.header} + {caps.body} are allowed"
        )
    header = _read(sock, header_size, deadline)
    return decode(header, _read(sock, body_size, deadline))


def expect_silence(sock: socket.socket) -> None:
    """Makes sure that nothing was sent before it was asked for.

    Raises:
        ProtocolBroken: where something was.
        Died: where the other side is gone.
    """
    try:
        sock.settimeout(0)
        early = sock.recv(1, socket.MSG_PEEK)
    except BlockingIOError:
        return
    except OSError:
        early = b""
    if early:
        raise ProtocolBroken("it spoke before it was asked")
    raise Died("it closed its connection")


def _set_timeout(sock: socket.socket, deadline: float | None) -> None:
    if deadline is None:
        sock.settimeout(None)
        return
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise TimedOut("its time is up")
    sock.settimeout(seconds)


def _read(sock: socket.socket, size: int, deadline: float | None) -> bytes:
    """`size` bytes; the buffer grows with what has arrived, not with what was announced."""
    buffer = bytearray()
    while len(buffer) < size:
        _set_timeout(sock, deadline)
        try:
            chunk = sock.recv(min(size - len(buffer), _CHUNK))
        except TimeoutError:
            raise TimedOut("its time is up") from None
        except OSError:
            chunk = b""
        if not chunk:
            raise Died("it closed its connection")
        buffer += chunk
    return bytes(buffer)


def _read_object(data: bytes, part: str) -> dict[str, Any]:
    """The JSON object in `data`: finite numbers, and text that UTF-8 can hold."""
    try:
        value = json.loads(data.decode("utf-8"), parse_constant=_refuse, parse_float=_finite)
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError):
        raise ProtocolBroken(f"its {part} is no JSON") from None
    if not isinstance(value, dict):
        raise ProtocolBroken(f"its {part} is no JSON object")
    return value


def _refuse(token: str) -> NoReturn:
    raise ValueError(f"{token} is no JSON")


def _finite(token: str) -> float:
    value = float(token)
    return value if abs(value) < float("inf") else _refuse(token)


def _read_tensors(body: bytes) -> dict[str, Tensor]:
    if not body:
        return {}
    size = int.from_bytes(body[:8], "little")
    entries = _read_object(body[8 : 8 + size], "list of tensors")
    if len(entries) > MAX_TENSORS:
        raise ProtocolBroken(f"it sent {len(entries)} tensors, where {MAX_TENSORS} are allowed")
    for name, entry in entries.items():
        _check_entry(name, entry)
    try:
        return safetensors.torch.load(body)
    # safetensors has an error of its own; torch raises several for shapes that it can't make.
    except Exception:
        raise ProtocolBroken("its tensors can't be read") from None


def _check_entry(name: str, entry: Any) -> None:
    shown = repr(name[:40])
    if len(name) > MAX_NAME or not name.isprintable() or name == "__metadata__":
        raise ProtocolBroken(f"it sent a tensor under the name {shown}")
    if not isinstance(entry, dict) or entry.get("dtype") not in [*DTYPES]:
        raise ProtocolBroken(f"it sent a tensor {shown} of a dtype that is not carried")
    shape = entry.get("shape")
    if not isinstance(shape, list) or len(shape) > MAX_AXES:
        raise ProtocolBroken(f"it sent a tensor {shown} with a shape that is not carried")
