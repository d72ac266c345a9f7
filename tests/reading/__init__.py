"""Tests of the floor that reads files."""
