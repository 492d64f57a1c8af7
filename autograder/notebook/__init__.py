"""Notebooks that students hand in: found in a folder, read, and merged with the source."""

from autograder.notebook.finding import Found, find
from autograder.notebook.merging import blank, merge, runnable
from autograder.notebook.reading import read

__all__ = ["Found", "blank", "find", "merge", "read", "runnable"]
