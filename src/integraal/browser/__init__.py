"""The form in a browser: an engine of its own in JavaScript, and what puts the two together."""
