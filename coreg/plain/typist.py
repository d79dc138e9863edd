"""What is typed while a sitting is told: lines of steps, notes, what is parked, and a line that mends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.keys import press_name
from coreg.plain.fields import NoteField, ParkField
from coreg.plain.looking import Looking
from coreg.practice.playing import BREATHED
from coreg.practice.sitting import Paused, Resumed, Stopped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coreg.plain.host import Host
    from coreg.plain.scene import Scene
    from coreg.practice.play import Event
    from coreg.practice.sitting import SittingEvent

__all__ = ["Typist"]

_KEEP = ("practice.keep", "practice.note")
"""Keys that finish a note, or what is parked, from within it."""


class Typist(Looking):
    """Whatever is typed is written down as it grows; a line is finished by Enter."""

    def __init__(self, host: Host, *, taken_up: bool) -> None:
        """Tell the sitting that the runner has on; nothing is typed."""
        super().__init__(host, taken_up=taken_up)
        self._typed = False

    def echoes(self) -> bool:
        """Tell whether something is typed that stands there as it is typed."""
        field = self.beside.field
        return field is not None and field.echoes

    def flush(self) -> None:
        """Have written down what was typed."""
        field = self.beside.field
        if not self._typed or field is None:
            return
        self._typed = False
        if (event := field.typed(self.runner.time())) is not None:
            self.runner.dispatch(event)

    def leave_field(self) -> str:
        """Keep what is being typed, and let the terminal go on below it; return what may be said of it."""
        sitting, field, told = self.runner.state, self.beside.field, ""
        if sitting is not None and sitting.phase != "over" and field is not None:
            self.flush()
            if (event := field.left(self.runner.time())) is not None:
                self.runner.dispatch(event)
                told = say("plain_talk.write.parked")
            elif isinstance(field, NoteField):
                told = say("plain_talk.write.kept")
        self.beside.end_row()
        self.beside.close()
        return told

    def type_rest(self, presses: Iterable[str]) -> None:
        """Take the last letters of a line, up to the first press that is none."""
        for press in presses:
            if not self.beside.takes(press):
                return
            self._typed = True

    def type(self, press: str) -> bool:
        """Take a press that belongs to what is being typed; tell whether it was one."""
        beside, field = self.beside, self.beside.field
        if field is None:
            return False
        name = press_name(press, press)
        if name == "enter" or (beside.opened is not None and self._key(name) in _KEEP and len(name) > 1):
            self._enter()
        elif name == "ctrl+n" and (unsaid := field.unsaid(self.runner.time())) is not None:
            self.happen(unsaid)
        elif beside.takes(press):
            self._typed = True
            beside.show()
            if field.line.full:
                self.say(say("practice.too_long", limit=field.line.most))
                beside.show()
        else:
            return beside.is_text(press)
        return True

    def _key(self, name: str) -> str | None:
        return self.host.keymap.find("practice", name)

    def _enter(self) -> None:
        """Finish the line."""
        self.flush()
        beside, field = self.beside, self.beside.field
        if field is None or not (field.line.text or self._counts()):
            return
        beside.end_row()
        event = field.entered(self.runner.time())
        if isinstance(field, NoteField | ParkField):
            self._close(event)
        elif field.unfit:
            self.say(say(field.unfit))
        elif event is not None:
            self.happen(event)
        else:
            self.look(by_key=True)

    def _counts(self) -> bool:
        """Tell whether an Enter that would pass something was meant for it, and is not a held one."""
        return self.presses.counts("practice.skip", "enter", self.scene_now())

    def _close(self, event: Event | SittingEvent | None) -> None:
        """Close a note, or what was parked, and have time go on where it stood for it."""
        beside = self.beside
        stood, opened = beside.stands, beside.opened
        beside.close()
        if event is not None:
            self.runner.dispatch(event)
            self.say(say("plain_talk.write.parked"))
        elif isinstance(opened, NoteField):
            self.say(say("plain_talk.write.kept"))
        if stood:
            self.runner.dispatch(Resumed(self.runner.time()))
        self.look(by_key=True)

    def beside_takes(self, press: str, scene: Scene) -> bool:
        """Hand a press to what stands beside the step while time stands for it; tell whether it took it."""
        beside, key_id = self.beside, self.host.keymap.find("lines", press) or ""
        notes, mending = isinstance(beside.opened, NoteField), beside.mending
        elsewhere = (
            ("all.hide", "all.leave") if mending is not None else ("all.help", "all.hide", "all.leave")
        )
        if not beside.stands or notes or key_id in elsewhere:
            return False
        if key_id == "all.escape" or key_id.endswith(".stop"):
            self.leave_field()
            self.happen(Stopped(scene.now))
        elif press == "enter" or self._key(press) == "practice.line":
            if self.presses.counts("practice.line", press, scene):
                self._close(None)
        elif mending is not None and self.presses.counts(key_id or press, press, scene):
            self.say(*mending.press(press, scene))
            if mending.done:
                self._close(None)
        return True

    def open_beside(self, what: str, scene: Scene) -> None:
        """Open something beside the step; time stands for it, but for a note in a talk."""
        beside, sitting = self.beside, scene.sitting
        match what:
            case "note":
                # What is typed among the lines of a breath would be broken by each of them.
                stands = sitting.phase == "running" and sitting.now_step.kind in BREATHED
                opening = beside.note(sitting, stands=stands)
            case "park":
                opening = beside.park(sitting)
            case _:
                opening = beside.mend(scene)
        if beside.stands:
            self.runner.dispatch(Paused(self.runner.time()))
            self.look(by_key=True)
        self.say(*opening)
