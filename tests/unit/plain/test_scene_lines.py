"""One scene line by line: the same steps as on the screen, nothing sealed said aloud, the same record."""

from __future__ import annotations

from collections.abc import Sequence

from coreg.plain.scene_lines import SceneLines, pick
from coreg.practice.play import Seat
from coreg.practice.scene import USUAL_WEEKS, Scene, ways

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

    def keep(self, scene: Scene) -> None:
        self.kept.append(("keep", scene))

    def draw(self, scene: Scene) -> None:
        self.kept.append(("draw", scene))

    def finish(self, scene: Scene) -> None:
        self.kept.append(("finish", scene))

    def told(self, scene: Scene) -> Sequence[str]:
        return [f"a loop of {scene.said('a', 'do')} and {scene.said('b', 'do')}"]


def walked(*typed: str, scene: Scene | None = None) -> tuple[Scene, Hands, Kept, list[float]]:
    """Walk a scene with these lines."""
    hands, kept, slept = Hands(*typed), Kept(), list[float]()
    ended = SceneLines(hands, kept, NAMES, KEYS, slept.append).walk(scene or Scene())
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
