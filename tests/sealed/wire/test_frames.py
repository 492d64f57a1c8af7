from __future__ import annotations

import json
import socket
import struct
import threading
import time
import tracemalloc
from collections.abc import Iterator
from contextlib import suppress

import pytest
import safetensors.torch
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor

from autograder.data.dtypes import DTYPES
from autograder.errors import Died, ProtocolBroken, SealError, TimedOut
from autograder.running.caps import MAX_TENSORS
from autograder.sealed.wire.frames import Caps, decode, encode, expect_silence, pack, receive, send

Pair = tuple[socket.socket, socket.socket]
CAPS = Caps(header=1000, body=1000)


@pytest.fixture
def pair() -> Iterator[Pair]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


def soon() -> float:
    return time.monotonic() + 0.2


def frame(header: bytes, body: bytes = b"") -> bytes:
    return struct.pack("<QQ", len(header), len(body)) + header + body


def tensors_of(entries: dict[str, object], data: bytes = b"") -> bytes:
    """The bytes of a safetensors file with any header at all."""
    header = json.dumps(entries).encode()
    return struct.pack("<Q", len(header)) + header + data


TENSORS = [
    torch.arange(6.0).reshape(2, 3),
    torch.tensor(1.5),
    torch.empty(0, 3),
    torch.tensor([[True, False]]),
    torch.tensor([float("nan"), float("inf")], dtype=torch.float64),
    torch.tensor([1, 2], dtype=torch.bfloat16),
    torch.tensor([1, 2], dtype=torch.float16),
    torch.tensor([-1], dtype=torch.int8),
    torch.tensor([2**62]),
    torch.ones(1).expand(4, 5),
    torch.arange(6).reshape(2, 3).T,
]


def test_a_frame_comes_back_as_it_was(pair: Pair) -> None:
    header = {"type": "case", "text": "한글 \U0001f600 \x00", "numbers": [1, -2.5, None, True]}
    tensors = {f"w{i}/ 가": tensor for i, tensor in enumerate(TENSORS)}
    send(pair[0], header, pack(tensors), soon())
    got, back = receive(pair[1], Caps(10_000, 10_000), soon())
    assert got == header
    assert back.keys() == tensors.keys()
    for name, tensor in tensors.items():
        assert back[name].dtype == tensor.dtype
        assert torch.equal(back[name].nan_to_num(), tensor.nan_to_num())
        assert back[name].shape == tensor.shape


def test_tensors_that_share_memory_are_carried(pair: Pair) -> None:
    one = torch.arange(4.0)
    send(pair[0], {}, pack({"a": one, "b": one[:2]}), soon())
    assert receive(pair[1], CAPS, soon())[1]["b"].tolist() == [0.0, 1.0]


def test_a_large_frame_crosses_while_it_is_read(pair: Pair) -> None:
    tensors = {"w": torch.rand(1_000_000)}
    sender = threading.Thread(target=send, args=(pair[0], {}, pack(tensors)))
    sender.start()
    _, back = receive(pair[1], Caps(100, 5_000_000))
    sender.join()
    assert torch.equal(back["w"], tensors["w"])


def test_lone_surrogates_become_question_marks() -> None:
    assert encode({"a": "x\ud800y"}, b"").endswith(b'{"a": "x?y"}')


@pytest.mark.parametrize(
    ("header", "tensors"),
    [
        ({"a": float("nan")}, {}),
        ({"a": object()}, {}),
        ({}, {"w": torch.zeros(2).to_sparse()}),
        ({}, {"w": torch.zeros(2, device="meta")}),
    ],
)
def test_what_can_not_be_carried_is_said(
    header: dict[str, object], tensors: dict[str, Tensor]
) -> None:
    with pytest.raises(SealError, match="can't be carried"):
        encode(header, pack(tensors))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xff" * 16, "announced"),
        (struct.pack("<QQ", 1001, 0), "announced 1001"),
        (struct.pack("<QQ", 2, 1 << 62), "1000 are allowed"),
        (frame(b"garbage"), "no JSON"),
        (frame(b""), "no JSON"),
        (frame(b"\xff{}"), "no JSON"),
        (frame(b"[1]"), "no JSON object"),
        (frame(b'{"a": NaN}'), "no JSON"),
        (frame(b'{"a": -Infinity}'), "no JSON"),
        (frame(b'{"a": 1e999}'), "no JSON"),
        (frame(b'{"a": "\\ud800"}'), "no JSON"),
        (frame(b'{"a": ' + b"[" * 900), "no JSON"),
        (frame(b"{}", b"garbage"), "no JSON"),
        (frame(b"{}", tensors_of({"w": 3})), "dtype"),
        (frame(b"{}", tensors_of({"w": {"dtype": ["F32"]}})), "dtype"),
        (frame(b"{}", tensors_of({"w": {"dtype": "F8_E4M3", "shape": []}})), "dtype"),
        (frame(b"{}", tensors_of({"w": {"dtype": "C64", "shape": []}})), "dtype"),
        (frame(b"{}", tensors_of({"w": {"dtype": "F32", "shape": 3}})), "shape"),
        (frame(b"{}", tensors_of({"w": {"dtype": "F32", "shape": [1] * 17}})), "shape"),
        (frame(b"{}", tensors_of({"w" * 300: {}})), "name"),
        (frame(b"{}", tensors_of({"__metadata__": {"a": "b"}})), "name"),
        (frame(b"{}", tensors_of({"\x1b[2J": {}})), "name"),
        (frame(b"{}", tensors_of({"w\u202e0": {}})), "name"),
        (
            frame(
                b"{}",
                tensors_of({"w": {"dtype": "F32", "shape": [2], "data_offsets": [0, 4]}}, b"1234"),
            ),
            "can't be read",
        ),
        (
            frame(
                b"{}",
                tensors_of({"w": {"dtype": "F32", "shape": [-1], "data_offsets": [0, 4]}}, b"1234"),
            ),
            "can't be read",
        ),
        (
            frame(
                b"{}",
                tensors_of({"w": {"dtype": "U8", "shape": [0, 2**63], "data_offsets": [0, 0]}}),
            ),
            "can't be read",
        ),
    ],
)
def test_what_no_honest_side_sends(pair: Pair, data: bytes, said: str) -> None:
    pair[0].sendall(data)
    with pytest.raises(ProtocolBroken, match=said):
        receive(pair[1], CAPS, soon())


def test_json_that_is_too_deep_is_no_json(pair: Pair) -> None:
    data = frame(b'{"a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}")
    sender = threading.Thread(target=pair[0].sendall, args=(data,))
    sender.start()
    with pytest.raises(ProtocolBroken, match="no JSON"):
        receive(pair[1], Caps(1_000_000, 0), soon())
    sender.join()


def test_too_many_tensors() -> None:
    entry = {"dtype": "U8", "shape": [0], "data_offsets": [0, 0]}
    body = tensors_of({str(i): entry for i in range(MAX_TENSORS + 1)})
    with pytest.raises(ProtocolBroken, match="4097 tensors"):
        decode(b"{}", body)


@pytest.mark.parametrize("data", [b"", b"\x02", frame(b"{}")[:-1], frame(b"{}", b"1234")[:-2]])
def test_the_end_before_the_end_of_a_frame(pair: Pair, data: bytes) -> None:
    pair[0].sendall(data)
    pair[0].close()
    with pytest.raises(Died):
        receive(pair[1], CAPS, soon())


def test_silence_times_out(pair: Pair) -> None:
    with pytest.raises(TimedOut):
        receive(pair[1], CAPS, soon())


def test_a_slow_drip_gains_nothing(pair: Pair) -> None:
    done = threading.Event()

    def drip() -> None:
        for byte in frame(b"{" + b" " * 900):
            with suppress(OSError):
                pair[0].sendall(bytes([byte]))
            if done.wait(0.01):
                return

    dripper = threading.Thread(target=drip)
    dripper.start()
    # A timer that began anew with every byte would wait for all of them, and then find no JSON.
    with pytest.raises(TimedOut):
        receive(pair[1], CAPS, soon())
    done.set()
    dripper.join()


def test_a_side_that_does_not_read_times_out(pair: Pair) -> None:
    with pytest.raises(TimedOut):
        send(pair[0], {}, pack({"w": torch.zeros(1_000_000)}), soon())


def test_a_deadline_in_the_past(pair: Pair) -> None:
    pair[0].sendall(frame(b"{}"))
    with pytest.raises(TimedOut):
        receive(pair[1], CAPS, time.monotonic() - 1)


def test_sending_to_nobody(pair: Pair) -> None:
    pair[1].close()
    with pytest.raises(Died):
        send(pair[0], {}, b"", soon())


def test_memory_follows_what_arrives_not_what_is_announced(pair: Pair) -> None:
    pair[0].sendall(struct.pack("<QQ", 2, 1 << 40) + b"{}" + b"1234")
    pair[0].close()
    tracemalloc.start()
    try:
        with pytest.raises(Died):
            receive(pair[1], Caps(1 << 40, 1 << 40), soon())
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


def test_silence_is_expected_between_frames(pair: Pair) -> None:
    expect_silence(pair[1])
    pair[0].sendall(b"x")
    with pytest.raises(ProtocolBroken, match="before it was asked"):
        expect_silence(pair[1])


def test_the_end_is_no_silence(pair: Pair) -> None:
    pair[0].close()
    with pytest.raises(Died):
        expect_silence(pair[1])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
OFFSETS = st.lists(st.integers(-1, 20) | st.integers(), min_size=2, max_size=2)
ENTRY = st.fixed_dictionaries(
    {
        "dtype": st.sampled_from([*DTYPES, "C64", "F4"]),
        "shape": st.lists(st.integers(-1, 4) | st.integers(), max_size=4),
        "data_offsets": OFFSETS,
    }
)
LIKE_TENSORS = st.builds(
    tensors_of,
    st.dictionaries(st.text(max_size=3), ENTRY | JSON, max_size=3),
    st.binary(max_size=20),
)


@settings(deadline=None)
@given(header=st.binary() | JSON.map(lambda value: json.dumps(value).encode()), body=st.binary())
def test_any_bytes_are_read_or_refused(header: bytes, body: bytes) -> None:
    with suppress(ProtocolBroken):
        decode(header, body)


@settings(deadline=None)
@given(body=LIKE_TENSORS)
def test_any_list_of_tensors_is_read_or_refused(body: bytes) -> None:
    with suppress(ProtocolBroken):
        _, tensors = decode(b"{}", body)
        assert all(tensor.dtype in DTYPES.values() for tensor in tensors.values())


@settings(deadline=None)
@given(data=st.data())
def test_a_frame_with_one_byte_changed_is_read_or_refused(data: st.DataObject) -> None:
    body = bytearray(safetensors.torch.save({"w": torch.arange(3.0), "v": torch.tensor([1])}))
    place = data.draw(st.integers(0, len(body) - 1))
    body[place] = data.draw(st.integers(0, 255))
    with suppress(ProtocolBroken):
        decode(b"{}", bytes(body))
