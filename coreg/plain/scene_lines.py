"""One scene looked at together, line by line: the same steps as on the screen, and the same record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from coreg.content import explain, say
from coreg.content.scene_words import asks_of, title_of
from coreg.plain.filling import typed_number
from coreg.plain.leaving import HELP, LeftError, leaves
from coreg.plain.small import breathe_small
from coreg.practice.play import SEATS, Chose, Pressed, other
from coreg.practice.scene import MOST_WEEKS, UNDER, Back, On, Turned, Typed, apply, ways
from coreg.record.text import clean
from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from coreg.practice.play import Seat
    from coreg.practice.scene import Scene, SceneEvent

__all__ = ["Keeps", "SceneLines", "Voice", "pick"]


class Voice(Protocol):
    """The terminal: lines are said, and asked for."""

    def say(self, text: str) -> None:
        """Show lines."""
        ...

    def ask(self, question: str, *, hidden: bool = False) -> str:
        """Return what is typed up to Enter."""
        ...


class Keeps(Protocol):
    """What keeps a scene, each time on disk before the next question."""

    def keep(self, scene: Scene) -> None:
        """Keep it as it is now."""
        ...

    def draw(self, scene: Scene) -> None:
        """Keep the loop that is drawn from it."""
        ...

    def told(self, scene: Scene) -> Sequence[str]:
        """Return the loop in lines."""
        ...

    def finish(self, scene: Scene) -> None:
        """Keep the loop, and what was agreed."""
        ...


def pick(voice: Voice, scenes: Sequence[Scene]) -> Scene | None:
    """Return the scene to go on with; None for another one, which is the last number. Raises LeftError."""
    if not scenes:
        return None
    names = [scene.texts.get("scene", "") for scene in scenes]
    rows = [*names, say("scene_plain.another")]
    voice.say("\n".join([say("scene_plain.which"), *(f"  {at}  {name}" for at, name in enumerate(rows, 1))]))
    while True:
        typed = voice.ask(say("scene_plain.number")).strip()
        if leaves(typed):
            raise LeftError
        number = typed_number(typed, 1, len(rows))
        if number is not None:
            return scenes[number - 1] if number <= len(scenes) else None
        voice.say(say("scene_plain.wrong_number"))


class _AsideError(Exception):
    """Somebody went back, or (nothing) left, in place of an answer."""

    def __init__(self, *events: SceneEvent) -> None:
        super().__init__()
        self.events = events


class _AgainError(Exception):
    """Somebody asked how to answer, and hears the question again."""


class SceneLines:
    """Asks line by line. ``/back`` and ``/leave`` stand for the keys of the screen; own keys are typed."""

    def __init__(
        self,
        voice: Voice,
        keeps: Keeps,
        names: Mapping[Seat, str],
        keys: Mapping[Seat, str],
        rest: Callable[[float], str | None],
    ) -> None:
        """Take the terminal, what keeps, and who the two are (left first).

        ``rest`` waits so many seconds, or until a line is typed, and returns that.
        """
        self._voice = voice
        self._keeps = keeps
        self._names = names
        self._keys = keys
        self._rest = rest
        self._unkept = self._undrawn = False

    def walk(self, scene: Scene) -> Scene:
        """Ask until it is over or was left, and return where it is then: on disk, that is.

        What cannot be written is told, and written with the next step.
        """
        self._voice.say(say("scene_plain.how"))
        while scene.stage != "over":
            events = self._events(scene)
            if not events:
                if not self._unkept or self._kept(scene):
                    return scene
                continue
            after = scene
            for event in events:
                after = apply(after, event)
            self._undrawn = self._undrawn or (scene.stage == "name" and after.stage not in ("name", "drawn"))
            scene = after if self._kept(after) or after.stage != "over" else scene
        return scene

    def _kept(self, scene: Scene) -> bool:
        """Have it kept; where that fails say why. Tell whether it is."""
        try:
            if scene.stage == "over":
                self._keeps.finish(scene)
            elif self._undrawn:
                self._keeps.draw(scene)
                self._undrawn = False
            else:
                self._keeps.keep(scene)
        except Trouble as trouble:
            self._voice.say(f"{explain(trouble)} {say('note.still_here')}")
            self._unkept = True
            return False
        self._unkept = False
        return True

    def _events(self, scene: Scene) -> tuple[SceneEvent, ...]:
        """Return what happens at the step that is on; nothing where it is left."""
        while True:
            try:
                return self._answered(scene)
            except _AsideError as aside:
                return aside.events
            except _AgainError:
                continue

    def _answered(self, scene: Scene) -> tuple[SceneEvent, ...]:
        match scene.stage:
            case "gate":
                return self._gate(scene)
            case "first":
                return self._first()
            case "drawn":
                self._voice.say("\n".join(["", *self._keeps.told(scene)]))
                self._ask(say("scene_plain.go_on"))
                return (On(),)
            case "agree":
                return self._agree(scene)
            case _:
                return self._line(scene)

    def _ask(self, question: str, *, hidden: bool = False) -> str:
        """Return what is typed, at whatever question.

        Raises:
            _AsideError: for the words behind a slash.
            _AgainError: for a question mark alone.
        """
        typed = self._meant(self._voice.ask(question, hidden=hidden))
        if typed == HELP:
            self._voice.say(say("scene_plain.how"))
            raise _AgainError
        return typed

    @staticmethod
    def _meant(line: str) -> str:
        typed = clean(line, multiline=False).strip()
        if leaves(typed):
            raise _AsideError
        if typed == say("plain.line.back"):
            raise _AsideError(Back())
        return typed

    def _line(self, scene: Scene) -> tuple[SceneEvent, ...]:
        rows = ["", self._filled(scene, title_of(scene)), say(f"scene.{asks_of(scene)}.text")]
        if scene.text.strip():
            rows.append(say("scene_plain.now", text=scene.text))
        self._voice.say("\n".join(rows))
        typed = self._ask(say("scene_plain.prompt"))
        return (Typed(typed), On()) if typed else (On(),)

    def _filled(self, scene: Scene, words: str) -> str:
        seat = scene.seat
        if seat is None:
            return words
        facts = {"speaker": self._names[seat], "listener": self._names[other(seat)]}
        for name, text in {**facts, "move": scene.said(other(seat), "do")}.items():
            words = words.replace(f"{{{name}}}", text)
        return words

    def _gate(self, scene: Scene) -> tuple[SceneEvent, ...]:
        """Ask both, unechoed; where it is a lot for one, offer small breaths, and never say for whom."""
        if scene.offered:
            self._voice.say(say("scene.offered.title"))
            if self._ask(say("scene_plain.breathe")).casefold() == say("scene_plain.yes"):
                self._meant(breathe_small(self._voice, self._rest))
            return tuple(Pressed(0.0, seat) for seat in SEATS)
        rows = ["", say("scene.gate.title"), say("scene.gate.text"), say("scene_plain.gate_how")]
        self._voice.say("\n".join(rows))
        picks = [Chose(0.0, seat, self._sealed(seat)) for seat in self._names]
        return (*picks, *(Pressed(0.0, seat) for seat in SEATS))

    def _sealed(self, seat: Seat) -> int:
        words = {"name": self._names[seat], "under": say("scene.gate.under"), "over": say("scene.gate.over")}
        while True:
            number = typed_number(self._ask(say("scene_plain.gate", **words), hidden=True), 1, 2)
            if number is not None:
                return UNDER + number - 1
            self._voice.say(say("scene_plain.gate_wrong"))

    def _first(self) -> tuple[SceneEvent, ...]:
        left, right = self._names
        facts = {"left": self._names[left], "right": self._names[right]}
        keys = {"left_key": self._keys[left], "right_key": self._keys[right]}
        self._voice.say("\n".join(["", say("scene.first.title"), say("scene_plain.first", **facts, **keys)]))
        while True:
            typed = self._ask(say("scene_plain.prompt")).casefold()
            for seat, key in self._keys.items():
                if typed == key:
                    return (Pressed(0.0, seat),)
            self._voice.say(say("scene_plain.first_wrong", **keys))

    def _agree(self, scene: Scene) -> tuple[SceneEvent, ...]:
        """Ask when to look again, then for both own keys; without both of them nothing is agreed."""
        rows = ["", say("scene.agree.title")]
        for way in ways(scene):
            text = way.text.strip()
            rows.append(
                text if way.seat is None else say("scene_plain.way", name=self._names[way.seat], text=text)
            )
        self._voice.say("\n".join([*rows, say("scene.agree.text")]))
        turned = Turned(self._weeks(scene.weeks) - scene.weeks)
        for seat, key in self._keys.items():
            typed = self._ask(say("scene_plain.agree", name=self._names[seat], key=key))
            if typed.casefold() != key:
                self._voice.say(say("scene_plain.not_agreed"))
                return ()
        return (turned, *(Pressed(0.0, seat) for seat in SEATS))

    def _weeks(self, usual: int) -> int:
        while True:
            typed = self._ask(say("scene_plain.weeks", count=usual))
            number = typed_number(typed, 0, MOST_WEEKS) if typed else usual
            if number is not None:
                return number
            self._voice.say(say("scene_plain.weeks_wrong", most=MOST_WEEKS))
