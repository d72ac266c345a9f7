"""Documents as text, as wide as the terminal is."""
