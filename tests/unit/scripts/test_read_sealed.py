"""The reader that knows nothing of coreg reads what coreg seals: so docs/format.md says enough."""

import ast
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from coreg.store.book import Book, pack, pack_together
from coreg.store.vault import keys, private
from coreg.store.vault.keys import LEAST, PARTNERS, USUAL, Who, Words
from coreg.store.vault.locked import LockedSeal
from tests.store.vault.couple import CODE, COUPLE, OTHERS, PASS, SHARED, Chance
from tests.store.vault.locked_sample import BOOKS, LOCKED, NOTES, open_tables, plain

READER = Path(__file__).resolve().parents[3] / "scripts" / "read_sealed.py"
NO_FIT = "These words do not fit.\n"
OWN_MODULES = {"argparse", "base64", "cryptography", "json", "pathlib", "sys", "typing", "unicodedata"}

# What an installed coreg would give away: None in the table of modules makes every import of it fail.
WITHOUT = """
import runpy, sys
sys.modules["coreg"] = None
del sys.argv[0]
runpy.run_path(sys.argv[0], run_name="__main__")
"""

Run = subprocess.CompletedProcess[str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy the locked sample to where no coreg is near."""
    return Path(shutil.copytree(LOCKED, tmp_path / "sample"))


def run(words: str, *arguments: object) -> Run:
    """Run the reader as somebody would who has no coreg."""
    alone = Path.cwd() / "alone.py"
    shutil.copy(READER, alone)
    return without_coreg(alone, *arguments, words=words)


def without_coreg(program: Path, *arguments: object, words: str = "") -> Run:
    command = [sys.executable, "-I", "-X", "utf8", "-c", WITHOUT, str(program), *map(str, arguments)]
    return subprocess.run(command, input=words, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture(autouse=True)
def away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in a folder that has nothing of the project."""
    monkeypatch.chdir(tmp_path)


def test_it_has_nothing_of_coreg(tmp_path: Path) -> None:
    tree = ast.parse(READER.read_text("utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {getattr(node, "module", None) or node.names[0].name for node in imports}
    assert {name.split(".")[0] for name in names} == OWN_MODULES
    canary = tmp_path / "canary.py"
    canary.write_text("import coreg.store.vault.keys")
    assert "ModuleNotFoundError" in without_coreg(canary).stderr


@pytest.mark.parametrize("who", PARTNERS)
@pytest.mark.parametrize("option", [(), ("--code",)])
def test_it_reads_the_sample_with_the_words_of_either(
    folder: Path, who: Who, option: tuple[str, ...]
) -> None:
    done = run((CODE if option else PASS)[who] + "\n", folder, *option)
    assert (done.returncode, done.stderr) == (0, "")
    books = json.loads(done.stdout)
    assert set(books) == {*BOOKS, "private"}
    for name in BOOKS:
        held = {table: set(documents) for table, documents in open_tables(name).items()}
        assert {table: set(documents) for table, documents in books[name].items()} == held
    assert books["home"]["couple"]["1"]["b"]["name"] == "Jo"
    assert books["2026"]["notes"]["1"]["text"] == "Two lines\nof a note."
    read = {note["id"]: note["note"] for note in books["private"]["sealed"].values()}
    assert read == {
        note: json.loads(plain(text)) if owner == who else None for note, (owner, text) in NOTES.items()
    }


def test_it_reads_one_file(folder: Path) -> None:
    done = run(PASS["a"], folder / "2026.coreg")
    assert list(json.loads(done.stdout)) == ["2026"]


def test_a_copy_beside_a_book_is_read_when_it_is_asked_for(folder: Path) -> None:
    aside = shutil.copy(folder / "2026.coreg", folder / "2026.conflict-1.coreg")
    assert "2026.conflict-1" not in json.loads(run(PASS["a"], folder).stdout)
    assert json.loads(run(PASS["a"], aside).stdout)["2026.conflict-1"]["notes"]


def test_it_reads_what_was_made_just_now(tmp_path: Path) -> None:
    chance = Chance("now")
    ring = keys.make(OTHERS, {"b": Words("five other words of mine")}, SHARED, chance, USUAL)
    seal = LockedSeal(ring, SHARED, chance)
    sealed = private.seal(ring.pub["b"], OTHERS, "b", "n", plain("Nur für mich."), chance)
    others = [private.seal(ring.pub[who], OTHERS, who, "n", plain("Anders."), chance) for who in PARTNERS]
    note = json.dumps({"id": "n", "box": sealed, "beside": others}).encode()
    for name, book in {
        "home": Book({}, 1),
        "private": Book({"sealed": {"1": note, "2": b'{"id":"gone","gone":true}'}}, 1),
    }.items():
        (tmp_path / f"{name}.coreg").write_bytes(pack(seal, name, book))
    done = run("five other words of mine", tmp_path)
    found = json.loads(done.stdout)["private"]["sealed"]
    assert found["1"] == {
        "id": "n",
        "note": json.loads(plain("Nur für mich.")),
        "beside": [None, json.loads(plain("Anders."))],
    }
    assert found["2"] == {"id": "gone", "gone": True, "note": None}


def test_what_is_pending_counts(folder: Path) -> None:
    seal = LockedSeal(
        keys.make(COUPLE, {"a": Words(PASS["a"])}, SHARED, Chance(), LEAST), SHARED, Chance("p")
    )
    later = Book({"notes": {"1": '{"id":"later","text":"Später."}'.encode()}}, 10)
    books = {name: pack(seal, name, later) for name in ("2026", "2027")}
    (folder / "pending.coreg").write_bytes(pack_together(books))
    found = json.loads(run(PASS["a"], folder).stdout)
    assert found["2026"]["notes"] == found["2027"]["notes"] == {"1": {"id": "later", "text": "Später."}}


@pytest.mark.sample
@pytest.mark.parametrize("words", ["", "\n", "another one entirely\n", PASS["a"].upper(), CODE["a"]])
def test_words_that_do_not_fit_end_in_one_sentence(folder: Path, words: str) -> None:
    done = run(words, folder)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", NO_FIT)


@pytest.mark.long
def test_a_file_that_is_not_whole_ends_in_one_sentence(folder: Path) -> None:
    path = folder / "2026.coreg"
    path.write_bytes(path.read_bytes()[:-1] + b"\0")
    (folder / "home.coreg").with_name("empty").mkdir()
    for place in (folder, path, folder / "2030.coreg", folder / "empty", folder / "empty" / "x.coreg"):
        done = run(PASS["a"], place)
        sentence = f"{place} holds no locked books that are whole and belong together.\n"
        assert (done.returncode, done.stdout, done.stderr) == (1, "", sentence)
