"""The built site in Debian's Chromium, opened from the disk as a reader would."""
