"""FLOOR 4: the commands. Only this floor prints, prompts or exits."""
