"""Who there is to turn to: help lines, and the services of a region."""
