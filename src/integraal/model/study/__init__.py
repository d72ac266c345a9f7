"""A study in which professionals rate invented cases: what is shown, and what came back."""
