"""The gradebook: nbgrader's database and folders, filled with our results.

Nothing else in the package imports nbgrader's database.
"""

from autograder.gradebook.config import configure
from autograder.gradebook.register import register
from autograder.gradebook.writer import write

__all__ = ["configure", "register", "write"]
