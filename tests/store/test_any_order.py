"""Whatever is done in whatever order, with failures in between: the store holds what a dictionary would."""

import shutil
import tempfile
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from coreg.record.text import clean
from coreg.record.trouble import Trouble
from coreg.store import Store
from tests.store.helpers import EVENING, Home, agreement, line, note, session
from tests.store.test_faults import ERRORS, Faults

EXAMPLES = {20: 8, 100: 200}.get(settings().max_examples, settings().max_examples)
"""How many stories of forty acts are told: a few in the quick round, 200 in the full one, 5,000 by hand."""

DATES = st.dates(date(2024, 12, 30), date(2026, 1, 2))
TEXTS = st.text(st.characters(categories=["L", "Nd", "Po"]), min_size=1, max_size=5).map(clean)


@dataclass
class Known:
    """What a record is known to say, if it is in the bin or open; of its lines the text, and if binned."""

    kind: str
    text: str
    day: date
    binned: bool = False
    open: bool = True
    parts: dict[str, tuple[str, bool]] = field(default_factory=dict)

    def shown(self) -> object:
        return (
            self.kind,
            self.text,
            self.day,
            self.open,
            [text for text, binned in self.parts.values() if not binned],
        )


Model = dict[str, Known]

# What is built at the first use is built here, not in the middle of an act whose calls are counted.
for _record in (note(), session(), agreement()):
    type(_record).model_validate(_record.model_dump(mode="json"))


class AnyOrder(RuleBasedStateMachine):
    """Acts on a store and on a dictionary, and compares."""

    @initialize()
    def begin(self) -> None:
        # Ids are drawn from, so they must be the same whenever the same is tried again.
        self.home = Home(Path(tempfile.mkdtemp()) / "couple", random=Random(0).randbytes)
        self.store = self.home.open()
        self.store.setup("Mina", "Jo")
        self.model: Model = {}
        self.fault: Faults | None = None

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            shutil.rmtree(self.home.folder.parent)

    def act(self, act: Callable[[Store], object], change: Callable[[Model], object]) -> None:
        """Do it here and there; if a fault comes in between, both the old and the new are right."""
        old, new = self.model, deepcopy(self.model)
        change(new)
        acknowledged = self.attempt(act)
        assert acknowledged or self.fault
        self.model = new if acknowledged or seen(self.store) == shown(new) else old
        self.fault = None

    def attempt(self, act: Callable[[Store], object]) -> bool:
        with pytest.MonkeyPatch.context() as patch:
            if self.fault:
                self.fault.watch(patch)
            try:
                act(self.store)
            except Trouble:
                return False
        return True

    def one(self, data: st.DataObject, where: Callable[[Known], bool]) -> str:
        return data.draw(
            st.sampled_from(sorted(key for key, known in self.model.items() if where(known)) or [""])
        )

    @rule(number=st.integers(0, 40), error=st.sampled_from(ERRORS), ever_after=st.booleans())
    def a_call_will_fail(self, number: int, error: int, ever_after: bool) -> None:
        self.fault = Faults(number, error, ever_after)

    @rule(text=TEXTS, day=DATES)
    def keep_note(self, text: str, day: date) -> None:
        key = self.store.new_id()
        record = note(text, day).model_copy(update={"id": key})
        self.act(
            lambda store: store.keep(record), lambda model: model.update({key: Known("note", text, day)})
        )

    @rule(text=TEXTS, day=DATES)
    def keep_session(self, text: str, day: date) -> None:
        key = self.store.new_id()
        record = session(day, line("1", text), line("2", text + "!")).model_copy(update={"id": key})
        parts = {"1": (text, False), "2": (text + "!", False)}
        known = Known("session", "quiet", day, parts=parts)
        self.act(lambda store: store.keep(record), lambda model: model.update({key: known}))

    @rule(text=TEXTS, day=DATES)
    def keep_agreement(self, text: str, day: date) -> None:
        key = self.store.new_id()
        record = agreement(text, day=day).model_copy(update={"id": key})
        self.act(
            lambda store: store.keep(record), lambda model: model.update({key: Known("agreement", text, day)})
        )

    @rule(data=st.data(), text=TEXTS)
    def change_note(self, data: st.DataObject, text: str) -> None:
        key = self.one(data, lambda known: known.kind == "note" and not known.binned)
        if key:
            record = self.store.find(key).model_copy(update={"text": text})
            self.act(lambda store: store.keep(record), lambda model: setattr(model[key], "text", text))

    @rule(data=st.data())
    def turn_agreement(self, data: st.DataObject) -> None:
        key = self.one(data, lambda known: known.kind == "agreement" and not known.binned)
        if key:
            now = not self.model[key].open
            update = {"state": "open", "closed": None} if now else {"state": "kept", "closed": EVENING}
            record = self.store.find(key).model_copy(update=update)
            self.act(lambda store: store.keep(record), lambda model: setattr(model[key], "open", now))

    @rule(data=st.data(), back=st.booleans())
    def bin_record(self, data: st.DataObject, back: bool) -> None:
        key = self.one(data, lambda _: True)
        if key:
            self.act(
                lambda store: store.unbin(key) if back else store.bin(key),
                lambda model: setattr(model[key], "binned", not back),
            )

    @rule(data=st.data(), back=st.booleans(), part=st.sampled_from(["1", "2"]))
    def bin_line(self, data: st.DataObject, back: bool, part: str) -> None:
        key = self.one(data, lambda known: part in known.parts)
        if key:
            text = self.model[key].parts[part][0]
            self.act(
                lambda store: store.unbin(key, part) if back else store.bin(key, part),
                lambda model: model[key].parts.update({part: (text, not back)}),
            )

    @rule(data=st.data())
    def delete_record(self, data: st.DataObject) -> None:
        key = self.one(data, lambda _: True)
        if key:
            self.act(lambda store: store.delete(key), lambda model: model.pop(key))

    @rule()
    def empty_bin(self) -> None:
        def emptied(model: Model) -> None:
            for key, known in list(model.items()):
                known.parts = {name: part for name, part in known.parts.items() if not part[1]}
                if known.binned:
                    del model[key]

        self.act(lambda store: store.empty_bin(), emptied)

    @precondition(lambda self: self.fault is None)
    @rule()
    def another_evening(self) -> None:
        self.store.close()
        self.home.wall.go(days=1)
        self.store = self.home.open()

    @precondition(lambda self: self.fault is None)
    @invariant()
    def all_is_as_it_should_be(self) -> None:
        if not hasattr(self, "store"):
            return
        assert seen(self.store) == shown(self.model)
        headed = sorted(
            (known.day for known in self.model.values() if known.kind == "session" and lines_of(known)),
            reverse=True,
        )
        self.check_home(headed[:5])

    def check_home(self, headed: list[date]) -> None:
        home = self.store.home()
        assert home
        assert [one.local_date for one in home.headlines] == [str(day) for day in headed]
        open_ = [known for known in self.model.values() if known.kind == "agreement" and known.open]
        assert len(home.promises) == sum(not known.binned for known in open_)


def lines_of(known: Known) -> list[str]:
    return [] if known.binned else [text for text, binned in known.parts.values() if not binned]


def shown(model: Model) -> object:
    in_bin: set[tuple[str, str | None]] = {(key, None) for key, known in model.items() if known.binned}
    for key, known in model.items():
        in_bin |= {(key, part) for part, (_, binned) in known.parts.items() if binned and not known.binned}
    return {key: known.shown() for key, known in model.items() if not known.binned}, in_bin


def seen(store: Store) -> object:
    found: dict[str, object] = {}
    for one in store.sessions():
        parts = [line.text for entry in one.entries for line in entry.lines]
        found[one.id] = "session", one.kind, one.local_date, True, parts
    for written in store.notes():
        found[written.id] = "note", written.text, written.local_date, True, []
    for promise in store.agreements(None):
        found[promise.id] = "agreement", promise.text, promise.local_date, promise.state == "open", []
    return found, {(one.id, one.line) for one in store.binned()}


# An alarm in the middle of a story would be taken for the story's own failure, and told as a flaky one.
TestAnyOrder = pytest.mark.timeout(60 + 3 * EXAMPLES)(AnyOrder.TestCase)
TestAnyOrder.settings = settings(
    max_examples=EXAMPLES, stateful_step_count=40, suppress_health_check=list(HealthCheck)
)
