"""Pure functions on strings: marks of the outline, owners, times, targets, citations. No file, clock or network."""
