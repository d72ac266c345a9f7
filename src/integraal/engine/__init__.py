"""FLOOR 2: from an instrument and answers to advice. Pure; knows no files and no screens."""
