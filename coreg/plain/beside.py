"""What is open beside a step, or typed into it: one thing at a time, and how it stands on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.keys import press_name, works_in_field
from coreg.plain.fields import NoteField, ParkField
from coreg.plain.line import echoed
from coreg.plain.mending import Mending
from coreg.plain.steps import VOICES

if TYPE_CHECKING:
    from coreg.plain.fields import Field
    from coreg.plain.keyboard import Keyboard
    from coreg.plain.scene import Scene
    from coreg.practice.sitting import Sitting

__all__ = ["Beside"]


class Beside:
    """A note, something to be parked or a line that mends, if one is open; else the field of the step."""

    def __init__(self, keys: Keyboard) -> None:
        """Begin with nothing open; what is typed stands where the keys are."""
        self._keys = keys
        self._step: Field | None = None
        self._on: tuple[object, ...] = ()
        self.opened: NoteField | ParkField | None = None
        self.mending: Mending | None = None
        self._shown = ""
        self._runs = False
        self._stood = False
        self._at = 0

    @property
    def field(self) -> Field | None:
        """What is being typed."""
        return self.opened or (self._step if self._runs else None)

    @property
    def stands(self) -> bool:
        """Whether time stands still for it."""
        return self.mending is not None or (self.opened is not None and self._stood)

    @property
    def question(self) -> str:
        """The question of the long form that is on."""
        return self._step.question if self._step is not None else ""

    def look(self, sitting: Sitting) -> None:
        """Have the field of the step that is on, the same one as long as it is on; close what is over."""
        if isinstance(self.opened, NoteField) and (sitting.at != self._at or sitting.phase == "over"):
            self.opened = None
        self._runs = sitting.phase == "running"
        voice = VOICES[sitting.now_step.kind]
        typing = voice.typing(sitting)
        on = (sitting.at, sitting.step, typing)
        if typing is None:
            self._step = None
        elif self._step is None or on != self._on:
            self._on, self._step = on, voice.field(sitting)

    def note(self, sitting: Sitting, *, stands: bool) -> tuple[str, ...]:
        """Open the shared note under the practice that is on; ``stands``: time stands still for it."""
        self._at, self._stood = sitting.at, stands
        before = sitting.results[-1].note
        self.opened = NoteField(before)
        words = say("plain_talk.write.note_still" if stands else "plain_talk.write.note")
        return (*filter(None, before.split("\n")), words)

    def park(self) -> tuple[str, ...]:
        """Open a line for something that is to wait."""
        self.opened, self._stood = ParkField(), True
        return (say("plain_talk.write.park"),)

    def mend(self, scene: Scene) -> tuple[str, ...]:
        """Open the lines that mend."""
        self.mending = Mending()
        return tuple(self.mending.opening(scene))

    def close(self) -> None:
        """Close what is open beside the step."""
        self.opened = self.mending = None

    # How it stands on the terminal

    def takes(self, press: str) -> bool:
        """Take a letter, or a key that changes the line; tell whether it was one."""
        field = self.field
        line = field.line.press(press) if field is not None else None
        if field is None or line is None:
            return False
        field.line = line
        return True

    def show(self) -> None:
        """Have the terminal show what is typed, from where the cursor is."""
        field = self.field
        text = field.line.text if field is not None and field.echoes else ""
        if text != self._shown:
            self._keys.echo(echoed(self._shown, text, self._keys.columns))
            self._shown = text

    def end_row(self) -> None:
        """Begin a new row, where something typed stands on this one."""
        if self._shown:
            self._keys.echo("\n")
            self._shown = ""

    def is_text(self, press: str) -> bool:
        """Tell whether a press can only be text now: no key that works while something is typed."""
        return self.field is not None and not works_in_field(press_name(press, press))
