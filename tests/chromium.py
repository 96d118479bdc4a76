"""The browser that the tests and the relevance figures use: the machine's own Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

# Ours may be run as root, as in CI; it opens nothing but files, and is to ask nobody for anything on its own account.
CHROMIUM_OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium_path() -> str | None:
    """Where it is installed."""
    return shutil.which("chromium")


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running one, closed afterwards."""
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=chromium_path(), args=[*CHROMIUM_OPTIONS])
        try:
            yield started
        finally:
            started.close()
