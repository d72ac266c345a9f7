"""Which other threshold or level of a rule would have agreed better with a panel."""
