"""Case files: read, written, and laid beside the instruments that their answers are of."""
