"""What comes out: advice, comparison, course, counts and proof, as frozen values."""
