"""The checks: one module each, under the code of its finding."""
