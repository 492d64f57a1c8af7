"""What is encoded comes out, and the work grows as the data does."""

import io
import random
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pytest

from autograder.building.decodings import views

BUNDLE = Path(__file__).parents[2] / "release" / "optimizers" / "checks.safetensors"
UNPACKER = zlib.decompressobj


def noise(length: int) -> bytes:
    return random.Random(0).randbytes(length)


def test_what_is_packed_comes_out_to_its_end() -> None:
    data = noise(100_000)
    assert (("zlib",), data) in views(b"before" + zlib.compress(data) + b"behind")


def test_what_is_packed_comes_out_as_far_as_it_is_there() -> None:
    data = noise(100_000)
    (cut,) = (view for way, view in views(zlib.compress(data, 0)[:50_000]) if way == ("zlib",))
    assert len(cut) > 49_000
    assert data.startswith(cut)


@pytest.mark.parametrize("copies", [1, 2, 4])
def test_all_views_together_are_a_few_times_as_long_as_the_data(copies: int) -> None:
    data = BUNDLE.read_bytes() * copies
    assert sum(len(view) for _, view in views(data)) < 5 * len(data)


class Counting:
    """Unpacks, and counts what it is given."""

    given = 0

    def __init__(self, wbits: int) -> None:
        self._unpacker = UNPACKER(wbits)

    def decompress(self, data: memoryview, most: int) -> bytes:
        Counting.given += len(data)
        return self._unpacker.decompress(data, most)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._unpacker, name)


def test_each_packed_part_is_read_to_its_own_end(monkeypatch: pytest.MonkeyPatch) -> None:
    part = zlib.compress(noise(6_000))
    monkeypatch.setattr(Counting, "given", 0)
    monkeypatch.setattr("autograder.building.decodings.zlib.decompressobj", Counting)
    data = part * 100
    assert sum(way == ("zlib",) for way, _ in views(data)) == 100
    assert len(data) < Counting.given < 3 * len(data)


def test_a_damaged_archive_is_looked_into_as_far_as_it_goes() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("whole.txt", "what nobody may read")
        archive.writestr("torn.txt", noise(2_000))
    data = bytearray(made.getvalue())
    data[300:900] = bytes(600)
    assert (("zip: whole.txt",), b"what nobody may read") in [*views(bytes(data))]
    central = data.index(b"PK\x01\x02")
    data[central : central + 4] = b"PK\x09\x09"
    assert ((), bytes(data)) in [*views(bytes(data))]
