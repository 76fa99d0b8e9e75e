"""A finished report held against labels: what was found, what was told rightly, how good score and reader are."""
