"""The voices by kind of step; what is not here cannot be told line by line yet."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from coreg.plain.steps.breathe import BreathVoice
from coreg.plain.steps.find_pace import FindVoice
from coreg.plain.steps.form import FormVoice
from coreg.plain.steps.lead import LeadVoice
from coreg.plain.steps.say import SayVoice
from coreg.plain.steps.sealed import SealedVoice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coreg.plain.steps.base import Voice
    from coreg.practice.sitting import Sitting

__all__ = ["VOICES", "can_tell"]

VOICES: Mapping[str, Voice] = MappingProxyType(
    {
        "breathe": BreathVoice(),
        "find_pace": FindVoice(),
        "form": FormVoice(),
        "lead": LeadVoice(),
        "say": SayVoice(),
        "sealed": SealedVoice(),
    }
)


def can_tell(sitting: Sitting) -> bool:
    """Tell whether every step of a sitting has a voice; of the long form only the number has one."""
    steps = [step for plan in sitting.plan for step in plan.script.steps]
    forms = (step for step in steps if step.kind == "form")
    return all(step.kind in VOICES for step in steps) and all(
        step.params.get("only") == "inside" for step in forms
    )
