"""Files as offices have them (Word, PDF, web pages, plain text) → an `Original`: numbered lines in reading order."""

from zerenku.extract.reading import SUFFIXES, extract

__all__ = ["SUFFIXES", "extract"]
