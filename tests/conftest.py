"""Settings for every test, and the one browser; each subject keeps its own support module."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser

from tests.chromium import chromium, chromium_path

# The same examples on every run and machine: a red test must stay red until somebody mends it. Two cores shared with a
# browser make single examples slow now and then, so time is no verdict.
settings.register_profile(
    "steady", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
# `make soak` tries new examples in every round instead, and names the seed that brings them back.
settings.register_profile(
    "soak", deadline=None, database=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one Chromium of a test process: a second driver beside a running one is refused by Playwright."""
    assert chromium_path(), "没有 chromium，请运行 make test，它会安装或说明怎样安装"
    with chromium() as started:
        yield started
