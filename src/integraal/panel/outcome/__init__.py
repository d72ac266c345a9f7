"""What a panel found: from ratings and rules to findings."""
