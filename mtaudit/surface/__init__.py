"""What is wrong with a text as it lies on the page: spacing, repetition, foreign stretches, site furniture."""
