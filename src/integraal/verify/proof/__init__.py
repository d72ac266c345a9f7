"""Claims about an instrument over every way of answering, proven or shown to be false."""
