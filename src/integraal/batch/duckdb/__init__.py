"""Evaluate a table of cases in DuckDB: one SELECT, on this machine."""
