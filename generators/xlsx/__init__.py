"""Floor 5: Excel workbooks, the only place that writes them."""
