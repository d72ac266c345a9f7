"""A program as one SELECT, for a table of cases."""
