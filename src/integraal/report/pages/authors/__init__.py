"""Pages for who writes instruments: what was proven, what cases notice, what a version changes."""
