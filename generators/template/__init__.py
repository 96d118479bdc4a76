"""A department's own Word template with Jinja fields, checked and filled as the hostile file that it may be."""
