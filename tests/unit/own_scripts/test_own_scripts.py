"""A couple's own scripts: each file judged alone, whatever stands in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.content import explain
from coreg.content.pattern_words import OWN
from coreg.own_scripts import LONGEST_NAME, MOST, OwnScripts, read_scripts

DOCS = Path(__file__).resolve().parents[3] / "docs" / "scripts.md"
HEAD = 'id = "{id}"\nname = "{name}"\nminutes = 5\n'
SAY = '[[step]]\nid = "one"\nkind = "say"\nseconds = 60\n'


def example() -> str:
    """Return the script that the docs show."""
    found = re.search(r"```toml\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    assert found
    return found[1]


def put(folder: Path, file: str = "ours", text: str | None = None, **more: str) -> Path:
    """Put a script into the folder: one that holds, unless a text is given."""
    head = HEAD.format(**{"id": file, "name": file, **more})
    path = folder / f"{file}.toml"
    path.write_text(head + SAY if text is None else text, "utf-8")
    return path


def refusal(found: OwnScripts) -> str:
    """Return the sentence with which the only file was left out."""
    assert not found.kept
    (one,) = found.refused
    return explain(one)


def test_without_a_folder_there_are_none(tmp_path: Path) -> None:
    assert read_scripts(tmp_path / "scripts") == OwnScripts()


def test_the_example_of_the_docs_holds(tmp_path: Path) -> None:
    put(tmp_path, "porch", example())
    found = read_scripts(tmp_path)
    assert list(found.kept) == [f"{OWN}porch_talk"]
    assert found.refused == ()
    made = found.kept[f"{OWN}porch_talk"]
    assert (made.name, made.caution != "", len(made.reminders)) == ("Porch talk", True, 2)


def test_every_field_and_kind_is_in_the_docs() -> None:
    from coreg.practice.shape import PART_FIELDS, SCRIPT_FIELDS, STEP_FIELDS
    from coreg.practice.steps import KINDS

    text = DOCS.read_text("utf-8")
    for name in (*SCRIPT_FIELDS, *STEP_FIELDS, *PART_FIELDS, *KINDS):
        assert f"`{name}`" in text or f"[[{name}]]" in text, name


def test_one_that_does_not_hold_skips_only_itself(tmp_path: Path) -> None:
    put(tmp_path, "a_good")
    put(tmp_path, "b_bad", HEAD.format(id="b", name="B") + SAY.replace("say", "saay"))
    put(tmp_path, "c_good")
    (tmp_path / "notes.txt").write_text("not a script", "utf-8")
    (tmp_path / ".hidden.toml").write_text("not a script", "utf-8")
    found = read_scripts(tmp_path)
    assert list(found.kept) == [f"{OWN}a_good", f"{OWN}c_good"]
    (one,) = found.refused
    assert explain(one) == (
        f"{tmp_path / 'b_bad.toml'} was left out. In one, there is no such kind of step. Did you mean say?"
    )


@pytest.mark.parametrize("text", ["nonsense", "a = [", "x" * 3000, "a.b.c.d.e.f.g.h.i.j = 1", ""])
def test_what_is_no_script_is_refused_with_its_file(tmp_path: Path, text: str) -> None:
    path = put(tmp_path, "odd", text)
    assert str(path) in refusal(read_scripts(tmp_path))


def test_a_file_that_is_too_long_is_not_read(tmp_path: Path) -> None:
    put(tmp_path, "long", "# long\n" * 10_000)
    assert "64 KB" in refusal(read_scripts(tmp_path))


def test_a_folder_named_like_a_script_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.toml").mkdir()
    assert "folder.toml" in refusal(read_scripts(tmp_path))


def test_none_stands_in_the_place_of_ours_or_of_another(tmp_path: Path) -> None:
    put(tmp_path, "floor_talk")
    assert "floor_talk is a script of coreg already" in refusal(read_scripts(tmp_path))
    put(tmp_path, "a")
    put(tmp_path, "b", id="a")
    assert "There is one with the id a already" in explain(read_scripts(tmp_path).refused[0])


@pytest.mark.parametrize("name", ["", " ", "…", "x" * (LONGEST_NAME + 1)])
def test_a_name_can_be_read_and_fits(tmp_path: Path, name: str) -> None:
    put(tmp_path, "ours", name=name)
    assert "Its name needs" in refusal(read_scripts(tmp_path))


def test_there_is_a_most(tmp_path: Path) -> None:
    for number in range(MOST + 1):
        put(tmp_path, f"s{number}")
    found = read_scripts(tmp_path)
    assert (len(found.kept), len(found.refused)) == (MOST, 1)


def test_texts_are_fit_for_a_screen(tmp_path: Path) -> None:
    put(tmp_path, "ours", name="a\\u001b[31mb")
    assert [one.name for one in read_scripts(tmp_path).kept.values()] == ["ab"]


def test_what_is_wrong_is_told_in_few_words(tmp_path: Path) -> None:
    put(tmp_path, "long", f"{'y' * 900} = 1\n" + HEAD.format(id="x", name="x") + SAY)
    assert len(refusal(read_scripts(tmp_path))) < 300 + len(str(tmp_path))


DEEP = st.recursive(
    st.one_of(st.booleans(), st.integers(), st.text("ab{}[]", max_size=4)),
    lambda inner: st.lists(inner, max_size=2),
    max_leaves=5,
)


@given(DEEP, st.sampled_from(("step", "part", "minutes", "reminders", "name")))
def test_whatever_a_field_holds_it_is_a_script_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, value: object, field: str
) -> None:
    folder = tmp_path_factory.mktemp("scripts")
    written = str(value).replace("True", "true").replace("False", "false")
    put(folder, "odd", f"{field} = {written}\n" + HEAD.format(id="x", name="x") + SAY)
    found = read_scripts(folder)
    assert len(found.found) == 1
    assert all(explain(one) for one in found.refused)


def test_tables_within_tables_without_end_are_refused(tmp_path: Path) -> None:
    put(tmp_path, "deep", HEAD.format(id="x", name="x") + f"reminders = {'[' * 200}{']' * 200}\n" + SAY)
    assert "reminders" in refusal(read_scripts(tmp_path))
