"""The private folders of a sealed process, the same under every seal."""

from __future__ import annotations

from pathlib import Path

HOME, TEMPORARY, WORK = "home", "tmp", "work"


def make(scratch: Path) -> Path:
    """Makes the private folders in `scratch`; returns the working folder."""
    for name in (HOME, TEMPORARY, WORK):
        (scratch / name).mkdir(parents=True)
    return scratch / WORK


def environment(scratch: Path) -> dict[str, str]:
    """The environment variables that name the private folders in `scratch`."""
    home = str(scratch / HOME)
    return {
        "HOME": home,
        "TMPDIR": str(scratch / TEMPORARY),
        "IPYTHONDIR": home,
        "MPLCONFIGDIR": home,
        "TORCHINDUCTOR_CACHE_DIR": home,
    }
