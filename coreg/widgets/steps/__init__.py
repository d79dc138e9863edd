"""The stage of each kind of step, by the same names as the kinds themselves."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from coreg.widgets.steps.ask import AlternateStage, AskStage
from coreg.widgets.steps.breathe import BreathStage
from coreg.widgets.steps.find_pace import FindStage
from coreg.widgets.steps.form import FormStage
from coreg.widgets.steps.gate import GateStage
from coreg.widgets.steps.lead import LeadStage
from coreg.widgets.steps.opening import OpeningStage
from coreg.widgets.steps.say import RevealStage, SayStage, SuggestStage
from coreg.widgets.steps.sealed import ChooseStage, FirstStage, SealedStage
from coreg.widgets.steps.stay import StayStage
from coreg.widgets.steps.turn import TurnStage
from coreg.widgets.steps.wait import WaitStage
from coreg.widgets.steps.write import AgreeStage, WriteStage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coreg.widgets.steps.base import Stage

__all__ = ["STAGES"]

STAGES: Mapping[str, type[Stage]] = MappingProxyType(
    {
        "agree": AgreeStage,
        "alternate": AlternateStage,
        "ask": AskStage,
        "breathe": BreathStage,
        "choose": ChooseStage,
        "find_pace": FindStage,
        "first": FirstStage,
        "form": FormStage,
        "gate": GateStage,
        "lead": LeadStage,
        "opening": OpeningStage,
        "reply": TurnStage,
        "reveal": RevealStage,
        "say": SayStage,
        "sealed": SealedStage,
        "stay": StayStage,
        "suggest": SuggestStage,
        "turn": TurnStage,
        "wait": WaitStage,
        "write": WriteStage,
    }
)
