"""Pages: each turns one kind of result into blocks. No page knows how it will be drawn."""
