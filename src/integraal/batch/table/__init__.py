"""Tables as people have them: files, sheets and folders to read, and whole files to leave."""
