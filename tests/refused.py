"""What an error says, as whoever reads it is told."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from autograder.errors import AutograderError
from autograder.words.told import sentence_of, told


def words_of(error: Exception) -> str:
    return told(sentence_of(error))


@contextmanager
def refused(error: type[AutograderError], match: str) -> Iterator[None]:
    """Expects an error of this kind, with `match` in what it says."""
    with pytest.raises(error) as caught:
        yield
    assert re.search(match, words_of(caught.value))
