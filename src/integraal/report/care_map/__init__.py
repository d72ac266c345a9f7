"""The map of a local network, as a page and as data."""
