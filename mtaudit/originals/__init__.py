"""Which original belongs to a translation, and which of its sentences to which."""
