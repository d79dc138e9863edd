"""One step of a script as data, and the error of a script that does not hold. Values only."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Option", "Step", "StepError"]


class StepError(ValueError):
    """A script that does not hold: ``code`` and ``facts`` say where and what would be right."""

    def __init__(self, code: str, **facts: object) -> None:
        """Carry the code (a key of the error words) and its facts."""
        super().__init__(code)
        self.code = code
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Option:
    """One of up to five things to choose from: its id in records and its words."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a script. Each kind reads the fields it needs (``practice/steps``).

    ``seconds`` is how long it usually takes; a ``stretch`` step takes its share of what is left when
    the script is made longer or shorter, within ``low`` and ``high`` (0: no bound), and a step with
    ``below`` is left out of a script shorter than that many seconds. ``unless`` names a kind of line:
    with one already kept, the step is passed. An answer in ``next`` leads to the step of that id, and
    back at most ``most`` times. ``part`` names the part the step belongs to, ``swap`` that it stands
    only where the other speaks next; ``speaker`` is who speaks in this copy of the part.
    """

    id: str
    kind: str
    who: str = "both"
    seconds: float = 0.0
    stretch: bool = False
    below: float = 0.0
    unless: str = ""
    keeps: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    hints: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    params: Mapping[str, str | float | int | bool] = field(default_factory=dict)
    low: float = 0.0
    high: float = 0.0
    next: Mapping[str, str] = field(default_factory=dict)
    most: int = 0
    count: bool = False
    part: str = ""
    swap: bool = False
    speaker: str = ""

    @property
    def name(self) -> str:
        """The id as it stands in the file: the same in every copy of a part, whoever speaks."""
        return self.id.partition(".")[0]
