"""The sentences in Dutch."""
