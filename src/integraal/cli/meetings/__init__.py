"""Meetings of a network: noting one, the next one, and what an instrument can take from them."""
