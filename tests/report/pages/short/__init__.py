"""Tests of the short page."""
