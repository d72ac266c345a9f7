"""Sheets of a panel of raters: made, and read back."""
