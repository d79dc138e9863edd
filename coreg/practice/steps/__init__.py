"""The kinds of step, by name: one registry for the engine, the stage and the plain voice."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from coreg.practice.steps.alternate import Alternate
from coreg.practice.steps.ask import Ask
from coreg.practice.steps.breathe import Breathe
from coreg.practice.steps.choose import Choose, First
from coreg.practice.steps.find_pace import FindPace
from coreg.practice.steps.form import Form
from coreg.practice.steps.gate import Gate
from coreg.practice.steps.lead import Lead
from coreg.practice.steps.opening import Soften
from coreg.practice.steps.reveal import Reveal, Suggest
from coreg.practice.steps.say import Say
from coreg.practice.steps.sealed import Sealed
from coreg.practice.steps.stay import Stay
from coreg.practice.steps.turn import Reply, Turn
from coreg.practice.steps.wait import Wait
from coreg.practice.steps.write import Agree, Write

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coreg.practice.steps.base import Kind

__all__ = ["KINDS"]

KINDS: Mapping[str, Kind[Any]] = MappingProxyType(
    {
        "agree": Agree(),
        "alternate": Alternate(),
        "ask": Ask(),
        "breathe": Breathe(),
        "choose": Choose(),
        "find_pace": FindPace(),
        "first": First(),
        "form": Form(),
        "gate": Gate(),
        "lead": Lead(),
        "opening": Soften(),
        "reply": Reply(),
        "reveal": Reveal(),
        "say": Say(),
        "sealed": Sealed(),
        "stay": Stay(),
        "suggest": Suggest(),
        "turn": Turn(),
        "wait": Wait(),
        "write": Write(),
    }
)
