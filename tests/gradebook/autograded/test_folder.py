from __future__ import annotations

import os
import shutil
import stat
from datetime import datetime
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_markdown_cell, new_notebook

from autograder.gradebook.autograded import folder
from autograder.gradebook.autograded.folder import make_folder, put_in_place, timestamp

from ..small_course import STUDENT


@pytest.fixture
def submission(tmp_path: Path) -> Path:
    path = tmp_path / "submitted" / STUDENT / "hw"
    path.mkdir(parents=True)
    return path


def made(tmp_path: Path, submission: Path) -> dict[str, str]:
    """The files of the folder that is made of `submission`, with their texts."""
    place, final = tmp_path / "new" / STUDENT, tmp_path / "autograded" / STUDENT / "hw"
    make_folder(place, new_notebook(), submission, final)
    put_in_place(place, final, tmp_path / "old")
    files = [path for path in final.rglob("*") if path.is_file()]
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o444}
    return {str(path.relative_to(final)): path.read_text("utf-8") for path in files}


def test_the_notebook_has_the_assignment_s_name(tmp_path: Path, submission: Path) -> None:
    (submission / "hw (1).ipynb").write_text("{}")
    (submission / "timestamp.txt").write_text("2026-03-09 09:00:00 UTC")
    (submission / "submission_secret.txt").write_text("abc")
    files = made(tmp_path, submission)
    assert set(files) == {"hw.ipynb", "timestamp.txt", "submission_secret.txt"}
    assert files["timestamp.txt"] == "2026-03-09 09:00:00 UTC"
    assert files["submission_secret.txt"] == "abc"


def test_a_secret_is_made_once_and_a_timestamp_never(tmp_path: Path, submission: Path) -> None:
    first = made(tmp_path, submission)
    assert set(first) == {"hw.ipynb", "submission_secret.txt"}
    assert len(first["submission_secret.txt"]) == 128
    again = made(tmp_path, submission)
    assert again["submission_secret.txt"] == first["submission_secret.txt"]


@pytest.mark.parametrize("text", ["", "yesterday", "2026-13-45 UTC", "9" * 30, "\0", "x" * 5000])
def test_a_timestamp_that_is_none(tmp_path: Path, submission: Path, text: str) -> None:
    """nbgrader's feedback would fail on it."""
    (submission / "timestamp.txt").write_text(text)
    assert timestamp(submission) is None
    assert "timestamp.txt" not in made(tmp_path, submission)


@pytest.mark.parametrize(
    "text", ["2026-03-09 09:00:00.25 UTC\n", "2026-03-09 18:00:00.25 Asia/Seoul"]
)
def test_a_timestamp_is_naive_and_in_utc(submission: Path, text: str) -> None:
    (submission / "timestamp.txt").write_text(text)
    assert timestamp(submission) == datetime(2026, 3, 9, 9, 0, 0, 250_000)


def test_other_files_are_copied_where_they_are_safe(tmp_path: Path, submission: Path) -> None:
    (submission / "data").mkdir()
    (submission / "data" / f"{STUDENT} 1.csv").write_text("1,2")
    (submission / "my.py").write_text("x = 1")
    (submission / "page.html").write_text("<script>alert(1)</script>")
    (submission / "model.pt").write_bytes(b"\x80")
    (submission / "other.ipynb").write_text("{}")
    (submission / ".ipynb_checkpoints").mkdir()
    (submission / ".ipynb_checkpoints/my.py").write_text("")
    (tmp_path / "secret.txt").write_text("the course's")
    (submission / "link.txt").symlink_to(tmp_path / "secret.txt")
    (submission / "folder.txt").symlink_to(tmp_path)
    (submission / "second.txt").hardlink_to(tmp_path / "secret.txt")
    os.mkfifo(submission / "pipe.txt")
    files = made(tmp_path, submission)
    left_out = files.pop("not-copied.txt")
    assert set(files) == {"hw.ipynb", "submission_secret.txt", "my.py", f"data/{STUDENT} 1.csv"}
    assert left_out.splitlines() == [
        "folder.txt was not copied: it is no regular file.",
        "link.txt was not copied: it is no regular file.",
        "model.pt was not copied: files of its kind are not shown to instructors.",
        "page.html was not copied: files of its kind are not shown to instructors.",
        "pipe.txt was not copied: it is no regular file.",
        "second.txt was not copied: it has a second name elsewhere.",
    ]


def test_folders_in_the_place_of_our_files(tmp_path: Path, submission: Path) -> None:
    for name in ("timestamp.txt", "submission_secret.txt", "hw.ipynb"):
        (submission / name).mkdir()
        (submission / name / "x.txt").write_text("x")
    files = made(tmp_path, submission)
    assert set(files) == {"hw.ipynb", "submission_secret.txt", "not-copied.txt"}


def test_links_in_the_place_of_our_files(tmp_path: Path, submission: Path) -> None:
    (tmp_path / "secret.txt").write_text("2026-03-09 09:00:00 UTC")
    (submission / "timestamp.txt").symlink_to(tmp_path / "secret.txt")
    os.mkfifo(submission / "submission_secret.txt")
    files = made(tmp_path, submission)
    assert set(files) == {"hw.ipynb", "submission_secret.txt"}


def test_no_more_than_so_many_bytes(
    tmp_path: Path, submission: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "BYTES", 10)
    (submission / "a.pt").write_text("123456789")
    (submission / "a.txt").write_text("12345")
    (submission / "b.txt").write_text("123456")
    files = made(tmp_path, submission)
    assert "a.txt" in files
    assert (
        "b.txt was not copied: the files would have over 10 bytes together."
        in files["not-copied.txt"]
    )


def test_folders_in_folders(tmp_path: Path, submission: Path) -> None:
    deep = submission
    for _ in range(25):
        deep = deep / "d"
        deep.mkdir()
        (deep / "x.txt").write_text("x")
    assert 15 < sum(name.endswith("x.txt") for name in made(tmp_path, submission)) <= 20


def test_a_file_that_can_not_be_read(
    tmp_path: Path, submission: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    (submission / "closed.txt").write_text("x")
    monkeypatch.setattr(shutil, "copyfile", refuse)
    assert made(tmp_path, submission)["not-copied.txt"] == (
        "closed.txt was not copied: it can't be read: Permission denied.\n"
    )


def test_half_a_character_is_written(tmp_path: Path, submission: Path) -> None:
    notebook = new_notebook(cells=[new_markdown_cell("\ud83d")])
    make_folder(tmp_path / "new", notebook, submission, tmp_path / "autograded/kim/hw")
    assert nbformat.read(tmp_path / "new/hw.ipynb", as_version=4).cells[0].source == "?"


def test_a_folder_that_can_not_be_moved_leaves_the_old_one(tmp_path: Path) -> None:
    final = tmp_path / "final"
    final.mkdir()
    with pytest.raises(FileNotFoundError):
        put_in_place(tmp_path / "missing", final, tmp_path / "old")
    assert final.is_dir()
