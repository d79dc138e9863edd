"""A speaker that plays nothing and notes what it is told."""

from __future__ import annotations

from dataclasses import dataclass, field

from coreg.sound.cues import Cue
from coreg.sound.player import Status

__all__ = ["Noted"]


@dataclass
class Noted:
    """What it was told, in order: cues, volumes, and the rest by its name."""

    status: Status = "ready"
    backend: str = "Noted"
    cues: list[Cue] = field(default_factory=list)
    volumes: list[int] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def cue(self, cue: Cue) -> None:
        """Note a tone."""
        self.cues.append(cue)

    def volume(self, volume: int) -> None:
        """Note a volume."""
        self.volumes.append(volume)

    def stop(self) -> None:
        """Note a stop."""
        self.told.append("stop")

    def finish(self) -> None:
        """Note a soft end."""
        self.told.append("finish")

    def end(self) -> None:
        """Note a sudden end."""
        self.told.append("end")
