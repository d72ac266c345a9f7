"""Floor 3: what other programs fill in, show or keep. Sees only the model; its words are given."""
