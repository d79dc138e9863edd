"""The command line: one module a command, and what they share.

A command module has ``options(parser)``, which names what it takes, and ``run(asked)``, which does it and
returns an exit code. Nothing heavy is imported before it is needed: a command loads what it uses and no more.
"""
