"""Floor 4: the files of a workspace, read into nodes and records, written beside and renamed."""
