"""Looking for what is kept, showing it, and taking it away."""
