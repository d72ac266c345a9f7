"""FLOOR 3: what can be proven, or tested, of an instrument."""
