"""What is kept about people, as a page and as data."""
