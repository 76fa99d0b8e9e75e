"""How much of an original its translation carries, and what in it came from nowhere."""
