"""Two instances, and another hand: one gets in, nobody's work is overwritten, and a sentence says why."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from coreg.record.models import Note
from tests.end_to_end.couple import SIZE, Couple, now, pause
from tests.end_to_end.shell import Shell
from tests.end_to_end.terminal_harness import Terminal
from tests.end_to_end.terminals import Terminals

RACERS = 30


@pytest.fixture
def couple(terminals: Terminals) -> Couple:
    """Begin the book of Mina and Jo in the home of this test."""
    two = Couple(terminals.home)
    two.begin()
    return two


def start(terminals: Terminals, couple: Couple) -> Terminal:
    """Start the app."""
    return terminals.coreg("--data-dir", str(couple.book), size=SIZE)


def at_home(terminals: Terminals, couple: Couple) -> Terminal:
    """Start the app and see it come up."""
    terminal = start(terminals, couple)
    terminal.wait_for("Begin tonight")
    return terminal


def leave(terminal: Terminal) -> None:
    """Leave in good order."""
    terminal.press("ctrl+q")
    assert terminal.wait_exit() == 0
    assert terminal.left_behind() == frozenset()


def one_sentence(said: str) -> str:
    """Return what was said, on one line, after seeing that it is a sentence and no traceback."""
    line = " ".join(said.split())
    assert "\x1b" not in said
    assert "Traceback" not in line
    assert line
    return line


# One instance


@pytest.mark.long
def test_a_second_one_is_told_who_is_there_and_the_first_goes_on(
    terminals: Terminals, couple: Couple
) -> None:
    first = at_home(terminals, couple)
    second = start(terminals, couple)
    assert second.wait_exit() == 3
    said = one_sentence(second.screen())
    assert said.startswith("coreg is already open (since ")
    assert said.count(".") == 2
    assert second.left_behind() == frozenset()
    noted = Shell(couple.home).run("note", "--data-dir", str(couple.book), stdin=b"hello\n")
    assert noted.code == 3
    assert Shell(couple.home).run("log", "--data-dir", str(couple.book)).code == 0, "reading takes no lock"
    first.press("x")
    first.wait_until(
        lambda screen: any(line.startswith("   Jo") for line in screen.rstrip().splitlines()[-2:]),
        what="Jo on the left",
    )
    leave(first)


@pytest.mark.long
def test_after_a_kill_the_next_gets_in_at_once(terminals: Terminals, couple: Couple) -> None:
    holder = at_home(terminals, couple)
    assert start(terminals, couple).wait_exit() == 3
    holder.signal(signal.SIGKILL)
    holder.wait_exit()
    leave(at_home(terminals, couple))


@pytest.mark.long
def test_a_suspended_one_still_holds_the_book(terminals: Terminals, couple: Couple) -> None:
    holder = at_home(terminals, couple)
    holder.signal(signal.SIGTSTP)
    holder.wait_stopped()
    assert start(terminals, couple).wait_exit() == 3
    holder.signal(signal.SIGCONT)
    holder.wait_for("Begin tonight")
    leave(holder)


@pytest.mark.long
@pytest.mark.timeout(240)
def test_of_many_that_race_exactly_one_gets_in(terminals: Terminals, couple: Couple) -> None:
    racers = [start(terminals, couple) for _ in range(RACERS)]
    inside: list[Terminal] = []
    for racer in racers:
        racer.wait_until(lambda screen: "Begin tonight" in screen or "already open" in screen, within=90)
        if "Begin tonight" in racer.screen():
            inside.append(racer)
        else:
            assert racer.wait_exit() == 3
    (winner,) = inside
    leave(winner)


# Another hand


def changed(path: Path) -> bytes:
    """Change a book as another program would; returns its bytes."""
    content = path.read_bytes().replace(b'"device":"test"', b'"device":"other"')
    assert content != path.read_bytes()
    path.write_bytes(content)
    return content


def accept(couple: Couple, file: str) -> None:
    """Take over what another hand has made of a book."""
    doctor = Shell(couple.home).run("doctor", "--data-dir", str(couple.book), "--accept", file)
    assert doctor.code == 0, doctor.said


@pytest.mark.long
def test_a_book_that_another_hand_changed_is_not_written_over(terminals: Terminals, couple: Couple) -> None:
    terminal = at_home(terminals, couple)
    home = couple.book / "home.json"
    theirs = changed(home)
    terminal.press("x")
    terminal.wait_for("was changed outside coreg")
    assert home.read_bytes() == theirs
    (copy,) = couple.book.glob("home.conflict-*.json")
    assert b"Mina" in copy.read_bytes()
    leave(terminal)
    assert home.read_bytes() == theirs
    again = start(terminals, couple)
    assert again.wait_exit() == 4
    assert "home.json was changed outside coreg" in one_sentence(again.screen())
    accept(couple, "home.json")
    leave(at_home(terminals, couple))


@pytest.mark.long
@pytest.mark.timeout(120)
def test_an_evening_is_not_lost_to_another_hand(terminals: Terminals, couple: Couple) -> None:
    today = now()
    year = couple.book / f"{today.year}.json"
    with couple.store(write=True) as store:
        store.keep(
            Note(
                id="",
                device="",
                changed="",
                text="before",
                written=today,
                zone="UTC",
                local_date=today.date(),
            )
        )
    terminal = terminals.coreg("talk", "--data-dir", str(couple.book), size=SIZE)
    terminal.wait_for("What is it about tonight?")
    terminal.type("the commute")
    terminal.wait_for("the commute")
    theirs = changed(year)
    terminal.press("escape")
    terminal.wait_for("good night")
    pause(terminal, 0.3)
    terminal.press("g")
    terminal.wait_for("was changed outside coreg", "nothing is lost")
    assert year.read_bytes() == theirs
    terminal.press("ctrl+q")
    assert terminal.wait_exit() == 1
    assert "Some of tonight is not in your book yet" in one_sentence(terminal.screen())
    accept(couple, year.name)
    again = start(terminals, couple)
    again.wait_for("left open")
    pause(again, 0.8)
    again.press("enter")
    again.wait_for("Begin tonight")
    leave(again)
    kept = Shell(couple.home).run("log", "--data-dir", str(couple.book)).out
    assert b"before" in kept
    assert b"the commute" in kept
