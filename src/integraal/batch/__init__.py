"""Floor 3: tables of cases in, tables of advice out. Knows no pages and no words for users."""
