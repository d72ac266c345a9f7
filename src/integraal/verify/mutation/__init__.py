"""Change an instrument a little, and see whether its cases notice."""
