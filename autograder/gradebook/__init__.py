"""The gradebook: nbgrader's database and folders, filled with this package's results.

Nothing else in the package imports nbgrader's database.
"""

from autograder.gradebook.config import configure
from autograder.gradebook.register import register
from autograder.gradebook.writer import add, write

__all__ = ["add", "configure", "register", "write"]
