"""Indonesian back into English: evidence for meaning, never for spelling."""
