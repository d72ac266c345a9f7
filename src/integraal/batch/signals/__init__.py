"""What recurs over many cases: results opened, counted, and only then shown."""
