"""A paper as LibreOffice prints it: rendered when LibreOffice is there, measured from the PDF."""
