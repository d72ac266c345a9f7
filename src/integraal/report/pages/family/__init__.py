"""Pages in words for the family, and for a child."""
