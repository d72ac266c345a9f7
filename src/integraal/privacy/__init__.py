"""FLOOR 2: what identifies a person.

A filter misses things; nothing here calls a text anonymous.
"""
