"""Whatever instant the power goes, what was acknowledged is there and nothing is half."""

import shutil
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import pytest

from coreg.record.trouble import Trouble
from coreg.store import disk
from tests.store.crash_model import Recorder, cuts
from tests.store.evenings import ACTS, prepare, seen
from tests.store.helpers import Home, contents


@dataclass
class Trial:
    """Everything done once under the recorder: what was seen after each act, and what a cut may leave."""

    home: Home
    states: list[dict[str, Any]]
    cuts: list[tuple[int, dict[str, bytes]]]
    found: dict[frozenset[tuple[str, bytes]], dict[str, Any] | str] = field(default_factory=dict)

    def outcomes(self, every: int = 1) -> Counter[str]:
        """Look at every n-th folder and count: "right", "lost or half", or the code of a trouble."""
        return Counter(self._outcome(acks, folder) for acks, folder in self.cuts[::every])

    def _outcome(self, acks: int, folder: dict[str, bytes]) -> str:
        # What lies under the temporary name is never read; only that it lies there could matter.
        key = frozenset((path, b"half" if disk.TEMP in path else data) for path, data in folder.items())
        if key not in self.found:
            self.found[key] = self._look(dict(key))
        found = self.found[key]
        if isinstance(found, str):
            return found
        return "right" if found in self.states[acks : acks + 2] else "lost or half"

    def _look(self, folder: dict[str, bytes]) -> dict[str, Any] | str:
        shutil.rmtree(self.home.folder, ignore_errors=True)
        self.home.folder.mkdir(mode=0o700)
        for name, data in folder.items():
            self.home.file(name).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.home.file(name).write_bytes(data)
        try:
            with self.home.open(write=False) as reader:
                look = seen(reader)
            with self.home.open() as store:
                ill = [one.name for one in store.backups() if one.state != "whole"]
                found = seen(store)
        except Trouble as trouble:
            return trouble.code
        if ill:
            return "a backup is not whole"
        return found if found == look else "reader and writer differ"


def trial(home: Home, monkeypatch: pytest.MonkeyPatch) -> Trial:
    with home.open() as store:
        prepare(store)
    before = contents(home.folder)
    recorder = Recorder(home.folder)
    with home.open() as store, monkeypatch.context() as patch:
        recorder.watch(patch)
        states = [seen(store)]
        for act in ACTS.values():
            act(store)
            recorder.ack()
            states.append(seen(store))
    return Trial(Home(home.folder.with_name("again")), states, list(cuts(before, recorder.events)))


@pytest.mark.parametrize("every", [7, pytest.param(1, marks=pytest.mark.long)])
def test_a_power_cut_leaves_the_old_or_the_new(
    home: Home, monkeypatch: pytest.MonkeyPatch, every: int
) -> None:
    played = trial(home, monkeypatch)
    outcomes = played.outcomes(every)
    print(f"{outcomes.total()} instants, {len(played.found)} folders")
    assert outcomes.keys() == {"right"}
    assert outcomes["right"] > 1000 // every


@pytest.mark.long
@pytest.mark.parametrize("missing", ["_flush", "sync_folder"])
def test_this_test_would_notice_if_something_were_not_flushed(
    home: Home, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    monkeypatch.setattr(disk, missing, lambda _: None)
    outcomes = trial(home, monkeypatch).outcomes(every=12)
    print(outcomes)
    assert outcomes.total() - outcomes["right"] > 8
