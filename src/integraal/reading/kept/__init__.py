"""What there is in folders that carries our schema or mark, and how it is taken away."""
