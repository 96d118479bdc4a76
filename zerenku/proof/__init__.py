"""The self-proof of a Word paper: its XML and its rendered pages measured against GB/T 9704-2012."""
