"""Changing patterns.toml: one pattern at a time, the rest of the file as it was."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.content import explain
from coreg.own_patterns import Own, OwnPattern, OwnPatternError, own_pattern, read_own
from coreg.own_patterns_file import add, change, remove

OWNED = """\
# ours since the summer

[[patterns]]
name = "Slow"
in = 4  # soft
out = 7

# for bad nights
[[patterns]]
name = "Night"
in = 3
out = 6
rest = 0.5
# to be tried

[[patterns]]
name = "Broken"
in = 40
out = 6
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings" / "patterns.toml"


@pytest.fixture
def owned(file: Path) -> Path:
    file.parent.mkdir()
    file.write_text(OWNED, encoding="utf-8")
    return file


def made(name: str, **numbers: float) -> OwnPattern:
    return own_pattern(name, {"in": 4, "out": 6, **numbers}, Own())


def test_the_first_makes_a_private_file_and_folder(file: Path) -> None:
    one = made('"Ours" [x] = \\ 🌙', hold=0.5)
    assert add(file, one).kept == (one,)
    assert read_own(file).kept == (one,)
    assert [path.name for path in file.parent.iterdir()] == ["patterns.toml"]
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_one_is_added_below_and_nothing_else_changes(owned: Path) -> None:
    add(owned, made("Third"))
    text = owned.read_text(encoding="utf-8")
    assert text.startswith(OWNED)
    assert [one.name for one in read_own(owned).kept] == ["Slow", "Night", "Third"]


def test_one_is_changed_in_its_place_with_what_stands_beside_it(owned: Path) -> None:
    slow = read_own(owned).kept[0]
    own = change(owned, slow, made("Slower", out=8, rest=1))
    assert [one.name for one in own.kept] == ["Slower", "Night"]
    assert own.kept[0].pattern.exhale == 8.0
    text = owned.read_text(encoding="utf-8")
    assert "in = 4  # soft" in text
    assert text.partition("# for bad nights")[2] == OWNED.partition("# for bad nights")[2]


def test_one_is_taken_out_and_every_comment_stays(owned: Path) -> None:
    slow, night = read_own(owned).kept
    assert [one.name for one in remove(owned, slow).kept] == ["Night"]
    own = remove(owned, night)
    text = owned.read_text(encoding="utf-8")
    assert own.kept == ()
    assert [one.code for one in own.refused] == ["own_pattern"]
    for comment in ("# ours since the summer", "# for bad nights", "# to be tried"):
        assert comment in text


def test_one_comes_back_to_its_place(owned: Path) -> None:
    before = read_own(owned)
    remove(owned, before.kept[1])
    assert add(owned, before.kept[1], 1).kept == before.kept


def test_a_file_that_cannot_be_read_is_never_written_over(owned: Path) -> None:
    slow = read_own(owned).kept[0]
    owned.write_text("[[patterns", encoding="utf-8")
    with pytest.raises(OwnPatternError):
        add(owned, made("New"))
    with pytest.raises(OwnPatternError):
        change(owned, slow, made("New"))
    with pytest.raises(OwnPatternError):
        remove(owned, slow)
    assert owned.read_text(encoding="utf-8") == "[[patterns"
    assert [path.name for path in owned.parent.iterdir()] == ["patterns.toml"]


@pytest.mark.parametrize(
    "text",
    [
        'patterns = [{name = "Slow", in = 4, out = 7}]\n',
        '[[patterns]]\nname = "Slow"\nin = 4\nout = 7\n[patterns.more]\n',
        "[[patterns]]\nname = '''Slow\n[[patterns]]\n'''\nin = 4\nout = 7\n",
    ],
)
def test_a_file_written_in_another_way_is_left_as_it_is_with_one_sentence(owned: Path, text: str) -> None:
    owned.write_text(text, encoding="utf-8")
    with pytest.raises(OwnPatternError) as caught:
        change(owned, made("Slow", out=7, minutes=5), made("New"))
    assert explain(caught.value) == (
        f"{owned} could not be changed without losing something in it. Change it by hand."
    )
    assert owned.read_text(encoding="utf-8") == text


def test_a_list_in_one_line_takes_no_more(owned: Path) -> None:
    text = 'patterns = [{name = "Slow", in = 4, out = 7}]\n'
    owned.write_text(text, encoding="utf-8")
    with pytest.raises(OwnPatternError) as caught:
        add(owned, made("New"))
    assert caught.value.code == "own_patterns_odd"
    assert owned.read_text(encoding="utf-8") == text


def test_a_file_that_would_be_too_long_to_be_read_again_is_not_written(owned: Path) -> None:
    text = OWNED + "# much\n" * 9_200
    owned.write_text(text, encoding="utf-8")
    long = "\n".join(["# more"] * 130)
    owned.write_text(text + long[: 64 * 1024 - len(text.encode()) - 1] + "\n", encoding="utf-8")
    before = owned.read_bytes()
    with pytest.raises(OwnPatternError) as caught:
        add(owned, made("New"))
    assert (caught.value.code, caught.value.facts["file"]) == ("file_too_long", str(owned))
    assert owned.read_bytes() == before


def test_one_that_is_gone_meanwhile_is_not_taken_out_again(owned: Path) -> None:
    slow = read_own(owned).kept[0]
    remove(owned, slow)
    with pytest.raises(OwnPatternError):
        remove(owned, slow)


def test_a_link_leads_to_the_file_that_is_changed(tmp_path: Path) -> None:
    real, link = tmp_path / "dotfiles.toml", tmp_path / "patterns.toml"
    real.write_text(OWNED, encoding="utf-8")
    link.symlink_to(real)
    add(link, made("New"))
    assert link.is_symlink()
    assert "New" in real.read_text(encoding="utf-8")


NAMES = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=20)


@pytest.mark.long
@given(steps=st.lists(st.tuples(NAMES, st.sampled_from(["add", "change", "remove"])), max_size=6))
def test_what_was_written_is_what_is_read(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str]]
) -> None:
    file = tmp_path_factory.mktemp("own") / "patterns.toml"
    file.write_text("# ours\n", encoding="utf-8")
    expected: list[OwnPattern] = []
    for name, act in steps:
        try:
            one = own_pattern(name, {"in": 4.5, "out": 6}, Own(tuple(expected)))
        except OwnPatternError:
            continue
        if act == "add" or not expected:
            add(file, one)
            expected.append(one)
        elif act == "change":
            change(file, expected[-1], one)
            expected[-1] = one
        else:
            remove(file, expected.pop(0))
        assert list(read_own(file).kept) == expected
    assert file.read_text(encoding="utf-8").startswith("# ours\n")
