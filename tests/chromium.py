"""The browser that the tests and the relevance figures use: the machine's own Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

# For each window Chromium makes ready two pages of its own that would hang from an address bar nobody sees: more work
# than the page under test. Of two lists of features the last one counts, so those that Playwright turns off and that a
# page can notice are here again.
FEATURES_OFF = (
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "AimEnabled",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)
# Ours may be run as root, as in CI; it opens nothing but files, and is to ask nobody for anything on its own account.
CHROMIUM_OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(FEATURES_OFF)}",
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
