"""What is said of a submission as a whole: its notebook, its cells, its process, its drives."""

from __future__ import annotations

from collections.abc import Mapping

from autograder.words.said import Plural, marked

SUBMISSIONS: Mapping[str, str | Plural] = {
    # Which notebook is graded (`notebooks.finding`).
    "notebook-missing": marked("There is no notebook: hand in {wanted}."),
    "notebook-missing-among": marked("There is no notebook, only {present}: hand in {wanted}."),
    "notebook-missing-among-more": Plural(
        "There is no notebook, only {present} and {number} more: hand in {wanted}.",
        "There is no notebook, only {present} and {number} more: hand in {wanted}.",
    ),
    "notebook-ambiguous": marked(
        "It can't be told which notebook to grade: {present}. Keep one, named {wanted}."
    ),
    "notebook-ambiguous-more": Plural(
        "It can't be told which notebook to grade: {present} and {number} more. Keep one, named "
        "{wanted}.",
        "It can't be told which notebook to grade: {present} and {number} more. Keep one, named "
        "{wanted}.",
    ),
    "notebook-taken": marked("{notebook} was taken for {wanted}."),
    "notebook-ignored": marked("Ignored beside {notebook}: {present}."),
    "notebook-ignored-more": Plural(
        "Ignored beside {notebook}: {present} and {number} more.",
        "Ignored beside {notebook}: {present} and {number} more.",
    ),
    "folder-closed": marked(
        "The folder {folder} can't be opened ({reason}): look whether the submission was collected."
    ),
    # Why a notebook can't be read (`notebooks.reading`).
    "notebook-not-there": marked("{notebook} is not there: hand it in again."),
    "notebook-no-path": marked("There is no notebook {notebook}: give the path of an .ipynb file."),
    "notebook-deep": marked(
        "{notebook} is nested too deeply, or too large, to be read: open it in JupyterLab, save "
        "it, and hand it in again."
    ),
    "notebook-no-file": marked(
        "{notebook} is no ordinary file: put the notebook itself in its place."
    ),
    "notebook-closed": marked(
        "{notebook} can't be opened ({reason}): put the notebook itself in its place, not a link "
        "or a folder."
    ),
    "notebook-large": marked(
        "{notebook} is larger than {megabytes} MB, or has more than {parts} parts: clear its "
        "outputs, save it, and hand it in again."
    ),
    "notebook-empty": marked(
        "{notebook} is empty: open it in JupyterLab, save it, and hand it in again."
    ),
    "notebook-encoding": marked(
        "{notebook} is not in UTF-8 (byte {byte} at position {position}): open it in JupyterLab, "
        "save it, and hand it in again."
    ),
    "notebook-no-json": marked(
        "{notebook} is not valid JSON (line {line}, column {column}: {reason}): open it in "
        "JupyterLab, save it, and hand it in again."
    ),
    "notebook-digits": marked(
        "{notebook} holds a number of thousands of digits: open it in JupyterLab, save it, and "
        "hand it in again."
    ),
    "notebook-other-json": marked(
        "{notebook} is JSON, but no notebook: open it in JupyterLab, save it, and hand it in again."
    ),
    "notebook-format": marked(
        "{notebook} is of notebook format {version}; formats 2 to 4 can be read: open it in "
        "JupyterLab, save it, and hand it in again."
    ),
    "notebook-no-cells": marked(
        "{notebook} is JSON, but no notebook: it has no cells; open it in JupyterLab, save it, and "
        "hand it in again."
    ),
    "notebook-cells": marked(
        "{notebook} has more than {most} cells: remove those that are not needed."
    ),
    # Drives that an assignment lacks (`drives`).
    "no-drive": marked(
        "There is no drive {reference}: name one of {known}, or define it in {file} beside the "
        "notebook."
    ),
    "drives-broken": marked(
        "{path} can't be run by itself, as it is where students' code runs: {reason}. Import "
        "nothing of the assignment there."
    ),
    "drive-undefined": marked(
        "{path} defines no drive '{name}': write {name} = Drive('{name}', ...)."
    ),
    # Cells.
    "cell-failed": marked("Cell {cell} raised an exception or was stopped."),
    "cell-not-run": marked("Not run."),
    "cells-stopped": Plural(
        "{number} cell before this one had to be stopped.",
        "{number} cells before this one had to be stopped.",
    ),
    # How a sealed process ended.
    "time-used-up": marked("The submission has used up its {seconds} s."),
    "no-answer": marked("The process gave no answer within {seconds} s."),
    "wire-broken": marked("The process broke the rules of the wire: {rule}."),
    "ended-already": marked("The process has ended already."),
    "ended-closed": marked("The process closed its connection."),
    "ended-memory": marked("The process ran out of memory."),
    "ended-status": marked("The process exited with status {status}."),
    "ended-cpu": marked("The process used more than {seconds} s of CPU time."),
    "ended-killed": marked("The process was killed, as happens where memory runs out."),
    "ended-signal": marked("The process crashed ({signal})."),
}
