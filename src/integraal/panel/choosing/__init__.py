"""Which cases a panel rates: chosen by a solver so that they tell rules apart."""
