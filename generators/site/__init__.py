"""The static site: the catalogue poured into pages, in the MkDocs Material shell. Only this package knows MkDocs."""
