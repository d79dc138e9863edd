"""One scene line by line: the same steps as on the screen, nothing sealed said aloud, the same record."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from coreg.content import say
from coreg.plain.leaving import LeftError
from coreg.plain.scene_lines import SceneLines, pick
from coreg.practice.play import Seat
from coreg.practice.scene import USUAL_WEEKS, Scene, ways
from coreg.record.trouble import Trouble

NAMES: dict[Seat, str] = {"a": "Mina", "b": "Jo"}
KEYS: dict[Seat, str] = {"a": "f", "b": "j"}


class Hands:
    """A terminal at which these lines are typed, and all that was said on it."""

    def __init__(self, *typed: str) -> None:
        self.typed = list(typed)
        self.said: list[str] = []
        self.hidden: list[str] = []

    def say(self, text: str) -> None:
        self.said.append(text)

    def ask(self, question: str, *, hidden: bool = False) -> str:
        typed = self.typed.pop(0)
        self.said.append(question)
        if hidden:
            self.hidden.append(typed)
        return typed

    @property
    def text(self) -> str:
        return "\n".join(self.said)


class Kept:
    """What was kept, in its order."""

    def __init__(self) -> None:
        self.kept: list[tuple[str, Scene]] = []
        self.refused: list[str] = []

    def _write(self, what: str, scene: Scene) -> None:
        if what in self.refused:
            self.refused.remove(what)
            raise Trouble("disk_full", path="book")
        self.kept.append((what, scene))

    def keep(self, scene: Scene) -> None:
        self._write("keep", scene)

    def draw(self, scene: Scene) -> None:
        self._write("draw", scene)

    def finish(self, scene: Scene) -> None:
        self._write("finish", scene)

    def told(self, scene: Scene) -> Sequence[str]:
        return [f"a loop of {scene.said('a', 'do')} and {scene.said('b', 'do')}"]


def walked(
    *typed: str, scene: Scene | None = None, refused: tuple[str, ...] = (), meanwhile: str | None = None
) -> tuple[Scene, Hands, Kept, list[float]]:
    """Walk a scene with these lines; ``refused`` is what the disk does not take at first, ``meanwhile``
    what is typed while small breaths are told.
    """
    hands, kept, slept = Hands(*typed), Kept(), list[float]()

    def rest(seconds: float) -> str | None:
        slept.append(seconds)
        return meanwhile

    kept.refused = [*refused]
    ended = SceneLines(hands, kept, NAMES, KEYS, rest).walk(scene or Scene())
    assert hands.typed == []
    return ended, hands, kept, slept


COLUMNS = ("Jo leaves", "I don’t matter", "", "lonely", "explain", "", "never enough", "", "", "go", "")


def test_a_whole_scene_is_asked_for_and_agreed_on() -> None:
    scene, hands, kept, slept = walked(
        "", "the bills", "1", "1", "x", "F", *COLUMNS, "", "storm", "wait", "", "a hand", "", "7", "f", "j"
    )
    assert scene.stage == "over"
    assert scene.said("b", "notice") == "explain"
    assert "Mina does: “explain”. Jo, what of it do you notice?\n" in hands.text
    assert "There stands: explain" in hands.text
    assert "a loop of explain and go" in hands.text
    assert "Mina: wait\na hand\n" in hands.text
    assert (scene.weeks, [way.text for way in ways(scene)], slept) == (7, ["wait", "a hand"], [])
    assert [what for what, _ in kept.kept].count("draw") == 1
    assert kept.kept[-1][0] == "finish"
    assert hands.hidden == ["1", "1"]


def test_a_lot_for_one_offers_breaths_and_never_says_for_whom() -> None:
    texts = []
    for answers in (("2", "1"), ("1", "2")):
        scene, hands, _, slept = walked("the bills", *answers, "y", "/leave")
        assert scene.stage == "first"
        assert 50 <= sum(slept) <= 60
        texts.append(hands.text)
    assert texts[0] == texts[1]
    assert "It is a lot tonight." in texts[0]
    _, hands, _, slept = walked("the bills", "3", "2", "", "2", "", "/back", "/leave")
    assert (slept, "1 or 2." in hands.text) == ([], True)


def test_it_can_be_left_and_gone_back_at_every_step() -> None:
    scene, _, kept, _ = walked("the bills", "1", "1", "j", "one", "/back", "", "/leave")
    assert (scene.at, scene.first, scene.said("b", "notice")) == ("b.tell", "b", "one")
    assert kept.kept[-1] == ("keep", scene)
    assert walked("/leave")[2].kept == []


def test_the_words_behind_a_slash_mean_the_same_at_every_question() -> None:
    texts = {"scene": "bills", "gesture": "a hand"}
    for at in ("first", "drawn", "agree"):
        begun = Scene("x", texts, at, "b", settled=True)
        assert walked("/leave", scene=begun)[0] == begun
        before = walked("/back", "/leave", scene=begun)[0]
        assert before.at != at
    agreeing = Scene("x", texts, "agree", "b", settled=True)
    assert walked("", "/back", "/leave", scene=agreeing)[0].at == "word"
    for typed in (("/leave",), ("1", "/leave"), ("2", "1", "/leave")):
        scene, hands, _, _ = walked(*typed, scene=Scene("x", texts, "first"))
        assert (scene.settled, "1 or 2." in hands.text) == (False, False)


def test_what_a_full_disk_does_not_take_is_told_and_kept_with_the_next_step() -> None:
    scene, hands, kept, _ = walked("the bills", "/leave", "/leave", refused=("keep", "keep"))
    assert hands.text.count("The disk is full.") == 2
    assert "Your words are all still here." in hands.text
    assert kept.kept == [("keep", scene)]
    naming = Scene("x", {"scene": "bills"}, "name", "b", settled=True)
    _, _, kept, _ = walked("storm", "wait", "/leave", scene=naming, refused=("draw",))
    assert [what for what, _ in kept.kept] == ["draw"]
    agreeing = Scene("x", {"scene": "bills", "gesture": "a hand"}, "agree", "b", settled=True)
    scene, hands, kept, _ = walked("", "f", "j", "", "f", "j", scene=agreeing, refused=("finish",))
    assert (scene.stage, [what for what, _ in kept.kept]) == ("over", ["finish"])


def test_without_both_own_keys_nothing_is_agreed_and_it_waits() -> None:
    texts = {"scene": "bills", "gesture": "a hand"}
    at_the_end = Scene("x", texts, "agree", "b", settled=True)
    for typed in (("", "j"), ("30", "x", "0", "f", "n")):
        scene, hands, kept, _ = walked(*typed, scene=at_the_end)
        assert (scene.stage, kept.kept) == ("agree", [])
        assert "Nothing was agreed." in hands.text
    assert "A number from 0 to 26." in hands.text
    ended = walked("", "f", "j", scene=at_the_end)[0]
    assert (ended.stage, ended.weeks) == ("over", USUAL_WEEKS)


def test_which_scene_is_gone_on_with_is_asked_by_number() -> None:
    scenes = (Scene("x", {"scene": "the bills"}), Scene("y", {"scene": "the stairs"}))
    hands = Hands("0", "no", "2")
    assert pick(hands, scenes) == scenes[1]
    assert "  1  the bills\n  2  the stairs\n  3  another scene" in hands.text
    assert pick(Hands("3"), scenes) is None
    assert pick(Hands(), ()) is None
    with pytest.raises(LeftError):
        pick(Hands("/leave"), scenes)


@pytest.mark.parametrize(("meanwhile", "stage"), [("", "first"), ("/leave", "gate"), ("/back", "gate")])
def test_small_breaths_end_with_a_line(meanwhile: str, stage: str) -> None:
    typed = ("the bills", "2", "1", "y", *(() if meanwhile == "/leave" else ("/leave",)))
    scene, _, _, slept = walked(*typed, meanwhile=meanwhile)
    assert (scene.stage, len(slept)) == (stage, 1)


def test_a_question_mark_alone_says_how_to_answer_and_to_leave() -> None:
    scene, hands, _, _ = walked("?", "the bills", "?", "/leave")
    assert hands.said.count(say("scene_plain.how")) == 3
    assert hands.text.count("One scene that keeps coming back") == 2
    assert hands.text.count(say("scene.gate.title")) == 2
    assert scene.said("a", "scene") != "?"
