"""Makes this folder an nbgrader course; nbgrader loads this file and gives it `get_config`."""

from pathlib import Path

from autograder.gradebook import configure

configure(get_config(), Path(__file__).parent)  # type: ignore[name-defined]  # noqa: F821
