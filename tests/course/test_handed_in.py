"""Whatever lies in a submission's folder is listed and named, in time and without falling over."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from autograder.course import handed_in


def listed(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in handed_in.files(folder)]


def test_files_are_listed_and_links_not_followed(tmp_path: Path) -> None:
    for name in ("b.csv", "sub/a.csv", ".hidden/c.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "circle").symlink_to(".")
    assert listed(tmp_path) == ["b.csv", "circle", "sub/a.csv"]


def test_folders_deeper_than_a_path_can_say(tmp_path: Path) -> None:
    here = os.open(tmp_path, os.O_RDONLY)
    for _ in range(3000):
        os.mkdir("d", dir_fd=here)
        inner = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(here)
    (tmp_path / "a.csv").touch()
    (tmp_path / "d" / "b.csv").touch()
    assert listed(tmp_path) == ["a.csv", "d/b.csv"]
    subprocess.run(["rm", "-rf", tmp_path / "d"], check=True)  # too deep for Python's own way


def test_no_notebook_is_lost_among_many_files(tmp_path: Path) -> None:
    for number in range(1100):
        (tmp_path / f"{number}.csv").touch()
    (tmp_path / "optimizers.ipynb").touch()
    names = listed(tmp_path)
    assert len(names) == 1001
    assert names[-1] == "optimizers.ipynb"


def test_what_changes_has_another_name(tmp_path: Path) -> None:
    path = tmp_path / "a"
    names = set()
    for data in (b"", b"1", b"2"):
        path.write_bytes(data)
        names.add(handed_in.fingerprint(path))
    assert len(names) == 3
    assert handed_in.fingerprint(path) in names


def test_nothing_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "read_bytes", None)
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")
    with (tmp_path / "sparse").open("wb") as file:
        file.truncate(1 << 40)
    names = {handed_in.fingerprint(path) for path in handed_in.files(tmp_path)}
    assert len(names) == 3
    assert handed_in.fingerprint(tmp_path / "gone").endswith(f"{str(tmp_path / 'gone')!r}")
