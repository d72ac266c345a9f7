"""What other programs fill in, show or keep. Sees only the model and the words."""
