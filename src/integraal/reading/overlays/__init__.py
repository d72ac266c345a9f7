"""Overlays as translators work on them: begun, refreshed, and nothing of theirs lost."""
