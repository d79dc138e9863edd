"""What the map shows: both columns, each where its owner sits, the links between them, and what is found."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from coreg.content import lines, say
from coreg.insight.atlas import ORDERS, Atlas, atlas
from coreg.screens.maps.atlas_rows import column_rows, draw_piece, link_block
from coreg.screens.maps.mapped import Mapped
from coreg.widgets.blocks import Page
from coreg.widgets.finder import Finder
from coreg.widgets.rows import Rows
from coreg.widgets.text import COLUMN, key_hint, named, stack
from coreg.widgets.top import Top

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.widget import Widget

    from coreg.insight.atlas import Order
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["AtlasShowing"]

_PARTS = ("left", "right", "links")
_LINKS = 6
_MOST_LINKS = {"-tight": 2, "-short": 3}
"""Lines of links that are seen at once, in a low window and else."""

_STACKED = 76
"""Columns of the window under which one map stands below the other."""


class AtlasShowing(Mapped, inherit_bindings=False):
    """Shows what both may see; what can be done is added by :class:`coreg.screens.maps.atlas.AtlasRoom`."""

    DEFAULT_CSS: ClassVar[str] = """
    AtlasShowing #told { width: 1fr; max-width: 156; }
    AtlasShowing #both { width: 1fr; max-width: 156; height: 1fr; align: center top; }
    AtlasShowing #finding { height: auto; width: 1fr; max-width: 156; }
    AtlasShowing #finding.-open { margin-bottom: 1; }
    AtlasShowing #columns { height: 1fr; }
    AtlasShowing .side { width: 1fr; height: 1fr; background: $surface; padding: 1 2; }
    AtlasShowing .side Static { height: 1; margin-bottom: 1; }
    AtlasShowing #side-left { margin-right: 1; } AtlasShowing #side-right { margin-left: 1; }
    AtlasShowing.-short .side { padding: 0 1; }
    AtlasShowing.-short .side Static, AtlasRoom.-tight .side Static { margin-bottom: 0; }
    AtlasShowing #between { width: 1fr; height: auto; padding: 1 2 0 2; }
    AtlasShowing.-short #between { padding: 0 1; }
    AtlasShowing #between Static { height: 1; } AtlasShowing #links { height: 1; }
    AtlasShowing.-stacked #columns { layout: vertical; }
    AtlasShowing.-stacked .side { margin: 0; }
    AtlasShowing #none { display: none; width: 72; max-width: 100%; height: auto; margin-top: 2; }
    AtlasShowing.-none #none { display: block; }
    AtlasShowing.-none #columns, AtlasRoom.-none #between { display: none; }
    AtlasShowing.-unlinked #between { display: none; }
    """

    def __init__(self, house: House) -> None:
        """Begin in the column on the left, the strongest first."""
        super().__init__(house)
        self.atlas = Atlas()
        self.order: Order = ORDERS[0]
        self.part = "left"

    def stage(self) -> Iterable[Widget]:
        """Both columns, the links below them, and a field to find words with."""
        sides = [self._side(side) for side in ("left", "right")]
        between = Vertical(
            Static(Content.styled(say("atlas.between"), "$muted")), Page(id="links"), id="between"
        )
        finding = Container(Finder(placeholder=say("atlas.search_field"), id="search"), id="finding")
        both = Vertical(Static(id="none"), Horizontal(*sides, id="columns"), between, id="both")
        yield Vertical(finding, both, Static(id="told"), id="stage")

    def _side(self, side: str) -> Widget:
        seat = self.house.seat(side)
        rows = Rows[Any](partial(draw_piece, self.house, seat), id=f"rows-{side}", marked=side == "left")
        return Vertical(Static(named(seat, self.house.name(seat))), rows, id=f"side-{side}", classes="side")

    def on_resize(self) -> None:
        """Put one map below the other where there is no room beside it."""
        self.fit()
        self.set_class(self.app.size.width < _STACKED, "-stacked")
        self.soon(self.show)

    # Showing

    @property
    def sought(self) -> str:
        """What is looked for; empty when nothing is."""
        return self.query_one(Finder).value.strip()

    def column(self, part: str) -> Rows[Any]:
        """Return one of the parts that the arrows can move through."""
        return self.query_one("#links" if part == "links" else f"#rows-{part}", Rows)

    def show(self) -> None:
        """Draw the columns, the links, and what can be done."""
        if self.shown is None:
            return
        self.atlas = atlas(self.shown.triggers, self.shown.links, self.order, self.sought)
        for side in ("left", "right"):
            self.column(side).show(column_rows(self.atlas.of(self.house.seat(side))))
        empty = not (self.atlas.a or self.atlas.b)
        self.set_class(empty, "-none")
        self.set_class(not self.atlas.links, "-unlinked")
        self.soon(self._show_links)
        self.query_one("#none", Static).update(self._none() if empty else Content(""))
        if not self._filled(self.part):
            self.part = next((part for part in _PARTS if self._filled(part)), "left")
        self._mark()

    def _show_links(self) -> None:
        """Show as many links as there is room for; the others are further down."""
        page = self.query_one("#links", Page)
        blocks = [link_block(self.house, one) for one in self.atlas.links]
        width = min(COLUMN, max(1, page.size.width - 2))
        lines = sum(len(block.lines(width)) for block in blocks)
        most = next((rows for name, rows in _MOST_LINKS.items() if self.has_class(name)), _LINKS)
        page.styles.height = min(lines, most)
        # How much is out of sight is known once there is that much room.
        self.soon(partial(page.put, blocks, again=True))

    def _none(self) -> Content:
        if self.sought:
            return Content.styled(say("atlas.not_found"), "$muted")
        rows = [Content.styled(say("atlas.empty.title"), "bold"), Content("")]
        for line in lines("atlas.empty.text"):
            rows += [Content(line), Content("")]
        key = self.house.keymap.label("map.new")
        return stack([*rows, Content.styled(say("atlas.empty.begin", key=key), "$both")])

    def _filled(self, part: str) -> bool:
        return bool(self.atlas.links if part == "links" else self.atlas.of(self.house.seat(part)))

    def _mark(self) -> None:
        for part in _PARTS:
            self.column(part).mark(part == self.part)
        self.show_top()
        self.show_seats()

    def show_top(self) -> None:
        """Say how the columns are ordered, and that words can be found."""
        label = self.house.keymap.label
        hints = []
        if self.atlas.a or self.atlas.b:
            hints = [
                key_hint(label("map.order"), say(f"atlas.order.{self.order}")),
                key_hint(label("map.search", writing=self.writing), say("atlas.keys.find")),
            ]
        self.query_one(Top).left = Content("   ").join(hints)

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Return what either may press now."""
        rest = (self.hint("all.escape", "room.back"), self.hint("all.help", "room.help"))
        if self.writing:
            return ((self.hint("all.escape", "atlas.keys.leave_find"),),)
        new, own = self.hint("map.new", "atlas.keys.new"), self.hint("map.own", "atlas.keys.own")
        scene = self.hint("map.scene", "atlas.keys.scene")
        if self.shown is None or not (self.atlas.a or self.atlas.b):
            return ((new, own), (scene, self.hint("map.loops", "atlas.keys.loops"), *rest))
        first = "atlas.keys.see_link" if self.part == "links" else "atlas.keys.open"
        link = () if self.part == "links" else (self.hint("map.link", "atlas.keys.link"),)
        more = (self.hint("map.helps", "atlas.keys.helps"), self.hint("map.loops", "atlas.keys.loops"))
        return ((self.hint("map.open", first), *link, *more), (new, own, scene, *rest))

    # Moving

    @property
    def moving(self) -> Rows[Any]:
        """What the arrows move through."""
        return self.column(self.part)

    def _to(self, parts: Sequence[str]) -> None:
        self.part = next((part for part in parts if self._filled(part)), self.part)
        self.tell("")
        self._mark()

    def do_map_less(self) -> None:
        """Go to the map on the left."""
        self._to(("left",))

    def do_map_more(self) -> None:
        """Go to the map on the right."""
        self._to(("right",))

    def do_map_next(self) -> None:
        """Go to the next part."""
        at = _PARTS.index(self.part) + 1
        self._to((*_PARTS[at:], *_PARTS[:at]))

    def do_map_order(self) -> None:
        """Order both columns the other way."""
        self.order = ORDERS[1 - ORDERS.index(self.order)]
        self.show()

    # Finding

    def do_map_search(self) -> None:
        """Find words as they are typed."""
        if self.shown is not None and self.shown.triggers:
            self.query_one(Finder).open()
            self.query_one("#finding").add_class("-open")

    @on(Input.Changed, "#search")
    def search_changed(self) -> None:
        """Let both columns follow what is typed."""
        self.show()

    @on(Input.Submitted, "#search")
    def search_done(self) -> None:
        """Go on among what was found."""
        self.set_focus(None)
        self._mark()

    @on(Finder.Moved)
    def search_moved(self, event: Finder.Moved) -> None:
        """Move through what was found while typing."""
        move = self.moving.page if event.pages else self.moving.move
        move(event.steps)

    def do_all_escape(self) -> None:
        """Leave the search, then the room."""
        finder = self.query_one(Finder)
        if finder.is_open:
            self.set_focus(None)
            finder.close()
            self.query_one("#finding").remove_class("-open")
            self.show()
        else:
            self.go_back()
