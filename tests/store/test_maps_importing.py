"""Maps of another copy: they come along, and nothing comes back that was taken back here."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from orjson import dumps

from coreg.record.maps import Came, Exit, MapWords, Trigger
from coreg.store import Store
from coreg.store.importing import Tally
from coreg.store.incoming import Incoming
from tests.store.copies import arriving, copy_of, export, exported, read_data, take_in
from tests.store.helpers import DAY, Home, contents, trouble
from tests.store.maps import drawn, glimmer, link, loop, resource, trigger

KINDS = ("triggers", "links", "loops", "resources", "glimmers")


@pytest.fixture
def mapped(home: Home) -> Home:
    """Keep a map of two triggers, a link, a loop, what helps and a glimmer."""
    with home.open() as store:
        store.setup("Mina", "Jo")
        drawn(store)
        store.keep(resource())
        store.keep(glimmer())
    return home


def of(store: Store, owner: str) -> Trigger:
    return next(one for one in store.maps().triggers if one.owner == owner)


def empty(home: Home) -> Home:
    """Begin where nothing is known yet."""
    return Home(home.folder.with_name("empty"), home.wall, "new")


@pytest.mark.parametrize("whence", [exported, arriving])
def test_all_of_it_comes_along(mapped: Home, whence: Callable[[Home], Incoming]) -> None:
    new = empty(mapped)
    preview = take_in(new, whence(mapped))
    counts = {kind: preview.counts[kind] for kind in KINDS}
    assert counts == {**dict.fromkeys(KINDS, Tally(new=1)), "triggers": Tally(new=2)}
    with new.open() as store, mapped.open() as old:
        assert store.maps() == old.maps()
        assert store.glimmers() == old.glimmers()
    assert export(new) == export(mapped)


def test_what_is_the_same_changes_nothing(mapped: Home) -> None:
    before = contents(mapped.folder)
    with mapped.open() as store:
        assert not store.take_in(exported(mapped)).changes
    assert contents(mapped.folder) == before


@pytest.mark.parametrize("whence", [exported, arriving])
def test_what_was_taken_back_here_does_not_come_again(
    mapped: Home, whence: Callable[[Home], Incoming]
) -> None:
    other = copy_of(mapped, "other")
    with mapped.open() as store:
        store.withdraw(of(store, "a").id)
    with other.open() as store:
        mina, jo = of(store, "a"), of(store, "b")
        store.keep(mina.model_copy(update={"words": MapWords(cue="Jo goes")}))
        store.keep(link(jo, mina))
        store.keep(loop("found there", jo, mina))
    preview = take_in(mapped, whence(other))
    assert preview.total.deleted == preview.total.new == preview.total.conflicts == 0
    with mapped.open() as store:
        assert [one.owner for one in store.maps().triggers] == ["b"]
        found = store.everything()
        assert (found["links"], found["loops"]) == ([], [])
    assert not any(b"found there" in data or b"Jo goes" in data for data in contents(mapped.folder).values())


def test_what_was_taken_back_there_goes_here_and_what_leads_to_it(mapped: Home) -> None:
    other = copy_of(mapped, "other")
    with other.open() as store:
        store.withdraw(of(store, "a").id)
    with mapped.open() as store:
        mina, jo = of(store, "a"), of(store, "b")
        store.keep(link(jo, mina))
        store.keep(loop("found here", mina))
        store.keep(loop("alone", jo))
    preview = take_in(mapped, arriving(other))
    assert preview.counts["triggers"] == Tally(same=1, deleted=1)
    assert preview.counts["links"] == preview.counts["loops"] == Tally(deleted=2)
    with mapped.open() as store:
        assert [one.name for one in store.maps().loops] == ["alone"]
    everywhere = b"".join(path.read_bytes() for path in mapped.folder.rglob("*.json"))
    assert b"found here" not in everywhere
    assert b"Jo leaves" not in everywhere
    take_in(other, arriving(mapped))
    assert export(other) == export(mapped)


def test_a_version_beside_one_that_was_taken_back_goes_too(mapped: Home) -> None:
    other = copy_of(mapped, "other")
    for home, cue in ((mapped, "here"), (other, "there")):
        with home.open() as store:
            store.keep(of(store, "a").model_copy(update={"words": MapWords(cue=cue)}))
    third = copy_of(other, "third")
    preview = take_in(other, arriving(mapped))
    assert preview.counts["triggers"] == Tally(same=1, changed=1, conflicts=1)
    with other.open() as store:
        versions = [one for one in store.maps().triggers if one.owner == "a"]
        assert {one.words.cue for one in versions} == {"here", "there"}
    with third.open() as store:
        store.withdraw(of(store, "a").id)
    assert take_in(third, arriving(other)).total.new == 0
    take_in(other, arriving(third))
    for home in (third, other):
        with home.open() as store:
            assert [one.owner for one in store.maps().triggers] == ["b"]
    assert export(third) == export(other)


def test_when_it_came_up_is_united(mapped: Home) -> None:
    other = copy_of(mapped, "other")
    for home, strength in ((mapped, 3), (other, 8)):
        with home.open() as store:
            mina = of(store, "a")
            store.keep(mina.model_copy(update={"came": (Came(day=DAY, strength=strength),)}))
    assert take_in(mapped, arriving(other)).counts["triggers"] == Tally(same=1, changed=1)
    with mapped.open() as store:
        assert [came.strength for came in of(store, "a").came] == [3, 8]


def test_what_was_hidden_here_stays_hidden(mapped: Home) -> None:
    other = copy_of(mapped, "other")
    with mapped.open() as store:
        store.hide(of(store, "a").id, ["echo"])
    with other.open() as store:
        store.keep(of(store, "a").model_copy(update={"came": (Came(day=DAY, strength=8),)}))
    take_in(mapped, arriving(other))
    assert not any(b"hallway" in data for data in contents(mapped.folder).values())
    take_in(other, arriving(mapped))
    everywhere = b"".join(path.read_bytes() for path in other.folder.rglob("*.json"))
    assert b"hallway" not in everywhere
    assert export(other) == export(mapped)


def test_ways_out_that_differ_stand_in_two_loops(mapped: Home) -> None:
    other = copy_of(mapped, "other")
    for home, text in ((mapped, "Tea first."), (other, "A hand.")):
        with home.open() as store:
            store.keep(store.maps().loops[0].model_copy(update={"exits": (Exit(text=text),)}))
    assert take_in(mapped, arriving(other)).counts["loops"] == Tally(changed=1, conflicts=1)
    with mapped.open() as store:
        found = store.maps().loops
        assert {one.exits[0].text for one in found} == {"Tea first.", "A hand."}
        assert sorted(bool(one.beside) for one in found) == [False, True]


def test_a_map_in_the_place_of_another_kind_is_refused(mapped: Home) -> None:
    with mapped.open() as store:
        taken = store.keep(resource("Tea")).id
    row = export(mapped)["loops"][0]
    strange = {"schema": 1, "loops": [{**row, "id": taken}]}
    with mapped.open() as store, trouble("import_twice", place="loops"):
        store.preview(read_data("x.json", dumps(strange)))


@pytest.mark.parametrize(
    ("kind", "change", "code", "place"),
    [
        ("triggers", {"owner": "c"}, "import_field", "triggers[0].owner"),
        ("triggers", {"words": {"strength": 12}}, "import_field", "triggers[0].words.strength"),
        ("triggers", {"words": {"cue": "x" * 20_001}}, "import_long", "triggers[0].words.cue"),
        ("links", {"nodded": "yes"}, "import_field", "links[0].nodded"),
        ("loops", {"name": None}, "import_field", "loops[0].name"),
        ("resources", {"local_date": "1900-01-01"}, "import_field", "resources[0].local_date"),
        ("glimmers", {"who": "they"}, "import_field", "glimmers[0].who"),
    ],
)
def test_what_does_not_hold_is_named_by_its_place(
    mapped: Home, kind: str, change: dict[str, object], code: str, place: str
) -> None:
    rows = export(mapped)[kind]
    with trouble(code, place=place):
        read_data("x.json", dumps({"schema": 1, kind: [{**rows[0], **change}]}))


def test_what_is_in_the_bin_there_comes_along_in_a_folder_and_not_in_an_export(mapped: Home) -> None:
    with mapped.open() as store:
        store.keep(trigger("b", move="sighs"))
        store.bin(of(store, "a").id)
    new = empty(mapped)
    assert take_in(new, exported(mapped)).counts["triggers"] == Tally(new=2)
    assert take_in(new, arriving(mapped)).counts["triggers"] == Tally(new=1, same=2)
    with new.open() as store:
        assert [one.what for one in store.binned()] == ["trigger"]


def test_what_is_hidden_stays_hidden_in_what_another_copy_made_of_it(mapped: Home) -> None:
    """A third copy has joined two versions, and called a loop by a move, before the field was hidden here."""
    other = copy_of(mapped, "other")
    for home, cue in ((mapped, "here"), (other, "there")):
        with home.open() as store:
            words = MapWords(cue=cue, echo="the long corridor", move="walks to the shed")
            store.keep(of(store, "a").model_copy(update={"words": words}))
    third = copy_of(other, "third")
    take_in(third, arriving(mapped))
    with third.open() as store:
        (storm,) = store.maps().loops
        for name, moves in (("named there", ("a walks to the shed",)), ("still called", ())):
            store.keep(storm.model_copy(update={"id": "", "changed": "", "name": name, "moves": moves}))
    with mapped.open() as store:
        store.hide(of(store, "a").id, ["echo", "move"])
    before = copy_of(mapped, "before")
    take_in(mapped, arriving(third))
    take_in(third, arriving(before))
    for home in (mapped, third):
        with home.open() as store:
            versions = [one for one in store.maps().triggers if one.owner == "a"]
            assert {one.words.cue for one in versions} == {"here", "there"}
            assert {(one.words.echo, one.words.move) for one in versions} == {("", "")}
            assert {one.moves for one in store.maps().loops} == {()}
            assert "named there" in {one.name for one in store.maps().loops}
        found = b"".join(path.read_bytes() for path in home.folder.rglob("*.json"))
        assert b"the long corridor" not in found
        assert b"walks to the shed" not in found
    take_in(mapped, arriving(third))
    take_in(third, arriving(mapped))
    assert export(third) == export(mapped)
    with mapped.open() as store:
        second = next(one for one in store.maps().triggers if one.beside)
        said = second.words.model_copy(update={"echo": "said again"})
        store.keep(second.model_copy(update={"words": said}))
    take_in(mapped, arriving(third))
    with mapped.open() as store:
        assert "said again" in {one.words.echo for one in store.maps().triggers}
