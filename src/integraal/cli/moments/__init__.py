"""To which moment of a case answers belong."""
