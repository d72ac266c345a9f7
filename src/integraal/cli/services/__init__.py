"""Files of whom there is to turn to, as commands open them, take them in and hand them out."""
