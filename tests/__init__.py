"""Tests: a package, so that support modules are imported as `tests.<name>`."""
