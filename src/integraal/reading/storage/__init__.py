"""What goes to the disk: whole files or none, and one place for what waits until then."""
