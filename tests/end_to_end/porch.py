"""A talk of a couple's own as a script file: each of its steps is written here once, for every test."""

from __future__ import annotations

from pathlib import Path

__all__ = ["NEXT", "TOPIC", "TURN", "WHO", "own", "porch", "step"]


def step(id: str, kind: str, title: str, seconds: int, *more: str, words: str = "") -> str:
    """Return a step of a script; ``more`` are lines of it, and ``words`` what it says beside its title."""
    rows = (f'id = "{id}"', f'kind = "{kind}"', f"seconds = {seconds}")
    return "\n".join(("[[step]]", *rows, f'words = {{ title = "{title}"{words} }}', *more))


TOPIC = step("topic", "write", "What is it about?", 10, 'keeps = "topic"')
WHO = step("who", "first", "Who begins?", 10)
TURN = step("turn", "turn", "{speaker}’s turn", 60, 'who = "first"')
NEXT = step(
    "next",
    "agree",
    "Is there a next step?",
    40,
    'options = [{ id = "1", text = "tomorrow" }, { id = "7", text = "in a week" }]',
    words=', when = "When will you look at it again?"',
)


def porch(minutes: int, *steps: str) -> str:
    """Return a script of these steps."""
    head = f'id = "porch"\nname = "Porch"\nabout = "a little of the day"\nminutes = {minutes}\n'
    return "\n\n".join((head, *steps))


def own(home: Path, script: str) -> None:
    """Put a script of their own into a home."""
    scripts = home / ".config" / "coreg" / "scripts"
    scripts.mkdir(parents=True)
    (scripts / "porch.toml").write_text(script, "utf-8")
