"""What does not hold is refused whole, with the place and what to do, and the book stays as it is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coreg.content import explain
from coreg.record.trouble import Trouble
from tests.store.copies import export, filled, read_data
from tests.store.helpers import Home, contents, trouble
from tests.store.malformed import MALFORMED, mutated

ROOT = Path(__file__).resolve().parents[2]
MEMORY = 300 * 2**20
"""Bytes of address space a program has that refuses them."""

# Run in a program of its own, whose memory ends where the promise does.
REFUSE = """
import os, resource, sys, time
from coreg.record.trouble import Trouble
from coreg.store.incoming import look_data
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[1]), int(sys.argv[1])))
for name in sys.stdin.read().splitlines():
    with open(name, "rb") as file:
        data = file.read()
    begun = time.process_time()
    try:
        look_data(name, data)
        code = ""
    except Trouble as trouble:
        code = trouble.code
    print(code or "held", time.process_time() - begun)
"""


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> tuple[Home, dict[str, Any]]:
    home = filled(Home(tmp_path_factory.mktemp("good") / "couple"))
    return home, export(home)


@pytest.mark.parametrize("name", MALFORMED)
def test_a_malformed_export_is_refused_with_the_place_and_what_to_do(
    good: tuple[Home, dict[str, Any]], name: str
) -> None:
    home, data = good
    code, place, make = MALFORMED[name]
    before = contents(home.folder)
    with pytest.raises(Trouble) as caught, home.open() as store:
        store.take_in(read_data("theirs.json", make(data)))
    assert caught.value.code == code
    assert caught.value.facts["file"] == "theirs.json"
    assert caught.value.facts.get("place", "") == place
    sentence = explain(caught.value)
    assert "theirs.json" in sentence
    assert place in sentence
    assert "Nothing was" in sentence
    assert sentence.isprintable()
    assert contents(home.folder) == before


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="memory cannot be bounded like this elsewhere")
def test_a_malformed_export_is_refused_in_two_seconds_and_300_mb(
    good: tuple[Home, dict[str, Any]], tmp_path: Path
) -> None:
    _, data = good
    for number, (_, _, make) in enumerate(MALFORMED.values()):
        tmp_path.joinpath(f"{number:02}.json").write_bytes(make(data))
    names = "\n".join(map(str, sorted(tmp_path.glob("*.json"))))
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
    assert [code for code, _ in found] == [code for code, _, _ in MALFORMED.values()]
    assert max(float(seconds) for _, seconds in found) < 2


def _refuse_or_take(good: tuple[Home, dict[str, Any]], draw: st.DataObject) -> None:
    """Look at a broken export: it is refused in a sentence, or it holds after all; nothing is changed."""
    home, data = good
    broken = draw.draw(mutated(data))
    before = contents(home.folder)
    refused: Trouble | None = None
    try:
        with home.open(write=False) as store:
            store.preview(read_data("theirs.json", broken))
    except Trouble as trouble:
        refused = trouble
    assert refused is None or "theirs.json" in explain(refused)
    assert contents(home.folder) == before


@settings(max_examples=200, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_broken_export_is_refused_or_holds(good: tuple[Home, dict[str, Any]], draw: st.DataObject) -> None:
    _refuse_or_take(good, draw)


@pytest.mark.long
@pytest.mark.timeout(300)
@settings(max_examples=2_000, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_two_thousand_broken_exports_are_refused_or_hold(
    good: tuple[Home, dict[str, Any]], draw: st.DataObject
) -> None:
    _refuse_or_take(good, draw)


@settings(max_examples=50, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_what_holds_of_a_broken_export_can_be_taken_in_and_read(
    tmp_path_factory: pytest.TempPathFactory, good: tuple[Home, dict[str, Any]], draw: st.DataObject
) -> None:
    home = Home(tmp_path_factory.mktemp("new") / "couple")
    try:
        incoming = read_data("theirs.json", draw.draw(mutated(good[1])))
        with home.open() as store:
            store.take_in(incoming)
    except Trouble:
        assert not home.folder.exists() or contents(home.folder) == {}
        return
    with home.open() as store:
        assert {one.state for one in store.check()} <= {"whole"}
        assert not store.take_in(incoming).changes
        assert orjson.dumps(store.everything())


def test_a_broken_book_is_refused_without_a_word_about_their_own(good: tuple[Home, dict[str, Any]]) -> None:
    whole = good[0].file("2026.json").read_bytes()
    for data, code in (
        (whole.replace(b"We talked.", b"We walked."), "import_changed"),
        (whole.replace(b'"book":"2026"', b'"book":"live"'), "import_strange"),
        (whole.replace(b'"book":"2026"', b'"book":2026'), "import_changed"),
        (b'{"_book": 5}', "import_strange"),
        (b'{"_book": {"1": 5}}', "import_strange"),
        (b'{"_book": {"1": {"book": "2026"}}, "notes": 5}', "import_damaged"),
    ):
        with trouble(code, file="theirs.json"):
            read_data("theirs.json", data)
