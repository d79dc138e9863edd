"""The commands that open the app: what they hand over, and when they refuse."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coreg.commands import demo
from coreg.commands.book import now
from coreg.places import Places, find_places
from coreg.settings import Settings
from coreg.store import Store

if TYPE_CHECKING:
    from coreg.app import Start
    from tests.unit.commands.conftest import Launched, Run


@pytest.mark.parametrize(
    ("words", "kind", "name", "minutes"),
    [
        ([], "home", "", None),
        (["begin"], "begin", "quiet", None),
        (["begin", "FIVE"], "begin", "five", None),
        (["breathe"], "breathe", "easy46", None),
        (["breathe", "long48", "--minutes", "10"], "breathe", "long48", 10),
        (["talk"], "talk", "day_talk", None),
        (["talk", "day"], "talk", "day_talk", None),
        (["talk", "day-talk"], "talk", "day_talk", None),
        (["talk", "Mirror"], "talk", "mirror_talk", None),
        (["talk", "two-voices"], "talk", "two_voices", None),
        (["talk", "grounding"], "talk", "grounding", None),
        (["timeout"], "timeout", "", None),
        (["timeout", "40"], "timeout", "", 40),
        (["map"], "map", "", None),
        (["scene"], "scene", "", None),
    ],
)
def test_the_app_is_opened_on_what_was_named(
    run: Run, launched: Launched, folder: Path, words: list[str], kind: str, name: str, minutes: int | None
) -> None:
    assert run(*words).code == 0
    (start,) = launched.starts
    assert (start.kind, start.name, start.minutes) == (kind, name, minutes)
    assert launched.places[0].data == folder


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["begin", "quite"], 'no evening called "quite". Did you mean quiet?'),
        (["begin", "xyzzy"], "There is: quiet, five."),
        (["breathe", "easy64"], "Did you mean easy46?"),
        (["breathe", "long48", "--minutes", "11"], "long48 can be breathed for 1 to 10 minutes"),
        (["talk", "dya"], "Did you mean day?"),
    ],
)
def test_what_is_not_there_is_refused_before_anything_opens(
    run: Run, launched: Launched, words: list[str], said: str
) -> None:
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert not launched.starts


@pytest.mark.parametrize("words", [[], ["begin"], ["breathe"], ["talk"], ["demo"]])
def test_without_a_terminal_it_is_one_sentence(run: Run, words: list[str], tmp_path: Path) -> None:
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert "\x1b" not in ran.err
    assert "needs a terminal" in ran.err


def test_settings_reach_the_app_and_bad_ones_do_not(
    run: Run, launched: Launched, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COREG_THEME", "day")
    assert run().code == 0
    assert launched.settings == [Settings(theme="day")]
    monkeypatch.setenv("COREG_THEME", "nite")
    ran = run()
    assert ran.code == 2
    assert "COREG_THEME" in ran.err


@pytest.mark.long
def test_the_demo_opens_on_an_invented_couple_and_leaves_nothing(
    run: Run, launched: Launched, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    own = find_places(None, os.environ)
    own.config.mkdir(parents=True)
    own.settings_file.write_text('theme = "day"\n', encoding="utf-8")
    seen: list[object] = []

    def look(places: Places, settings: Settings, start: Start) -> int:
        with Store.open(places.data, device="", now=now, random=os.urandom, write=False) as store:
            seen.append((store.home(), len(store.sessions())))
        seen.append((settings.theme, start.kind, places.config != own.config))
        places.settings_file.write_text('theme = "night"\n', encoding="utf-8")
        return 0

    monkeypatch.setattr("coreg.launch.launch", look)
    ran = run("demo")
    assert ran.code == 0
    assert "Mina and Jo are invented" in ran.err
    assert seen[1] == ("day", "demo", True)
    assert "Mina" in str(seen[0])
    assert own.settings_file.read_text(encoding="utf-8") == 'theme = "day"\n'
    assert not [one for one in tmp_path.iterdir() if one.name.startswith("coreg-demo")]
    assert not folder.exists()


@pytest.mark.parametrize(
    ("error", "code"), [(ValueError(), 1), (KeyboardInterrupt(), 130), (SystemExit(143), 143)]
)
def test_the_demo_leaves_nothing_however_it_ends(
    run: Run,
    launched: Launched,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    code: int,
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("coreg.commands.invented.invent", lambda *_, **__: None)
    launched.error = error
    with pytest.raises(SystemExit) as left:
        sys.exit(run("demo").code)
    assert left.value.code == code
    assert launched.starts
    assert not [one for one in tmp_path.iterdir() if one.name.startswith("coreg-demo")]


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_ends_the_demo_and_takes_the_folder_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    number = getattr(signal, name)
    before = signal.getsignal(number)

    def stop() -> None:
        with demo.temporary_places(None) as places:
            assert places.config.is_dir()
            signal.raise_signal(number)

    with pytest.raises(SystemExit) as caught:
        stop()
    assert caught.value.code == 128 + number
    assert signal.getsignal(number) == before
    assert not [one for one in tmp_path.iterdir() if one.name.startswith("coreg-demo")]


def test_the_demo_works_without_a_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setenv("HOME", "")
    with demo.temporary_places(None) as places:
        assert places.config.is_dir()


OWN = """
[[patterns]]
name = "Sunday, Slow-ly"
in = 4
out = 6.5
[[patterns]]
name = "Broken"
in = 40
out = 6
"""


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let there be own patterns."""
    places = Places(tmp_path / "book", tmp_path / "config", tmp_path / "state")
    monkeypatch.setattr("coreg.commands.book.find_places", lambda *_: places)
    places.config.mkdir()
    places.patterns_file.write_text(OWN, encoding="utf-8")
    return places.patterns_file


@pytest.mark.parametrize("word", ["Sunday, Slow-ly", "sunday, slow_ly"])
def test_an_own_pattern_is_breathed_by_its_name(run: Run, launched: Launched, own: Path, word: str) -> None:
    assert run("breathe", word, "--minutes", "20").code == 0
    (start,) = launched.starts
    assert (start.name, start.minutes) == ("own:Sunday, Slow-ly", 20)


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("sunday, slowy", "Did you mean sunday, slow_ly?"),
        ("easy64", "Did you mean easy46?"),
        ("broken", 'the pattern "Broken" was left out. "in" is 40; it can be 2 to 8 seconds.'),
    ],
)
def test_a_near_name_of_either_is_offered_and_a_refused_one_says_why(
    run: Run, launched: Launched, own: Path, word: str, said: str
) -> None:
    ran = run("breathe", word)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert not launched.starts


@pytest.mark.parametrize(
    ("word", "meant"), [("Easy", "easy46"), ("long out", "long48"), ("Four Seven Eight", "478")]
)
def test_ours_are_breathed_by_what_the_screen_calls_them(
    run: Run, launched: Launched, own: Path, word: str, meant: str
) -> None:
    run("breathe", word)
    assert launched.starts[-1].name == meant
    own.write_text(f'[[patterns]]\nname = "{word}"\nin = 3\nout = 5\n', encoding="utf-8")
    run("breathe", word)
    assert launched.starts[-1].name == f"own:{word}", "their own comes first"


def test_ours_are_breathed_even_when_the_own_ones_cannot_be_read(
    run: Run, launched: Launched, own: Path
) -> None:
    own.write_text("[[patterns", encoding="utf-8")
    assert run("breathe", "long48").code == 0
    ran = run("breathe", "Sunday")
    assert ran.code == 2
    assert f"{own} does not hold at line 1." in ran.err


def test_a_guide_of_an_own_pattern_has_a_name_of_ours(run: Run, own: Path, tmp_path: Path) -> None:
    assert run("breathe", "sunday, slow-ly", "--minutes", "1", "--wav", str(tmp_path)).code == 0
    assert (tmp_path / "coreg-breathe.wav").exists()
    assert run("breathe", "sunday, slow-ly", "--minutes", "1", "--wav", "").code == 2


def test_the_doctor_names_every_own_pattern_that_was_left_out(made: Run, own: Path) -> None:
    ran = made("doctor")
    assert ran.code == 2
    assert "Your own patterns:\n  there is 1\n" in ran.out
    assert f'In {own}, the pattern "Broken" was left out.' in ran.out
    own.write_text("[[patterns", encoding="utf-8")
    assert f"{own} does not hold at line 1." in made("doctor").out
    own.unlink()
    ran = made("doctor")
    assert ran.code == 0
    assert "there are none" in ran.out
    own.write_text(OWN.replace("40", "4"), encoding="utf-8")
    assert "there are 2" in made("doctor").out
