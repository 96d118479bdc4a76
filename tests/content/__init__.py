"""Facts of the two plans in content/, checked against the originals clause by clause."""
