"""Why, why not and what if: the reasons behind an advice, and what would change it."""
