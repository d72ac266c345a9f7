"""Parts that several pages have: grounds of a reason, danger, what others read, and the like."""
