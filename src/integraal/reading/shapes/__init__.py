"""What a file may hold, key by key: shapes for pydantic, and as a JSON Schema."""
