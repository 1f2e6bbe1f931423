"""Finding an answer to what people type, as they type it."""
