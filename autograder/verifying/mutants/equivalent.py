"""Equivalent mutants, as an author lists them: the same function, so that no case can kill them.

`equivalent.toml`, in the assignment's folder, as `autograder verify --mutants` writes them down:

```
[[equivalent]]
exercise = "scaled"
before = "return float(scale * x)"
after = "return (scale * x)"
reason = "a product of floats is a float already."
```
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from autograder.errors import AuthorError
from autograder.exercises.exercise import unique
from autograder.verifying.mutants.making import Mutant
from autograder.words.said import said

FILE = "equivalent.toml"


@dataclass(frozen=True)
class Equivalent:
    """A change that changes nothing, and why: exercise, before and after are those of a mutant."""

    exercise: str
    before: str
    after: str
    reason: str

    def describes(self, mutant: Mutant) -> bool:
        """Whether `mutant` is this change, on whichever line."""
        change = (mutant.exercise, mutant.before, mutant.after)
        return (self.exercise, self.before, self.after) == change


def read(folder: Path) -> tuple[Equivalent, ...]:
    """What `equivalent.toml` in `folder` lists; nothing where there is none.

    Raises:
        AuthorError: where it can't be read, or an entry is not complete.
    """
    path = folder / FILE
    if not path.is_file():
        return ()
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("equivalent", [])
        listed = tuple(Equivalent(**entry) for entry in entries)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError) as error:
        raise AuthorError(
            said(
                "{path} can't be read ({error}): write [[equivalent]] and, below it, "
                "exercise, before, after and reason.",
                path=path,
                error=error,
            )
        ) from None
    unique(
        said("{path}: the entry", path=path),
        [f"{entry.before} → {entry.after}" for entry in listed],
    )
    for entry in listed:
        if not entry.reason.strip():
            raise AuthorError(
                said(
                    "{path}: {exercise}, {after} has no reason: write why no case can tell "
                    "it from the solution.",
                    path=path,
                    exercise=entry.exercise,
                    after=repr(entry.after),
                )
            )
    return listed
