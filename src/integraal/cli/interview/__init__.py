"""Questions asked one by one, in a menu or in plain lines, and codes typed from paper."""
