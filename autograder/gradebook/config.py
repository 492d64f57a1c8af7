"""What a course's `nbgrader_config.py` calls, so that nbgrader's own commands work in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbgrader.converters import NbGraderException
from traitlets.config import Config

from autograder.words.said import said

WAIT = 60
"""Seconds to wait for another program (formgrader, an export) that holds the gradebook."""


def configure(c: Config, root: str | Path) -> None:
    """Makes the folder `root` an nbgrader course that `autograder grade` grades.

    nbgrader loads its configuration twice, so that whole values are assigned, never added to.

    Args:
        c: what `get_config()` gives in `nbgrader_config.py`.
        root: the course's folder.

    Example:
        >>> c = Config()
        >>> configure(c, "/courses/deep learning")
        >>> c.CourseDirectory.db_url
        'sqlite:////courses/deep learning/gradebook.db?timeout=60'
    """
    folder = Path(root).absolute()
    # Only these two mean something in such an address; the rest, Korean too, stands as it is.
    path = str(folder / "gradebook.db").replace("%", "%25").replace("?", "%3F")
    c.CourseDirectory.root = str(folder)
    c.CourseDirectory.db_url = f"sqlite:///{path}?timeout={WAIT}"
    # By name, since formgrader shows the configuration as JSON.
    c.Autograde.exporter_class = f"{__name__}.{UseAutograderGrade.__name__}"


class UseAutograderGrade(NotebookExporter):
    """In the place of the exporter of `nbgrader autograde`: it refuses.

    Stock autograding runs a student's code beside the checks that judge it, so that a faked check
    earns full points. `nbgrader autograde` and formgrader's button both make their exporter before
    they remove or write anything, so that nothing is lost here, not even with `--force`.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[no-untyped-call]
        converter: Any = self.parent
        course = converter.coursedir
        # formgrader's panel wraps no line, so that the next step comes first.
        refusal = said(
            "Nothing was changed. Use `autograder grade {assignment}`\n"
            "in {folder}:\n"
            "nbgrader itself would run a student's code beside the checks.",
            assignment=course.assignment_id,
            folder=course.root,
        )
        self.log.error(refusal)
        raise NbGraderException(refusal)
