"""The gradebook: nbgrader's database and folders, filled with this package's results.

Nothing else in the package imports nbgrader's database.

Loaded by: course. Imports: grading, course, exercises, report, notebooks, results,
words.
"""

from autograder.gradebook.config import configure
from autograder.gradebook.database.register import register
from autograder.gradebook.database.writer import add, write

__all__ = ["add", "configure", "register", "write"]
