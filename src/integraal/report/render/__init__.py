"""From blocks to a form: text, Markdown, HTML, PDF, Word. No renderer knows advice."""
