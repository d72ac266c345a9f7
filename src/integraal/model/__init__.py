"""FLOOR 1: what an instrument, a case and advice are. Pure values, no input or output."""
