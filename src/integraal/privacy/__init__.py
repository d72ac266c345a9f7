"""FLOOR 2: what identifies a person, and which counts may be shown.

A filter misses things; nothing here calls a text anonymous.
"""
