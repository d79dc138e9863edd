"""The version of everything in this room, apart from the models so that it can be read without pydantic."""

SCHEMA = 1
"""Raised when an older coreg could misread what a newer one wrote. New optional fields do not raise it."""
