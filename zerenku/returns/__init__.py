"""Floor 3: what districts hand in on a plan's form, checked and asked questions; no file, no clock."""
