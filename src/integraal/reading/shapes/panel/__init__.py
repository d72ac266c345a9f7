"""Shapes of the files of a study with a panel of raters."""
