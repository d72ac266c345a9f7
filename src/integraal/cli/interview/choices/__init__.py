"""A menu of answers: its rows, its keys, what is ticked, and what stands where on the screen."""
