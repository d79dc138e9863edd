"""What is told of taps, honestly: on the page after a breathing, once. Pure but for its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from coreg.content import say
from coreg.evening.in_step_said import said
from coreg.widgets.text import fill

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coreg.evening.in_step import Series, Told
    from coreg.evening.in_step_said import Said

__all__ = ["lines"]

_STYLE = {"title": "bold", "done": "$muted", "not_better": "$muted"}


def lines(
    told: Told, names: Mapping[str, Content], series: Series | None = None, session: str = ""
) -> Iterator[Content]:
    """Return the rows of the page.

    Args:
        told: what tonight's taps say.
        names: of both, by "a" and "b".
        series: what is kept of this and other times, once it has been read.
        session: the id of tonight's session.
    """
    groups = [*said(told, series, session)]
    for group in groups:
        for one in group:
            yield _row(one, names)
        if group is not groups[-1]:
            yield Content("")


def _row(one: Said, names: Mapping[str, Content]) -> Content:
    facts = {name: Content(text) for name, text in one.facts.items()}
    whose = {"name": names[one.seat]} if one.seat else {}
    return fill(say(f"breathe.together.{one.key}"), {**names, **whose, **facts}, _STYLE.get(one.key, ""))
