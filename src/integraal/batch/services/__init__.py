"""Lists of services as people have them: their sheets, what their columns mean, their rows."""
