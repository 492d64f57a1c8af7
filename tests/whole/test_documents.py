"""What the documents show works as it stands there."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from .test_imports import MAY_IMPORT, loaders

ROOT = Path(__file__).parents[2]


def autograder(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "autograder", *arguments],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.slow
def test_the_assignment_of_contributing_can_be_built_and_passes_every_gate(tmp_path: Path) -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    notebook, drives, mistakes, cases = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    [equivalent] = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    folder = tmp_path / "solutions" / "clipping"
    (folder / "mistakes").mkdir(parents=True)
    (tmp_path / "nbgrader_config.py").write_text((ROOT / "nbgrader_config.py").read_text())
    (folder / "__init__.py").touch()
    (folder / "mistakes" / "__init__.py").touch()
    (folder / "mistakes" / "clip.py").write_text(mistakes)
    (folder / "lesson.py").write_text(notebook)
    (folder / "drives.py").write_text(drives)
    (folder / "cases.py").write_text(cases)
    (folder / "equivalent.toml").write_text(equivalent)
    built = autograder("build", "clipping", cwd=tmp_path)
    assert built.returncode == 0, built.stderr
    verified = autograder("verify", "--mutants", "clipping", cwd=tmp_path)
    assert verified.returncode == 0, verified.stdout + verified.stderr
    said = " ".join(verified.stdout.split())
    assert "2 told apart, 2 by the public cases alone; 11 keys." in said
    assert "a tensor of one number scales g as that number does." in said


@pytest.mark.parametrize("command", ["build", "check", "demo", "grade", "verify"])
def test_every_command_stands_in_the_readme_or_its_help(command: str) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert f"autograder {command}" in readme or f"make {command}" in readme


def test_the_readme_says_who_loads_each_room() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    rows = re.findall(
        r"^\| ([^|\n]*/`) \| [^|\n]* \|([^|\n]*)\|([^|\n]*)\|([^|\n]*)\|$", readme, re.M
    )
    says = {
        name.strip("/").replace("/", "."): {
            who
            for who, mark in zip(("sealed process", "student", "course"), marks, strict=True)
            if "\N{CHECK MARK}" in mark
        }
        for names, *marks in rows
        for name in re.findall(r"`([^`]*)`", names)
    }
    assert says == {name: loaders(name) for name in MAY_IMPORT if name != "sealed"}
