"""Word documents: the package, its numbering and styles, and the stories in it; old ones through LibreOffice."""
