"""Noting a meeting of a network: by asking, or from what was typed with the command."""
