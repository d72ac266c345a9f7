"""Documents as a file for Word."""
