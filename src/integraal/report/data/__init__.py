"""Results as data for other programs: JSON, SARIF."""
