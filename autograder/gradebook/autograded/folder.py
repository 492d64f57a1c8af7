"""The folder of an autograded submission, made aside and moved into place when it is whole."""

from __future__ import annotations

import secrets
import shutil
import stat
from datetime import datetime
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.utils import parse_utc

from autograder.course import handed_in
from autograder.notebooks.marks import SUFFIX, notebook_name
from autograder.words.said import said

BYTES = 50_000_000
"""Size of all files of a submission that are copied."""
_LONGEST_NOTE = 4096

# nbgrader serves these files to the instructor's browser: nothing that runs there, or when loaded.
_SAFE = {
    *(".txt", ".md", ".py", ".csv", ".tsv", ".json", ".toml", ".yaml", ".yml"),
    *(".npy", ".png", ".jpg", ".jpeg", ".gif", ".pdf"),
}
_OURS = {"timestamp.txt", "submission_secret.txt", "not-copied.txt"}
_IGNORED = {"__pycache__", "feedback"}


def timestamp(submission: Path) -> datetime | None:
    """When a submission was handed in, naive and in UTC; None where its folder doesn't say."""
    text = _note(submission / "timestamp.txt")
    try:
        return parse_utc(text.strip()) if text else None
    except Exception:  # dateutil fails in many ways on what is no date
        return None


def make_folder(folder: Path, notebook: NotebookNode, submission: Path, final: Path) -> None:
    """Makes `folder` with everything that `autograded/` holds of a submission.

    Args:
        folder: where to make it.
        notebook: the autograded notebook.
        submission: what the student handed in.
        final: where the folder will lie, autograded/<student>/<assignment>; an earlier run's may
            lie there now.
    """
    folder.mkdir(parents=True)
    text = nbformat.writes(notebook) + "\n"
    (folder / notebook_name(final.name)).write_bytes(text.encode("utf-8", "replace"))
    if timestamp(submission):
        shutil.copyfile(submission / "timestamp.txt", folder / "timestamp.txt")
    # Feedback is released under a name made from this; a zip from elsewhere has none.
    secret = _note(submission / "submission_secret.txt") or _note(final / "submission_secret.txt")
    (folder / "submission_secret.txt").write_text(secret or secrets.token_hex(64), "utf-8")
    left_out = _copy_files(submission, folder)
    if left_out:
        lines = "".join(f"{line}\n" for line in left_out)
        (folder / "not-copied.txt").write_bytes(lines.encode("utf-8", "replace"))
    for path in folder.rglob("*"):
        if path.is_file():
            path.chmod(0o444)


def put_in_place(new: Path, final: Path, attic: Path) -> None:
    """Moves the folder `new` to `final`; what was there goes to `attic`."""
    final.parent.mkdir(parents=True, exist_ok=True)
    if final.exists():
        final.rename(attic)
    try:
        new.rename(final)
    except OSError:
        if attic.exists():
            attic.rename(final)
        raise


def _copy_files(submission: Path, folder: Path) -> list[str]:
    """Copies the student's other files; a sentence for each that is left out."""
    left_out, room = [], BYTES
    for path in handed_in.files(submission):
        name = path.relative_to(submission)
        if path.suffix.lower() == SUFFIX or name.parts[0] in _OURS or _IGNORED & {*name.parts}:
            continue
        reason = _copy_file(path, folder / name, room)
        if reason:
            left_out.append(said("{file} was not copied: {reason}.", file=name, reason=reason))
        else:
            room -= (folder / name).stat().st_size
    return left_out


def _copy_file(path: Path, copy: Path, room: int) -> str:
    """Copies a safe file of no more than `room` bytes; says why where it doesn't."""
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            return said("it is no regular file")
        if status.st_nlink > 1:  # nobody hands that in, and its other name may be one of ours
            return said("it has a second name elsewhere")
        if path.suffix.lower() not in _SAFE:
            return said("files of its kind are not shown to instructors")
        if status.st_size > room:
            return said("the files would have over {bytes} bytes together", bytes=f"{BYTES:,}")
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy, follow_symlinks=False)
    except OSError as error:
        return said("it can't be read: {reason}", reason=error.strerror)
    return ""


def _note(path: Path) -> str:
    """The text of a small regular file; empty where there is none."""
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > _LONGEST_NOTE:
            return ""
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
