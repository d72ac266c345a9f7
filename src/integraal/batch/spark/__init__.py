"""Evaluate a table of cases in Spark, where one machine is too small."""
