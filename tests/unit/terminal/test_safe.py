"""The base of the app, without a terminal."""

from __future__ import annotations

import asyncio
import inspect
import sys
import threading
from pathlib import Path

import pytest
from rich.traceback import Traceback
from textual._xterm_parser import XTermParser
from textual.app import App, ComposeResult
from textual.driver import Driver
from textual.widgets import Static
from typing_extensions import override

from coreg.terminal.safe import SafeApp


class Keeper(SafeApp):
    """An app that counts how often it was told to save."""

    def __init__(self, crash_log: Path | None = None, *, broken: bool = False) -> None:
        """Start with nothing saved; ``broken``: saving fails."""
        super().__init__(crash_log=crash_log)
        self.saved = 0
        self.broken = broken

    @override
    def save_now(self) -> None:
        self.saved += 1
        if self.broken:
            raise OSError("CANARY")

    @override
    def compose(self) -> ComposeResult:
        yield Static("here")


async def test_leaving_saves_once_and_keeps_the_code() -> None:
    app = Keeper()
    async with app.run_test():
        app.leave_now(143)
        app.leave_now(129)
    assert app.saved == 1
    assert app.return_code == 143
    assert app.crash is None


async def test_leaving_is_a_crash_when_saving_fails() -> None:
    app = Keeper(broken=True)
    with pytest.raises(OSError, match="CANARY"):
        async with app.run_test():
            app.leave_now(143)
    assert app.return_code == 1
    assert app.crash is not None
    assert app.crash.kind == "OSError"


async def test_panic_drops_what_it_is_given() -> None:
    app = Keeper()
    async with app.run_test():
        app.panic(Traceback.from_exception(ValueError, ValueError("CANARY"), None))
    assert app.crash is not None
    assert "CANARY" not in repr(app.crash)


async def run_with_trouble(app: Keeper, context: dict[str, object]) -> None:
    """Run the app while the event loop reports trouble."""
    async with app.run_test() as pilot:
        asyncio.get_running_loop().call_exception_handler(context)
        await pilot.pause()


async def test_a_task_that_fails_alone_ends_the_app(tmp_path: Path) -> None:
    app = Keeper(tmp_path / "coreg.log")
    trouble = {"message": "never retrieved", "exception": ZeroDivisionError("CANARY")}
    with pytest.raises(ZeroDivisionError):
        await run_with_trouble(app, trouble)
    assert app.saved == 1
    assert app.crash is not None
    assert app.crash.kind == "ZeroDivisionError"
    assert "CANARY" not in (tmp_path / "coreg.log").read_text()


async def test_a_task_that_is_merely_late_is_no_crash() -> None:
    app = Keeper()
    await run_with_trouble(app, {"message": "Task was destroyed but it is pending"})
    assert app.crash is None


async def test_palette_writes_no_pictures() -> None:
    app = Keeper()
    async with app.run_test():
        titles = {command.title for command in app.get_system_commands(app.screen)}
        stock = {command.title for command in App.get_system_commands(app, app.screen)}
    assert stock - titles == {"Screenshot"}


def test_threads_are_watched_while_the_app_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Keeper()
    before = threading.excepthook
    during: list[object] = []
    monkeypatch.setattr(app, "run", lambda: during.append(threading.excepthook))
    assert app.live() == 0
    assert during[0] != before
    assert threading.excepthook is before


def test_what_textual_lets_through_is_a_crash(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise LookupError("CANARY")

    app = Keeper()
    monkeypatch.setattr(app, "run", fail)
    assert app.live() == 1
    said = capsys.readouterr().err
    assert "LookupError" in said
    assert "CANARY" not in said


def test_an_interruption_is_no_crash(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    app = Keeper()
    monkeypatch.setattr(app, "run", interrupt)
    assert app.live() == 130
    assert capsys.readouterr().err == ""


# What this room stands on inside Textual. An upgrade that renames one of these must not go unseen.


def test_textual_ends_a_failing_app_through_the_methods_that_are_replaced() -> None:
    handle = inspect.getsource(App._handle_exception)
    assert list(inspect.signature(App._handle_exception).parameters) == ["self", "error"]
    assert list(inspect.signature(App._fatal_error).parameters) == ["self"]
    assert "self.panic(error)" in handle
    assert "self._fatal_error()" in handle
    assert "self._return_code = 1" in handle
    assert "show_locals=True" in inspect.getsource(App._fatal_error)
    assert "_close_messages_no_wait" in inspect.getsource(App.panic)
    assert "self._exit = False" in inspect.getsource(App.__init__)


def test_textual_shows_a_failure_nowhere_else() -> None:
    """Every traceback that Textual renders for a person comes from the two methods that are replaced."""
    import textual.app

    source = inspect.getsource(textual.app)
    assert source.count("Traceback(") == 1
    assert source.count("_exit_renderables.append(") == 2, "a crash, and the message given to exit()"
    assert source.count("_exit_renderables.extend(") == 1, "a panic"


@pytest.mark.skipif(sys.platform == "win32", reason="the stock driver is used there")
def test_textual_driver_has_the_parts_that_are_replaced() -> None:
    from textual.drivers.linux_driver import LinuxDriver

    made = inspect.getsource(LinuxDriver.__init__)
    for name in ("_file", "fileno", "exit_event", "_key_thread", "_writer_thread", "attrs_before"):
        assert f"self.{name}" in made, name
    assert "self._must_signal_resume = False" in made
    assert "self._mouse_pixels = False" in made
    assert "signal.signal(signal.SIGCONT, self._sigcont_application)" in made
    assert "signal.signal(signal.SIGTSTP, self._sigtstp_application)" in made
    started = inspect.getsource(LinuxDriver.start_application_mode)
    assert "WriterThread(self._file)" in started
    assert "target=self._run_input_thread" in started
    assert "self.run_input_thread()" in inspect.getsource(LinuxDriver._run_input_thread)
    assert "self._key_thread.join()" in inspect.getsource(LinuxDriver.disable_input)
    assert "self.disable_input()" in inspect.getsource(LinuxDriver.stop_application_mode)
    assert "self._loop" in inspect.getsource(Driver.__init__)


def test_textual_still_leaves_the_pixel_mouse_on() -> None:
    """When this fails, Textual has mended it and our own reset may go."""
    from textual.drivers import linux_driver

    source = inspect.getsource(linux_driver)
    assert "?1016h" in source
    assert "?1016l" not in source


def test_textual_parser_has_the_parts_that_are_carried_over() -> None:
    parser = XTermParser()
    assert parser.mouse_pixels is False
    assert parser.terminal_size is None
    assert parser.terminal_pixel_size is None
