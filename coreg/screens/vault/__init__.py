"""Rooms that ask for a passphrase, and what they open."""
