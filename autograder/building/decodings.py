"""Bytes as they are, and decoded in every way in which they can be.

Base64, hex, zlib, gzip, zip and UTF-16, one inside the other; strings of JSON with their escapes
undone. What all views hold grows as the bytes do, and so does the work.
"""

from __future__ import annotations

import base64
import binascii
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{24,}={0,2}")
_HEX = re.compile(rb"(?:[0-9a-fA-F]{2}){16,}")
_PACKED = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")
_DEPTH = 3
_UNPACKED = 64 * 1024 * 1024
_UNREADABLE = (zipfile.BadZipFile, zlib.error, RuntimeError, OSError, EOFError)
_BITE = 4096  # bytes: zlib copies what it was given beyond the end of what is packed


def views(data: bytes, encoding: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], bytes]]:
    """`data`, and all that can be decoded of it, each with the names of its encodings.

    Args:
        data: what is looked into.
        encoding: the encodings that were undone already, the outermost first.

    Example:
        >>> packed = base64.b64encode(zlib.compress(b"what nobody may read"))
        >>> (("base64", "zlib"), b"what nobody may read") in views(packed)
        True
    """
    yield encoding, data
    if len(encoding) < _DEPTH:
        for name, decoded in _decoded(data):
            yield from views(decoded, encoding if name == "" else (*encoding, name))


def _decoded(data: bytes) -> Iterator[tuple[str, bytes]]:
    strings = _json_strings(data)
    if strings:
        yield "", strings
    for match in _PACKED.finditer(data):
        unpacked = _unpacked(memoryview(data)[match.start() :])
        if unpacked:
            yield "zlib", unpacked
    # Encoded text is often broken into lines, and then runs into the words before it.
    joined = re.sub(rb"[\s\"',]+|\\n", b"", data)
    for text in {match for whole in (data, joined) for match in _HEX.findall(whole)}:
        yield "hex", binascii.unhexlify(text)
    for text in {match for whole in (data, joined) for match in _BASE64.findall(whole)}:
        for offset in range(4):
            yield "base64", _base64(text[offset:])
    if b"\0" in data:
        yield "UTF-16", data.replace(b"\0", b"")
    yield from _members(data)


def _json_strings(data: bytes) -> bytes:
    """Every string in a JSON document, its escapes undone."""
    try:
        tree = json.loads(data)
    except ValueError:
        return b""
    return "\n".join(_strings(tree)).encode("utf-8", "replace")


def _strings(tree: Any) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, Mapping):
        for name, value in tree.items():
            yield name
            yield from _strings(value)
    elif isinstance(tree, list):
        yield from ("".join(tree),) if all(isinstance(entry, str) for entry in tree) else ()
        for entry in tree:
            yield from _strings(entry)


def _base64(text: bytes) -> bytes:
    plain = text.rstrip(b"=").translate(bytes.maketrans(b"-_", b"+/"))
    return base64.b64decode(plain[: len(plain) - (len(plain) % 4 == 1)] + b"==")


def _unpacked(data: memoryview) -> bytes:
    """What is packed at the start of `data`, which is read no further than that goes."""
    unpacker, unpacked = zlib.decompressobj(wbits=47), bytearray()
    try:
        for at in range(0, len(data), _BITE):
            unpacked += unpacker.decompress(data[at : at + _BITE], _UNPACKED - len(unpacked))
            if unpacker.eof or len(unpacked) == _UNPACKED:
                break
    except zlib.error:
        return b""
    return bytes(unpacked)


def _members(data: bytes) -> Iterator[tuple[str, bytes]]:
    if not (data.startswith(b"PK") and zipfile.is_zipfile(io.BytesIO(data))):
        return
    # An archive may be damaged, locked or packed in ways that are not known here.
    with suppress(*_UNREADABLE), zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            with suppress(*_UNREADABLE):
                yield f"zip: {name}", archive.read(name)
