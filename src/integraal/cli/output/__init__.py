"""The one way out of a command: formats, places, and which bytes leave."""
