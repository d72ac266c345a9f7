"""How far raters agree: with each other, with the advice, and each with herself."""
