"""Word papers to the measures of GB/T 9704-2012."""
