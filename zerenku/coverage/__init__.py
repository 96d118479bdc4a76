"""What an original says and its record lacks, and the reverse: the proof that nothing was left out or added."""
