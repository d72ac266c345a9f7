"""What can point at a person, a module for what has one shape: found in a text, never told."""
