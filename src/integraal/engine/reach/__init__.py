"""What is still open: how far an advice can yet move, and which questions would move it."""
