"""Floor 2: sources become records, names become entries, and the sealed catalogue answers questions."""
