"""Floor 6: the command line. One module a command; `search` and `who` come from search/commands.py."""

from zerenku.cli.main import main

__all__ = ["main"]
