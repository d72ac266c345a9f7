"""FLOOR 0: what says of itself until when it may be kept, and what was found of that."""
