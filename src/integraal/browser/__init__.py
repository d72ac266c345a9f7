"""The form in a browser: engine and page in JavaScript, and what puts the two in one file."""
