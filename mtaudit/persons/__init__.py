"""People in an article: how it addresses them, and common words in the place of their names or titles."""
