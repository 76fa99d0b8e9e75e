"""Quotations: where they stand, who says them, and what became of them in translation."""
