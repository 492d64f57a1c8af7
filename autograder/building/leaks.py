"""The leak gate: nothing secret may stand in what students get, in clear or encoded.

Secret are the solutions, the inputs of hidden cases, and the course key. They are looked for in a
release as it is and in all that can be decoded of it, all of them at once: a release has tens of
thousands of such views, most of them short, and thousands of strings may not stand in them.
"""

from __future__ import annotations

import io
import re
import tokenize
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ahocorasick_rs import BytesAhoCorasick
from nbformat import NotebookNode
from torch import Tensor

from autograder.building import decodings
from autograder.judging.prepared import ExerciseData
from autograder.notebooks.marks import REGION
from autograder.words.said import said

TOKENS = 6
"""A solution line with fewer tokens says nothing: `self.t = 0`."""

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
    return [Secret(said("the course key"), blobs=key_forms), *_solutions(source), *hidden]


def find(files: Mapping[str, bytes], secrets: Iterable[Secret]) -> list[str]:
    """Where a secret stands in `files`: a sentence for each.

    Example:
        >>> import base64, zlib
        >>> packed = base64.b64encode(zlib.compress(b"answer = 6 * seven"))
        >>> secret = Secret("line 3 of the solution of sgd", code="answer=6*seven")
        >>> find({"notes.txt": packed}, [secret])
        ['notes.txt holds line 3 of the solution of sgd (base64, zlib).']
    """
    secrets = list(secrets)
    search = _Search(secrets)
    found = []
    for name, data in files.items():
        left = set(range(len(secrets)))
        for encoding, view in decodings.views(data):
            here = sorted(left & search.standing_in(view))
            left.difference_update(here)
            how = f" ({', '.join(encoding)})" if encoding else ""
            found += [f"{name} holds {secrets[index].what}{how}." for index in here]
    return found


class _Search:
    """Looks for many secrets, each by its index, in one pass over a view."""

    def __init__(self, secrets: Sequence[Secret]) -> None:
        self._code = _Needles([secret.code.encode()] if secret.code else [] for secret in secrets)
        self._blobs = _Needles(secret.blobs for secret in secrets)
        self._numbers = _Needles(secret.numbers for secret in secrets)

    def standing_in(self, view: bytes) -> set[int]:
        code = self._code.found_in(_squeezed(view.decode("utf-8", "replace")).encode())
        numbers = self._numbers.found_in(view)
        several = {index for index, count in numbers.items() if count >= 2}
        return {*code, *self._blobs.found_in(view), *several}


class _Needles:
    """Byte strings of many owners: however many there are, a haystack is gone through once.

    Args:
        strings: those of each owner; an owner is known by its index.
    """

    def __init__(self, strings: Iterable[Iterable[bytes]]) -> None:
        owners: defaultdict[bytes, set[int]] = defaultdict(set)
        for index, own in enumerate(strings):
            for needle in own:
                owners[needle].add(index)
        self._owners = [*owners.values()]
        self._automaton = BytesAhoCorasick([*owners])

    def found_in(self, haystack: bytes) -> Counter[int]:
        """How many different strings of each owner stand in `haystack`."""
        matches = self._automaton.find_matches_as_indexes(haystack, overlapping=True)
        return Counter(
            index for needle in {m[0] for m in matches} for index in self._owners[needle]
        )


def _solutions(source: NotebookNode) -> Iterator[Secret]:
    """Whole regions, and their telling lines; what a public cell says as well is no secret."""
    public = _squeezed("\n".join(REGION.sub("", cell.source) for cell in source.cells))
    for cell in source.cells:
        for region in REGION.findall(cell.source):
            whole = said("a whole region of the solution of {exercise}", exercise=cell.id)
            parts = {whole: region} | {_line(cell.id, line): line for line in region.splitlines()}
            for what, text in parts.items():
                code = _squeezed(text)
                if _tokens(text) >= TOKENS and code not in public:
                    yield Secret(what, code=code)


def _line(exercise: str, line: str) -> str:
    return said(
        "the line {line} of the solution of {exercise}", line=repr(line.strip()), exercise=exercise
    )


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
    what = said(
        "inputs of the hidden case {case} of {exercise}", case=repr(case), exercise=exercise
    )
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
