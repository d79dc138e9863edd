"""A small app on coreg's own base. The words beginning with CANARY must never reach the terminal."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult, RenderResult
from textual.binding import BindingType
from textual.content import Content
from textual.driver import Driver
from textual.events import Key
from textual.widgets import Input, Static
from typing_extensions import override

from coreg.terminal.safe import SafeApp

Boom = Callable[[str], None]


@dataclass
class Letter:
    """Something private."""

    text: str


class Brittle(Static):
    """A widget that can fail while it is drawn."""

    def __init__(self, boom: Boom) -> None:
        """Start whole."""
        super().__init__()
        self.boom = boom
        self.broken = False

    @override
    def render(self) -> RenderResult:
        if self.broken:
            self.boom("render")
        return Content("READY")


class Breaking(Static):
    """A widget that fails when it is made."""

    def __init__(self, boom: Boom) -> None:
        """Keep what makes it fail."""
        super().__init__()
        self.boom = boom

    @override
    def compose(self) -> ComposeResult:
        self.boom("compose")
        yield Static("inside")

    def on_mount(self) -> None:
        """Fail, when asked to."""
        self.boom("mount")

    def on_unmount(self) -> None:
        """Fail, when asked to."""
        self.boom("unmount")


class Trial(SafeApp):
    """Shows the keys it hears; ``q`` leaves, ``x`` fails where it was told to, ``z`` suspends."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        ("q", "leave", "leave"),
        ("x", "fail", "fail"),
        ("z", "suspend_process", "suspend"),
    ]

    def __init__(self, kind: str, *, tone: str, log: Path | None, saved: Path | None, busy: bool) -> None:
        """Keep where to fail, what to show, the crash log, the file for saves, and whether to draw on."""
        super().__init__(crash_log=log)
        self._kind = kind
        self._tone = tone
        self._saved = saved
        self._busy = busy
        self._frames = 0
        self._heard: list[str] = []

    def boom(self, where: str) -> None:
        """Fail there, with something private in every place a traceback looks at."""
        if self._kind != where:
            return
        secret = "CANARY-LOCAL"
        book = {"note": "CANARY-DICT"}
        letter = Letter("CANARY-OBJECT")
        raise RuntimeError(f"CANARY-MESSAGE {secret} {book} {letter}")

    @override
    def compose(self) -> ComposeResult:
        yield Brittle(self.boom)
        yield Static(id="heard")
        yield Static(Content(f"tone {self._tone}"))
        yield Input("CANARY-WIDGET", password=True)
        yield Static(id="frames")

    def on_mount(self) -> None:
        """Draw all the time, when asked to."""
        if self._busy:
            self.set_interval(1 / 60, self._draw)

    def _draw(self) -> None:
        self._frames += 1
        text = "\n".join(str(self._frames + row) * 20 for row in range(8))
        self.query_one("#frames", Static).update(Content(text))

    def on_key(self, event: Key) -> None:
        """Show every key that comes in."""
        self._heard.append(event.key)
        self.query_one("#heard", Static).update(Content("keys " + " ".join(self._heard)))

    @override
    def save_now(self) -> None:
        if self._saved is not None:
            with self._saved.open("a", encoding="utf-8") as file:
                file.write("saved\n")
        self.boom("save")

    def action_leave(self) -> None:
        """Leave in good order."""
        self.exit(0)

    async def action_fail(self) -> None:
        """Fail in the place that was chosen."""
        self.boom("key")
        brittle = self.query_one(Brittle)
        brittle.broken = True
        brittle.refresh()
        self.run_worker(self._work("worker"))
        self.run_worker(lambda: self.boom("thread worker"), thread=True)
        self.set_timer(0.01, lambda: self.boom("timer"))
        threading.Thread(target=self.boom, args=("thread",)).start()
        self._lonely = asyncio.create_task(self._work("task"))
        self._lonely.add_done_callback(self._forget)
        if self._kind == "exit":
            raise SystemExit(3)
        await self.mount(Breaking(self.boom))
        if self._kind == "unmount":
            self.exit(0)

    def _forget(self, _task: asyncio.Task[None]) -> None:
        """Let go of a task that nobody asked for its result."""
        del self._lonely

    async def _work(self, where: str) -> None:
        await asyncio.sleep(0)
        self.boom(where)


class StockTrial(Trial):
    """The same on Textual's own driver."""

    @override
    def get_driver_class(self) -> type[Driver]:
        return App.get_driver_class(self)


class UnsafeTrial(Trial):
    """The same with the safe crash screen taken out."""

    panic = App.panic
    _fatal_error = App._fatal_error
