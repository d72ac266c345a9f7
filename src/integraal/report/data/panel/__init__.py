"""Data of a study with a panel of raters."""
