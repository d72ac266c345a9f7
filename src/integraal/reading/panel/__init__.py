"""Files of a study with a panel of raters."""
