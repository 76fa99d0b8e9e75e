"""People in an article: how it introduces and addresses them, and common words in the place of names and titles."""
