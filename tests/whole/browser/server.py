"""A JupyterLab of its own: no configuration of this machine's, loopback only, gone afterwards."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

STARTING = 120
"""Seconds after which a server that hasn't said where it listens won't."""

STOPPING = 30

# JupyterLab would ask whether it may fetch news, which covers a corner of the page.
_NO_NEWS = '{"fetchNews": "false", "checkForUpdates": false}'


@dataclass(frozen=True)
class Server:
    """A JupyterLab that runs, and the folder that it shows."""

    address: str
    token: str
    root: Path

    def url(self, notebook: Path) -> str:
        """Where `notebook` opens, in a workspace of its own, so that no other one opens too."""
        path = notebook.relative_to(self.root)
        return f"{self.address}lab/workspaces/{path.parent.name}/tree/{path}?token={self.token}"


@contextmanager
def jupyter_lab(root: Path, home: Path) -> Iterator[Server]:
    """Runs JupyterLab in the folder `root` while the body does.

    Args:
        root: what it shows, and where it looks for an nbgrader course.
        home: a new folder for all that it writes elsewhere, its log among it.
    """
    settings = home / "config/lab/user-settings/@jupyterlab/apputils-extension"
    settings.mkdir(parents=True)
    (settings / "notification.jupyterlab-settings").write_text(_NO_NEWS)
    options = ["--no-browser", "--allow-root", "--ip=127.0.0.1", "--port=0"]
    options += [f"--ServerApp.root_dir={root}", "--LabApp.extension_manager=readonly"]
    with (home / "log.txt").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *options],
            cwd=root,
            env=_environment(home),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
    try:
        yield _wait_for(process, root, home)
    finally:
        _stop(process)


def _environment(home: Path) -> dict[str, str]:
    """This process's, with a home of its own; extensions are found beside the interpreter."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("JUPYTER")}
    here = str(Path(sys.executable).parent)
    return kept | {
        "HOME": str(home),
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_DATA_DIR": str(home / "data"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "IPYTHONDIR": str(home / "ipython"),
        # nbgrader calls programs by name.
        "PATH": f"{here}{os.pathsep}{os.environ['PATH']}",
    }


def _wait_for(process: subprocess.Popen[bytes], root: Path, home: Path) -> Server:
    """The server, once it has written down where it listens."""
    described = home / "runtime" / f"jpserver-{process.pid}.json"
    end = time.monotonic() + STARTING
    while process.poll() is None and time.monotonic() < end:
        # The file is made empty, and written then.
        if described.exists() and (text := described.read_text()).endswith("}"):
            said = json.loads(text)
            return Server(said["url"], said["token"], root)
        time.sleep(0.1)
    log = (home / "log.txt").read_text(errors="replace")
    raise RuntimeError(f"JupyterLab did not start. Its log ends with:\n{log[-3000:]}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Ends the server, which ends its kernels; those of a killed one end by themselves."""
    process.terminate()
    try:
        process.wait(STOPPING)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
