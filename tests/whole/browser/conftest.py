from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from .window import PATIENCE

_ARGUMENTS = (
    "--no-sandbox",  # root's has none
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


@pytest.fixture(scope="module")
def browser(
    require: Callable[[object, str], None], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    require(chromium, "chromium is not installed: apt install chromium")
    expect.set_options(timeout=PATIENCE)
    home = tmp_path_factory.mktemp("chromium")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=chromium,
            args=_ARGUMENTS,
            env={**os.environ, "HOME": str(home)},
        )
        yield launched
        launched.close()
