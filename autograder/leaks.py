"""The leak gate: nothing secret may stand in what students get, in clear or encoded.

Secret are the solutions, the inputs of hidden cases, and the course key. Looked for as they are and
as base64, hex, zlib, gzip, zip and UTF-16, one inside the other.
"""

from __future__ import annotations

import base64
import binascii
import io
import json
import re
import tokenize
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nbformat import NotebookNode
from torch import Tensor

from autograder.data import ExerciseData

TOKENS = 6
"""A solution line with fewer tokens says nothing: `self.t = 0`."""

_REGION = re.compile(r"^[ \t]*### BEGIN SOLUTION$(.*?)^[ \t]*### END SOLUTION$", re.M | re.S)
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{24,}={0,2}")
_HEX = re.compile(rb"(?:[0-9a-fA-F]{2}){16,}")
_PACKED = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")
_DEPTH = 3
_UNPACKED = 64 * 1024 * 1024
_WINDOW = 24  # bytes of a tensor: no chance match, and short enough to find a part of it


@dataclass(frozen=True)
class Secret:
    """Something that must not be found.

    Args:
        what: how it is called where it is found.
        code: text that counts without its blanks.
        blobs: byte strings of which one is enough.
        numbers: as text; two of them are enough, for one may be chance.
    """

    what: str
    code: str = ""
    blobs: tuple[bytes, ...] = ()
    numbers: frozenset[bytes] = frozenset()


def secrets_of(source: NotebookNode, exercises: Sequence[ExerciseData], key: bytes) -> list[Secret]:
    """All secrets of an assignment.

    Args:
        source: the instructor's notebook, solutions in it.
        exercises: all cases, hidden ones too.
        key: the course key.
    """
    key_forms = (key, key.hex().encode(), key.hex().upper().encode())
    hidden = [
        _hidden_case(exercise.name, case.name, case.inputs.settings, case.inputs.tensors)
        for exercise in exercises
        for case in exercise.cases
        if not case.public
    ]
    return [Secret("the course key", blobs=key_forms), *_solutions(source), *hidden]


def find(files: Mapping[str, bytes], secrets: Iterable[Secret]) -> list[str]:
    """Where a secret stands in `files`: a sentence for each.

    Example:
        >>> packed = base64.b64encode(zlib.compress(b"answer = 6 * seven"))
        >>> secret = Secret("line 3 of the solution of sgd", code="answer=6*seven")
        >>> find({"notes.txt": packed}, [secret])
        ['notes.txt holds line 3 of the solution of sgd (base64, zlib).']
    """
    found = []
    secrets = list(secrets)
    for name, data in files.items():
        left = secrets
        for encoding, view in _views(data, ()):
            squeezed = _squeezed(view.decode("utf-8", "replace"))
            here = [secret for secret in left if _stands_in(secret, view, squeezed)]
            left = [secret for secret in left if secret not in here]
            how = f" ({', '.join(encoding)})" if encoding else ""
            found += [f"{name} holds {secret.what}{how}." for secret in here]
    return found


def _stands_in(secret: Secret, view: bytes, squeezed: str) -> bool:
    return (
        bool(secret.code and secret.code in squeezed)
        or any(blob in view for blob in secret.blobs)
        or sum(number in view for number in secret.numbers) >= 2
    )


def _solutions(source: NotebookNode) -> Iterator[Secret]:
    """Whole regions, and their telling lines; what a public cell says as well is no secret."""
    public = _squeezed("\n".join(_REGION.sub("", cell.source) for cell in source.cells))
    for cell in source.cells:
        for region in _REGION.findall(cell.source):
            parts = {"a whole region": region}
            parts |= {f"the line {line.strip()!r}": line for line in region.splitlines()}
            for what, text in parts.items():
                code = _squeezed(text)
                if _tokens(text) >= TOKENS and code not in public:
                    yield Secret(f"{what} of the solution of {cell.id}", code=code)


def _hidden_case(
    exercise: str, case: str, settings: Mapping[str, Any], tensors: Mapping[str, Tensor]
) -> Secret:
    numbers = set(_telling(_leaves(settings)))
    blobs = []
    for tensor in tensors.values():
        if not tensor.is_floating_point() or not tensor.any():
            continue
        numbers |= set(_telling(tensor.flatten().tolist()))
        blobs += [_window(tensor.float()), _window(tensor.double())]
    what = f"inputs of the hidden case {case!r} of {exercise}"
    return Secret(what, blobs=tuple(blobs), numbers=frozenset(numbers))


def _window(tensor: Tensor) -> bytes:
    """The first bytes from where the tensor is not zero."""
    flat = tensor.flatten()
    return flat[int(flat.nonzero()[0]) :].numpy().tobytes()[:_WINDOW]


def _telling(numbers: Iterable[float]) -> Iterator[bytes]:
    """Numbers that nobody writes by chance, as text: eight digits and more, cut there."""
    for number in numbers:
        text = repr(abs(number))
        if sum(sign.isdigit() for sign in text.split("e")[0]) >= 8:
            yield text[:9].encode()


def _leaves(value: Any) -> Iterator[float]:
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for entry in value:
            yield from _leaves(entry)
    elif isinstance(value, int | float):
        yield value


def _views(data: bytes, encoding: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], bytes]]:
    """`data` as it is, and decoded in every way in which it can be."""
    yield encoding, data
    if len(encoding) < _DEPTH:
        for name, decoded in _decoded(data):
            yield from _views(decoded, encoding if name == "" else (*encoding, name))


def _decoded(data: bytes) -> Iterator[tuple[str, bytes]]:
    strings = _json_strings(data)
    if strings:
        yield "", strings
    for match in _PACKED.finditer(data):
        unpacked = _unpacked(data[match.start() :])
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


def _unpacked(data: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=47).decompress(data, _UNPACKED)
    except zlib.error:
        return b""


def _members(data: bytes) -> Iterator[tuple[str, bytes]]:
    if not (data.startswith(b"PK") and zipfile.is_zipfile(io.BytesIO(data))):
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            yield f"zip: {name}", archive.read(name)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _tokens(text: str) -> int:
    """How many tokens Python sees in a line or a region, comments and blanks aside."""
    silent = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT}
    count = 0
    try:
        for token in tokenize.generate_tokens(io.StringIO(text.strip()).readline):
            count += token.type not in silent and bool(token.string)
    except (tokenize.TokenError, IndentationError):
        pass  # a line out of its block: what was seen so far counts
    return count
