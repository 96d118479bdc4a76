"""责任库: structured sources of work-safety campaigns, one catalogue, many outputs."""

__version__ = "0.1.0"
