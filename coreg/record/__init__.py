"""What is remembered: frozen values with a schema version, their ids and stamps, and the text in them.

Nothing here knows a file, a clock, a random source or a database; what it needs of those is handed in.
"""
