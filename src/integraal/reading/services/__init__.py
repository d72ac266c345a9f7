"""Files of whom there is to turn to: help lines, the services of a region, a network."""
