"""Settings for every test, and the one browser; each subject keeps its own support module."""

import shutil
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

# The same examples on every run and machine: a red test must stay red until somebody mends it. Two cores shared with a
# browser make single examples slow now and then, so time is no verdict.
settings.register_profile(
    "steady", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")

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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one Chromium of a test process: a second driver beside a running one is refused by Playwright."""
    chromium = shutil.which("chromium")
    assert chromium, "没有 chromium，请运行 make test，它会安装或说明怎样安装"
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=chromium, args=[*CHROMIUM_OPTIONS])
        yield started
        started.close()
