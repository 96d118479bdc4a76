"""Labelled questions to the catalogue of content/: what a search should find. Made from the content alone."""
