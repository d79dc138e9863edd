"""A practice written as data: reading it, holding it against its kinds, fitting it to a length."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from string import Formatter
from typing import TYPE_CHECKING, Any

from coreg.practice.parts import MOST_ROUNDS, ROLES, SWAPS, Part, laid_out
from coreg.practice.paths import check_paths
from coreg.practice.shape import PART_FIELDS, SCRIPT_FIELDS, STEP_FIELDS, is_id, is_option_id, known
from coreg.practice.step import Option, Step, StepError
from coreg.practice.steps import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Script", "fit", "length", "read_script"]

_WHO = ("both", "first", "second", "a", "b")
_MOST_STEPS = 60
_LEAST = 0.25
"""The part of its usual length below which a stretch step gives no more way alone."""


@dataclass(frozen=True, slots=True)
class Script:
    """A practice: its steps, and how long it may take (minutes: usual, least, most; changed ``by``).

    ``steps`` are in a row as they are gone through; ``written`` and ``parts`` are as they stand in the
    file, and empty once it has been fitted to a length.
    """

    id: str
    name: str
    minutes: float
    low: float
    high: float
    by: float = 1.0
    about: str = ""
    evidence: str = ""
    steps: tuple[Step, ...] = field(default=())
    caution: str = ""
    reminders: tuple[str, ...] = ()
    written: tuple[Step, ...] = ()
    parts: tuple[Part, ...] = ()


def length(script: Script) -> float:
    """Return the sum of its steps in seconds."""
    return sum(step.seconds for step in script.steps)


def fit(script: Script, seconds: float) -> Script:
    """Return the script made as long as asked, as far as its steps allow.

    Parts get the number of rounds that comes nearest. Steps with ``below`` are left out of shorter
    scripts; what is left after the fixed steps is shared by the ``stretch`` steps in proportion to their
    usual length, each within its own bounds. Where there are none, or where less than a quarter of their
    usual length would be left for them, all steps give way in proportion.
    """
    steps = tuple(step for step in _in_rounds(script, seconds) if not (step.below and seconds < step.below))
    fixed = sum(step.seconds for step in steps if not step.stretch)
    usual = sum(step.seconds for step in steps if step.stretch)
    if usual > 0 and seconds - fixed >= usual * _LEAST:
        by = (seconds - fixed) / usual
        fitted = (_bounded(step, by) if step.stretch else step for step in steps)
    else:
        by = seconds / (fixed + usual) if fixed + usual > 0 else 1.0
        fitted = (replace(step, seconds=step.seconds * by) for step in steps)
    return replace(script, steps=tuple(fitted), written=(), parts=())


def _in_rounds(script: Script, seconds: float) -> tuple[Step, ...]:
    """Return the steps with as many rounds of each part as bring it nearest to a length."""
    rounds = {part.id: part.rounds for part in script.parts}
    best = script.steps
    for part in script.parts:
        for many in range(part.fewest, part.most + 1):
            tried = laid_out(script.written, script.parts, {**rounds, part.id: many})
            if abs(_sum(tried) - seconds) < abs(_sum(best) - seconds):
                best, rounds = tried, {**rounds, part.id: many}
    return best


def _sum(steps: tuple[Step, ...]) -> float:
    return sum(step.seconds for step in steps)


def _bounded(step: Step, by: float) -> Step:
    high = step.high or step.seconds * by
    return replace(step, seconds=max(step.low, min(high, step.seconds * by)))


def read_script(data: Mapping[str, Any]) -> Script:
    """Make a script of the data of one file.

    Raises:
        StepError: with the script, the step and the field, and what would be right.
    """
    where = str(data.get("id", "?"))
    known(data, SCRIPT_FIELDS, where=where)
    for name in ("id", "name", "minutes", "step"):
        if name not in data:
            raise StepError("script_missing", script=where, field=name)
    if not is_id(where):
        raise StepError("step_id", found=where)
    if not 0 < len(data["step"]) <= _MOST_STEPS:
        raise StepError("script_steps", script=where, most=_MOST_STEPS)
    minutes = float(data["minutes"])
    parts = tuple(_read_part(row) for row in data.get("part", ()))
    written = tuple(_read_step(row, parts) for row in data["step"])
    script = Script(
        id=data["id"],
        name=data["name"],
        minutes=minutes,
        low=float(data.get("low", minutes)),
        high=float(data.get("high", minutes)),
        by=float(data.get("by", 1)),
        about=data.get("about", ""),
        evidence=data.get("evidence", ""),
        caution=data.get("caution", ""),
        reminders=tuple(data.get("reminders", ())),
        steps=laid_out(written, parts, {}),
        written=written,
        parts=parts,
    )
    _whole(script)
    return script


def _whole(script: Script) -> None:
    if not 0 < script.low <= script.minutes <= script.high:
        raise StepError("script_span", script=script.id, low=script.low, high=script.high)
    ids, parts = [step.id for step in script.written], [part.id for part in script.parts]
    if len(set(ids)) != len(ids) or len(set(parts)) != len(parts):
        raise StepError("script_twice", script=script.id)
    if all(step.below > script.low * 60 for step in script.steps):
        raise StepError("script_below", script=script.id, low=script.low)
    kinds = [step.kind for step in script.steps]
    if "first" in kinds and "turn" in kinds[: len(kinds) - kinds[::-1].index("first")]:
        # Who speaks first is settled before anybody has spoken: a minute given is the giver's own.
        raise StepError("script_first", script=script.id)
    laid_out(script.written, script.parts, {part.id: part.most for part in script.parts})
    check_paths(script.steps)


def _read_part(row: object) -> Part:
    if not isinstance(row, dict):
        raise StepError("script_type", where="?", field="part")
    where = str(row.get("id", "?"))
    known(row, PART_FIELDS, where=where)
    if not is_id(row.get("id")):
        raise StepError("step_id", found=where)
    rounds = int(row.get("rounds", 1))
    fewest, most = int(row.get("fewest", rounds)), int(row.get("most", rounds))
    part = Part(where, rounds, fewest, most, str(row.get("swap", "")))
    if not 1 <= part.fewest <= part.rounds <= part.most <= MOST_ROUNDS:
        raise StepError("part_rounds", part=where, most=MOST_ROUNDS)
    if part.swap not in SWAPS:
        raise StepError("part_swap", part=where, found=part.swap, want=", ".join(SWAPS[1:]))
    return part


def _read_step(row: object, parts: tuple[Part, ...]) -> Step:
    if not isinstance(row, dict):
        raise StepError("script_type", where="?", field="step")
    where = str(row.get("id", "?"))
    known(row, STEP_FIELDS, where=where)
    if "id" not in row or row.get("kind") not in KINDS:
        near = get_close_matches(str(row.get("kind")), KINDS, 1)
        raise StepError("script_kind", where=where, field="kind", near=near[0] if near else "say")
    _check_ids(where, [option["id"] for option in row.get("options", ())])
    part = _part_of(row, parts, where)
    who = (*_WHO, *ROLES) if part is not None and part.swap else _WHO
    if row.get("who", "both") not in who:
        raise StepError("step_who", step=where, found=row["who"], want=", ".join(who))
    if "low" in row or "high" in row:
        _check_bounds(row, where)
    plain = {name: row[name] for name in row if name not in ("options", "hints")}
    step = Step(
        **plain,
        hints=tuple(row.get("hints", ())),
        options=tuple(Option(item["id"], item["text"]) for item in row.get("options", ())),
    )
    _check_words(step, one=step.who != "both" or bool(part and part.swap) or step.kind == "form")
    KINDS[step.kind].check(step)
    return step


def _check_ids(where: str, options: list[str]) -> None:
    """Refuse what a record could not hold as the name of a step or of an answer."""
    if not is_id(where):
        raise StepError("step_id", found=where)
    for found in options:
        if not is_option_id(found):
            raise StepError("step_id", found=found)


def _check_words(step: Step, *, one: bool) -> None:
    """Refuse words that cannot be filled in; ``one`` tells whether there is a speaker to name."""
    names = {"speaker", "listener", None} if one else {None}
    for text in step.words.values():
        try:
            found = {name for _, name, _, _ in Formatter().parse(text)}
        except ValueError:
            found = {""}
        if not found <= names:
            raise StepError("step_words", step=step.id, found=text)


def _part_of(row: Mapping[str, Any], parts: tuple[Part, ...], where: str) -> Part | None:
    name = row.get("part", "")
    found = next((part for part in parts if part.id == name), None)
    if name and found is None:
        names = [part.id for part in parts]
        near = get_close_matches(name, names, 1) or names
        raise StepError("step_part", step=where, found=name, near=near[0] if near else "")
    if row.get("swap") and not (found and found.swap):
        raise StepError("step_swap", step=where)
    return found


def _check_bounds(row: Mapping[str, Any], where: str) -> None:
    seconds = row.get("seconds", 0)
    if not row.get("low", 0) <= seconds <= (row.get("high") or seconds):
        raise StepError("step_bounds", step=where, seconds=seconds)
