"""How it leaves: a couple's records as JSON, as Markdown, as plain text.

Works on the plain values of an export and never opens a book. Every word it adds is handed in.
"""
