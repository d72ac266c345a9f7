"""Advice beside advice: of several people, of several moments, under two versions."""
