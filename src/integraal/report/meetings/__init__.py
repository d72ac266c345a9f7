"""The meetings of a local network: a year ahead, one agenda, an invitation, and what recurs."""
