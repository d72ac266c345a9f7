"""What is still open: how far advice can yet move, and which questions would move it."""
