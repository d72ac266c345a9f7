"""Why, why not and what if: the reasons behind advice, and what would change it."""
