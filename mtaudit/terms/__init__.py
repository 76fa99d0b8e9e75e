"""Terms: what an article calls one thing."""
