"""Rating by a panel: which cases tell rules apart, how they are told, and what ratings say."""
