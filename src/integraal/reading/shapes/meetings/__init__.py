"""The shapes of what a network notes of its meetings, and of when schools are closed."""
