"""The map of a local network: who is there for what, where nobody is, and what was asked."""
