"""Floor 5: what falls due, as calendars that phones and office programs read (RFC 5545)."""
