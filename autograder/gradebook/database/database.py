"""The course's gradebook, opened with the configuration that nbgrader's own commands have."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from alembic.script import ScriptDirectory
from nbgrader.api import Gradebook, InvalidEntry
from nbgrader.apps import NbGrader
from nbgrader.dbutil import ALEMBIC_DIR
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.exc import DatabaseError

from autograder.errors import CourseError
from autograder.words.said import said

if TYPE_CHECKING:
    from autograder.course.course import Course


class CourseApp(NbGrader):  # type: ignore[misc]
    """nbgrader's application for one course: its configuration, without its chatter."""

    load_cwd_config = False  # the course counts, not the folder in which a command was typed
    raise_config_file_errors = True

    def init_syspath(self) -> None:
        """Does nothing; nbgrader would put the working directory before all installed packages."""


def course_app(course: Course) -> Any:
    """nbgrader's application for `course`, configured.

    Raises:
        CourseError: where a file of the configuration can't be run.
    """
    app = CourseApp(log_level=logging.ERROR)
    try:
        app.initialize([], root=str(course.root))
    except Exception as error:
        raise CourseError(
            said(
                "The nbgrader_config.py of {root} can't be run: {type}: {error}",
                root=course.root,
                type=type(error).__name__,
                error=error,
            )
        ) from error
    return app


@contextmanager
def open_gradebook(app: Any) -> Iterator[Any]:
    """The gradebook of a course; a new one where there is none yet.

    Raises:
        CourseError: where it can't be read or written.
    """
    url = app.coursedir.db_url
    try:
        _stamp_if_new(url)
        with Gradebook(url, app.coursedir.course_id) as gradebook:
            yield gradebook
    except (DatabaseError, InvalidEntry) as error:
        raise CourseError(
            said(
                "The gradebook {url} can't be used ({getattr}). Close what else has it "
                "open, or run `nbgrader db upgrade` if an older nbgrader made it; then "
                "grade again.",
                url=url,
                getattr=getattr(error, "orig", error),
            )
        ) from error


def _stamp_if_new(url: str) -> None:
    """Notes the version of nbgrader's tables in a database that has none yet.

    nbgrader would run the command `alembic` for that, which is not found where our own command is
    called by its path.
    """
    engine = create_engine(url)
    with engine.begin() as connection:
        if not inspect(connection).get_table_names():
            head = ScriptDirectory(ALEMBIC_DIR).get_current_head()
            table = "alembic_version (version_num VARCHAR(32) NOT NULL)"
            connection.execute(text(f"CREATE TABLE {table}"))
            connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": head})
    engine.dispose()
