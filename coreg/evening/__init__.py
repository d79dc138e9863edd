"""The runner of an evening: Textual-free."""
