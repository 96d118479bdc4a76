"""Floor 5, under the writers of files: the table of duties as rows, the same for CSV, Excel and the browser."""
