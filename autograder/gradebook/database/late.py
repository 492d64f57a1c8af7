"""The penalty for what was handed in late, from the plugin that the course has configured."""

from __future__ import annotations

import sys
from typing import Any

from nbgrader.preprocessors import AssignLatePenalties


def late_penalties(app: Any) -> Any:
    """nbgrader's assigner of penalties, with its plugin.

    A plugin may lie beside `nbgrader_config.py`, as nbgrader's manual has it.
    """
    folder = app.coursedir.root
    sys.path.append(folder)
    try:
        assigner = AssignLatePenalties(parent=app)
        assigner.init_plugin()
    finally:
        sys.path.remove(folder)
    return assigner


def late_penalty(assigner: Any, notebook: Any) -> float | None:
    """The penalty of a SubmittedNotebook whose grades are in the database, from 0 to its score."""
    submission = notebook.assignment
    late = submission.total_seconds_late
    if late <= 0:
        return None
    plugin = assigner.plugin_inst
    penalty = plugin.late_submission_penalty(submission.student_id, notebook.score, late)
    return None if penalty is None else float(assigner._check_late_penalty(notebook, penalty))
