"""FLOOR 1: what an instrument, a case and an advice are. Pure values, no input or output."""
