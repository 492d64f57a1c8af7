"""Notebooks that students hand in: found in a folder, read, and merged with the source.

Loaded by: student, course. Imports: running, data, words.
"""

from autograder.notebooks.finding import Found, find
from autograder.notebooks.merging import blank, merge, runnable
from autograder.notebooks.reading import read

__all__ = ["Found", "blank", "find", "merge", "read", "runnable"]
