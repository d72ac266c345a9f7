"""A local network: who is there for what, where nobody is, and what its meetings remember."""
