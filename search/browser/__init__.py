"""The search of the static site: `browser_files` gives all of it as plain files; nothing here knows its pages."""

from search.browser.files import CLIENT, FOLDER, ROOT, browser_files

__all__ = ["CLIENT", "FOLDER", "ROOT", "browser_files"]
