"""The rooms two people look at; each is thin."""
