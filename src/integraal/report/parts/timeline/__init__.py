"""What stands on a page of other moments: agreed, decided, known before, and what comes next."""
