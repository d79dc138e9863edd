"""What stands on the pages of a pause, as lines of content. Nothing here depends on who did what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from coreg.content import lines, say
from coreg.content.dates import day_name
from coreg.content.timeout_words import length_words, when_words
from coreg.practice.helping import fitting
from coreg.practice.timeout import ANSWERS, left
from coreg.widgets.digits import digit_rows
from coreg.widgets.steps.sealed import ends, own_keys
from coreg.widgets.steps.view import clock_text
from coreg.widgets.text import SEAT_STYLE, lit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from coreg.evening.pause import Pause
    from coreg.practice.timeout import Reading
    from coreg.record.models import PauseAgreement
    from coreg.screens.house import House

__all__ = [
    "ask_lines",
    "meanwhile_lines",
    "now_lines",
    "plan_lines",
    "sealed_lines",
]

_SHORT_LEFT = 120.0
_GAP = Content("")
_WIDE = 72


def _muted(words: str, /, **facts: object) -> Content:
    return Content.styled(say(f"timeout.{words}", **facts), "$muted")


def _unsafe() -> list[Content]:
    return [Content.styled(row, "$muted") for row in lines("timeout.unsafe")]


def ask_lines(house: House, seconds: float, agreed: PauseAgreement | None, until: datetime) -> list[Content]:
    """Return the page that asks for one: how long, until when."""
    now = house.now()
    words = say("timeout.ask.length", length=length_words(seconds), clock=when_words(until, now))
    rows = [Content.styled(say("timeout.ask.title"), "bold"), _GAP]
    rows += [Content.assemble(("◂ ", "$both"), words, (" ▸", "$both")), _GAP, _muted("ask.text")]
    if agreed is None:
        rows.append(_muted("ask.none", key=house.keymap.label("pause.agreement")))
    elif (now.date() - agreed.looked).days >= _QUARTER:
        rows.append(_muted("ask.again"))
    return [*rows, _GAP, *_unsafe()]


_QUARTER = 90
"""Days after which an agreement is to be looked at again (practices.md 5: every three months)."""


def meanwhile_lines(
    house: House, pause: Pause, agreed: PauseAgreement | None, now: Reading, *, young: bool
) -> list[Content]:
    """Return what stands there until the return: when it is, large, and what was agreed."""
    moment = house.now()
    back = pause.back(moment) or moment
    remaining = max(0.0, left(pause.timeout, now) or 0.0)
    short = clock_text(remaining) if remaining <= _SHORT_LEFT else length_words(remaining)
    clock, today = f"{back:%H:%M}", back.date() == moment.date()
    day = day_name(back.date(), moment.date())
    rows = [_muted("until") if today else _muted("until_day", day=day)]
    rows += [Content.styled(row, "bold $both") for row in digit_rows(clock)]
    rows += [_muted("left", left=short), _GAP]
    rows.append(Content.styled(say("timeout.not_leaving", clock=clock), "bold"))
    rows += _agreed(house, agreed)
    if today:
        rows.append(_muted("lid", clock=clock))
    rows += [Content(row) for row in lines("timeout.aloud", clock=clock)] if young else [_muted("rehearse")]
    return [*rows, _GAP, *_unsafe()]


def _agreed(house: House, agreed: PauseAgreement | None) -> Iterator[Content]:
    """Yield what each does to settle: what they agreed, else what they said that helps alone."""
    for seat in (house.left, house.right):
        text = "" if agreed is None else agreed.a if seat == "a" else agreed.b
        found = text or say("good.between").join(fitting(house.couple.helps, "up", "alone", seat))
        if found:
            yield Content("").join(
                [lit(f"{house.name(seat)}: ", SEAT_STYLE[seat], multiline=False), lit(found, multiline=False)]
            )


def now_lines(house: House, face: str) -> list[Content]:
    """Return what stands there at the return and after it; never that it is late."""
    clock = f"{house.now():%H:%M}"
    part = "now" if face == "now" else "after"
    rows = [Content.styled(row, "bold $both") for row in digit_rows(clock)]
    title = Content.styled(say(f"timeout.{part}.title", clock=clock), "bold")
    return [*rows, _GAP, title, Content(say(f"timeout.{part}.text")), _GAP, *_unsafe()]


def sealed_lines(house: House, width: int, *, longer: bool) -> list[Content]:
    """Return the question and both sides' keys, in so many cells: the same whoever has answered what."""
    wide = min(_WIDE, width - 4)
    rows = [
        Content.styled(say("timeout.sealed.title"), "bold"),
        _GAP,
        Content(say("timeout.sealed.text")),
        _GAP,
    ]
    label = house.keymap.label
    for number, answer in enumerate(ANSWERS, start=1):
        if answer != "longer" or longer:
            keys = [label(f"{side}.{number}") for side in ("left", "right")]
            words = say(f"timeout.sealed.{answer}")
            rows += [own_keys(words, keys, (house.left, house.right), wide), _GAP]
    unsaid = Content.styled(say("practice.not_yet"), "$muted")
    return [*rows, ends(unsaid, unsaid, wide), _muted("sealed.curtain")]


def plan_lines(house: House, when: datetime, *, asked: bool) -> list[Content]:
    """Return the page that plans another time; ``asked`` after "not tonight"."""
    now = house.now()
    title = "title" if asked else "title_open"
    words = say("timeout.plan.when", day=day_name(when.date(), now.date()), clock=f"{when:%H:%M}")
    rows = [Content.styled(say(f"timeout.plan.{title}"), "bold"), _GAP]
    rows += [Content.assemble(("◂ ", "$both"), (words, "bold"), (" ▸", "$both")), _GAP]
    calendar = _muted("plan.calendar", key=house.keymap.label("pause.calendar"))
    return [*rows, Content(say("timeout.plan.text")), _GAP, calendar, _GAP, *_unsafe()]
