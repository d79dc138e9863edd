"""The voices by kind of step: every kind has one, so that every talk can be told line by line."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from coreg.plain.steps.ask import AlternateVoice, AskVoice
from coreg.plain.steps.breathe import BreathVoice
from coreg.plain.steps.choose import ChooseVoice, FirstVoice
from coreg.plain.steps.find_pace import FindVoice
from coreg.plain.steps.form import FormVoice
from coreg.plain.steps.gate import GateVoice
from coreg.plain.steps.lead import LeadVoice
from coreg.plain.steps.opening import OpeningVoice
from coreg.plain.steps.reveal import RevealVoice, SuggestVoice
from coreg.plain.steps.say import SayVoice
from coreg.plain.steps.sealed import SealedVoice
from coreg.plain.steps.stay import StayVoice
from coreg.plain.steps.turn import TurnVoice
from coreg.plain.steps.wait import WaitVoice
from coreg.plain.steps.write import AgreeVoice, WriteVoice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coreg.plain.steps.base import Voice

__all__ = ["VOICES"]

VOICES: Mapping[str, Voice] = MappingProxyType(
    {
        "agree": AgreeVoice(),
        "alternate": AlternateVoice(),
        "ask": AskVoice(),
        "breathe": BreathVoice(),
        "choose": ChooseVoice(),
        "find_pace": FindVoice(),
        "first": FirstVoice(),
        "form": FormVoice(),
        "gate": GateVoice(),
        "lead": LeadVoice(),
        "opening": OpeningVoice(),
        "reply": TurnVoice(),
        "reveal": RevealVoice(),
        "say": SayVoice(),
        "sealed": SealedVoice(),
        "stay": StayVoice(),
        "suggest": SuggestVoice(),
        "turn": TurnVoice(),
        "wait": WaitVoice(),
        "write": WriteVoice(),
    }
)
