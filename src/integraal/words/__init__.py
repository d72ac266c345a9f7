"""Every sentence for users, by language and topic. No text for users stands elsewhere in code."""
