"""In whatever order maps are shown, hidden, taken back, linked and merged: only what is shown is in clear."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from coreg.store.incoming import Incoming, look
from coreg.store.vault import keys
from tests.store.vault.lockable import stretched_once
from tests.unit.evening.locked_table import WORDS, LockedTable
from tests.unit.evening.map_copies import DEEDS, FIELDS, OWNERS, Copy, Deed

# A story takes a while, so that one which fails is told as it is: shrinking it would take minutes.
EXAMPLES = {20: 8, 100: 100}.get(settings().max_examples, settings().max_examples)
"""How many stories are told: a few in the quick round, a hundred in the full one, 5,000 by hand."""

NAMES = ("left", "right")
ALL, ONE, NONE = frozenset(FIELDS), frozenset(["cue"]), frozenset[str]()
BEGIN: list[Deed] = [
    ("edit", 0, ALL),
    ("edit", 2, ALL),
    ("show", 2, frozenset(["cue", "echo"])),
    ("show", 0, ALL),
    ("draw", 0, NONE),
    ("day", 0, NONE),
    ("edit", 1, ONE),
]
"""What is always done first: then some of it is shown, and stands in a backup as well."""


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a book once in which each has a room, and triggers in it that say nothing yet."""
    folder = tmp_path_factory.mktemp("begun") / "book"
    table = LockedTable(folder)
    table.set_up()
    for seat in WORDS:
        space = table.room(seat)
        for _ in range(OWNERS.count(seat)):
            table.time.go_on(1)
            table.kept(space.keep_trigger(space.blank_trigger()))
    table.store.close()
    return folder


@contextmanager
def a_copy_of(begun: Path) -> Iterator[Path]:
    with TemporaryDirectory() as place, pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "_stretched", stretched_once)
        yield shutil.copytree(begun, Path(place) / "one")


@settings(max_examples=EXAMPLES, phases=(Phase.explicit, Phase.generate))
@given(deeds=DEEDS)
@example(deeds=[("show", 0, ONE), ("back", 2, NONE)])
@example(deeds=[("bin", 0, NONE), ("empty", 0, NONE)])
def test_what_is_not_shown_stands_nowhere_in_clear(begun: Path, deeds: list[Deed]) -> None:
    with a_copy_of(begun) as folder:
        copy = Copy(folder, count(1))
        for deed in (*BEGIN, *deeds):
            copy.do(deed)
            copy.look()
        copy.table.store.close()


@pytest.mark.long
@settings(max_examples=EXAMPLES, phases=(Phase.explicit, Phase.generate))
@given(before=DEEDS, after=st.lists(st.tuples(st.sampled_from(NAMES), DEEDS), max_size=2))
@example(before=[], after=[("left", [("show", 0, ONE)]), ("right", [("edit", 0, ONE), ("show", 0, ALL)])])
@example(before=[], after=[("left", [("show", 0, ONE)]), ("right", [("say", 0, ONE)])])
@example(before=[], after=[("left", [("back", 0, NONE)]), ("right", [("show", 0, ONE), ("draw", 0, NONE)])])
def test_no_merge_brings_back_what_was_hidden(
    begun: Path, before: list[Deed], after: list[tuple[str, list[Deed]]]
) -> None:
    with a_copy_of(begun) as folder:
        first = Copy(folder, numbers := count(1))
        for deed in (*BEGIN, *before):
            first.do(deed)
        first.table.store.close()
        pair = {name: Copy(shutil.copytree(folder, folder.with_name(name)), numbers, first) for name in NAMES}
        # They are the same device, and no two devices have the same stamps.
        pair["right"].table.time.go_on(0.5)
        for name, deeds in after:
            for deed in deeds:
                pair[name].do(deed)
        for copy in pair.values():
            copy.table.store.close()
        for mine, theirs in (NAMES, NAMES[::-1]):
            meet(folder.with_name(mine), folder.with_name(theirs), hidden(first, pair))


def hidden(first: Copy, pair: Mapping[str, Copy]) -> set[str]:
    """Collect what was shown when they parted and is hidden in one of them, and what neither shows."""
    shown = set.union(*(copy.allowed() for copy in pair.values()))
    found = set.union(*(copy.typed for copy in pair.values())) - shown
    for number, known in enumerate(first.known):
        for name, texts in known.clear.items():
            if not all(copy.shows(number, name) for copy in pair.values()):
                found |= texts
    return (found - {""}) | {name for copy in pair.values() for name in fallen(first, copy, pair)}


def fallen(first: Copy, copy: Copy, pair: Mapping[str, Copy]) -> set[str]:
    """Name the loops of a copy and of its first through a trigger that one of the two has taken back."""
    there = {
        number
        for number, known in enumerate(first.known)
        if not known.shared or all(other.known[number].shared for other in pair.values())
    }
    return {name for name, through in (first.loops | copy.loops).items() if not through <= there}


def meet(mine: Path, theirs: Path, gone: set[str]) -> None:
    """Take another copy in, and see that nothing of what is gone stands in clear."""
    table = LockedTable(mine)
    incoming = look(theirs)
    assert isinstance(incoming, Incoming)
    table.store.take_in(incoming)
    for seat in WORDS:
        table.kept(table.enter(seat).triggers())
    table.store.close()
    data = b"".join(path.read_bytes() for path in mine.rglob("*") if path.is_file())
    assert not {text for text in gone if text.encode() in data}
