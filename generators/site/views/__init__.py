"""What each page kind needs to know, gathered from the catalogue; no HTML here and no file."""
