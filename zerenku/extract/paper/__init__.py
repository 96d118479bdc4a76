"""Pages as printed (PDF): glyphs put together again to lines, tables and paragraphs."""
