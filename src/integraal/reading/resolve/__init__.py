"""From checked shapes to the model: every name looked up, every fault with its place."""
