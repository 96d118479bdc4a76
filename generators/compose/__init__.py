"""From the catalogue to blocks: what each kind of paper says."""
