"""A file that somebody wrote by hand holds, or is refused in a sentence: soon, within bounds, and whole."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coreg import content
from coreg.content import explain
from coreg.content.people import load_people
from coreg.content.reading import UnreadableError, parse_toml, read_toml
from coreg.practice.play import StepError
from coreg.practice.script import read_script
from coreg.record.text import clean
from coreg.settings import SettingError, load
from tests.unit.content.malformed_toml import MALFORMED, mutated

ROOT = Path(__file__).resolve().parents[3]
SCRIPTS = Path(content.__file__).parent / "en" / "scripts"
MEMORY = 300 * 2**20
"""Bytes of address space a program has that refuses them."""

CONFIG = b"""\
theme = "night"  # softer
countdown = 3
one_hand = true

[keys]
talk.done = "f5"
"home.begin" = ["x", "enter"]
"""
HELP = b"""\
hide = ["samaritans-talk"]

[[people]]
need = "talk"
name = "Aunt Ruth"
number = "020 7946 0000"
region = ["uk"]
note = "She knows."
checked = 2026-11-23
"""

# Run in a program of its own, whose memory ends where the promise does.
REFUSE = """
import resource, sys, time
from pathlib import Path
from coreg.content.reading import UnreadableError, read_toml
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[1]), int(sys.argv[1])))
for name in sys.stdin.read().splitlines():
    begun = time.process_time()
    try:
        read_toml(Path(name))
        code = "held"
    except UnreadableError as error:
        code = error.code
    print(code, time.process_time() - begun)
"""


def config(file: Path) -> Exception | None:
    """Read it as config.toml."""
    try:
        load(file, {})
    except SettingError as error:
        return error
    return None


def people(file: Path) -> Exception | None:
    """Read it as help.toml; whatever it holds, the packaged list is there."""
    found = load_people(file, clean)
    assert found.people or found.hidden
    return found.trouble


def practice(file: Path) -> Exception | None:
    """Read it as a practice."""
    try:
        read_script(parse_toml(file.read_bytes(), str(file)))
    except (UnreadableError, StepError) as error:
        return error
    return None


READERS: dict[str, tuple[Callable[[Path], Exception | None], bytes]] = {
    "config.toml": (config, CONFIG),
    "help.toml": (people, HELP),
    "day_talk.toml": (practice, (SCRIPTS / "day_talk.toml").read_bytes()),
}
"""Every file a person may write by hand: what reads it, and one that holds."""


@pytest.mark.parametrize("name", READERS)
def test_what_holds_is_read(tmp_path: Path, name: str) -> None:
    read, good = READERS[name]
    file = tmp_path / name
    file.write_bytes(good)
    assert read(file) is None


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("what", MALFORMED)
def test_a_malformed_file_is_refused_in_a_sentence_and_left_alone(
    tmp_path: Path, name: str, what: str
) -> None:
    read, _ = READERS[name]
    file = tmp_path / name
    file.write_bytes(MALFORMED[what])
    trouble = read(file)
    assert trouble is not None
    sentence = explain(trouble)
    assert "coreg itself" not in sentence
    assert sentence.isprintable()
    assert file.read_bytes() == MALFORMED[what]


@pytest.mark.skipif(sys.platform != "linux", reason="memory cannot be bounded like this elsewhere")
def test_a_malformed_file_is_refused_in_two_seconds_and_300_mb(tmp_path: Path) -> None:
    for number, data in enumerate(MALFORMED.values()):
        tmp_path.joinpath(f"{number:02}.toml").write_bytes(data)
    names = "\n".join(map(str, sorted(tmp_path.glob("*.toml"))))
    done = subprocess.run(
        [sys.executable, "-c", REFUSE, str(MEMORY)],
        cwd=ROOT,
        input=names,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    found = [line.split() for line in done.stdout.splitlines()]
    assert len(found) == len(MALFORMED)
    assert max(float(seconds) for _, seconds in found) < 2


def _refuse_or_read(file: Path, name: str, data: bytes) -> None:
    read, _ = READERS[name]
    file.write_bytes(data)
    trouble = read(file)
    assert trouble is None or "coreg itself" not in explain(trouble)
    assert file.read_bytes() == data


@pytest.mark.long
@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(st.data(), st.sampled_from([*READERS]))
def test_a_broken_file_is_refused_or_holds(tmp_path: Path, data: st.DataObject, name: str) -> None:
    _refuse_or_read(tmp_path / name, name, data.draw(mutated(READERS[name][1])))


@pytest.mark.long
@pytest.mark.timeout(300)
@settings(max_examples=1_000, suppress_health_check=list(HealthCheck))
@given(st.data(), st.sampled_from([*READERS]))
def test_a_thousand_broken_files_are_refused_or_hold(tmp_path: Path, data: st.DataObject, name: str) -> None:
    _refuse_or_read(tmp_path / name, name, data.draw(mutated(READERS[name][1])))


def test_a_file_that_is_not_there_is_none_and_a_folder_is_unreadable(tmp_path: Path) -> None:
    assert read_toml(tmp_path / "none.toml") is None
    with pytest.raises(UnreadableError, match="file_unreadable"):
        read_toml(tmp_path)
