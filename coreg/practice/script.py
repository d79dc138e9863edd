"""A practice written as data: reading it, holding it against its kinds, fitting it to a length."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from coreg.practice.play import Option, Step, StepError
from coreg.practice.steps import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["Script", "fit", "length", "read_script"]

_MOST = 24 * 3600.0


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


def _is_number(value: object) -> bool:
    # TOML knows true, nan and inf, and nobody means them as a number of seconds or minutes.
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= _MOST


def _is_list(value: object) -> bool:
    return isinstance(value, list)


def _is_words(value: object) -> bool:
    return isinstance(value, dict) and all(map(_is_text, value.values()))


def _is_hints(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _is_options(value: object) -> bool:
    return isinstance(value, list) and all(_is_words(one) and one.keys() == {"id", "text"} for one in value)


def _is_params(value: object) -> bool:
    return isinstance(value, dict) and all(
        _is_text(one) or _is_flag(one) or _is_number(one) for one in value.values()
    )


_STEP_FIELDS: Mapping[str, Callable[[object], bool]] = {
    "id": _is_text,
    "kind": _is_text,
    "who": _is_text,
    "seconds": _is_number,
    "stretch": _is_flag,
    "below": _is_number,
    "unless": _is_text,
    "keeps": _is_text,
    "words": _is_words,
    "hints": _is_hints,
    "options": _is_options,
    "params": _is_params,
}
_SCRIPT_FIELDS: Mapping[str, Callable[[object], bool]] = {
    "id": _is_text,
    "name": _is_text,
    "about": _is_text,
    "minutes": _is_number,
    "low": _is_number,
    "high": _is_number,
    "by": _is_number,
    "evidence": _is_text,
    "step": _is_list,
}
_WHO = ("both", "first", "second", "a", "b")
_MOST_STEPS = 60
_LEAST = 0.25
"""The part of its usual length below which a stretch step gives no more way alone."""


@dataclass(frozen=True, slots=True)
class Script:
    """A practice: its steps, and how long it may take (minutes: usual, least, most; changed ``by``)."""

    id: str
    name: str
    minutes: float
    low: float
    high: float
    by: float = 1.0
    about: str = ""
    evidence: str = ""
    steps: tuple[Step, ...] = field(default=())


def length(script: Script) -> float:
    """Return the sum of its steps in seconds."""
    return sum(step.seconds for step in script.steps)


def fit(script: Script, seconds: float) -> Script:
    """Return the script made as long as asked, as far as its steps allow.

    Steps with ``below`` are left out of shorter scripts; what is left after the fixed steps is shared
    by the ``stretch`` steps in proportion to their usual length. Where there are none, or where less than
    a quarter of their usual length would be left for them, all steps give way in proportion.
    """
    steps = tuple(step for step in script.steps if not (step.below and seconds < step.below))
    fixed = sum(step.seconds for step in steps if not step.stretch)
    usual = sum(step.seconds for step in steps if step.stretch)
    if usual > 0 and seconds - fixed >= usual * _LEAST:
        by = (seconds - fixed) / usual
        fitted = (replace(step, seconds=step.seconds * by) if step.stretch else step for step in steps)
    else:
        by = seconds / (fixed + usual) if fixed + usual > 0 else 1.0
        fitted = (replace(step, seconds=step.seconds * by) for step in steps)
    return replace(script, steps=tuple(fitted))


def read_script(data: Mapping[str, Any]) -> Script:
    """Make a script of the data of one file.

    Raises:
        StepError: with the script, the step and the field, and what would be right.
    """
    where = str(data.get("id", "?"))
    _known(data, _SCRIPT_FIELDS, where=where)
    for name in ("id", "name", "minutes", "step"):
        if name not in data:
            raise StepError("script_missing", script=where, field=name)
    if not 0 < len(data["step"]) <= _MOST_STEPS:
        raise StepError("script_steps", script=where, most=_MOST_STEPS)
    minutes = float(data["minutes"])
    script = Script(
        id=data["id"],
        name=data["name"],
        minutes=minutes,
        low=float(data.get("low", minutes)),
        high=float(data.get("high", minutes)),
        by=float(data.get("by", 1)),
        about=data.get("about", ""),
        evidence=data.get("evidence", ""),
        steps=tuple(_read_step(row) for row in data["step"]),
    )
    _whole(script)
    return script


def _whole(script: Script) -> None:
    if not 0 < script.low <= script.minutes <= script.high:
        raise StepError("script_span", script=script.id, low=script.low, high=script.high)
    if len({step.id for step in script.steps}) != len(script.steps):
        raise StepError("script_twice", script=script.id)
    if all(step.below > script.low * 60 for step in script.steps):
        raise StepError("script_below", script=script.id, low=script.low)
    kinds = [step.kind for step in script.steps]
    if "first" in kinds and "turn" in kinds[: len(kinds) - kinds[::-1].index("first")]:
        # Who speaks first is settled before anybody has spoken: a minute given is the giver's own.
        raise StepError("script_first", script=script.id)


def _known(data: Mapping[str, Any], fields: Mapping[str, Callable[[object], bool]], *, where: str) -> None:
    for name, value in data.items():
        if name not in fields:
            near = get_close_matches(name, fields, 1)
            raise StepError("script_field", where=where, field=name, near=near[0] if near else min(fields))
        if not fields[name](value):
            raise StepError("script_type", where=where, field=name)


def _read_step(row: object) -> Step:
    if not isinstance(row, dict):
        raise StepError("script_type", where="?", field="step")
    where = str(row.get("id", "?"))
    _known(row, _STEP_FIELDS, where=where)
    if "id" not in row or row.get("kind") not in KINDS:
        near = get_close_matches(str(row.get("kind")), KINDS, 1)
        raise StepError("script_kind", where=where, field="kind", near=near[0] if near else "say")
    if row.get("who", "both") not in _WHO:
        raise StepError("step_who", step=where, found=row["who"], want=", ".join(_WHO))
    plain = {name: row[name] for name in row if name not in ("options", "hints")}
    step = Step(
        **plain,
        hints=tuple(row.get("hints", ())),
        options=tuple(Option(item["id"], item["text"]) for item in row.get("options", ())),
    )
    KINDS[step.kind].check(step)
    return step
