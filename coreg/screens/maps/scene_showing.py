"""What a scene shows: both columns, what is asked, the line it is written on, and the drawing at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.content.scene_words import asks_of, example_of
from coreg.evening.scenes import drawn
from coreg.insight.loop_picture import picture_of_scene
from coreg.practice.scene import FIELDS, LIMIT, Scene
from coreg.screens.base import Room
from coreg.screens.hello_lines import fitting
from coreg.screens.maps.scene_lines import columns_rows, scene_lines
from coreg.screens.maps.wording import wording
from coreg.widgets.field import LineField
from coreg.widgets.loop_map import LoopMap
from coreg.widgets.text import centred, lit, stack
from coreg.widgets.top import Top

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from coreg.practice.play import Seat
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["SceneShowing"]

_WIDEST = 132


class SceneShowing(Room, inherit_bindings=False):
    """Draws a scene as it is; what is pressed is added by :class:`coreg.screens.maps.scene.SceneRoom`."""

    place = "said"
    where = "scene.where"
    DEFAULT_CSS: ClassVar[str] = """
    SceneShowing #stage { align: center middle; }
    SceneShowing #inner { width: 1fr; max-width: 132; height: auto; }
    SceneShowing #inner.-drawn { height: 1fr; max-height: 30; }
    SceneShowing #columns { width: 1fr; height: auto; padding: 1 2; margin-bottom: 2; background: $surface; }
    SceneShowing #page { width: 1fr; height: auto; }
    SceneShowing LineField, SceneShowing LineField:focus {
        width: 72; max-width: 100%; height: 1; margin-top: 1; padding: 0 1; border: none; background: $panel;
    }
    SceneShowing #line-row { width: 1fr; height: 2; align: center top; }
    SceneShowing LoopMap { height: 1fr; }
    SceneShowing .-off { display: none; }
    SceneShowing.-short #columns { padding: 0 1; margin-bottom: 1; }
    """

    def __init__(self, house: House, scene: Scene | None = None) -> None:
        """Begin with a new scene, or go on with one that was left."""
        super().__init__(house)
        self.scene = scene or Scene()
        self.busy = False

    def stage(self) -> Iterable[Widget]:
        """The columns, what is asked, and the line; or the drawing."""
        line = Vertical(LineField(id="line"), id="line-row")
        inner = Vertical(Static(id="columns"), LoopMap(id="drawing"), Static(id="page"), line, id="inner")
        yield Vertical(inner, id="stage")

    def on_resize(self) -> None:
        """Lay it out anew."""
        self.fit()
        self.soon(self.show)

    @property
    def field(self) -> LineField:
        """The line."""
        return self.query_one(LineField)

    @property
    def drawing(self) -> LoopMap:
        """The loop, once both columns are filled."""
        return self.query_one(LoopMap)

    @property
    def column_step(self) -> bool:
        """Whether a line of one of the columns is asked for."""
        return asks_of(self.scene) in (*FIELDS, "again")

    def show(self) -> None:
        """Draw the step that is on."""
        scene, stage = self.scene, asks_of(self.scene)
        columns = self.column_step
        self.query_one("#columns").set_class(not columns, "-off")
        self.query_one("#drawing").set_class(stage != "drawn", "-off")
        self.query_one("#inner").set_class(stage == "drawn", "-drawn")
        self.query_one("#line-row").set_class(not scene.writes, "-off")
        width = min(_WIDEST, self.query_one("#stage").size.width)
        if columns:
            wide = max(40, width - (2 if self.has_class("-short") else 4))
            self.query_one("#columns", Static).update(stack(columns_rows(self.house, scene, wide)))
        room = self.query_one("#stage").size.height
        rows = fitting(scene_lines(self.house, scene, width), width, room)
        self.query_one("#page", Static).update(centred(rows, width))
        if stage == "drawn":
            self._draw()
        self.show_seats()

    def _draw(self) -> None:
        """Draw the loop of both columns."""
        loop = drawn(self.scene, self.house.maps.blank_loop(""))
        picture = picture_of_scene(loop, wording(self.house), left=self.house.left)
        self.drawing.show(picture)

    def show_line(self) -> None:
        """Put what stands in the line of this step there, ready to write on; else leave the line."""
        if not self.scene.writes:
            self.set_focus(None)
            return
        field = self.field
        field.placeholder = example_of(self.scene)
        field.max_length = LIMIT
        field.value = self.scene.text
        field.cursor_position = len(field.value)
        field.focus()

    def tell(self, words: str, style: str = "$muted") -> None:
        """Say what has just happened, on the top line."""
        self.query_one(Top).left = lit(words, style, multiline=False) if words else Content("")

    # The table's edge

    def stop_hint(self) -> str:
        """Either can leave it, always; where a line is written these keys are letters, and ``esc`` leaves."""
        return "" if self.writing else say("room.stop")

    def main_hint(self, seat: Seat) -> str:
        """What the own key does at this step."""
        match self.scene.stage:
            case "gate":
                return say("scene.gate.both" if self.scene.offered else "scene.gate.seal")
            case "first":
                return say("scene.first.say")
            case "agree":
                return say("atlas.agree.say")
            case _:
                return ""

    def lit_seat(self) -> str | None:
        """Whose column it is."""
        return self.scene.seat if self.column_step else None

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Go on, back, leave."""
        leave, helps = self.hint("all.escape", "scene.leave"), self.hint("all.help", "room.help")
        back = self.hint("said.back", "scene.back_one")
        match self.scene.stage:
            case "gate":
                breaths = (self.hint("said.breathe", "scene.breaths"),) if self.scene.offered else ()
                return (breaths, (leave, helps))
            case "first":
                return ((back,), (leave, helps))
            case "agree":
                label = self.house.keymap.label
                keys = f"{label('said.less')} {label('said.more')}"
                return (((keys, say("scene.other_day")), back), (leave, helps))
            case _:
                on_ = (("enter", say("scene.on")),)
                first = () if self.scene.stage == "scene" else (back,)
                return ((*on_, *first, leave),) if self.writing else ((*on_, *first), (leave, helps))
